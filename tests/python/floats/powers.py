# Powers give the bits that C's `pow` gives, in the cases that are quick as well.
state = 12345


def number() -> float:
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    high = state
    state = (state * 1103515245 + 12345) % 2147483648
    return 0.5 + high / 2147483648.0 + state / 4611686018427387904.0


squares = roots = cubes = thirds = inverses = twos = 0.0
differences = 0
for _ in range(20000):
    x = number()
    squares += x**2
    roots += x**0.5
    cubes += x**3.0
    thirds += x ** (1 / 3)
    inverses += x**-1.0
    twos += 2.0**x
    if x**2 != x * x:
        differences += 1
print(squares, roots, cubes, thirds, inverses, twos)
print(differences > 0)

for x in [
    0.0,
    -0.0,
    1.0,
    -1.0,
    3.0,
    1e-200,
    1e200,
    1e-320,
    float("inf"),
    float("-inf"),
    float("nan"),
]:
    try:
        print(x, x**2)
    except OverflowError as error:
        print(error)
for x in [
    0.0,
    -0.0,
    1.0,
    9.0,
    2.25,
    1e-200,
    1e200,
    1e-320,
    float("inf"),
    float("-inf"),
    float("nan"),
]:
    print(x, x**0.5)
for exponent in [0.5, 1.5, 2.0, -0.5, -2.0]:
    total = 0.0
    for i in range(1, 1000):
        total += (i / 7.0) ** exponent
    print(exponent, total)
for x in [0.0, -0.0]:
    try:
        print(x**-1.0)
    except ZeroDivisionError as error:
        print(error)
