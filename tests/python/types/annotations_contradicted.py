# What Python does where arguments and variables contradict their annotations.
def half(n: int) -> int:
    return n // 2


def total(values: list[float]) -> float:
    result: float = 0
    for value in values:
        result += value
    return result


def checked(n: int) -> int:
    if not isinstance(n, int):
        raise TypeError("an int, please")
    return n * 2


def shown(text: str = None, *rest: int) -> str:
    return repr(text) + repr(rest)


def biggest(a: float, b: "float | None" = None) -> float:
    return a if b is None or a > b else b


print(half(7), half(7.0), half(True))
print(total([1, 2]), total([1.5, 2]), total([]), total((1, 2.5)))
print(checked(4), checked(True))
for bad in [
    lambda: checked("4"),
    lambda: checked(None),
    lambda: half("7"),
    lambda: half(None),
    lambda: total("ab"),
]:
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(shown(), shown("x"), shown(5, "a", 2.5))
print(biggest(1), biggest(2.5, 3), biggest(1, 2))


class Account:
    def __init__(self, owner: str, balance: float = 0):
        self.owner = owner
        self.total = balance

    def pay(self, amount: int) -> int:
        left: int = self.total - amount
        return left


print(Account("a", 10).pay(3), Account("b", 10.5).pay(3.25))


def count(n: int) -> str:
    steps: int = "start"
    print(steps)
    steps = n
    return f"{steps}"


print(count(3))


def anything(x: object, items: list, table: dict, pair: tuple) -> list:
    items.append(x)
    table[x] = pair
    return items


print(anything(1, [], {}, (1, "a")), anything("s", ["t"], {}, ()))


def added(a: int, b: int) -> int:
    return a + b


def multiplied(a: int, b: int) -> int:
    return a * b


for bad in [lambda: added("a", 1), lambda: added([1], 2), lambda: added((1,), 2), lambda: added(1, "a"), lambda: multiplied("a", "b")]:
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(added("a", "b"), multiplied("a", 3), multiplied(2.5, 2))


class Vector:
    def __init__(self, xs) -> None:
        self.xs = xs

    def times(self, other: "float | Vector") -> "float | Vector":
        if isinstance(other, (float, int)):
            return Vector([x * other for x in self.xs])
        return sum([a * b for a, b in zip(self.xs, other.xs)])


print(Vector([1, 2]).times(Vector([3, 4])), Vector([1.5]).times(2).xs)
