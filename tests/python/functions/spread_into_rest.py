"""`*values` for functions with `*rest`, and `min` and `max` in all forms."""

xs = [3, 1, 2]
print(max(*xs), min(*xs), max(*xs, key=lambda v: -v), max(0, *xs), min(5, 4), max("a", "b", key=str.lower))
print(max([], default=None), min([], default=5), max([1], default=None), max((), default="x"), max({}, default=0))
print(max(*[2.5, 1]), max(*"hello"), min(*(1, 2)), max(*[[1, 2], [3]]), max(*range(4)))


def f(a, b, *rest, c=1):
    return a, b, rest, c


print(f(*xs), f(*[1, 2]), f(1, *xs), f(1, 2, *xs), f(*xs, c=5), f(0, *"ab"))
for call in (lambda: f(*[1]), lambda: f(*[]), lambda: max(*[7]), lambda: max([]), lambda: min(()), lambda: max(1, 2, default=3)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class M:
    def m(self, x, *more):
        return (x, more)


print(M().m(*xs), M().m(*[1]))


def total(first, *others):
    return first + sum(others)


print(total(*xs), total(*[1.5]))
print(*max(zip(xs, "abc")), max(xs, key=None), max({1: 2, 3: 0}.items(), key=lambda p: p[1]), min(map(abs, [-3, 2])), max(x for x in xs))
print(max({}, default="x"))
