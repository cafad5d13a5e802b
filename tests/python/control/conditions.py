def classify(n: int) -> str:
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


for n in [-5, 0, 7, 100]:
    print(n, classify(n))


def trace(label: str, value: bool) -> bool:
    print(label, end=" ")
    return value


print(trace("a", True) and trace("b", False) and trace("c", True))
print(trace("a", False) or trace("b", True) or trace("c", True))
print(not trace("x", False))
print("" or "fallback", "value" or "fallback", [] or [1], 0 or None, 3 and "x")
x = 5
if x > 3 and not x > 10:
    print("between")
if (y := x * 2) > 8:
    print("walrus", y)
pass
s = ""
if not s:
    print("empty")
print("yes" if x else "no", "a" if x < 0 else "b" if x == 0 else "c")
