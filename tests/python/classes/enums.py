from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique


class Color(Enum):
    """Colours."""

    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self) -> str:
        return f"{self.name.lower()}={self.value}"

    @property
    def is_red(self) -> bool:
        return self is Color.RED

    @classmethod
    def default(cls) -> "Color":
        return cls.GREEN

    @staticmethod
    def parse(text: str) -> "Color":
        return Color[text.upper()]


print(
    Color.RED,
    repr(Color.RED),
    Color.RED.name,
    Color.RED.value,
    Color.CRIMSON,
    Color.CRIMSON is Color.RED,
)
for c in Color:
    print(c, c.describe(), c.is_red)
print(
    Color(2),
    Color["BLUE"],
    len(Color),
    list(Color),
    Color.default(),
    Color.parse("red"),
)
print(
    Color.RED == Color.RED,
    Color.RED == Color.GREEN,
    Color.RED != Color.BLUE,
    Color.RED == 1,
    Color.RED in Color,
)
try:
    Color(9)
except ValueError as e:
    print(e)
try:
    Color["PINK"]
except KeyError as e:
    print(repr(e))
names = {Color.RED: "r", Color.BLUE: "b"}
print(names[Color.RED], names.get(Color.GREEN), hash(Color.RED) == hash("RED"))
print(
    Color,
    type(Color.RED),
    Color.__name__,
    Color.__members__,
    [m.name for m in Color],
    {c.name: c.value for c in Color},
)


class Shape(Enum):
    CIRCLE = auto()
    SQUARE = auto()
    OTHER = 10
    LAST = auto()


print([(s.name, s.value) for s in Shape], Shape.LAST)


class Mixed(Enum):
    A = "a"
    B = 2
    C = (1, 2)


print(Mixed.A, repr(Mixed.A), Mixed.C.value, Mixed(2), Mixed((1, 2)), Mixed("a").name)


class Level(IntEnum):
    LOW = 1
    HIGH = 5


print(
    Level.LOW < Level.HIGH,
    Level.HIGH + 1,
    sorted([Level.HIGH, Level.LOW]),
    max(Level),
    Level.LOW == 1,
    5 == Level.HIGH,
)
print(
    str(Level.LOW),
    repr(Level.LOW),
    f"{Level.LOW} {Level.HIGH:03d}",
    int(Level.HIGH),
    ["a", "b"][Level.LOW],
    Level(5),
)


def takes(n: int) -> int:
    return n * 2


print(takes(Level.HIGH), range(Level.HIGH), Level.HIGH > 3, 2 * Level.HIGH, 10 - Level.LOW)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


p = Perm.R | Perm.X
print(
    p,
    repr(p),
    Perm.RW,
    p & Perm.R,
    Perm.R in p,
    Perm.W in p,
    bool(p & Perm.W),
    ~Perm.R,
    p ^ Perm.R,
    list(Perm),
    Perm(0),
    repr(Perm(0)),
)
print(
    (Perm.R | Perm.W) is Perm.RW,
    p.value,
    Perm.RW.name,
    [m.name for m in Perm.RW],
    p == Perm.X | Perm.R,
)


class Bits(IntFlag):
    P = 1
    Q = 2


print(Bits.P | Bits.Q, repr(Bits.P | Bits.Q), Bits.P & 3, repr(Bits.P | 4), Bits.P + 1)


class Dir(str, Enum):
    UP = "up"
    DOWN = "down"


print(Dir.UP, repr(Dir.UP), Dir.UP == "up", Dir("down"), Dir.UP.value)


class Word(StrEnum):
    HELLO = "hello"
    BYE = auto()


print(
    Word.HELLO,
    repr(Word.BYE),
    Word.BYE == "bye",
    f"{Word.HELLO}!",
    Word.HELLO + "s",
    len(Word.HELLO),
)


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67430e-11 * self.mass / (self.radius * self.radius)


print(
    [f"{p.name} {p.gravity:.2f}" for p in Planet],
    Planet.EARTH.value,
    repr(Planet.EARTH),
)


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __str__(self):
        return self.value

    def apply(self, a, b):
        match self:
            case Op.ADD:
                return a + b
            case Op.SUB:
                return a - b


print(Op.ADD, Op.SUB.apply(5, 3), [str(o) for o in Op])


def exhaustive(c: Color) -> int:
    match c:
        case Color.RED | Color.GREEN:
            return 1
        case Color.BLUE:
            return 2


print(exhaustive(Color.BLUE), exhaustive(Color.RED))
try:

    @unique
    class Twice(Enum):
        A = 1
        B = 1

except ValueError as e:
    print(e)
try:
    Color.RED = 5
except AttributeError as e:
    print(e)
if Color.RED:
    print("true", isinstance(Color.RED, Color), isinstance(Color.RED, Enum))
state = Color.RED
while state is not Color.BLUE:
    state = Color(state.value + 1)
print(state)


class Level(IntEnum):
    A = 1
    B = 2


class Plain(Enum):
    X = 1


print(isinstance(Level.A, int), isinstance(Plain.X, int), isinstance(Level.B, (str, int)), isinstance(Level.A, Level))


def next_of(x):
    if isinstance(x, int):
        return x + 1
    return "no"


print(next_of(Level.A), next_of(3), next_of(True), next_of("s"), next_of(Plain.X))
