# int() of strings, floats and bools; str() and repr() of ints.
print(int("42"), int("-17"), int("  8 "), int("+5"), int("1_000"))
print(int(3.99), int(-3.99), int(1e15), int(True), int(False))
print(str(0), str(-12345), repr(7), str(10**18))
print(float("3.5"), float(7), float("-1e3"), float(" 2 "))
print(bool(0), bool(5), bool(""), bool("x"), bool([]), bool([0]), bool(0.0), bool(None))
print(int("ff", 16), int("777", 8), int("1010", 2), int("z", 36))
print(
    abs(-5),
    abs(5),
    abs(-2.5),
    min(3, 1, 2),
    max(3, 1, 2),
    max([4, 9, 2]),
    min("pear", "apple"),
)
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(7))
for text in ["", "x", "1.5", "--1", "1 2"]:
    try:
        print(int(text))
    except ValueError as error:
        print(error)
