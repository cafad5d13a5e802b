# Operations that arguments do not have which contradict their annotations.
def f(n: int) -> int:
    total = 0
    for i in range(n):
        total += i
    return total
def g(s: str) -> str:
    return s.upper()
def h(xs: list[int]) -> int:
    xs[0] = 1
    return len(xs)
def b(n: int) -> str:
    return bin(n)
def it(s: str) -> int:
    return sum(1 for c in s)
def idx(s: list[int]) -> int:
    return s[0]
def neg(n: int) -> int:
    return -n
def inn(s: str) -> bool:
    return "a" in s
def order(a: int, b: int) -> bool:
    return a < b
def joined(xs: list[str]) -> str:
    return ",".join(xs)
def srt(xs: list[int]) -> list[int]:
    return sorted(xs)
for t in [lambda: f(1.5), lambda: f("a"), lambda: g(3), lambda: h((1, 2)), lambda: h(5), lambda: b("x"), lambda: b(1.5), lambda: it(5), lambda: idx(None), lambda: neg("a"), lambda: inn(4), lambda: order("a", 3), lambda: joined([1, 2]), lambda: srt(5), lambda: srt(["a", 1])]:
    try:
        print(t())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
