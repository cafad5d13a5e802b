"""`complex`: literals, arithmetic, text, comparison, conversion."""

import random


def fails(action) -> None:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


inf = float("inf")
nan = float("nan")
parts = [0.0, -0.0, 1.0, -1.5, 3.0, 1e16, 1e-300, 1e300, inf, -inf, nan]
numbers = [complex(a, b) for a in parts for b in parts]
print(numbers)
print([repr(z) == str(z) for z in numbers].count(False))
for z in numbers[::7]:
    for w in numbers[::5]:
        print(z + w, z - w, z * w, z == w, z != w, end=" ")
        fails(lambda: z / w)
for z in numbers[::3]:
    fails(lambda: abs(z))
    print(-z, +z, z.conjugate(), z.real, z.imag, bool(z), z + 1, 1 - z, z * 2.5, 2 * z, z + True)

# Powers.
for z in (0j, 1j, 2 + 0j, -1.5 + 2j, 1e200 + 1e200j, -0.0 - 3j):
    for w in (0, 1, 2, -1, 5, -3, 100, 101, 0.5, -0.5, 1j, 2 - 1j, -1 + 0j):
        fails(lambda: z**w)
fails(lambda: 2 ** (1 + 1j))
fails(lambda: 2.5 ** (-3j))
fails(lambda: 0 ** (-1 + 0j))
fails(lambda: (1 + 1j) / 0)
fails(lambda: 1 / 0j)
fails(lambda: 1.5 / (0 * 1j))

# Reading.
for text in (
    "1",
    "1j",
    "-j",
    "+j",
    "j",
    "1+2j",
    "(1-2j)",
    " ( 3e5+.5j ) ",
    "nan+infj",
    "-inf",
    "1e-5J",
    "1_0+2_0j",
    "-1.5e+3-2.5e-3j",
    "\t7\n",
):
    fails(lambda: complex(text))
for text in ("", " ", "1+", "1 + 2j", "1+2", "jj", "1j2", "()", "(1+2j", "a", "1+-2j", "++1j", "1e", "1..j", "_1j"):
    fails(lambda: complex(text))
print(
    complex(),
    complex(2),
    complex(2.5),
    complex(1, 2),
    complex(1.5, -0.0),
    complex(1j),
    complex(1j, 1j),
    complex(2, 3j),
    complex(1j, 2),
    complex(True),
)
print(complex(real=1, imag=2), complex(imag=-2.5))

# Text in forms.
for z in (0j, 1j, 3 + 4j, -2.5 - 0.125j, -0.0 + 1j, 1e20 + 1e-7j, complex(nan, inf)):
    print(f"{z}|{z:}|{z:.3f}|{z:+.1e}|{z:g}|{z:>30}|{z:<20}|{z:^24.2f}|{z:.3}|{z:*^20}|{z: }|{z:+}|{z:,.2f}")
fails(lambda: f"{1j:010}")
fails(lambda: f"{1j:=10}")
fails(lambda: f"{1j:d}")
fails(lambda: f"{1j:%}")
print("%s %r" % (1 + 2j, -1j), str(1j) + "!", "{:.1f}".format(2j))

# Equality and hashes, with other numbers.
print(1 + 0j == 1, 1 == 1 + 0j, 1.5 == 1.5 + 0j, 1j == 1, True == 1 + 0j, 2**53 + 1 == complex(2**53, 0), 1j == "1j")
print(hash(1 + 0j) == hash(1), hash(2.5 + 0j) == hash(2.5), [hash(z) for z in (1j, 1 + 1j, -1 - 1j, 1e300 + 2.5j, -1 + 0j, 0j)])
print({1: "a", 2.5: "b"}.get(1), {1j: 1, 1 + 0j: 2}, len({1j, 0 + 1j, -1j}), 1j in [1j], [1j, 2j].index(2j), (1j, 2) == (1j, 2))


def magnitude(z: complex) -> float:
    return abs(z)


def roots(a, b, c):
    d = (b * b - 4 * a * c) ** 0.5
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


def escapes(c: complex, limit: int = 50) -> int:
    z = 0j
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


print(magnitude(3 + 4j), magnitude(2), magnitude(1.5), roots(1 + 0j, 2, 5), escapes(-0.75 + 0.1j), escapes(1 + 1j), escapes(0))
print(sum([1j, 2, 3 + 1j]), sum([1j, 2j]), sum([0.5j] * 4, 1), max([1j, 3 + 4j, 2], key=abs))
z = 1 + 1j
z += 1
z *= 2j
z -= 0.5
z /= 4
z **= 2
print(z, [c.imag for c in (1j, 2 + 3j)], sorted([3j, 1j, 2j], key=lambda c: c.imag))
random.seed(5)
total = 0j
for _ in range(300):
    a = complex(random.uniform(-10, 10), random.uniform(-10, 10))
    b = complex(random.gauss(0, 1), random.gauss(0, 1e3))
    total += a * b / (a + b) - a**3 + abs(b)
    print(a * b, a / b, a**b, abs(a), a**2.5, b**-4)
print(total)
