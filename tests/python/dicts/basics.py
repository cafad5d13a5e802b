ages = {"ann": 30, "bob": 25}
ages["cy"] = 41
ages["ann"] += 1
print(ages, len(ages), ages["bob"])
print("ann" in ages, "zed" in ages, "zed" not in ages)
print(ages.get("bob"), ages.get("zed"), ages.get("zed", 0))
for name in ages:
    print(name, ages[name])
for name, age in ages.items():
    print(name, age)
print(list(ages.keys()), list(ages.values()), list(ages.items()))
print(ages.pop("bob"), ages)
print(ages.pop("nobody", -1))
del ages["ann"]
print(ages)
ages.update({"dan": 1, "cy": 2})
print(ages)
print(ages.setdefault("eve", 9), ages.setdefault("dan", 9), ages)
copy = ages.copy()
copy.clear()
print(copy, ages, bool(copy))
print({1: "a", 2: "b"} == {2: "b", 1: "a"}, {1: 2} == {1: 3})
print({}, {1: [1, 2], 2: []}, {(1, 2): "pair"}, {True: 1.5}, {None: 0})
counts: dict[str, int] = {}
for c in "abracadabra":
    counts[c] = counts.get(c, 0) + 1
print(counts)
print(sorted(counts), sum(counts.values()), max(counts.values()))


# Pairs of numbers as keys, also looked up by what equals them.
def pairs() -> None:
    grid = {(x, y): x * y for x in range(-3, 4) for y in range(3)}
    print(len(grid), grid[(-1, 2)], grid.get((9, 9)), (0, 0) in grid, (2.0, True) in grid, grid.get((1.0, 2.0), "none"), (1, 2, 3) in grid)
    del grid[(-3, 0)]
    print(grid.pop((1, 1)), grid.pop((1, 1), None), len(grid), (9223372036854775807, -9223372036854775808) in grid)
    ends = {(9223372036854775807, -9223372036854775808): "ends", (-1, -1): "minus", (0, -1): "zero"}
    print(ends[(9223372036854775807, -9223372036854775808)], ends[(-1, -1)], ends[(0, -1)], list(ends))
    floats = {(1.0, 2.0): 1}
    print({(1, 2): 1} == floats, {(1, 2): 1} == {(1, 2): 1}, {(1, 2): 1} == {(1, 3): 1})
    moved = {}
    for i in range(1000):
        moved[(i % 37, i)] = i
        if i % 3 == 0:
            del moved[(i % 37, i)]
    print(len(moved), sum(moved.values()), next(iter(moved)))


pairs()
