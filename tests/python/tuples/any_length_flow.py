def grow(n):
    t = ()
    for i in range(n):
        t = t + (i,)
    return t


print(grow(0), grow(3), grow(10), len(grow(5)))
u = ()
for c in "abcdefghij":
    u += (c, c * 2)
print(u, u[3], u[2:5])


def show(*args):
    for a in args:
        print(a, end=" ")
    print(len(args), args)


show(*[1, 2])
show(*"ab", "c")
print(*[1, 2, 3], sep="-")
print(*tuple([4, 5]), 6)


def outer(*args):
    return inner(*args)


def inner(*args):
    return sum(args)


print(outer(*[1, 2, 3]), outer(1, 2))
k = 2
v = (1, 2, 3, 4)
print(v[k:], v[:k], v * k, k * v, v[k])
words = {}
for w in ["tea", "eat", "bat"]:
    words.setdefault(tuple(sorted(w)), []).append(w)
print(words)
counts = {}
for key in [(1,), (1, 2), (1,), ()]:
    counts[key] = counts.get(key, 0) + 1
print(counts)


class P:
    def __init__(self, dims: tuple[int, ...]) -> None:
        self.dims = dims

    def size(self) -> int:
        r = 1
        for d in self.dims:
            r *= d
        return r


print(P((2, 3)).size(), P(()).size(), P((2, 3, 4)).dims)


def first(t: tuple[str, ...], default: tuple[int, ...] = ()) -> str:
    return t[0] if t else "none" + str(default)


print(first(("a", "b")), first(()), first((), (1,)))


def f(a, b, c):
    return a + b * c


print(f(*(1, 2, 3)))
x, y = map(int, "3 4".split())
print(x, y)
p: list[tuple[int, ...]] = []
p.append((1,))
p.append(tuple([2, 3]))
for q in p:
    print(q)
print(max(p, key=len), sorted(p, reverse=True), p.index((2, 3)), (1,) in p)
it = iter(tuple([1, 2]))
print(next(it), next(it))
print((1, 2) + tuple("ab"), tuple([1.5]) + (2,))
res = [tuple(row) for row in [[1, 2], [3, 4]]]
print(res, dict(res), set(res))
for a, b in res:
    print(a, b)
if tuple([1, 2]) == (1, 2) and not tuple([1]) == (1, 2):
    print("ok")
print(hash(tuple([1, (2, 3)])) == hash((1, (2, 3))))


def rev(t):
    return t[::-1]


print(rev((1, 2, 3)), rev(tuple([1, 2])))
print(sum(tuple([1, 2])), any(tuple([0, 1])), list(enumerate(tuple("ab"))))
z = tuple(x for x in range(3)) + (9,)
print(z, all(i < 10 for i in z))


def g(t: tuple[int, ...] | None = None) -> int:
    if t is None:
        return -1
    return len(t)


print(g(), g((1, 2)), g(tuple([1])))


def collect(first, *items):
    def show():
        return len(items), items

    while len(items) < first:
        items = (first,) + items
    return show()


print(collect(3), collect(2, 5), collect(1, *[7, 8]))
