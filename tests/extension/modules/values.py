"""Functions that are called as compiled and as CPython runs them: both must do the same."""

import sys


class Shortage(ValueError):
    """An exception of the module, below a builtin one."""

    def __init__(self, wanted: int, there: int) -> None:
        super().__init__(f"{wanted} wanted, {there} there")


class Worse(Shortage):
    """An exception below another one of the module."""

    def __str__(self) -> str:
        return "worse: " + super().__str__()


def nothing() -> None:
    pass


def negate(x: int) -> int:
    return -x


def half(x: float) -> float:
    return x / 2.0


def flip(x: bool) -> bool:
    return not x


def shout(text: str) -> str:
    return text.upper() + "!"


def size(text: str) -> int:
    return len(text)


def reversed_list(values: list[int]) -> list[int]:
    return values[::-1]


def joined(words: list[str], separator: str = ", ") -> str:
    return separator.join(words)


def pairs(values: list[tuple[str, float]]) -> dict[str, float]:
    return {name: value * 2.0 for name, value in values}


def swap(pair: tuple[int, str]) -> tuple[str, int]:
    return (pair[1], pair[0])


def empty_tuple(value: tuple[()]) -> tuple[()]:
    return value


def single(value: tuple[int]) -> tuple[int]:
    return (value[0] + 1,)


def nested(values: list[list[int]]) -> list[int]:
    return [sum(row) for row in values]


def counts(words: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found


def inverted(table: dict[int, str]) -> dict[str, int]:
    return {value: key for key, value in table.items()}


def maybe(x: int | None) -> str | None:
    if x is None:
        return None
    return str(x)


def either(x: int | str) -> str:
    if isinstance(x, int):
        return "int " + str(x)
    return "str " + x


def which(
    x: bool | int | float | str | list[int] | None,
) -> int | float | str | bool | list[int] | None:
    return x


def add_default(x: int, y: int = 10) -> int:
    return x + y


def keywords(a: int, /, b: int, c: int = 3, *, d: int, e: int = 5) -> list[int]:
    return [a, b, c, d, e]


def only_keywords(*, first: str = 'a"\\\n\u00e9', second: str | None = None) -> str:
    return first + (second or "")


def no_arguments() -> int:
    return 1


def defaults(a: int = -1, b: float = 2.5, c: bool = True, d: None = None) -> tuple[int, float, bool]:
    return (a, b, c)


def index(values: list[int], at: int) -> int:
    return values[at]


def look_up(table: dict[str, int], key: str) -> int:
    return table[key]


def look_up_number(table: dict[int, int], key: int) -> int:
    return table[key]


def divide(x: int, y: int) -> int:
    return x // y


def parse(text: str) -> int:
    return int(text)


def raise_named(kind: int) -> None:
    if kind == 0:
        raise Shortage(3, 2)
    if kind == 1:
        raise Worse(4, 1)
    if kind == 2:
        raise ValueError()
    if kind == 3:
        raise TypeError("one", 2, 3.5)
    if kind == 4:
        raise RuntimeError("text")
    if kind == 5:
        raise KeyError("key")
    if kind == 6:
        raise StopIteration("end")
    if kind == 7:
        raise NotImplementedError
    if kind == 8:
        raise PermissionError("no")
    if kind == 9:
        raise KeyboardInterrupt
    assert kind > 10, "small"
    assert kind > 11


def leave(code: int) -> None:
    sys.exit(code)


def leave_with(text: str) -> None:
    sys.exit(text)


def always() -> None:
    raise LookupError("always")


def chained(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError("can't read") from error


def in_context(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise RuntimeError("can't read")


def factorial(n: int) -> int:
    return 1 if n < 2 else n * factorial(n - 1)


def innermost(values: list[int], at: int) -> int:
    return values[0] + values[at]


def through(at: int) -> int:
    result = 1 + innermost(
        [1, 2],
        at,
    )
    return result


def deep(n: int) -> int:
    if n == 0:
        raise LookupError("é")
    return len("é") + deep(n - 1)
