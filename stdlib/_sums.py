"""Floats that add up to a sum exactly: what `math` and `statistics` round once, at the end."""

from pyc.unsafe import float_fabs, float_fma, float_sqrt

INFINITY = 1e308 * 10.0


def is_special(value: float) -> bool:
    """Say whether a float is infinite or not a number."""
    return not float_fabs(value) < INFINITY


def add(parts: list[float], value: float) -> None:
    """Add a number; the parts do not overlap, and the smallest comes first (Shewchuk's algorithm)."""
    kept = 0
    for at in range(len(parts)):
        other = parts[at]
        if float_fabs(value) < float_fabs(other):
            value, other = other, value
        high = value + other
        low = other - (high - value)
        if low != 0.0:
            parts[kept] = low
            kept += 1
        value = high
    while len(parts) > kept:
        parts.pop()
    parts.append(value)


def add_product(parts: list[float], left: float, right: float) -> None:
    """Add the product of two numbers."""
    product = left * right
    add(parts, product)
    add(parts, float_fma(left, right, -product))


def exact_sum(values: list[float]) -> list[float]:
    """Give the parts of a sum."""
    parts: list[float] = []
    special = 0.0
    found = False
    for value in values:
        if is_special(value):
            special += value
            found = True
        else:
            add(parts, value)
    return [special] if found else parts


def rounded(parts: list[float]) -> float:
    """Give the sum as the nearest float; ties go to the even one."""
    if len(parts) == 0:
        return 0.0
    at = len(parts) - 1
    high = parts[at]
    low = 0.0
    while at > 0:
        before = high
        at -= 1
        other = parts[at]
        high = before + other
        low = other - (high - before)
        if low != 0.0:
            break
    # Half-way cases depend on the parts below.
    if at > 0 and ((low < 0.0 and parts[at - 1] < 0.0) or (low > 0.0 and parts[at - 1] > 0.0)):
        twice = low * 2.0
        moved = high + twice
        if twice == moved - high:
            return moved
    return high


def divided(parts: list[float], divisor: float) -> float:
    """Give the quotient of a sum, rounded once."""
    quotient = rounded(parts) / divisor
    if is_special(quotient):
        return quotient
    rest = parts.copy()
    add_product(rest, -quotient, divisor)
    return quotient + rounded(rest) / divisor


def root(parts: list[float], divisor: float) -> float:
    """Give the square root of the quotient of a sum, rounded once."""
    result = float_sqrt(divided(parts, divisor))
    if result == 0.0 or is_special(result):
        return result
    rest = parts.copy()
    square = result * result
    add_product(rest, -square, divisor)
    add_product(rest, -float_fma(result, result, -square), divisor)
    return result + rounded(rest) / (2.0 * result * divisor)
