import itertools
from itertools import permutations, combinations, product, groupby

print(
    list(permutations([1, 2, 3])),
    list(permutations("abc", 2)),
    list(permutations([], 0)),
    list(permutations([1], 2)),
    list(permutations(range(3), 0)),
)
print(
    list(combinations("abcd", 2)),
    list(combinations([1, 2, 3], 0)),
    list(combinations([1, 2], 3)),
    list(itertools.combinations_with_replacement("abc", 2)),
)
print(
    list(product([1, 2], repeat=2)),
    list(product("ab", [1, 2])),
    list(product("ab", "cd", repeat=2))[:3],
    list(product([1, 2], [3], [4, 5])),
    list(product([], [1])),
    list(product(*[[1, 2], [3, 4]])),
    list(product("ab", repeat=0)),
)
for p in permutations([3, 1, 2]):
    a, b, c = p
    print(a, b, c, "".join(map(str, p)), end="; ")
print(
    len(set(permutations([1, 1, 2]))),
    max(permutations([1, 3, 2])),
    sum(1 for _ in permutations(range(6))),
)
print(
    [sum(c) for c in combinations([1, 2, 3, 4], 3)],
    ["".join(t) for t in product("01", repeat=3)],
)
for k, g in groupby("aaabbc"):
    print(k, list(g), end=" ")
print(
    [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3], key=lambda v: v % 2)],
    [(k, list(g)) for k, g in list(groupby("aab"))],
)
print(
    list(itertools.zip_longest([1, 2, 3], "ab")),
    list(itertools.zip_longest([1], [2, 3], fillvalue=0)),
    list(itertools.zip_longest([1], [2, 3], [4, 5, 6], fillvalue=-1)),
    list(itertools.zip_longest(*[[1, 2], [3]], fillvalue=9)),
)
a, b = itertools.tee([1, 2, 3])
print(list(a), next(b), list(b))
print(
    list(itertools.islice(itertools.count(5, 2), 3)),
    list(itertools.islice("abcdef", 1, None, 2)),
    list(itertools.islice(range(10), 2, 8, 3)),
    list(itertools.islice([1, 2, 3], 2)),
)
print(
    list(itertools.chain([1], (2, 3), range(2))),
    list(itertools.chain.from_iterable([[1, 2], [3]])),
    list(itertools.chain.from_iterable(["ab", "c"])),
)
print(
    list(itertools.pairwise([1, 2, 3])),
    list(itertools.starmap(pow, [(2, 3), (3, 2)])),
    list(itertools.dropwhile(lambda v: v < 3, [1, 3, 1])),
    list(itertools.takewhile(lambda v: v < 3, [1, 3, 1])),
)
print(
    list(itertools.accumulate([1, 2, 3], initial=10)),
    list(itertools.accumulate([3, 1, 2], max)),
    list(itertools.compress("abc", [1, 0, 1])),
    list(itertools.filterfalse(lambda v: v % 2, range(5))),
    list(itertools.repeat(7, 3)),
)
print(
    list(zip([1, 2], "ab", [True, False], [1.5, 2.5])),
    list(zip(*[[1, 2, 3], [4, 5, 6]])),
    list(zip([1], [2], [3], [4], [5])),
)
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], list(map(list, zip(*m))), [sum(c) for c in zip(*m)])
print(list(zip()), list(zip([1])), dict(zip("ab", [1, 2])))
try:
    list(combinations([1], -1))
except ValueError as e:
    print(e)
n = 0
for c in combinations(range(15), 5):
    if sum(c) == 30:
        n += 1
print(n)
it = iter(range(10))
print(list(itertools.islice(it, 0, 5, 3)), next(it))
pair = iter([1, 2, 3, 4, 5])
print(list(zip(*[pair] * 2)), list(iter([5, 6])), next(iter([]), "none"))
values = [3, 2, 1, 0]
print(list(iter(lambda: values.pop(), 1)), list(itertools.chain(*[[1], [2, 3]])))
