import math
from math import fsum, hypot, frexp, ldexp

print(
    fsum([0.1] * 10),
    fsum([1e308, 1.0, -1e308]),
    fsum([]),
    fsum([1, 2, 3]),
    fsum([1e16, 1.0, 1e-16]),
    math.fsum([0.1, 0.2, 0.3, -0.6]),
)
print(
    hypot(3, 4),
    hypot(1, 1),
    hypot(1.5, 2.5, 3.5),
    hypot(),
    hypot(-2),
    hypot(1e200, 1e200),
    hypot(1e-320, 1e-320),
    hypot(float("inf"), 1),
    math.dist((1, 2), (4, 6)),
    math.dist([1.5, 2.5, 1], [0, 0.1, 3]),
)
for v in (0.0, 1.0, 0.1, -8.25, 1e300, 5e-324, 3e-310, float("inf")):
    print(
        frexp(v),
        ldexp(v, 3) if v < 1e300 else 0,
        ldexp(v, -5),
        math.ulp(v) if v == v else 0,
    )
print(
    ldexp(1.0, -1074),
    ldexp(0.75, -1073),
    ldexp(1.5, 1023),
    ldexp(1.0, -1080),
    ldexp(3, 4),
)
print(
    math.exp2(3),
    math.exp2(0.5),
    math.remainder(7, 3),
    math.remainder(8, 3),
    math.remainder(-5.5, 2),
    math.remainder(2.5, 1),
    math.remainder(3.5, 1),
    math.nextafter(1.0, 2.0),
    math.nextafter(0.0, -1.0),
    math.nextafter(1.0, 0.0),
)
x = 1
for i in range(300):
    x = (x * 16807) % 2147483647
    y = (x * 16807) % 2147483647
    a, b = x / 2147483647 * 10 ** (i % 5), y / 2147483647
    print(
        hypot(a, b),
        math.dist((a, b, 1.0), (b, a, 0.5)),
        fsum([a, b, -a / 3, 1e-9]),
        math.remainder(a, b),
    )
try:
    ldexp(1.0, 5000)
except OverflowError as e:
    print(e)
