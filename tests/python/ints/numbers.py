# Small number theory with plain ints.
def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def factors(n: int) -> list[int]:
    result = []
    d = 2
    while n > 1:
        while n % d == 0:
            result.append(d)
            n //= d
        d += 1
    return result


def collatz(n: int) -> int:
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(gcd(1071, 462), gcd(17, 5), gcd(0, 9))
print([n for n in range(60) if is_prime(n)])
print(factors(360), factors(9973), factors(1))
print([collatz(n) for n in range(1, 20)])
total = 0
for i in range(1000):
    if i % 3 == 0 or i % 5 == 0:
        total += i
print(total)
print(0xFF, 0o17, 0b101, 1_000_000)
