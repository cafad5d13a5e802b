"""Floating-point numbers of 64 bits (IEEE 754 binary64)."""

from pyc import inline, noinline
from pyc.unsafe import (
    float_bits,
    float_copysign,
    float_div,
    float_fabs,
    float_floor,
    float_from_bits,
    float_rem,
    float_to_int,
    float_trunc,
    int_cast,
    int_to_float,
)

from ._float_hex import hex_text, parse_hex
from ._float_power import float_power
from ._float_text import float_repr, parse_float, round_decimals
from ._format_float import format_float
from .errors import raise_overflow, raise_overflow_error, raise_value_error, raise_zero_division


class float:
    """A number with a fraction."""

    # Making

    @staticmethod
    @inline
    def _new(value=0.0) -> float:
        if isinstance(value, float):
            return value
        elif isinstance(value, bool):
            return int_to_float[float](int_cast[int](value))
        elif isinstance(value, int):
            return int_to_float[float](value)
        elif isinstance(value, str):
            return parse_float(value)
        elif value is None:
            raise TypeError("float() argument must be a string or a real number, not 'NoneType'")
        elif isinstance(value, list):
            raise TypeError("float() argument must be a string or a real number, not 'list'")
        else:
            return value.__float__()

    # Text

    def __repr__(self) -> str:
        return float_repr(self)

    def __str__(self) -> str:
        return float_repr(self)

    def __format__(self, format_spec: str) -> str:
        return format_float(self, format_spec)

    # Conversion

    @inline
    def __float__(self) -> float:
        return self

    @inline
    def __int__(self) -> int:
        return truncate(self)

    @inline
    def __trunc__(self) -> int:
        return truncate(self)

    @inline
    def __floor__(self) -> int:
        return truncate(float_floor(self))

    @inline
    def __ceil__(self) -> int:
        return truncate(-float_floor(-self))

    @inline
    def __bool__(self) -> bool:
        return self != 0.0

    def __round__(self, ndigits=None):
        if ndigits is None:
            return round_half_even(self)
        else:
            return round_decimals(self, int(ndigits))

    def is_integer(self) -> bool:
        """Say whether there is no fraction."""
        return float_trunc(self) == self and not is_infinite(self)

    def as_integer_ratio(self) -> tuple[int, int]:
        """Give two integers, without a common divisor, whose quotient is the number."""
        check_finite(self, "integer ratio")
        numerator = self
        denominator = 1
        while numerator != float_trunc(numerator):
            numerator = numerator * 2.0
            denominator = denominator * 2
        return (truncate(numerator), denominator)

    def hex(self) -> str:
        """Give the number in base sixteen, with an exponent of two."""
        return hex_text(self)

    @staticmethod
    def fromhex(string: str) -> float:
        """Read a number in base sixteen."""
        return parse_hex(string)

    # Hashing

    def __hash__(self) -> int:
        if self == float_trunc(self) and float_fabs(self) < 9007199254740992.0:
            return float_to_int(self).__hash__()
        return hash_fraction(self)

    # Arithmetic

    @inline
    def __pos__(self) -> float:
        return self

    @inline
    def __abs__(self) -> float:
        return float_fabs(self)

    @inline
    def __truediv__(self, other: float) -> float:
        divisor = float(other)
        if divisor == 0.0:
            raise_zero_division("float division by zero")
        return float_div(self, divisor)

    @inline
    def __rtruediv__(self, other: float) -> float:
        if self == 0.0:
            raise_zero_division("float division by zero")
        return float_div(float(other), self)

    @inline
    def __floordiv__(self, other: float) -> float:
        return floor_quotient(self, float(other))

    @inline
    def __rfloordiv__(self, other: float) -> float:
        return floor_quotient(float(other), self)

    @inline
    def __mod__(self, other: float) -> float:
        return floor_remainder(self, float(other))

    @inline
    def __rmod__(self, other: float) -> float:
        return floor_remainder(float(other), self)

    @inline
    def __divmod__(self, other: float) -> tuple[float, float]:
        return quotient_and_remainder(self, float(other))

    @inline
    def __rdivmod__(self, other: float) -> tuple[float, float]:
        return quotient_and_remainder(float(other), self)

    @inline
    def __pow__(self, other: float) -> float:
        return float_power(self, float(other))

    @inline
    def __rpow__(self, other: float) -> float:
        return float_power(float(other), self)

    # Being a number

    @inline
    def conjugate(self) -> float:
        """Give the number itself."""
        return self

    @property
    def real(self) -> float:
        """The number itself."""
        return self

    @property
    def imag(self) -> float:
        """Zero."""
        return 0.0


