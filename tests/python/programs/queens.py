def solve(
    n: int,
    row: int,
    columns: list[bool],
    down: list[bool],
    up: list[bool],
    placed: list[int],
) -> list[int] | None:
    if row == n:
        return placed[:]
    for column in range(n):
        if not columns[column] and not down[row + column] and not up[row - column + n]:
            columns[column] = down[row + column] = up[row - column + n] = True
            placed.append(column)
            solution = solve(n, row + 1, columns, down, up, placed)
            if solution is not None:
                return solution
            placed.pop()
            columns[column] = down[row + column] = up[row - column + n] = False
    return None


for n in range(1, 9):
    solution = solve(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1), [])
    if solution is None:
        print(n, "no solution")
    else:
        print(n, solution)
        for column in solution:
            print("." * column + "Q" + "." * (n - column - 1))
