from collections import namedtuple
from typing import NamedTuple
import collections


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0

    def norm(self) -> int:
        return abs(self.x) + abs(self.y)

    def __add__(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y)


p = Point(3, -4)
print(p, p.x, p[1], p[-1], len(p), p.norm(), p + Point(1, 1), Point(5), Point(y=2, x=1))
a, b = p
print(a, b, [*p], list(p), tuple(p), sum(p), max(p), sorted(p))
print(
    p == (3, -4),
    (3, -4) == p,
    p == Point(3, -4),
    p != Point(1),
    p < Point(4),
    p < (3, 0),
    hash(p) == hash((3, -4)),
)
print({p: "v"}[Point(3, -4)], 3 in p, 7 in p, p[:1], p.index(-4), p.count(3))
for v in p:
    print(v)
print(p._replace(x=10), p._replace(), p._asdict(), Point._fields, Point._make([8, 9]))
print("%d/%d" % p, isinstance(p, tuple), isinstance(p, Point))
try:
    p.x = 5
except AttributeError as e:
    print("AttributeError:", e)

Pair = namedtuple("Pair", "left right")
q = Pair(1, "one")
print(q, q.left, q.right, q[0])
left, right = q
print(left, right, q == (1, "one"))
Row = namedtuple("Row", ["id", "name", "score"], defaults=[0.5])
rows = [Row(2, "b"), Row(1, "a", 2.0)]
print(sorted(rows), rows[0].score, Row._fields)
print(max(rows, key=lambda r: r.score).name)
Other = collections.namedtuple("Strange", "v, w")
print(Other(1, 2), Other(v=1, w=2)._asdict())


class Vec(namedtuple("Vec", "x y z")):
    def dot(self, other):
        return sum(i * j for i, j in zip(self, other))


v = Vec(1, 2, 3)
print(v, v.dot(Vec(4, 5, 6)), v.z)


class Edge(NamedTuple):
    to: int
    weight: float = 1.0
    tags: list[str] = []


def shortest(edges: list[Edge]) -> Edge:
    return min(edges, key=lambda e: e.weight)


edges = [Edge(1, 2.5), Edge(2), Edge(3, 0.5, ["t"])]
print(shortest(edges), [to for to, _, _ in edges])


def swap(pair: tuple[int, int]) -> tuple[int, int]:
    return pair[1], pair[0]


print(swap(p), (*p, 9), p + p, p * 2 if False else "")
points = {Point(1, 2), Point(1, 2), Point(2, 1)}
print(len(points), sorted(points), Point(1, 2) in points)


def maybe(flag: bool) -> Point | None:
    return Point(1, 1) if flag else None


m = maybe(True)
if m is not None:
    mx, my = m
    print(mx, my)
print(repr(maybe(False)), Point.__doc__, str(p), f"{p}")
T = NamedTuple("T", [("n", int), ("s", str)])
print(T(1, "q"))
