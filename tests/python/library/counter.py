from collections import Counter

c = Counter("mississippi")
print(c, c["s"], c["zz"], len(c), c.most_common(2), c.most_common(), c.total())
c["q"] += 1
c.update("qqs")
c.update({"z": 5})
print(c, sorted(c.elements())[:5], dict(c))
c.subtract("qq")
del c["nothing"]
print(c)
e = Counter()
for w in ["a", "b", "a"]:
    e[w] += 1
print(e, e == Counter(["a", "a", "b"]), e != Counter(), Counter())
a = Counter({"x": 3, "y": 1})
b = Counter({"x": 1, "z": 2})
print(a + b, a - b, a | b, a & b, +a, -a, a == b, a <= b, Counter([1, 1]) == {1: 2})
a += b
print(
    a,
    sum(a.values()),
    max(a, key=lambda k: a[k]),
    sorted(a.items(), key=lambda kv: (-kv[1], kv[0])),
)
print(
    a.copy(),
    [k for k in a],
    "x" in a,
    a.get("nope", 7),
    a.get("nope"),
    a.pop("x"),
    list(a.keys()),
    list(a.values()),
)
print(
    Counter([1, 2, 2, 3, 3, 3]).most_common(1)[0][0],
    Counter([i % 3 for i in range(10)]),
    Counter(Counter("aab")),
)


def f(words: list[str]) -> Counter[str]:
    return Counter(words)


print(f(["u", "v", "u"]))


def g(d: dict[str, int]) -> int:
    return sum(d.values()) + d["u"]


print(g(f(["u"])))


class Bag(Counter[str]):
    """A derived class has its own `update`."""


bag = Bag("abca")
bag.update("ab", z=3)
bag.subtract(a=5)
bag.subtract({"b": 1}, c=1)
print(sorted(bag.items()), bag["nothing"])
