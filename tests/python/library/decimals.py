"""`decimal`: making, text, arithmetic, rounding, comparison."""

import decimal
import math
import random
from decimal import (
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    InvalidOperation,
    getcontext,
    localcontext,
    setcontext,
)


def fails(action) -> None:
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


D = Decimal
texts = [
    "0",
    "-0",
    "0.00",
    "1",
    "-1.50",
    "1E+3",
    "1e-7",
    "123456789012345678901234567890.123",
    "-9.999e10",
    ".5",
    "5.",
    "0E+5",
    "0E-10",
    "1E400",
    "  7 ",
    "1_000",
]
specials = ["Infinity", "-inf", "NaN", "-NaN12", "sNaN"]
for text in texts + specials:
    x = D(text)
    print(x, repr(x), x.as_tuple(), x.adjusted(), x.is_zero(), x.is_signed(), x.is_finite(), x.is_nan(), x.to_eng_string(), bool(x))
for bad in ("", "1.2.3", "abc", "1e", "--1", "1 2", "e5", "nanx", "0x10"):
    fails(lambda: D(bad))
print(
    D(5), D(-3), D(True), D(0.1), D(-0.5), D(1e300), D(5e-324), D(float("inf")), D(D("1.10")), D((1, (1, 2, 3), -2)), D(), D.from_float(2.5)
)

