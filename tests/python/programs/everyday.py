import math


def f(x, *, scale=1.0, offset=0):
    return x * scale + offset


print(f(2), f(2, scale=3), f(2, offset=1.5))


def g(*nums):
    t = 0
    for n in nums:
        t += n
    return t


print(g(), g(1), g(1, 2, 3))
args = (1, 2)
print(g(*args), g(*[1, 2, 3]))
print(
    math.sqrt(16),
    math.floor(2.5),
    math.pi,
    math.gcd(12, 18),
    math.factorial(5),
    math.log2(8),
    math.ceil(1.2),
    math.inf,
    math.isqrt(17),
)
s = {1, 2, 3}
s.add(4)
s.discard(1)
print(
    sorted(s), 2 in s, sorted(s | {9}), s & {2, 9}, sorted(s - {2}), sorted(s ^ {2, 10})
)
print({x % 3 for x in range(10)})
print(frozenset([1, 2]) if False else "skip")
b = [0] * 5
b[2:4] = [7, 8]
print(b, b[::-2])
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m)
text = """line1
line2"""
for i, line in enumerate(text.splitlines(), 1):
    print(i, line)
print(max("apple", "fig", key=len), min([3, 1], default=0), sum(x for x in [1, 2]))
print(sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda t: (t[1], t[0])))
d = {"a": 1}
d.update({"b": 2})
for k in list(d.keys()):
    if d[k] == 1:
        del d[k]
print(d)
print("yes" if d else "no", bool([]), not d)
while True:
    try:
        v = int("5")
        break
    except ValueError:
        continue
print(v)
x = y = 3
x += 1
print(x, y)
a, b = b, a = 1, 2
print(a, b)
print(10 if x > 3 else 20, x if x else y)
print(
    str(3) + "a", int("3") + 4, float(3), list("abc"), set([1]) == {1}, dict(a=1, b=2)
)
print(isinstance("a", (int, str)), callable(f), hash("a") == hash("a"), id(x) == id(x))
print(round(2.675, 2), round(1234.5), round(-0.5), 7 // 2, -7 // 2, 7 % -3, 2**0.5)
print(bin(10), hex(255), oct(8), int("ff", 16), chr(65), ord("A"), abs(-5), pow(2, 3))
