"""Powers of floats, to the bit what C's `pow` gives."""

from pyc import inline, noinline
from pyc.unsafe import float_bits, float_fabs, float_fma, float_from_bits, float_pow, float_sqrt

from .errors import raise_value_error, raise_zero_division


@inline
def float_power(base: float, exponent: float) -> float:
    """Raise to a power. Where the result would be complex `ValueError` is raised."""
    if exponent == 2.0:
        square = base * base
        if _has_normal_size(square) and float_fabs(float_fma(base, base, -square)) < _leeway(square):
            return square
    elif exponent == 0.5:
        root = float_sqrt(base)
        # The root is off by what its square lacks, divided by twice the root.
        if _has_normal_size(root) and float_fabs(float_fma(-root, root, base)) < (root + root) * _leeway(root):
            return root
    return _general_power(base, exponent)


@inline
def _has_normal_size(value: float) -> bool:
    """Say whether a number is from 2**-64 to below 2**64."""
    return 0x3BF0000000000000 <= float_bits(value) < 0x43F0000000000000


@inline
def _leeway(value: float) -> float:
    """Give how far off a correctly rounded result may be for `pow` to give the same.

    C libraries are less than 0.514 units in the last place off in the sizes above. So where the nearest number is less than 0.485 units away, they give
    that one.
    """
    return float_from_bits(float_bits(value) & 0x7FF0000000000000) * 1.0769163338864018e-16


def _general_power(base: float, exponent: float) -> float:
    if base == 0.0 and exponent < 0.0 and not _is_infinite(exponent):
        raise_zero_division("0.0 cannot be raised to a negative power")
    result = float_pow(base, exponent)
    if result != result and base == base and exponent == exponent:
        raise_value_error("a negative number to a fractional power is complex")
    if _is_infinite(result) and not _is_infinite(base) and not _is_infinite(exponent):
        _raise_overflow()
    return result


@inline
def _is_infinite(value: float) -> bool:
    return float_fabs(value) == float_from_bits(0x7FF0000000000000)


@noinline
def _raise_overflow():
    raise OverflowError(34, "Numerical result out of range")
