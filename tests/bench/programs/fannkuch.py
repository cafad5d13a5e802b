import sys


def fannkuch(n: int) -> tuple[int, int]:
    p = list(range(n))
    q = list(range(n))
    s = list(range(n))
    sign = 1
    most = 0
    total = 0
    while True:
        first = p[0]
        if first != 0:
            for i in range(1, n):
                q[i] = p[i]
            flips = 1
            while True:
                following = q[first]
                if following == 0:
                    break
                q[first] = first
                if first >= 3:
                    i = 1
                    j = first - 1
                    while i < j:
                        q[i], q[j] = q[j], q[i]
                        i += 1
                        j -= 1
                first = following
                flips += 1
            total += sign * flips
            if flips > most:
                most = flips
        if sign == 1:
            p[0], p[1] = p[1], p[0]
            sign = -1
        else:
            p[1], p[2] = p[2], p[1]
            sign = 1
            for i in range(2, n):
                if s[i] != 0:
                    s[i] -= 1
                    break
                if i == n - 1:
                    return total, most
                s[i] = i
                t = p[0]
                for j in range(i + 1):
                    p[j] = p[j + 1]
                p[i + 1] = t


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    total, most = fannkuch(n)
    print(total)
    print(f"Pfannkuchen({n}) = {most}")


main()
