# Arithmetic of floats and of floats with ints.
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 7 // 2.0, -7 % 2.5)
print(1.5 + 2, 3 - 0.5, 2 * 1.25, 5 / 2, 2**0.5)
print(divmod(7.5, 2), divmod(-7.5, 2))
x = 1.0
for _ in range(10):
    x /= 2
print(x)
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
nan = float("nan")
print(nan == nan, nan != nan, nan < 1.0, 1.0 < nan)
inf = float("inf")
print(inf > 1e308, -inf < inf, inf - 1 == inf)
print(-0.0 == 0.0, (3.0).is_integer(), (3.5).is_integer())
print(int(2.9), int(-2.9), round(2.675, 2), round(1234.5), round(-0.5))


def mean(xs: list[float]) -> float:
    return sum(xs) / len(xs)


print(mean([1.0, 2.0, 4.0]), sum([0.5, 0.25]), sum([1, 2, 3]))


def newton(n: float) -> float:
    guess = n
    for _ in range(30):
        guess = (guess + n / guess) / 2
    return guess


print(newton(2.0), newton(144.0))
