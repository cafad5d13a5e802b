"""Names for types: aliases old and new, `TypeVar`, `NewType`, and annotations that leave types open."""

from __future__ import annotations
import typing
from typing import (
    Any,
    Callable,
    Dict,
    Generic,
    List,
    NewType,
    Optional,
    Tuple,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    Literal,
    Final,
    Iterable,
)
import collections.abc

Matrix = list[list[int]]
Vector: TypeAlias = "list[float]"
Point = Tuple[float, float]
Number = Union[int, float]
MaybeName = Optional[str]
Table = Dict[str, List[int]]
Op = Callable[[float], float]
Text = str
UserId = NewType("UserId", int)
T = TypeVar("T")
K = TypeVar("K", int, str)
Pairs = list[Tuple[T, int]]
Grid = Matrix
Mode = Literal["r", "w"]
LIMIT: Final = 10

values = [1, 2, 3]
first = values[0]
lookup = {"a": 1}
entry = lookup["a"]
either = first | entry
alias_of_value = values


def transpose(m: Matrix) -> Matrix:
    return [] if not m else [[row[i] for row in m] for i in range(len(m[0]))]


def norm(v: Vector) -> float:
    return sum(x * x for x in v) ** 0.5


def shift(p: Point, by: Point) -> Point:
    return p[0] + by[0], p[1] + by[1]


def double(x: Number) -> Number:
    return x * 2


def greet(name: MaybeName = None) -> Text:
    return "hi " + (name or "you")


def apply(op: Op, x: float) -> float:
    return op(x)


def head(items: list[T], default: T) -> T:
    return items[0] if items else default


def pairs(items: list[T]) -> list[Tuple[T, int]]:
    return [(item, i) for i, item in enumerate(items)]


def opened(mode: Mode = "r") -> Mode:
    return mode


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def peek(self) -> Optional[T]:
        return self.items[-1] if self.items else None

    def __len__(self) -> int:
        return len(self.items)


class Named(Stack[T]):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


table: Table = {"x": [1, 2]}
grid: Grid = [[1, 2], [3, 4]]
print(transpose(grid), norm([3.0, 4.0]), shift((1.0, 2.0), (0.5, 0.5)))
print(double(3), double(2.5), greet(), greet("Ann"), apply(lambda x: x / 2, 3.0), table)
print(
    head([1, 2], 0),
    head([], "none"),
    pairs(["a", "b"]),
    first,
    entry,
    either,
    alias_of_value,
)
user = UserId(5)
print(
    user + 1, opened(), opened("w"), LIMIT, cast(int, user), cast("list[int]", values)
)
s = Stack[int]()
s.push(1)
s.push(2)
n: Named[str] = Named("names")
n.push("x")
print(s.pop(), s.peek(), len(s), n.name, n.peek(), n.pop(), n.peek())
u = Stack()
u.push(2.5)
print(u.pop())
print(Text(12))