@inline
def is_infinite(value: float) -> bool:
    """Say whether a number is infinite."""
    return float_fabs(value) == float_from_bits(0x7FF0000000000000)


def check_finite(value: float, target: str) -> None:
    """Raise the error of a conversion that only finite numbers have."""
    if value != value:
        raise_value_error("cannot convert NaN to " + target)
    if is_infinite(value):
        raise_overflow_error("cannot convert Infinity to " + target)


@inline
def truncate(value: float) -> int:
    """Drop the fraction."""
    if -9223372036854775808.0 <= value < 9223372036854775808.0:
        return float_to_int(value)
    return raise_not_integer(value)


@noinline
def raise_not_integer(value: float) -> int:
    """Raise the error of a number that `int` can't hold."""
    if value != value:
        raise_value_error("cannot convert float NaN to integer")
    if is_infinite(value):
        raise_overflow_error("cannot convert float infinity to integer")
    raise_overflow()
    return 0


def round_half_even(value: float) -> int:
    """Round to the nearest integer, and to the even one of two that are equally near."""
    whole = float_trunc(value)
    distance = float_fabs(value - whole)
    if distance > 0.5 or (distance == 0.5 and float_rem(whole, 2.0) != 0.0):
        whole = whole + float_copysign(1.0, value)
    return truncate(whole)


def floor_remainder(left: float, right: float) -> float:
    """Give the remainder that has the sign of the divisor."""
    if right == 0.0:
        raise_zero_division("float modulo")
    rest = float_rem(left, right)
    if rest != 0.0:
        if (right < 0.0) != (rest < 0.0):
            rest = rest + right
        return rest
    return float_copysign(0.0, right)


def floor_quotient(left: float, right: float) -> float:
    """Divide and round down."""
    if right == 0.0:
        raise_zero_division("float floor division by zero")
    quotient, _ = floor_division(left, right)
    return quotient


def quotient_and_remainder(left: float, right: float) -> tuple[float, float]:
    """Give the quotient, rounded down, and the remainder."""
    if right == 0.0:
        raise_zero_division("float divmod()")
    return floor_division(left, right)


def floor_division(left: float, right: float) -> tuple[float, float]:
    """Divide by a number that is not zero, as CPython does, down to the signs of zeros."""
    rest = float_rem(left, right)
    quotient = (left - rest) / right
    if rest != 0.0:
        if (right < 0.0) != (rest < 0.0):
            rest = rest + right
            quotient = quotient - 1.0
    else:
        rest = float_copysign(0.0, right)
    if quotient != 0.0:
        whole = float_floor(quotient)
        if quotient - whole > 0.5:
            whole = whole + 1.0
        return (whole, rest)
    return (float_copysign(0.0, left / right), rest)


def hash_fraction(value: float) -> int:
    """Hash a number so that equal rational numbers have equal hashes: modulo the prime 2**61 - 1."""
    if value != value:
        return 0
    if is_infinite(value):
        if value > 0.0:
            return 314159
        return -314159
    bits = float_bits(value)
    exponent = (bits >> 52) & 0x7FF
    mantissa = bits & 0xFFFFFFFFFFFFF
    if exponent == 0:
        exponent = 1
    else:
        mantissa = mantissa | 0x10000000000000
    # value = mantissa * 2**(exponent - 1075); 2**61 is 1 modulo the prime, so multiplying rotates.
    shift = (exponent - 1075) % 61
    result = mantissa
    index = 0
    while index < shift:
        result = result * 2
        if result >= 2305843009213693951:
            result = result - 2305843009213693951
        index += 1
    if bits < 0:
        result = -result
    if result == -1:
        return -2
    return result
