import operator
from operator import attrgetter, itemgetter, methodcaller


class Inner:
    def __init__(self, v):
        self.v = v


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.inner = Inner(x * 10)

    def scaled(self, k, shift=0):
        return self.x * k + shift

    @property
    def total(self):
        return self.x + self.y


ps = [P(3, 1), P(1, 2), P(2, 0)]
print([p.x for p in sorted(ps, key=attrgetter("x"))])
print(attrgetter("x", "y", "total")(ps[0]), attrgetter("inner.v")(ps[1]), attrgetter("inner.v", "x")(ps[1]))
print(max(ps, key=attrgetter("inner.v")).x)
print(methodcaller("scaled", 3)(ps[0]), methodcaller("scaled", 3, shift=5)(ps[0]), methodcaller("upper")("abc"))
print(list(map(methodcaller("split", ","), ["a,b", "c"])))
print(sorted([("b", 2), ("a", 2), ("c", 1)], key=itemgetter(1, 0)))
print(itemgetter(1)([5, 6]), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 1}), itemgetter(slice(1, 3))([1, 2, 3, 4]))
print(operator.abs(-3), operator.pos(True), operator.invert(5), operator.inv(0), operator.truth([]), operator.truth("a"))
print(
    operator.countOf([1, 2, 1], 1),
    operator.indexOf("abc", "c"),
    operator.index(True),
    operator.length_hint([1, 2]),
    operator.length_hint(iter([1]), 7) >= 0,
)
xs = [1]
print(
    operator.iadd(xs, [2]),
    xs,
    operator.concat("a", "b"),
    operator.is_(xs, xs),
    operator.is_not(None, 1),
    operator.iadd(1, 2),
    operator.ipow(2, 5),
)
operator.setitem(xs, 0, 9)
print(xs)
operator.delitem(xs, 1)
print(xs)
print(operator.call(max, 3, 4), operator.floordiv(7, -2), operator.ixor(6, 3), operator.lshift(1, 4))
try:
    operator.indexOf([1], 2)
except ValueError as e:
    print(e)
try:
    itemgetter(5)([1])
except IndexError as e:
    print(e)
