"""Functions on the memory that Python's objects lend."""

from pyc import Span, f32, i8, i16, i32, i64, u8, u16, u32, u64, zeros

kept: list[Span[float]] = []


def total(values: Span[float]) -> float:
    result = 0.0
    for value in values:
        result += value
    return result


def scale(values: Span[float], factor: float) -> None:
    for index in range(len(values)):
        values[index] *= factor


def axpy(a: float, x: Span[float], y: Span[float]) -> None:
    for index in range(len(x)):
        y[index] += a * x[index]


def get(values: Span[int], index: int) -> int:
    return values[index]


def put(values: Span[int], index: int, value: int) -> None:
    values[index] = value


def fill_middle(values: Span[int], value: int) -> None:
    values[1:-1].fill(value)


def both_ends(values: Span[float] | None) -> tuple[float, float] | None:
    if values is None or len(values) == 0:
        return None
    return (values[0], values[-1])


def single(values: Span[f32], factor: float) -> float:
    result = 0.0
    for index in range(len(values)):
        values[index] = values[index] * f32(factor)
        result += float(values[index])
    return result


def integers(a: Span[i8], b: Span[i16], c: Span[i32], d: Span[i64]) -> list[int]:
    a[0] += i8(1)
    b[0] += i16(1)
    c[0] += i32(1)
    d[0] += i64(1)
    return [int(a[0]), int(b[0]), int(c[0]), int(d[0])]


def unsigned(a: Span[u8], b: Span[u16], c: Span[u32], d: Span[u64]) -> list[int]:
    return [int(a[0]), int(b[0]), int(c[0]), int(d[0])]


def negated(values: Span[bool]) -> None:
    for index in range(len(values)):
        values[index] = not values[index]


def keep(values: Span[float]) -> None:
    kept.append(values)


def kept_total() -> float:
    return sum([total(values) for values in kept])


def drop_kept() -> None:
    kept.clear()


def raise_with(values: Span[float]) -> float:
    return values[len(values)]


def sort(values: Span[float]) -> None:
    """By way of memory of its own."""
    copy = zeros[float](len(values))
    for index, value in enumerate(sorted(values)):
        copy[index] = value
    values.copy_from(copy)


def small(x: i8, y: u64) -> tuple[i8, u64]:
    return (x, y)
