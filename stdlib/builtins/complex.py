"""Complex numbers."""

from typing import Self

from pyc import extern, inline, inout, struct
from pyc.unsafe import (
    float_cos,
    float_div,
    float_exp,
    float_fabs,
    float_floor,
    float_from_bits,
    float_log,
    float_pow,
    float_sin,
    float_to_int,
    int_to_float,
    wrapping_add,
    wrapping_mul,
)

from ._compare_numbers import int_equals_float
from ._complex_text import complex_text, format_complex, parse_complex
from .errors import raise_overflow_error, raise_zero_division


@extern("hypot")
def c_hypot(x: float, y: float) -> float:
    """Give the length of the hypotenuse."""
    ...


@extern("atan2")
def c_atan2(y: float, x: float) -> float:
    """Give the angle of a point."""
    ...


@struct(frozen=True)
class complex:
    """A number with a real and an imaginary part."""

    real: float
    imag: float

    @inline
    def __init__(self: inout[Self], real=0.0, imag=None) -> None:
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            parts = parse_complex(real)
            self.real = parts[0]
            self.imag = parts[1]
        elif isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        elif isinstance(real, float) and isinstance(imag, float):
            self.real = real
            self.imag = imag
        else:
            first = _as_complex(real)
            if imag is None:
                self.real = first.real
                self.imag = first.imag
            elif isinstance(imag, complex):
                self.real = first.real - imag.imag
                self.imag = first.imag + imag.real
            elif isinstance(real, complex):
                self.real = first.real
                self.imag = first.imag + float(imag)
            else:
                self.real = first.real
                self.imag = float(imag)

    def conjugate(self) -> complex:
        """Give the number with the other sign in front of the imaginary part."""
        return complex(self.real, -self.imag)

    def __complex__(self) -> complex:
        return self

    # Text

    def __repr__(self) -> str:
        return complex_text(self.real, self.imag)

    def __str__(self) -> str:
        return complex_text(self.real, self.imag)

    def __format__(self, format_spec: str) -> str:
        return format_complex(self.real, self.imag, format_spec)

    # Comparison

    def __eq__(self, other):
        if isinstance(other, complex):
            return self.real == other.real and self.imag == other.imag
        elif isinstance(other, float):
            return self.real == other and self.imag == 0.0
        elif isinstance(other, bool):
            return self.real == float(other) and self.imag == 0.0
        elif isinstance(other, int):
            return self.imag == 0.0 and int_equals_float(other, self.real)
        else:
            return NotImplemented

    def __ne__(self, other):
        if isinstance(other, (complex, float, int)):
            return not self.__eq__(other)
        else:
            return NotImplemented

    def __hash__(self) -> int:
        both = wrapping_add(self.real.__hash__(), wrapping_mul(1000003, self.imag.__hash__()))
        return -2 if both == -1 else both

    @inline
    def __bool__(self) -> bool:
        return self.real != 0.0 or self.imag != 0.0

    # Arithmetic

    @inline
    def __pos__(self) -> complex:
        return self

    @inline
    def __neg__(self) -> complex:
        return complex(-self.real, -self.imag)

    def __abs__(self) -> float:
        result = c_hypot(self.real, self.imag)
        if _is_infinite(result) and not _is_infinite(self.real) and not _is_infinite(self.imag):
            raise_overflow_error("absolute value too large")
        return result

    @inline
    def __add__(self, other):
        if isinstance(other, (complex, float, int)):
            right = _as_complex(other)
            return complex(self.real + right.real, self.imag + right.imag)
        else:
            return NotImplemented

    @inline
    def __radd__(self, other):
        if isinstance(other, (float, int)):
            return _as_complex(other) + self
        else:
            return NotImplemented

    @inline
    def __sub__(self, other):
        if isinstance(other, (complex, float, int)):
            right = _as_complex(other)
            return complex(self.real - right.real, self.imag - right.imag)
        else:
            return NotImplemented

    @inline
    def __rsub__(self, other):
        if isinstance(other, (float, int)):
            return _as_complex(other) - self
        else:
            return NotImplemented

    @inline
    def __mul__(self, other):
        if isinstance(other, (complex, float, int)):
            return _product(self, _as_complex(other))
        else:
            return NotImplemented

    @inline
    def __rmul__(self, other):
        if isinstance(other, (float, int)):
            return _product(_as_complex(other), self)
        else:
            return NotImplemented

    @inline
    def __truediv__(self, other):
        if isinstance(other, (complex, float, int)):
            return _quotient(self, _as_complex(other), "complex division by zero")
        else:
            return NotImplemented

    @inline
    def __rtruediv__(self, other):
        if isinstance(other, (float, int)):
            return _quotient(_as_complex(other), self, "complex division by zero")
        else:
            return NotImplemented

    def __pow__(self, other):
        if isinstance(other, (complex, float, int)):
            return _power(self, _as_complex(other))
        else:
            return NotImplemented

    def __rpow__(self, other):
        if isinstance(other, (float, int)):
            return _power(_as_complex(other), self)
        else:
            return NotImplemented


