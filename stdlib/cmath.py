"""Functions of complex numbers. They take real ones as well."""

import math
from builtins.complex import _as_complex, c_atan2, c_hypot
from math import c_cos, c_cosh, c_exp, c_log, c_log1p, c_sin, c_sinh, c_tan, c_tanh, copysign, fabs, inf, ldexp, nan

from _cmath_special import ACOS, ACOSH, ASINH, ATANH, COSH, EXP, SINH, SQRT, TANH, special

__all__ = [
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "cos",
    "cosh",
    "e",
    "exp",
    "inf",
    "infj",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "log",
    "log10",
    "nan",
    "nanj",
    "phase",
    "pi",
    "polar",
    "rect",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "tau",
]

pi = math.pi
e = math.e
tau = math.tau
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

# Above this half the square of a number is no longer finite.
LARGE = 4.49423283715579e307
LOG_LARGE = 709.782712893384 - 0.6931471805599453 - 0.6931471805599453
SQRT_LARGE = 6.703903964971298e153
SQRT_TINY = 1.4916681462400413e-154
TINY = 2.2250738585072014e-308
LN2 = 0.6931471805599453
LN10 = 2.302585092994046

# Classification


def isnan(z) -> bool:
    """Say whether a part is not a number."""
    number = _as_complex(z)
    return number.real != number.real or number.imag != number.imag


def isinf(z) -> bool:
    """Say whether a part is infinite."""
    number = _as_complex(z)
    return math.isinf(number.real) or math.isinf(number.imag)


def isfinite(z) -> bool:
    """Say whether both parts are finite."""
    number = _as_complex(z)
    return math.isfinite(number.real) and math.isfinite(number.imag)


