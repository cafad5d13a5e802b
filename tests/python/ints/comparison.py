# Chained comparison evaluates each operand once and stops at the first that fails.
def noisy(n: int) -> int:
    print("eval", n)
    return n


print(noisy(1) < noisy(2) < noisy(3))
print(noisy(5) < noisy(2) < noisy(3))
print(1 < 2 == 2 != 3 >= 3 > 0)
print(1 == 1.0, 1 < 1.5, 2 > 1.5, True == 1, True < 2)
a = 3
nothing = None
print(a is not None, nothing is None)
print(0 <= a < 10, not a, not not a, a and 5, 0 or a, 0 and a, a or 5)
print(1 if a > 2 else 0, "big" if a > 5 else "small")


# An int and a float are compared exactly, whatever their sizes.
def compare(a: int, b: float):
    print(
        a == b,
        b == a,
        a != b,
        b != a,
        a < b,
        b < a,
        a <= b,
        b <= a,
        a > b,
        b > a,
        a >= b,
        b >= a,
    )


for whole in [
    3,
    0,
    -4,
    9007199254740992,
    9007199254740993,
    9223372036854775807,
    9223372036854775296,
    -9223372036854775807 - 1,
]:
    for real in [
        3.0,
        3.5,
        -0.0,
        -4.0,
        9007199254740992.0,
        9.223372036854775807e18,
        9.223372036854774784e18,
        -9.3e18,
    ]:
        compare(whole, real)
    compare(whole, float("nan"))
    compare(whole, float("inf"))
print(len("abc") == 3.0, 3.0 in [1, 2, 3], [1, 2] == [1.0, 2.0], {1: 2}.get(1) == 2.0)
print((5**2 - 1) / 4 == int((5**2 - 1) / 4))
