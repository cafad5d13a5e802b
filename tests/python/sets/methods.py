def show(x):
    print(x, len(x))


show({(i, i * 7 % 5) for i in range(30)})
show({i / 3 for i in range(20)})
show({i * 0.5 for i in range(-10, 10)})
show({True, False})
show(
    {
        -1,
        -2,
        0,
        1,
        2**61,
        2**61 - 1,
        2**62,
        -(2**61),
        -(2**62),
        9223372036854775807,
        -9223372036854775807,
    }
)
show({1e300, -1e300, 1e16, 0.1, -0.1, float("inf"), float("-inf"), 2.0**70})
show({(1, (2, 3)), (1, (3, 2)), (4, (5, 6))})
show(
    {
        (),
    }
)
f = frozenset([3, 1, 2, 100, 77, 55, 8])
show(f)
print(
    hash(f), hash(frozenset()), hash(frozenset([1])), hash(frozenset({(1, 2), (3, 4)}))
)
g = {frozenset([1, 2]), frozenset([3]), frozenset([2, 1])}
print(len(g), frozenset([2, 1]) in g)
print(
    f | {200},
    f & {1, 2, 999},
    f - {1},
    f ^ {1, 1000},
    f == set(f),
    set(f) == f,
    f <= {1},
    f > frozenset([1]),
)
print(
    {1, 2} | f,
    f.union([9], (10,)),
    f.intersection([1, 2], {2}),
    f.difference([1], [2]),
    f.symmetric_difference([1, 500]),
)
print(
    f.issubset(range(200)),
    f.issuperset([1, 2]),
    f.isdisjoint([4]),
    frozenset(),
    frozenset("a"),
    f.copy() == f,
)
d = {f: 1}
print(d[frozenset([77, 55, 8, 3, 1, 2, 100])])
s = {1, 2, 3}
print(
    s.union(),
    s.union([9, 8], {7: 1}),
    s.intersection(),
    s.difference(),
    s.difference({1: 0}),
    s.difference([1], [2]),
)
s.update([5], {6}, (7, 8))
print(s)
s.update()
s.intersection_update([1, 2, 3], {2, 3, 4})
print(s)
s.symmetric_difference_update({2, 9})
s.symmetric_difference_update({9: 1, 10: 2})
s.symmetric_difference_update([1, 1, 3])
print(s)
s |= {1, 2}
s &= {1, 2, 10}
s -= {2}
s ^= {1, 4}
print(s)
try:
    s.remove(99)
except KeyError as er:
    print("KeyError", er)
try:
    for x in s:
        s.add(x + 1000)
except RuntimeError as er:
    print(er)
try:
    print(hash({1}))
except TypeError as er:
    print(er)
e: set[int] = set()
try:
    e.pop()
except KeyError as err:
    print(err)
print(
    e,
    e <= s,
    e < s,
    e >= s,
    {1, 2} < {1, 2, 3},
    {1, 2} <= {1, 2},
    {1} > set(),
    {3} != {3},
)
print(
    sorted({"b", "a"}),
    {1, 2, 3}.issubset([1, 2, 3, 4]),
    {1}.issuperset(()),
    {1, 2}.isdisjoint({3: 1}),
)
print({1, 2, 300, 4, 555}, {9, 33, 1, 17, 25}, {100, 20, 3})
for x in {9, 33, 1, 17, 25}:
    print(x, end=" ")
print([x for x in {9, 33, 1, 17, 25}])
x = 9
print({x, 33, 1, 17, 25})
print({(9, 1), (33, 2), (1, 1), (17, 3), (25, 4)})
print({-9, 33, -1, 17, 25, -3.5})
big = set(range(0, 400000, 7))
print(len(big), list(big)[:20], sum(list(big)[:5000]))
big2 = {i * 1048576 for i in range(3000)}
print(
    list(big2)[:20],
    hash((1, 2.5, (3, True))),
    hash(-1),
    hash(2**61 - 1),
    hash(0.1),
    hash(1.0),
)
