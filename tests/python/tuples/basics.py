point = (3, 4)
x, y = point
print(point, x, y, point[0], point[-1], len(point))
a, b = 1, 2
a, b = b, a
print(a, b)
(p, q), r = (1, 2), 3
print(p, q, r)
single = (5,)
empty = ()
print(single, empty, (1, "a", 2.5, None, True))
print((1, 2) < (1, 3), (1, 2) == (1, 2), (2,) > (1, 9), (1, 2) + (3,))


def min_max(xs: list[int]) -> tuple[int, int]:
    low = high = xs[0]
    for value in xs:
        if value < low:
            low = value
        if value > high:
            high = value
    return low, high


low, high = min_max([3, 9, -2, 7])
print(low, high, min_max([1]))
pairs = [(2, "b"), (1, "z"), (1, "a")]
pairs.sort()
print(pairs)
for index, (number, letter) in enumerate(pairs):
    print(index, number, letter)
first, *rest = [1, 2, 3]
print(first, rest)
*init, last = "abc"
print(init, last)
print(3 in (1, 2, 3), (1, 2).index(2), (1, 1, 2).count(1))
nested = ((1, 2), [3, 4], {"k": (5,)})
print(nested, nested[1][0], nested[2]["k"][0])
