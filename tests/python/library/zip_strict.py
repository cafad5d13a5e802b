"""`zip` with `strict`."""

print(list(zip([1, 2], "ab", strict=True)), list(zip([1, 2], "abc", strict=False)))
print(list(zip([1], strict=True)), list(zip(strict=True)))
print(list(zip([1, 2], "ab", (0.5, None), strict=True)))
for args in [([1, 2], [3]), ([1], [2, 3]), ([], [1]), ([1], [])]:
    try:
        for a, b in zip(args[0], args[1], strict=True):
            print(a, b)
    except ValueError as e:
        print(e)
try:
    for t in zip([1, 2], [3, 4], [5], strict=True):
        print(t)
except ValueError as e:
    print(e)
try:
    list(zip([1], [3], iter([5, 6]), strict=True))
except ValueError as e:
    print(e)
rows = [[1, 2], [3, 4], [5, 6]]
print(list(zip(*rows, strict=True)))
rows.append([1])
try:
    print(list(zip(*rows, strict=True)))
except ValueError as e:
    print(e)

nothing = []
print(list(zip(*nothing)), [list(row) for row in zip(*nothing)], list(zip(*[])))
