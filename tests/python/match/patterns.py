from dataclasses import dataclass
from typing import NamedTuple


def literal(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case n if n > 100:
            return f"large {n}"
        case _:
            return "other"


print([literal(i) for i in [0, 2, -1, 200, 50]])


def text(s: str) -> str:
    match s:
        case "go" | "run":
            return "move"
        case "stop":
            return "halt"
        case other:
            return other.upper()


print(text("go"), text("stop"), text("x"))


def mixed(v: int | str | None | float | bool) -> str:
    match v:
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case int(n):
            return f"int {n + 1}"
        case str() as s if len(s) > 3:
            return f"long {s}"
        case str(s):
            return f"str {s!r}"
        case float():
            return f"float {v}"


print([mixed(v) for v in [None, True, False, 3, "abcd", "x", 2.5]])


def sequence(xs: list[int]) -> str:
    match xs:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1, then {rest}"
        case [first, _, last]:
            return f"three {first} {last}"
        case [first, *middle, last] if first == last:
            return f"same ends around {middle}"
        case [first, *_]:
            return f"from {first}"
    return "?"


for xs in [[], [5], [1, 2, 3], [4, 5, 6], [7, 1, 2, 7], [8, 9, 1, 2]]:
    print(sequence(xs))


def command(line: str) -> str:
    match line.split():
        case ["quit"]:
            return "quitting"
        case ["go", ("north" | "south") as direction]:
            return f"going {direction}"
        case ["get", item] | ["take", item]:
            return f"taking {item}"
        case ["drop", *items]:
            return f"dropping {items}"
        case _:
            return "what?"


for line in ["quit", "go north", "go west", "take lamp", "get key", "drop a b", ""]:
    print(command(line))


def pair(t: tuple[int, str] | tuple[int, int, int]) -> str:
    match t:
        case (0, name):
            return f"zero {name}"
        case (n, str(name)):
            return f"{n} {name}"
        case (a, b, c):
            return f"sum {a + b + c}"


print(pair((0, "a")), pair((1, "b")), pair((1, 2, 3)))


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    center: Point
    radius: float


@dataclass
class Rect:
    low: Point
    high: Point


Shape = Circle | Rect | Point


def describe(s: Circle | Rect | Point) -> str:
    match s:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case Circle(Point(0, 0), radius=r):
            return f"centred circle {r}"
        case Circle(center, _) as c:
            return f"circle at {center} {c.radius}"
        case Rect(Point(a, b), Point(c, d)):
            return f"area {(c - a) * (d - b)}"


for s in [
    Point(0, 0),
    Point(0, 4),
    Point(3, 3),
    Point(1, 2),
    Circle(Point(0, 0), 1.5),
    Circle(Point(1, 0), 2.0),
    Rect(Point(0, 0), Point(2, 3)),
]:
    print(describe(s))


def mapping(d: dict[str, int]) -> str:
    match d:
        case {"x": x, "y": y}:
            return f"point {x} {y}"
        case {"r": 0}:
            return "no radius"
        case {"r": r, **rest}:
            return f"radius {r} {rest}"
        case {}:
            return "anything"


print(
    mapping({"x": 1, "y": 2, "z": 3}),
    mapping({"r": 0}),
    mapping({"r": 2, "q": 9}),
    mapping({}),
)


class Animal:
    __match_args__ = ("name",)

    def __init__(self, name):
        self.name = name


class Dog(Animal):
    def __init__(self, name, tricks):
        super().__init__(name)
        self.tricks = tricks


class Cat(Animal):
    pass


def speak(a: Animal) -> str:
    match a:
        case Dog("Rex", tricks=t):
            return f"Rex does {t}"
        case Dog(name):
            return f"dog {name}"
        case Cat(name=n):
            return f"cat {n}"
        case Animal(name):
            return f"animal {name}"


for a in [Dog("Rex", 3), Dog("Fido", 0), Cat("Tom"), Animal("bug")]:
    print(speak(a))


class V(NamedTuple):
    a: int
    b: int = 0


match V(1, 2):
    case V(a, b):
        print("V", a, b)
match V(1, 2):
    case (p, q):
        print("seq", p, q)
match (1, [2, 3], {"k": (4, 5)}):
    case (1, [x, *_], {"k": (4, z)}):
        print(x, z)


def loop(items):
    total = 0
    for item in items:
        match item:
            case 0:
                continue
            case 9:
                break
            case n:
                total += n
    return total


print(loop([1, 0, 2, 9, 5]), n if (n := 3) else 0)


def keeps(x):
    match x:
        case [a, 5]:
            pass
        case [a, b]:
            return a + b
    return a


print(keeps([1, 5]), keeps([1, 2]))
match 5:
    case value if value > 10:
        print("no")
    case _:
        print("bound anyway", value)


def gathered(*values: int) -> str:
    match values:
        case ():
            return "nothing"
        case (one,):
            return f"one {one}"
        case (first, *rest):
            return f"{first} and {rest}"
        case _:
            return "never"


print(
    gathered(), gathered(1), gathered(1, 2, 3), gathered(*[4, 5]), gathered(*range(0))
)
