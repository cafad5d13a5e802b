# Lists are shared, not copied.
a = [1, 2]
b = a
b.append(3)
print(a, a is b, a is [1, 2, 3])


def push(items: list[int], value: int) -> None:
    items.append(value)


push(a, 4)
print(b)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)
row = [0] * 3
shared = [row, row]
shared[0][0] = 1
print(shared)
matrix = [[1, 2, 3], [4, 5, 6]]
for line in matrix:
    line[0] *= 10
print(matrix)
transposed = [[line[j] for line in matrix] for j in range(3)]
print(transposed)
nested = [a, [9]]
nested[0].append(5)
print(nested, a)
