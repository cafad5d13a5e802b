class Vec:
    """A vector."""

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if isinstance(other, Vec):
            return Vec(self.x + other.x, self.y + other.y)
        if isinstance(other, int):
            return Vec(self.x + other, self.y + other)
        return NotImplemented

    __radd__ = __add__

    def __mul__(self, k: float) -> "Vec":
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Vec):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return (self.x, self.y) < (other.x, other.y)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.x}, {self.y})"

    __str__ = __repr__


print(Vec(1, 2) + Vec(3, 4), Vec(1, 2) + 5, 5 + Vec(1, 2), 2 * Vec(1, 2), Vec(1, 2) * 3)
print(
    Vec(1, 2) == Vec(1, 2),
    Vec(1, 2) == 3,
    3 == Vec(1, 2),
    Vec(1, 2) != "a",
    None == Vec(1, 2),
)
print(Vec(1, 2) > Vec(0, 5), sorted([Vec(3, 1), Vec(1, 2)]), max(Vec(1, 1), Vec(0, 9)))
print(sum([Vec(1, 2), Vec(3, 4)], Vec(0, 0)), sum([Vec(1, 2), Vec(3, 4)]))
print(
    Vec.__name__,
    Vec.__doc__,
    Vec,
    type(Vec(1, 2)),
    type(3),
    type("a").__name__,
    int,
    [1].__class__,
)
mixed = [1, "a", 2.5, None, (1, 2), [1]]
print([type(m).__name__ for m in mixed])


class Base:
    def name(self):
        return type(self).__name__

    def make(self):
        return self.__class__()


class Left(Base):
    pass


class Right(Base):
    pass


items = [Left(), Right(), Base()]
print([i.name() for i in items], [i.make().name() for i in items])
print([type(i) is Left for i in items], [type(i) == type(items[0]) for i in items])
print(type(items[0]), items[1].__class__, [i.__class__.__qualname__ for i in items])
print(Left().__doc__)


class Money:
    def __init__(self, amount, currency):
        self.amount = amount
        self.currency = currency

    def __add__(self, other):
        if self.currency != other.currency:
            return NotImplemented
        return Money(self.amount + other.amount, self.currency)

    def __iadd__(self, other):
        self.amount += other.amount
        return self

    def __le__(self, other):
        if self.currency != other.currency:
            return NotImplemented
        return self.amount <= other.amount


a, b = Money(1, "EUR"), Money(2, "USD")
try:
    a + b
except TypeError as e:
    print(e)
try:
    print(a <= b)
except TypeError as e:
    print(e)
a += b
print(
    a.amount, a <= Money(5, "EUR"), (a + Money(1, "EUR")).amount, a >= Money(1, "EUR")
)
