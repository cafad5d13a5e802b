def multiply(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    return [
        [sum([a[i][k] * b[k][j] for k in range(len(b))], 0.0) for j in range(len(b[0]))]
        for i in range(len(a))
    ]


def determinant(m: list[list[float]]) -> float:
    m = [row[:] for row in m]
    n = len(m)
    result = 1.0
    for i in range(n):
        pivot = i
        for j in range(i + 1, n):
            if abs(m[j][i]) > abs(m[pivot][i]):
                pivot = j
        if m[pivot][i] == 0.0:
            return 0.0
        if pivot != i:
            m[i], m[pivot] = m[pivot], m[i]
            result = -result
        result *= m[i][i]
        for j in range(i + 1, n):
            factor = m[j][i] / m[i][i]
            for k in range(i, n):
                m[j][k] -= factor * m[i][k]
    return result


def identity(n: int) -> list[list[float]]:
    return [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]


m = [[2.0, -1.0, 0.5], [1.0, 3.0, 2.0], [0.0, 1.0, -4.0]]
print(multiply(m, identity(3)) == m)
for row in multiply(m, m):
    print(" ".join([f"{x:8.3f}" for x in row]))
print(f"{determinant(m):.6f}", determinant([[1.0, 2.0], [2.0, 4.0]]))
