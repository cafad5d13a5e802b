"""Integers of 64 bits. Results that do not fit raise `OverflowError`."""

from pyc import inline, noinline
from pyc._runtime import multiply_modulo
from pyc.unsafe import (
    float_from_bits,
    floor_div,
    floor_mod,
    int_cast,
    int_to_float,
    mul_overflows,
    shift_left,
    shift_right,
    wrapping_mul,
)

from ._byte_items import int_from, int_items, items_from
from ._digits import bit_count, bit_length, decimal_repr, parse_int
from ._format_int import format_int
from .bytes import bytes_of
from .errors import raise_overflow, raise_overflow_error, raise_value_error, raise_zero_division


class int:
    """A whole number."""

    # Making

    @staticmethod
    @inline
    def _new(value=0, base: int = 10) -> int:
        if isinstance(value, bool):
            return int_cast[int](value)
        elif isinstance(value, int):
            return value
        elif isinstance(value, str):
            return parse_int(value, base)
        elif isinstance(value, (bytes, bytearray)):
            return parse_int(value.decode("ascii"), base)
        elif value is None:
            raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
        elif isinstance(value, list):
            raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'list'")
        else:
            return value.__int__()

    # Text

    def __repr__(self) -> str:
        return decimal_repr(self)

    def __str__(self) -> str:
        return decimal_repr(self)

    def __format__(self, format_spec: str) -> str:
        return format_int(self, format_spec)

    # Bytes

    def to_bytes(self, length: int = 1, byteorder: str = "big", *, signed: bool = False) -> bytes:
        """Give the number in base 256."""
        return bytes_of(int_items(self, length, byteorder, signed))

    @staticmethod
    def from_bytes(bytes, byteorder: str = "big", *, signed: bool = False) -> int:
        """Read a number in base 256."""
        return int_from(items_from(bytes, None, None, "bytes must be in range(0, 256)"), byteorder, signed)

    # Conversion

    @inline
    def __int__(self) -> int:
        return self

    @inline
    def __index__(self) -> int:
        return self

    @inline
    def __float__(self) -> float:
        return int_to_float[float](self)

    @inline
    def __bool__(self) -> bool:
        return self != 0

    @inline
    def __trunc__(self) -> int:
        return self

    @inline
    def __floor__(self) -> int:
        return self

    @inline
    def __ceil__(self) -> int:
        return self

    def __round__(self, ndigits: int | None = None) -> int:
        if ndigits is None or ndigits >= 0:
            return self
        if ndigits < -18:
            if ndigits == -19 and (self > 5000000000000000000 or self < -5000000000000000000):
                raise_overflow()
            return 0
        unit = power(10, -ndigits)
        rest = self % unit
        if rest * 2 > unit or (rest * 2 == unit and (self // unit) & 1 == 1):
            return self + (unit - rest)
        return self - rest

    # Comparison and hashing

    @inline
    def __hash__(self) -> int:
        # Python reduces modulo the prime 2**61 - 1, keeping the sign; -1 stands for an error there.
        if -2305843009213693951 < self < 2305843009213693951:
            if self == -1:
                return -2
            return self
        return hash_large(self)

    # Arithmetic

    @inline
    def __pos__(self) -> int:
        return self

    @inline
    def __abs__(self) -> int:
        if self < 0:
            return -self
        return self

    @inline
    def __truediv__(self, other: int) -> float:
        if other == 0:
            raise_zero_division("division by zero")
        if -9007199254740992 <= self <= 9007199254740992 and -9007199254740992 <= other <= 9007199254740992:
            return int_to_float[float](self) / int_to_float[float](other)
        return divide_large(self, other)

    @inline
    def __floordiv__(self, other: int) -> int:
        if other == 0:
            raise_zero_division("integer division or modulo by zero")
        if other == -1:
            return -self
        return floor_div(self, other)

    @inline
    def __mod__(self, other: int) -> int:
        if other == 0:
            raise_zero_division("integer modulo by zero")
        if other == -1:
            return 0
        return floor_mod(self, other)

    @inline
    def __divmod__(self, other: int) -> tuple[int, int]:
        if other == 0:
            raise_zero_division("integer division or modulo by zero")
        if other == -1:
            return (-self, 0)
        return (floor_div(self, other), floor_mod(self, other))

    def __pow__(self, other: int) -> int | float:
        if other >= 0:
            return power(self, other)
        return int_to_float[float](self) ** int_to_float[float](other)

    @inline
    def _power(self, other: int) -> int:
        """Give a power that is an `int`: `**` where no minus sign stands before the exponent."""
        if other < 0:
            raise_overflow_error("a negative power of an int is a float: write float(a) ** b")
        return power(self, other)

    # Bits

    @inline
    def __lshift__(self, other: int) -> int:
        if other < 0:
            raise_value_error("negative shift count")
        if other > 63:
            return shift_far(self)
        result = shift_left(self, other)
        if shift_right(result, other) != self:
            raise_overflow()
        return result

    @inline
    def __rshift__(self, other: int) -> int:
        if other < 0:
            raise_value_error("negative shift count")
        if other > 63:
            return shift_right(self, 63)
        return shift_right(self, other)

    @inline
    def bit_length(self) -> int:
        """Give the number of bits of the absolute value."""
        return bit_length(self)

    @inline
    def bit_count(self) -> int:
        """Count the bits that are set in the absolute value."""
        return bit_count(self)

    # Being a number

    @inline
    def conjugate(self) -> int:
        """Give the number itself."""
        return self

    @inline
    def is_integer(self) -> bool:
        """Give `True`."""
        return True

    def as_integer_ratio(self) -> tuple[int, int]:
        """Give the number and 1."""
        return (self, 1)

    @property
    def real(self) -> int:
        """The number itself."""
        return self

    @property
    def imag(self) -> int:
        """Zero."""
        return 0

    @property
    def numerator(self) -> int:
        """The number itself."""
        return self

    @property
    def denominator(self) -> int:
        """One."""
        return 1


def hash_large(value: int) -> int:
    """Hash a number that is at least 2**61 - 1 away from zero."""
    if value < 0:
        result = -(-(value + 1) % 2305843009213693951) - 1
        if result == -2305843009213693951:
            return 0
        if result == -1:
            return -2
        return result
    return value % 2305843009213693951


@noinline
def divide_large(left: int, right: int) -> float:
    """Divide numbers that floats may not hold, with one rounding."""
    least = -9223372036854775807 - 1
    negative = (left < 0) != (right < 0)
    scale = 0
    # Halves of the least number have a positive counterpart.
    if left == least:
        left = -4611686018427387904
        scale += 1
    if right == least:
        right = -4611686018427387904
        scale -= 1
    divisor = abs(right)
    quotient = abs(left) // divisor
    rest = abs(left) % divisor
    # 55 bits and one that says whether anything follows make the conversion round as the exact quotient would.
    while quotient < 18014398509481984 and (quotient != 0 or rest != 0):
        quotient = quotient * 2
        if rest >= divisor - rest:
            quotient += 1
            rest = rest - (divisor - rest)
        else:
            rest = rest * 2
        scale -= 1
    if rest != 0:
        quotient = quotient | 1
    result = int_to_float[float](quotient) * float_from_bits((1023 + scale) << 52)
    if negative:
        return -result
    return result


@noinline
def shift_far(value: int) -> int:
    """Shift left by more than 63."""
    if value != 0:
        raise_overflow()
    return 0


def power(base: int, exponent: int) -> int:
    """Raise to a power that is not negative."""
    if base == 2:
        if exponent > 62:
            raise_overflow()
        return shift_left(1, exponent)
    result = 1
    square = base
    rest = exponent
    while True:
        if rest & 1 == 1:
            result = result * square
        rest = shift_right(rest, 1)
        if rest == 0:
            return result
        square = square * square


def power_modulo(base: int, exponent: int, modulus: int) -> int:
    """Give `pow(base, exponent, modulus)`."""
    if modulus == 0:
        raise_value_error("pow() 3rd argument cannot be 0")
    if modulus == 1 or modulus == -1:
        return 0
    if modulus < 0:
        result = power_modulo(base, exponent, -modulus)
        if result == 0:
            return 0
        return result + modulus
    square = base % modulus
    rest = exponent
    if rest < 0:
        square = inverse_modulo(square, modulus)
        rest = -rest
    result = 1
    while rest > 0:
        if rest & 1 == 1:
            result = product_modulo(result, square, modulus)
        square = product_modulo(square, square, modulus)
        rest = shift_right(rest, 1)
    return result


@inline
def product_modulo(left: int, right: int, modulus: int) -> int:
    """Multiply two numbers from 0 to below `modulus`."""
    if mul_overflows(left, right):
        return multiply_modulo(left, right, modulus)
    return floor_mod(wrapping_mul(left, right), modulus)


def inverse_modulo(value: int, modulus: int) -> int:
    """Give what `value` must be multiplied with for 1 modulo `modulus`."""
    previous = modulus
    current = value
    previous_factor = 0
    factor = 1
    while current != 0:
        quotient = previous // current
        following = previous - quotient * current
        previous = current
        current = following
        following = previous_factor - quotient * factor
        previous_factor = factor
        factor = following
    if previous != 1:
        raise_value_error("base is not invertible for the given modulus")
    return previous_factor % modulus