@inline
def _imaginary(value: float) -> complex:
    """Give what a literal like `2j` is."""
    return complex(0.0, value)


@inline
def _as_complex(value) -> complex:
    """Give a number as a complex one."""
    if isinstance(value, complex):
        return value
    elif isinstance(value, float):
        return complex(value, 0.0)
    elif isinstance(value, bool):
        return complex(1.0 if value else 0.0, 0.0)
    elif isinstance(value, int):
        return complex(int_to_float[float](value), 0.0)
    elif hasattr(value, "__complex__"):
        return value.__complex__()
    else:
        return complex(value.__float__(), 0.0)


@inline
def _is_infinite(value: float) -> bool:
    return float_fabs(value) == float_from_bits(0x7FF0000000000000)


@inline
def _product(left: complex, right: complex) -> complex:
    return complex(
        left.real * right.real - left.imag * right.imag,
        left.real * right.imag + left.imag * right.real,
    )


@inline
def _quotient(left: complex, right: complex, message: str) -> complex:
    """Divide, after both parts were divided by the greater part of the divisor, so that nothing gets too large on the way (R. L. Smith's way)."""
    if float_fabs(right.real) >= float_fabs(right.imag):
        if right.real == 0.0:
            raise_zero_division(message)
        ratio = float_div(right.imag, right.real)
        scale = right.real + right.imag * ratio
        return complex(
            float_div(left.real + left.imag * ratio, scale),
            float_div(left.imag - left.real * ratio, scale),
        )
    if float_fabs(right.imag) >= float_fabs(right.real):
        ratio = float_div(right.real, right.imag)
        scale = right.real * ratio + right.imag
        return complex(
            float_div(left.real * ratio + left.imag, scale),
            float_div(left.imag * ratio - left.real, scale),
        )
    nan = float_from_bits(0x7FF8000000000000)
    return complex(nan, nan)


def _power(base: complex, exponent: complex) -> complex:
    whole = exponent.imag == 0.0 and float_floor(exponent.real) == exponent.real and float_fabs(exponent.real) <= 100.0
    result = _whole_power(base, float_to_int(exponent.real)) if whole else _general_power(base, exponent)
    if _is_infinite(result.real) or _is_infinite(result.imag):
        raise_overflow_error("complex exponentiation")
    return result


def _whole_power(base: complex, exponent: int) -> complex:
    """Multiply, by squares."""
    left = exponent if exponent >= 0 else -exponent
    result = complex(1.0, 0.0)
    square = base
    while left > 0:
        if left & 1 != 0:
            result = _product(result, square)
        left >>= 1
        square = _product(square, square)
    if exponent > 0:
        return result
    return _quotient(complex(1.0, 0.0), result, "0.0 to a negative or complex power")


def _general_power(base: complex, exponent: complex) -> complex:
    """Go through length and angle."""
    if exponent.real == 0.0 and exponent.imag == 0.0:
        return complex(1.0, 0.0)
    if base.real == 0.0 and base.imag == 0.0:
        if exponent.imag != 0.0 or exponent.real < 0.0:
            raise_zero_division("0.0 to a negative or complex power")
        return complex(0.0, 0.0)
    length = c_hypot(base.real, base.imag)
    angle = c_atan2(base.imag, base.real)
    size = float_pow(length, exponent.real)
    turn = angle * exponent.real
    if exponent.imag != 0.0:
        size = float_div(size, float_exp(angle * exponent.imag))
        turn += exponent.imag * float_log(length)
    return complex(size * float_cos(turn), size * float_sin(turn))
