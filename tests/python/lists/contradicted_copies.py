"""Containers that the library made get elements of other types."""

halves = list(range(3))
halves[0] = 1.5
print(halves)


def put_half(numbers):
    numbers[0] = 0.5


def contradicted():
    b = list(range(3))
    for i in range(3):
        b[i] = b[i] / 2
    c = sorted([3, 1])
    c.append(2.5)
    d = halves[1:]
    e = [1, 2][:]
    e.append(0.5)
    g = [1] * 2 + [3]
    g.append(None)
    h = list(map(int, "1 2".split()))
    h[0] = "x"
    k = dict(a=1)
    k["b"] = "s"
    s = set([1, 2])
    s.add("z")
    words = "a b".split()
    words.append(3)
    lent = list(range(1))
    put_half(lent)
    print(b, c, d, e, g, h, k, len(s), words, lent)


contradicted()
pair = (1, 2)
print(pair[True], pair[1 > 2], [5, 6][True])
