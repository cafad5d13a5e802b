from fractions import Fraction
import math

a = Fraction(1, 3)
b = Fraction(3, 6)
print(
    a,
    b,
    repr(a),
    a + b,
    a - b,
    a * b,
    a / b,
    a // b,
    a % b,
    -a,
    +a,
    abs(Fraction(-2, 4)),
    Fraction(4, -8),
)
print(
    a + 1,
    1 + a,
    2 - a,
    a - 2,
    3 * a,
    a * 3,
    1 / a,
    a / 2,
    a + 0.5,
    0.5 * a,
    2 // b,
    7 % Fraction(3, 2),
    divmod(Fraction(7, 2), 1),
)
print(a**2, a**-2, a**0, b**0.5, 2 * a**2)
print(
    a < b,
    a <= b,
    a > 0,
    a >= 1,
    a == Fraction(2, 6),
    a == 0.5,
    b == 0.5,
    Fraction(4, 2) == 2,
    a != b,
    1 < Fraction(3, 2),
    0.25 < a,
)
print(
    Fraction(5),
    Fraction(),
    Fraction("3/7"),
    Fraction("-0.25"),
    Fraction("1e-3"),
    Fraction(0.5),
    Fraction(0.1),
    Fraction(Fraction(1, 2)),
    Fraction(Fraction(1, 2), 3),
)
print(
    float(a),
    int(Fraction(7, 2)),
    int(Fraction(-7, 2)),
    round(Fraction(5, 2)),
    round(Fraction(7, 2)),
    round(Fraction(22, 7), 2),
    math.floor(Fraction(-7, 2)),
    math.ceil(Fraction(7, 2)),
    math.trunc(Fraction(-7, 2)),
    bool(Fraction(0)),
    bool(a),
)
print(
    a.numerator,
    a.denominator,
    Fraction(355, 113).limit_denominator(10),
    a.as_integer_ratio(),
)
print(
    hash(Fraction(2)) == hash(2),
    hash(Fraction(1, 2)) == hash(0.5),
    hash(a),
    hash(Fraction(-1, 3)),
    {a: "x"}[Fraction(2, 6)],
    len({a, b, Fraction(1, 2)}),
    {Fraction(1, 2), Fraction(1, 3), Fraction(3)},
)
print(
    sum([Fraction(1, n) for n in range(1, 10)]), max(a, b), sorted([b, a]), min([b, a])
)
for bad in range(2):
    try:
        print(Fraction(1, 0) if bad == 0 else Fraction("x"))
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
x: Fraction = Fraction(0)
for i in range(1, 5):
    x += Fraction(1, i)
print(x, f"{x}", [str(Fraction(i, 4)) for i in range(5)])
