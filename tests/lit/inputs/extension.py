from pyc import Span, extern, i8


class Point:
    def __init__(self, x: int) -> None:
        self.x = x


def generic(x):
    return x


def modern[T](x: T) -> T:
    return x


def many(*values) -> int:
    return len(values)


def keywords(**values) -> int:
    return 0


def takes_object(point: Point) -> int:
    return point.x


def gives_object(x: int) -> Point:
    return Point(x)


def ambiguous(x: int | i8) -> None:
    pass


def texts(x: Span[str]) -> int:
    return len(x)


def open_list(values: list) -> int:
    return len(values)


def computed(x: int = len("four")) -> int:
    return x


@extern("getpid")
def process_number() -> int: ...


def _private(x):
    return x


def exported(x: int) -> int:
    return _private(x)
