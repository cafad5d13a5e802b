t = tuple([1, 2, 3])
print(t, len(t), t[0], t[-1], t[1:], t[::-1], 2 in t, 9 in t, t.index(2), t.count(3))
print(
    tuple([]) == (),
    tuple([5]),
    t == (1, 2, 3),
    (1, 2, 3) == t,
    t != (1, 2),
    t < (1, 2, 4),
    (1, 2) < t,
    t >= (1, 2, 3),
    t > (1, 2),
    t <= (0,),
)
print(t + (4,), (0,) + t, t * 2, 2 * t, t + t, hash(t) == hash((1, 2, 3)))
a, b, c = t
print(a, b, c)
first, *rest = t
print(first, rest)
try:
    x, y = t
except ValueError as e:
    print(e)
try:
    print(t[7])
except IndexError as e:
    print(e)
try:
    print(t.index(77))
except ValueError as e:
    print(e)
print(
    tuple("abc"),
    tuple(range(4)),
    tuple(i * i for i in range(5)),
    tuple({3: 1, 4: 2}),
    tuple((1, "a")),
)
xs = [4, 5]
print((1, *xs), (*xs, *xs, 9))
d: dict[tuple[int, ...], str] = {}
d[tuple(xs)] = "x"
d[(4, 5)] = "y"
d[(1,)] = "z"
print(d, (4, 5) in d, d[(1,)], d[tuple([1])])


def total(values: tuple[int, ...]) -> int:
    s = 0
    for v in values:
        s += v
    return s


print(total((1, 2, 3)), total(()), total(tuple([5, 6])), total((*xs, 1)))


def collect(*args: int) -> int:
    print(args, len(args), sum(args), max(args))
    return len(args)


collect(*[1, 2, 3])
collect(1, *xs)
collect(1, 2)


def make(n: int) -> tuple[int, ...]:
    if n == 0:
        return ()
    return (n,) + make(n - 1)


print(
    make(4),
    make(0),
    sorted(make(3)),
    list(make(2)),
    sum(make(3)),
    [x + 1 for x in make(3)],
)
pairs = sorted([tuple([3, 1]), tuple([1, 2]), tuple([1])])
print(pairs, min(pairs), max(pairs))
s = {tuple(sorted(w)) for w in ["ab", "ba", "c"]}
print(len(s), ("a", "b") in s, tuple("c") in s)
print({tuple([1, 2]), tuple([3]), tuple([2, 1])})
for i, v in enumerate(t):
    print(i, v, end=" ")
print(
    f"{t} {t!r}",
    str(t),
    "%s" % (t,),
    bool(t),
    bool(tuple([])),
    isinstance(t, tuple),
    isinstance(xs, tuple),
)
matrix: list[tuple[int, ...]] = [(1, 2), (3,), ()]
matrix.append((7, 8, 9))
print(matrix, [len(r) for r in matrix])
opt: tuple[int, ...] | None = None
opt = (1, 2)
print(opt)
nested: tuple[tuple[int, ...], ...] = ((1,), (2, 3))
print(nested, nested[1][1])
print(list(reversed(t)), list(zip(t, "abc")), list(map(str, t)))
m: tuple[int | None, ...] = tuple([1, 2])
print(m)
try:
    print(t + [1])
except TypeError as e:
    print(e)
grid = tuple(tuple(int(c) for c in row) for row in ["12", "34"])
print(grid, grid[1][0])
best: dict[str, tuple[int, ...]] = {"a": (1, 2)}
best["b"] = tuple(best["a"])
print(best)
