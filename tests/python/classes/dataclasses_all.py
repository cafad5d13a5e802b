from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field, FrozenInstanceError, InitVar, KW_ONLY
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1, 2)
print(p, Point(3), Point(x=4, y=5))
print(p == Point(1, 2), p == Point(2, 1), p != Point(1, 2), p == (1, 2), p == 5)


@dataclass
class Node:
    data: int
    next_node: Node | None = None
    children: list[Node] = field(default_factory=list)


n = Node(1, Node(2))
n.children.append(Node(7))
print(n)
print(n.children[0].children, Node(3).children)
n.next_node = n
print(n)
n.next_node = None


@dataclass(frozen=True)
class Frozen:
    name: str
    value: float = 1.5

    def doubled(self) -> float:
        return self.value * 2


f = Frozen("a")
print(f, f.doubled(), hash(f) == hash(Frozen("a")), {f: 1}[Frozen("a", 1.5)])
try:
    f.name = "b"
except FrozenInstanceError as e:
    print("frozen:", e, repr(e))
try:
    f.value = 3.0
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


vs = [Version(1, 2), Version(0, 9, "beta"), Version(1), Version(1, 2, "z")]
print(sorted(vs))
print(max(vs), min(vs), Version(1) < Version(2), Version(1, 2) >= Version(1, 2, "z"))


@dataclass
class Base:
    a: int
    b: str = "b"
    count: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Base.count += 1
        self.a += 100


@dataclass
class Derived(Base):
    c: list[int] = field(default_factory=lambda: [1, 2], repr=False)
    b: str = "derived"


d = Derived(1)
print(d, d.c, Derived(1, "x", [3]), Base.count)
print(Base(1) == Derived(1), d == Derived(1))


@dataclass
class WithInit:
    base: InitVar[int]
    _: KW_ONLY
    total: int = field(init=False, default=0)
    scale: int = 2
    tags: set[str] = field(default_factory=set, kw_only=True)

    def __post_init__(self, base: int) -> None:
        self.total = base * self.scale


print(WithInit(5), WithInit(5, scale=3, tags={"q"}))


@dataclass(eq=False, repr=False)
class Plain:
    z: int


print(Plain(1) == Plain(1))


@dataclass
class Custom:
    z: int

    def __repr__(self) -> str:
        return f"<{self.z}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Custom) and abs(self.z - other.z) < 2


print(Custom(1) == Custom(2), Custom(1))


def local() -> None:
    @dataclass
    class Inner:
        v: int = 3

    print(Inner(), Inner(4).v)


local()


@dataclass
class Ring:
    value: int
    next: Ring | None = None


ring = Ring(1)
ring.next = ring
print(ring == ring, ring != ring, ring.next == ring)
ring.next = None
