"""`copy` and `deepcopy` of objects of classes."""

import copy
from copy import deepcopy
from dataclasses import dataclass, field
from enum import Enum


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
        self.tags = [value]


class Loud(Node):
    def __init__(self, value):
        super().__init__(value)
        self.volume = 11

    def shout(self):
        return f"{self.value}!" * 2 + str(self.volume)


class Ring:
    def __init__(self, name):
        self.name = name
        self.other = None


class Board:
    def __init__(self, size):
        self.rows = [[0] * size for _ in range(size)]
        self.moves = {"a": (1, [2])}
        self.seen = {1, 2}

    def __eq__(self, other):
        return self.rows == other.rows


class Counted:
    copies = 0

    def __init__(self, n):
        self.n = n

    def __copy__(self):
        Counted.copies += 1
        return Counted(self.n + 100)

    def __deepcopy__(self, memo):
        return Counted(copy.deepcopy(self.n, memo) + 1000)


@dataclass(frozen=True)
class Point:
    x: int
    y: float = 0.5
    path: list[int] = field(default_factory=list)


class Color(Enum):
    RED = 1


class Holder:
    def __init__(self):
        self.color = Color.RED
        self.point = Point(1)
        self.counted = Counted(5)
        self.pair = (Point(2), [Point(3)])
        self.action = len
        self.nothing = None
        self.text = "t"

    @property
    def shown(self):
        return self.text


n = Node(1, Node(2))
c = copy.copy(n)
d = copy.deepcopy(n)
n.tags.append(5)
n.next.value = 7
n.value = 0
print(c.value, c.tags, c.next.value, d.value, d.tags, d.next.value, d.next.tags, type(d).__name__, d.next.next)

shapes = [Node(1), Loud(2)]
more = deepcopy(shapes)
for s in shapes:
    if isinstance(s, Loud):
        s.volume = 0
for s in more:
    print(type(s).__name__, s.value, s.shout() if isinstance(s, Loud) else "-")
one: Node = Loud(4)
print(type(copy.copy(one)).__name__, type(deepcopy(one)).__name__)

a, b = Ring("a"), Ring("b")
a.other, b.other = b, a
x = deepcopy(a)
print(x.name, x.other.name, x.other.other is x, x is a, x.other is b)
a.other = b.other = x.other = None
x = None

shared = [1]
twice = deepcopy([[shared, shared], [Board(1)] * 2])
print(twice[0][0] is twice[0][1], twice[1][0] is twice[1][1])

board = Board(2)
other = deepcopy(board)
other.rows[0][0] = 1
other.moves["a"][1].append(3)
other.seen.add(9)
print(board.rows, other.rows, board == other, board.moves, other.moves, board.seen, len(other.seen), copy.copy(board) == board)

print(
    copy.copy(Counted(1)).n,
    deepcopy(Counted(1)).n,
    Counted.copies,
    [k.n for k in deepcopy([Counted(2)])],
    [k.n for k in copy.copy([Counted(2)])],
)
p = Point(1, path=[1])
q, r = copy.copy(p), deepcopy(p)
p.path.append(2)
print(
    p,
    q,
    r,
    q == p,
    r == p,
    hash(Color.RED) == hash(deepcopy(Color.RED)),
    deepcopy(Color.RED) is Color.RED,
    copy.copy(Color.RED) is Color.RED,
)
h = Holder()
k = deepcopy(h)
print(
    k.color,
    k.point,
    k.counted.n,
    k.pair,
    k.action([1]),
    k.nothing,
    k.shown,
    k.point is h.point,
    k.pair[0] is h.pair[0],
    copy.copy(h).point is h.point,
)
print(copy.copy(None), deepcopy(3), copy.copy("s"), deepcopy((1, [2])), deepcopy({1: [Point(1)]}), deepcopy(len)([1, 2]))
