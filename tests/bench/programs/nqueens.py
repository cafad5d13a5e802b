import sys


def place(n: int, row: int, columns: list[bool], down: list[bool], up: list[bool]) -> int:
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if not columns[c] and not down[row + c] and not up[row - c + n]:
            columns[c] = down[row + c] = up[row - c + n] = True
            count += place(n, row + 1, columns, down, up)
            columns[c] = down[row + c] = up[row - c + n] = False
    return count


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    print(place(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1)))


main()
