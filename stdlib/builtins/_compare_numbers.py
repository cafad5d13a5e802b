"""Comparisons of integers with floats, exact as Python's: an integer above 2**53 is not rounded first.

Rounding keeps the order. Where the rounded integer differs from the float, so does the integer itself, in the same direction; only where they are equal
the float, which is whole then, is asked as an integer. 2**63 itself is no integer of 64 bits, but those just below it round to it.
"""

from pyc import inline
from pyc.unsafe import float_to_int, int_to_float


@inline
def int_equals_float(value: int, other: float) -> bool:
    near = int_to_float[float](value)
    return near == other and near != 9223372036854775808.0 and value == float_to_int(near)


@inline
def int_below_float(value: int, other: float) -> bool:
    near = int_to_float[float](value)
    return near < other or (near == other and (near == 9223372036854775808.0 or value < float_to_int(near)))


@inline
def int_at_most_float(value: int, other: float) -> bool:
    near = int_to_float[float](value)
    return near < other or (near == other and (near == 9223372036854775808.0 or value <= float_to_int(near)))


@inline
def int_above_float(value: int, other: float) -> bool:
    near = int_to_float[float](value)
    return near > other or (near == other and near != 9223372036854775808.0 and value > float_to_int(near))


@inline
def int_at_least_float(value: int, other: float) -> bool:
    near = int_to_float[float](value)
    return near > other or (near == other and near != 9223372036854775808.0 and value >= float_to_int(near))
