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
