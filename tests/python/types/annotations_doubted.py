# Fields, results, variables and elements that are not what annotations say.
from dataclasses import dataclass
from typing import NamedTuple


@dataclass
class Point:
    x: float
    y: float = 0.0


class Pair(NamedTuple):
    first: str
    second: float


class Table:
    width: int = 2.5

    def __init__(self, count: int) -> None:
        self.cells: list[float] = [0] * count
        self.name: str = None
        self.by_name: dict[str, float] = {}

    def put(self, at: int, value: float) -> None:
        self.cells[at] = value
        self.by_name[str(at)] = value

    def total(self) -> float:
        return sum(self.cells)


PRICES: dict[str, float] = {"apple": 1, "pear": 2.5}
LIMIT: int = 4.5


def half(x: int) -> int:
    return x / 2


def ratio(a: int, b: int) -> tuple[int, int]:
    return a / b, a % b


def extended(values: list[float]) -> list[float]:
    values.append(3)
    return values


def names(count: int) -> list[str]:
    found: list[str] = []
    for number in range(count):
        found.append(number)
    return found


print(Point(1, 2), Point(1.5), Point(y=1, x=True))
print(Pair("a", 1), Pair("b", 2.5), Pair(3, 4).first)
table = Table(3)
table.put(1, 5)
print(table.cells, table.total(), table.name, table.by_name, table.width)
table.put(0, 0.5)
table.name = 7
print(table.cells, table.total(), table.name)
print(PRICES, PRICES["apple"], LIMIT)
print(half(3), half(4), ratio(7, 2), extended([1.5]), names(2))


def f(x: str) -> list:
    ys = [1]
    ys.append(2.5)
    ys.append(x)
    d = {}
    d[1] = x
    d["k"] = 2
    return ys, d


print(f("a"), f(3), f(None))


def apply(f: callable, x: any) -> any:
    return f(x)


print(apply(len, "abc"), apply(str, 2.5))
