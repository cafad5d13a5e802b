from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, InitVar
import dataclasses
import base
from hub import B0, Key


@dataclass
class Derived(base.Base):
    extra: int = 7


@dataclass
class Second(B0):
    extra: int = 8
    more: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class LongKey(Key):
    c: float = 0.5


d = Derived("n", base.Tag())
print(d, Derived("m", base.Tag(), [1], 2.5, 9), d == Derived("n", d.tag))
print(Second("x", d.tag, more={"a": 1}))
print(LongKey(1), LongKey(1) < LongKey(1, "l"), sorted([LongKey(2), LongKey(1, c=3.0)]))
print(
    [f.name for f in fields(Derived)],
    [f.name for f in dataclasses.fields(d)],
    is_dataclass(d),
    is_dataclass(Key),
    is_dataclass(3),
    is_dataclass(base.Tag),
)


@dataclass
class P:
    x: int
    y: int = 2
    hidden: int = field(default=5, repr=False, init=False)


@dataclass
class Line:
    a: P
    b: P
    label: str = ""
    points: list[P] = field(default_factory=list)
    by: dict[str, P] = field(default_factory=dict)


line = Line(P(1), P(3, 4), "l", [P(5)], {"k": P(6)})
print(asdict(P(1)), asdict(line))
print(astuple(P(1)), astuple(line))
q = replace(P(1), y=9)
print(q, replace(line, label="new").label, replace(line).a is line.a, dataclasses.replace(q, x=0, y=1), replace(LongKey(1), c=2.5))


@dataclass
class WithVar:
    a: int
    scale: InitVar[int] = 2
    b: int = field(init=False)

    def __post_init__(self, scale):
        self.b = self.a * scale


print(WithVar(3), WithVar(3, 5), replace(WithVar(3, 5), a=4), asdict(WithVar(1)))
points = asdict(line)["points"]
line.points[0].x = 100
print(points)
try:
    asdict(5)
except TypeError as e:
    print(e)