def isclose(a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Say whether two numbers are nearly equal."""
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    left, right = _as_complex(a), _as_complex(b)
    if left == right:
        return True
    if isinf(left) or isinf(right):
        return False
    apart = abs(left - right)
    return apart <= rel_tol * abs(right) or apart <= rel_tol * abs(left) or apart <= abs_tol


def _in_range(real: float, imag: float) -> complex:
    """Give a result unless it is too large."""
    if math.isinf(real) or math.isinf(imag):
        raise OverflowError("math range error")
    return complex(real, imag)


# Polar coordinates


def phase(z) -> float:
    """Give the angle of a number."""
    number = _as_complex(z)
    angle = c_atan2(number.imag, number.real)
    if angle == 0.0 and number.imag != 0.0 and math.isfinite(number.real):
        # So CPython calls an angle that is too small for a number.
        raise OverflowError("math range error")
    return angle


def polar(z) -> tuple[float, float]:
    """Give length and angle of a number.

    >>> polar(3 + 4j)
    (5.0, 0.9272952180016122)
    """
    number = _as_complex(z)
    length = c_hypot(number.real, number.imag)
    if math.isinf(length) and isfinite(number):
        raise OverflowError("math range error")
    return (length, c_atan2(number.imag, number.real))


def rect(r: float, phi: float) -> complex:
    """Give the number with a length and an angle."""
    length, angle = float(r), float(phi)
    if not math.isfinite(length) or not math.isfinite(angle):
        return _rect_special(length, angle)
    if angle == 0.0:
        return complex(length, length * angle)
    return complex(length * c_cos(angle), length * c_sin(angle))


def _rect_special(length: float, angle: float) -> complex:
    """Give the number with a length and an angle of which one is not finite."""
    if math.isinf(angle) and length != 0.0 and not math.isnan(length):
        raise ValueError("math domain error")
    if math.isinf(length) and math.isfinite(angle) and angle != 0.0:
        real, imag = copysign(inf, c_cos(angle)), copysign(inf, c_sin(angle))
        return complex(real, imag) if length > 0.0 else complex(-real, -imag)
    if angle == 0.0:
        return complex(length, angle if math.isnan(length) else length * angle if math.isfinite(length) else angle)
    if length == 0.0:
        return complex(0.0, 0.0)
    return complex(length if math.isinf(length) else nan, nan)


# Powers and logarithms


def exp(z) -> complex:
    """Give e to a power."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(EXP, number)
    if number.real > LOG_LARGE:
        part = c_exp(number.real - 1.0)
        return _in_range(part * c_cos(number.imag) * e, part * c_sin(number.imag) * e)
    part = c_exp(number.real)
    return _in_range(part * c_cos(number.imag), part * c_sin(number.imag))


def _log(number: complex) -> complex:
    """Give the natural logarithm of any number but zero."""
    angle = c_atan2(number.imag, number.real)
    wide, high = fabs(number.real), fabs(number.imag)
    if math.isinf(wide) or math.isinf(high):
        return complex(inf, angle)
    if wide > LARGE or high > LARGE:
        return complex(c_log(c_hypot(wide / 2.0, high / 2.0)) + LN2, angle)
    if wide < TINY and high < TINY:
        return complex(c_log(c_hypot(ldexp(wide, 53), ldexp(high, 53))) - 53 * LN2, angle)
    length = c_hypot(wide, high)
    if 0.71 <= length <= 1.73:
        # Near 1 the logarithm is small: from what the length lacks it is exact.
        more, less = max(wide, high), min(wide, high)
        return complex(c_log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0, angle)
    return complex(c_log(length), angle)


def log(z, base=None) -> complex:
    """Give the logarithm of a number, the natural one without a base.

    >>> log(-1)
    3.141592653589793j
    """
    number = _as_complex(z)
    if base is None:
        if number.real == 0.0 and number.imag == 0.0:
            raise ValueError("math domain error")
        return _log(number)
    else:
        other = _as_complex(base)
        if (number.real == 0.0 and number.imag == 0.0) or (other.real == 0.0 and other.imag == 0.0):
            raise ValueError("math domain error")
        below = _log(other)
        if below.real == 0.0 and below.imag == 0.0:
            raise ValueError("math domain error")
        return _log(number) / below


def log10(z) -> complex:
    """Give the logarithm to base ten."""
    number = _as_complex(z)
    if number.real == 0.0 and number.imag == 0.0:
        raise ValueError("math domain error")
    result = _log(number)
    return complex(result.real / LN10, result.imag / LN10)


def sqrt(z) -> complex:
    """Give the square root.

    >>> sqrt(-4)
    2j
    """
    number = _as_complex(z)
    if not isfinite(number):
        return special(SQRT, number)
    if number.real == 0.0 and number.imag == 0.0:
        return complex(0.0, number.imag)
    wide, high = fabs(number.real), fabs(number.imag)
    if wide < TINY and high < TINY:
        wide = ldexp(wide, 53)
        root = ldexp(math.sqrt(wide + c_hypot(wide, ldexp(high, 53))), -27)
    else:
        wide /= 8.0
        root = 2.0 * math.sqrt(wide + c_hypot(wide, high / 8.0))
    other = high / (2.0 * root)
    if number.real >= 0.0:
        return complex(root, copysign(other, number.imag))
    return complex(other, copysign(root, number.imag))


# Hyperbolic functions


def cosh(z) -> complex:
    """Give the hyperbolic cosine."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(COSH, number)
    if fabs(number.real) > LOG_LARGE:
        near = number.real - copysign(1.0, number.real)
        return _in_range(c_cos(number.imag) * c_cosh(near) * e, c_sin(number.imag) * c_sinh(near) * e)
    return _in_range(c_cos(number.imag) * c_cosh(number.real), c_sin(number.imag) * c_sinh(number.real))


def sinh(z) -> complex:
    """Give the hyperbolic sine."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(SINH, number)
    if fabs(number.real) > LOG_LARGE:
        near = number.real - copysign(1.0, number.real)
        return _in_range(c_cos(number.imag) * c_sinh(near) * e, c_sin(number.imag) * c_cosh(near) * e)
    return _in_range(c_cos(number.imag) * c_sinh(number.real), c_sin(number.imag) * c_cosh(number.real))


def tanh(z) -> complex:
    """Give the hyperbolic tangent."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(TANH, number)
    if fabs(number.real) > LOG_LARGE:
        return complex(
            copysign(1.0, number.real),
            4.0 * c_sin(number.imag) * c_cos(number.imag) * c_exp(-2.0 * fabs(number.real)),
        )
    wide = c_tanh(number.real)
    high = c_tan(number.imag)
    part = 1.0 / c_cosh(number.real)
    both = wide * high
    below = 1.0 + both * both
    return complex(wide * (1.0 + high * high) / below, ((high / below) * part) * part)


def acosh(z) -> complex:
    """Give the inverse of the hyperbolic cosine."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(ACOSH, number)
    if fabs(number.real) > LARGE or fabs(number.imag) > LARGE:
        length = c_log(c_hypot(number.real / 2.0, number.imag / 2.0)) + LN2 * 2.0
        return complex(length, c_atan2(number.imag, number.real))
    left = sqrt(complex(number.real - 1.0, number.imag))
    right = sqrt(complex(number.real + 1.0, number.imag))
    return complex(math.c_asinh(left.real * right.real + left.imag * right.imag), 2.0 * c_atan2(left.imag, right.real))


def asinh(z) -> complex:
    """Give the inverse of the hyperbolic sine."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(ASINH, number)
    if fabs(number.real) > LARGE or fabs(number.imag) > LARGE:
        length = c_log(c_hypot(number.real / 2.0, number.imag / 2.0)) + LN2 * 2.0
        real = copysign(length, number.real) if number.imag == 0.0 else -copysign(length, -number.real)
        return complex(real, c_atan2(number.imag, fabs(number.real)))
    left = sqrt(complex(1.0 + number.imag, -number.real))
    right = sqrt(complex(1.0 - number.imag, number.real))
    return complex(
        math.c_asinh(left.real * right.imag - right.real * left.imag),
        c_atan2(number.imag, left.real * right.real - left.imag * right.imag),
    )


def atanh(z) -> complex:
    """Give the inverse of the hyperbolic tangent."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(ATANH, number)
    if number.real < 0.0 or (number.real == 0.0 and copysign(1.0, number.real) < 0.0):
        return -atanh(-number)
    high = fabs(number.imag)
    if number.real > SQRT_LARGE or high > SQRT_LARGE:
        length = c_hypot(number.real / 2.0, number.imag / 2.0)
        return complex(number.real / 4.0 / length / length, -copysign(pi / 2.0, -number.imag))
    if number.real == 1.0 and high < SQRT_TINY:
        if high == 0.0:
            raise ValueError("math domain error")
        return complex(
            -c_log(math.sqrt(high) / math.sqrt(c_hypot(high, 2.0))),
            copysign(c_atan2(2.0, -high) / 2.0, number.imag),
        )
    less = 1.0 - number.real
    return complex(
        c_log1p(4.0 * number.real / (less * less + high * high)) / 4.0,
        -c_atan2(-2.0 * number.imag, less * (1.0 + number.real) - high * high) / 2.0,
    )


# Functions of angles: those above, turned by a right angle


def cos(z) -> complex:
    """Give the cosine."""
    number = _as_complex(z)
    return cosh(complex(-number.imag, number.real))


def sin(z) -> complex:
    """Give the sine."""
    number = _as_complex(z)
    turned = sinh(complex(-number.imag, number.real))
    return complex(turned.imag, -turned.real)


def tan(z) -> complex:
    """Give the tangent."""
    number = _as_complex(z)
    turned = tanh(complex(-number.imag, number.real))
    return complex(turned.imag, -turned.real)


def acos(z) -> complex:
    """Give the inverse of the cosine."""
    number = _as_complex(z)
    if not isfinite(number):
        return special(ACOS, number)
    if fabs(number.real) > LARGE or fabs(number.imag) > LARGE:
        length = c_log(c_hypot(number.real / 2.0, number.imag / 2.0)) + LN2 * 2.0
        imag = -copysign(length, number.imag) if number.real < 0.0 else copysign(length, -number.imag)
        return complex(c_atan2(fabs(number.imag), number.real), imag)
    left = sqrt(complex(1.0 - number.real, -number.imag))
    right = sqrt(complex(1.0 + number.real, number.imag))
    return complex(2.0 * c_atan2(left.real, right.real), math.c_asinh(right.real * left.imag - right.imag * left.real))


def asin(z) -> complex:
    """Give the inverse of the sine."""
    number = _as_complex(z)
    turned = asinh(complex(-number.imag, number.real))
    return complex(turned.imag, -turned.real)


def atan(z) -> complex:
    """Give the inverse of the tangent."""
    number = _as_complex(z)
    turned = atanh(complex(-number.imag, number.real))
    return complex(turned.imag, -turned.real)
