print([x * x for x in range(6)])
print([x for x in range(20) if x % 3 == 0])
print([x for x in range(30) if x % 2 if x % 5 == 0])
print([(i, j) for i in range(3) for j in range(i)])
print([[i * j for j in range(3)] for i in range(3)])
words = ["apple", "fig", "pear"]
print(
    [w.upper() for w in words],
    [len(w) for w in words],
    [w[0] for w in words if len(w) > 3],
)
print([a + b for a, b in [(1, 2), (3, 4)]])
x = "outer"
print([x for x in range(3)], x)
flat = [cell for row in [[1, 2], [], [3]] for cell in row]
print(flat, sum([c for c in flat]))
print([("even" if n % 2 == 0 else "odd") for n in range(4)])
print({w: len(w) for w in words})
print({i: [j for j in range(i)] for i in range(4) if i != 2})
print({c: ord(c) for c in "abc"})
matrix = [[1, 2], [3, 4]]
print([list(row) for row in zip([1, 2], [3, 4])])
print([m for row in matrix for m in row if m > 1])
table = {(i, j): i * j for i in range(2) for j in range(2)}
print(table)