# Arithmetic.
values = [D(t) for t in texts[:13]]
for a in values:
    for b in values:
        print(a + b, a - b, a * b, a == b, a < b, a >= b, a.compare(b), a.max(b), a.min(b), end=" ")
        fails(lambda: a / b)
        fails(lambda: a // b)
        fails(lambda: a % b)
for a in [D(t) for t in specials[:3]] + [D(1), D(0)]:
    for b in [D(t) for t in specials[:3]] + [D(-2)]:
        fails(lambda: a + b)
        fails(lambda: a * b)
        fails(lambda: a / b)
        fails(lambda: a < b)
        print(a == b, a != b)
print(D("1.5") + 1, 2 - D("0.5"), 3 * D("1.10"), 1 / D(8), D(7) // 2, -7 % D(4), 10 // D(3), divmod(D("7.5"), 2), 2 ** D(10), D(2) ** -2)
print(-D("1.0"), +D("-0"), abs(D("-2.50")), -D(0), D("1.23456789012345678901234567890") * 1, -D("1.23456789012345678901234567895"))
print(
    sum([D("0.1")] * 10),
    sum([D(1), D(2)], D("0.5")),
    max(D(1), D("1.5")),
    sorted([D(3), D("-1"), D("2.5")]),
    D("0.1") + D("0.2") == D("0.3"),
)
print(
    D(1) == 1,
    D("0.5") == 0.5,
    D("0.1") == 0.1,
    1 < D("1.5"),
    D("2.5") > 2.25,
    D(1) == "1",
    D("1.0") == D(1),
    {D(1): "a"}[1],
    hash(D("2.50")) == hash(2.5),
)
print([hash(D(t)) == hash(n) for t, n in (("0", 0), ("-1", -1), ("1e3", 1000), ("0.125", 0.125), ("-12345678901", -12345678901))])
fails(lambda: D(1) / 0)
fails(lambda: D(0) / D(0))
fails(lambda: D(1) // 0)
fails(lambda: D(1) % 0)
fails(lambda: D("1e30") // 1)
fails(lambda: D("sNaN") + 1)
fails(lambda: D("Infinity") - D("Infinity"))
try:
    D(1) / 0
except ZeroDivisionError:
    print("zero")

# Powers, roots, logarithms.
for text in ("2", "0.5", "1.1", "10", "3.14159265358979", "1E-5", "12345.678"):
    x = D(text)
    print(x.sqrt(), x**2, x**3, x**-1, x**0, x**20, x.exp() if x < 100 else "-", x.ln(), x.log10(), x ** D("0.5"), x ** D("-1.7"))
print(
    D(4).sqrt(),
    D("0.0625").sqrt(),
    D("1E+7").sqrt(),
    D("1.00").sqrt(),
    D(0).sqrt(),
    D("-0").sqrt(),
    D(2) ** 100,
    D("1.00") ** 3,
    D(-2) ** 3,
    D(-2) ** 4,
    D(1000).log10(),
)
print(D(0).exp(), D(1).exp(), D(-1).exp(), D(1).ln(), D("Infinity").ln(), D(0).ln(), D("-Infinity").exp(), D(10) ** 50, D("0.1") ** 5)
fails(lambda: D(-1).sqrt())
fails(lambda: D(-1).ln())
fails(lambda: D(-8) ** D("0.5"))
fails(lambda: D(0) ** 0)
fails(lambda: D(0) ** -1)

# Rounding.
modes = [ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP]
for text in ("2.5", "-2.5", "3.5", "2.51", "-2.49", "0.5", "-0.5", "1.05", "9.95", "0", "7.0", "1E+3", "0.005"):
    x = D(text)
    print([str(x.quantize(D("1"), rounding=mode)) for mode in modes], [str(x.quantize(D("0.1"), mode)) for mode in modes])
    print(
        round(x),
        round(x, 1),
        round(x, -1),
        int(x),
        math.floor(x),
        math.ceil(x),
        math.trunc(x),
        x.to_integral_value(),
        x.normalize(),
        float(x),
        x.quantize(D("1.000")),
    )
fails(lambda: D("1e20").quantize(D("1e-10")))
fails(lambda: D("Infinity").quantize(D(1)))
fails(lambda: int(D("NaN")))
fails(lambda: int(D("Infinity")))
print(
    D("1.20").normalize(),
    D("100").normalize(),
    D("0.00").normalize(),
    D("1.5").same_quantum(D("2.7")),
    D("12").scaleb(-3),
    D("2").fma(3, D("0.5")),
    D("1.25").as_integer_ratio(),
)
print(
    D("3.7").copy_sign(D(-1)),
    D("-3").copy_abs(),
    D(3).copy_negate(),
    D("7").to_integral_exact(),
    D("-5.5").to_integral_value(ROUND_CEILING),
)

# Contexts.
print(getcontext().prec, getcontext().rounding)
getcontext().prec = 6
print(D(1) / 7, D("1.2345675") + 0, D("123456789") * 10, D(2).sqrt(), +D("1.23456789"), D("1.23456789"))
with localcontext() as inner:
    inner.prec = 50
    print(D(1) / 7, D(2).sqrt(), D(1).exp())
print(D(1) / 7)
getcontext().rounding = ROUND_UP
print(D(1) / 3, D(-1) / 3, D("1.0000001") + 0)
with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
    print(D(2) / 3, D("12345") * 1)
setcontext(Context(prec=28))
fails(lambda: D("9e999999") * 10)
getcontext().prec = 100
print(D(2).sqrt(), D(1) / 97, D(3).ln())
getcontext().prec = 28

# Text in forms.
for text in ("0", "1.5", "-1234567.891", "0.000001234", "1E+10", "99.995", "-0.0", "123"):
    x = D(text)
    print(
        f"{x}|{x:.2f}|{x:f}|{x:,.1f}|{x:e}|{x:.3e}|{x:g}|{x:.3g}|{x:%}|{x:.1%}|{x:>15}|{x:<12.2f}|{x:+.3f}|{x:010.2f}|{x:^12}|{x:,}|{x:E}"
    )
print(f"{D('NaN'):>8}|{D('Infinity'):+}|{D('-inf'):^12.2f}|", "%s" % D("1.50"), "{:.1f}".format(D("2.25")), str([D(1), D("2.0")]))

random.seed(11)
total = D(0)
for _ in range(150):
    a = D(random.randint(-(10**12), 10**12)) / D(10) ** random.randint(0, 20)
    b = D(random.randint(1, 10**9)) * D(10) ** random.randint(-15, 15)
    total += a * b
    print(a, b, a + b, a - b, a * b, a / b, abs(a).sqrt(), a.quantize(D("0.001")) if abs(a) < 10**15 else "", b.ln())
    fails(lambda: a // b)
    fails(lambda: a % b)
print(total)
