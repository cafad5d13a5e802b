"""More of `math`: lengths of vectors, exact sums, and what floats are made of."""

from _sums import add_product, exact_sum, is_special, root, rounded
from pyc.unsafe import float_bits, float_copysign, float_fabs, float_from_bits, float_rem


def fsum(seq) -> float:
    """Give the sum of floats, rounded once.

    >>> fsum([0.1] * 10)
    1.0
    """
    values = [float(value) for value in seq]
    total = rounded(exact_sum(values))
    if total != total and not any([value != value for value in values]):
        raise ValueError("-inf + inf in fsum")
    return total


def hypot(*coordinates) -> float:
    """Give the length of the vector from the origin.

    >>> hypot(3.0, 4.0)
    5.0
    """
    return length([float_fabs(float(value)) for value in coordinates])


def dist(p, q) -> float:
    """Give the distance between two points."""
    left = [float(value) for value in p]
    right = [float(value) for value in q]
    if len(left) != len(right):
        raise ValueError("both points must have the same number of dimensions")
    return length([float_fabs(left[at] - right[at]) for at in range(len(left))])


def length(values: list[float]) -> float:
    """Give the square root of the sum of squares; numbers that are far from 1 are scaled first."""
    greatest = 0.0
    for value in values:
        if is_special(value) and value == value:
            return value
        if value > greatest:
            greatest = value
    for value in values:
        if value != value:
            return value
    if greatest == 0.0:
        return 0.0
    _, exponent = frexp(greatest)
    parts: list[float] = []
    for value in values:
        scaled = ldexp(value, -exponent)
        add_product(parts, scaled, scaled)
    return scaled_up(root(parts, 1.0), exponent)


def scaled_up(value: float, exponent: int) -> float:
    """Give `value * 2**exponent`, which may be infinite."""
    try:
        return ldexp(value, exponent)
    except OverflowError:
        return 1e308 * 10.0


def frexp(x: float) -> tuple[float, int]:
    """Give `m` and `e` so that `x` is `m * 2**e`, and `m` is from 0.5 to below 1."""
    value = float(x)
    if value == 0.0 or is_special(value):
        return (value, 0)
    bits = float_bits(value)
    exponent = (bits >> 52) & 2047
    if exponent == 0:
        mantissa, shift = frexp(value * 18014398509481984.0)
        return (mantissa, shift - 54)
    return (float_from_bits((bits & ~(2047 << 52)) | (1022 << 52)), exponent - 1022)


def ldexp(x: float, i: int) -> float:
    """Give `x * 2**i`."""
    value = float(x)
    if value == 0.0 or is_special(value):
        return value
    mantissa, exponent = frexp(value)
    exponent = max(exponent + max(min(i, 5000), -5000), -1200)
    if exponent > 1024:
        raise OverflowError("math range error")
    if exponent < -1020:
        # One multiplication rounds to the numbers near zero.
        return mantissa * _power_of_two(exponent + 1000) * _power_of_two(-1000)
    return mantissa * 2.0 * _power_of_two(exponent - 1)


def _power_of_two(exponent: int) -> float:
    return float_from_bits((exponent + 1023) << 52)


def exp2(x: float) -> float:
    """Give a power of two."""
    try:
        return 2.0 ** float(x)
    except OverflowError:
        raise OverflowError("math range error") from None


def remainder(x: float, y: float) -> float:
    """Give the difference to the nearest multiple of `y`."""
    value = float(x)
    divisor = float(y)
    if value != value or divisor != divisor:
        return value + divisor
    if is_special(value) or divisor == 0.0:
        raise ValueError("math domain error")
    if is_special(divisor):
        return value
    size = float_fabs(divisor)
    rest = float_rem(float_fabs(value), size)
    other = size - rest
    if rest < other:
        result = rest
    elif rest > other:
        result = -other
    else:
        result = rest - 2.0 * float_rem(0.5 * (float_fabs(value) - rest), size)
    return float_copysign(1.0, value) * result


def nextafter(x: float, y: float) -> float:
    """Give the next float after `x` towards `y`."""
    value = float(x)
    target = float(y)
    if value != value or target != target:
        return value + target
    if value == target:
        return target
    if value == 0.0:
        return float_copysign(float_from_bits(1), target)
    step = 1 if (value < target) == (value > 0.0) else -1
    return float_from_bits(float_bits(value) + step)


def ulp(x: float) -> float:
    """Give the value of the last bit of `x`."""
    value = float_fabs(float(x))
    if is_special(value):
        return value
    after = nextafter(value, 1e308 * 10.0)
    if is_special(after):
        return value - nextafter(value, 0.0)
    return after - value
