import math
import sys


def a(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u: list[float], out: list[float], n: int) -> None:
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += a(i, j) * u[j]
        out[i] = total


def times_transposed(u: list[float], out: list[float], n: int) -> None:
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += a(j, i) * u[j]
        out[i] = total


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    u = [1.0] * n
    v = [0.0] * n
    w = [0.0] * n
    for _ in range(10):
        times(u, w, n)
        times_transposed(w, v, n)
        times(v, w, n)
        times_transposed(w, u, n)
    vbv = vv = 0.0
    for i in range(n):
        vbv += u[i] * v[i]
        vv += v[i] * v[i]
    print(f"{math.sqrt(vbv / vv):.9f}")


main()
