import sys


def escape(cx: float, cy: float, limit: int) -> int:
    x = 0.0
    y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    total = 0
    for row in range(n):
        for column in range(n):
            total += escape(3.0 * column / n - 2.0, 2.0 * row / n - 1.0, 200)
    print(total)


main()
