# Steps beyond 64 bits of what is known while compiling.
MOST = 2**63 - 1
LEAST = -(2**63)
INF = (1 << 63) - 1


def clamp(x: int, low: int = -(1 << 63), high: int = 2**64 // 2 - 1) -> int:
    return max(low, min(x, high))


print(MOST, LEAST, INF, clamp(5), clamp(MOST), clamp(LEAST))
print(10**19 - 10**19, -9223372036854775808, 9223372036854775808 - 1)
best = 2**63 - 1
for x in [5, 3, 8]:
    if x < best:
        best = x
print(best)
