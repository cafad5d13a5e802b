"""Mathematical functions."""

from _floats import dist, exp2, frexp, fsum, hypot, ldexp, nextafter, remainder, ulp
from _gamma import gamma_of, log_gamma_of
from pyc import extern, inline, unroll
from pyc.unsafe import (
    float_bits,
    float_copysign,
    float_fabs,
    float_from_bits,
    float_rem,
    float_sqrt,
    float_to_int,
    int_to_float,
    mul_overflows,
)

pi: float = 3.141592653589793
e: float = 2.718281828459045
tau: float = 6.283185307179586
inf: float = float_from_bits(0x7FF0000000000000)
nan: float = float_from_bits(0x7FF8000000000000)

# C's functions


@extern("sin")
def c_sin(x: float) -> float:
    """Call C's `sin`."""
    ...


@extern("cos")
def c_cos(x: float) -> float:
    """Call C's `cos`."""
    ...


@extern("tan")
def c_tan(x: float) -> float:
    """Call C's `tan`."""
    ...


@extern("asin")
def c_asin(x: float) -> float:
    """Call C's `asin`."""
    ...


@extern("acos")
def c_acos(x: float) -> float:
    """Call C's `acos`."""
    ...


@extern("atan")
def c_atan(x: float) -> float:
    """Call C's `atan`."""
    ...


@extern("sinh")
def c_sinh(x: float) -> float:
    """Call C's `sinh`."""
    ...


@extern("cosh")
def c_cosh(x: float) -> float:
    """Call C's `cosh`."""
    ...


@extern("tanh")
def c_tanh(x: float) -> float:
    """Call C's `tanh`."""
    ...


@extern("asinh")
def c_asinh(x: float) -> float:
    """Call C's `asinh`."""
    ...


@extern("acosh")
def c_acosh(x: float) -> float:
    """Call C's `acosh`."""
    ...


@extern("atanh")
def c_atanh(x: float) -> float:
    """Call C's `atanh`."""
    ...


@extern("exp")
def c_exp(x: float) -> float:
    """Call C's `exp`."""
    ...


@extern("expm1")
def c_expm1(x: float) -> float:
    """Call C's `expm1`."""
    ...


@extern("log")
def c_log(x: float) -> float:
    """Call C's `log`."""
    ...


@extern("log2")
def c_log2(x: float) -> float:
    """Call C's `log2`."""
    ...


@extern("log10")
def c_log10(x: float) -> float:
    """Call C's `log10`."""
    ...


@extern("log1p")
def c_log1p(x: float) -> float:
    """Call C's `log1p`."""
    ...


@extern("cbrt")
def c_cbrt(x: float) -> float:
    """Call C's `cbrt`."""
    ...


@extern("erf")
def c_erf(x: float) -> float:
    """Call C's `erf`."""
    ...


@extern("erfc")
def c_erfc(x: float) -> float:
    """Call C's `erfc`."""
    ...


@extern("atan2")
def c_atan2(x: float, y: float) -> float:
    """Call C's `atan2`."""
    ...


@extern("pow")
def c_pow(x: float, y: float) -> float:
    """Call C's `pow`."""
    ...


# Checks


@inline
def checked(result: float, argument: float) -> float:
    """Give a result, or raise the error of an argument that has none or one that is too large."""
    if result != result and argument == argument:
        raise ValueError("math domain error")
    if isinf(result) and not isinf(argument):
        raise OverflowError("math range error")
    return result


@inline
def checked_domain(result: float, argument: float) -> float:
    """Give a result, or raise the error of an argument that has none."""
    if result != result and argument == argument:
        raise ValueError("math domain error")
    return result


# Kinds of numbers


@inline
def isnan(x: float) -> bool:
    """Say whether a number is a NaN."""
    number = float(x)
    return number != number


@inline
def isinf(x: float) -> bool:
    """Say whether a number is infinite."""
    return (float_bits(float(x)) & 0x7FFFFFFFFFFFFFFF) == 0x7FF0000000000000


@inline
def isfinite(x: float) -> bool:
    """Say whether a number is neither infinite nor a NaN."""
    return (float_bits(float(x)) & 0x7FF0000000000000) != 0x7FF0000000000000


def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Say whether two numbers are close to each other."""
    left = float(a)
    right = float(b)
    if float(rel_tol) < 0.0 or float(abs_tol) < 0.0:
        raise ValueError("tolerances must be non-negative")
    if left == right:
        return True
    if isinf(left) or isinf(right):
        return False
    difference = float_fabs(right - left)
    largest = float_fabs(left)
    if float_fabs(right) > largest:
        largest = float_fabs(right)
    return difference <= float(rel_tol) * largest or difference <= float(abs_tol)


# Rounding


@inline
def floor(x) -> int:
    """Give the greatest integer that is not above `x`."""
    return x.__floor__()


@inline
def ceil(x) -> int:
    """Give the least integer that is not below `x`."""
    return x.__ceil__()


@inline
def trunc(x) -> int:
    """Drop the fraction."""
    return x.__trunc__()


@inline
def fabs(x: float) -> float:
    """Give the distance from zero."""
    return float_fabs(float(x))


@inline
def copysign(x: float, y: float) -> float:
    """Give `x` with the sign of `y`."""
    return float_copysign(float(x), float(y))


def fmod(x: float, y: float) -> float:
    """Give the remainder that has the sign of `x`."""
    left = float(x)
    right = float(y)
    if (right == 0.0 and left == left) or (isinf(left) and right == right):
        raise ValueError("math domain error")
    return float_rem(left, right)


def modf(x: float) -> tuple[float, float]:
    """Give fraction and whole part, both with the sign of `x`."""
    number = float(x)
    if isinf(number):
        return (float_copysign(0.0, number), number)
    if number != number:
        return (number, number)
    fraction = float_rem(number, 1.0)
    return (float_copysign(fraction, number), float_copysign(number - fraction, number))


# Roots and powers


@inline
def sqrt(x: float) -> float:
    """Give the square root."""
    number = float(x)
    if number < 0.0:
        raise ValueError("math domain error")
    return float_sqrt(number)


def isqrt(n: int) -> int:
    """Give the integer part of the square root."""
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = float_to_int(float_sqrt(int_to_float[float](n)))
    # The float may be rounded to either side.
    while mul_overflows(root, root) or root * root > n:
        root -= 1
    while not mul_overflows(root + 1, root + 1) and (root + 1) * (root + 1) <= n:
        root += 1
    return root


def pow(x: float, y: float) -> float:
    """Give `x` to the power of `y`."""
    base = float(x)
    exponent = float(y)
    result = c_pow(base, exponent)
    if result != result and base == base and exponent == exponent:
        raise ValueError("math domain error")
    if isinf(result) and isfinite(base) and isfinite(exponent):
        if base == 0.0:
            raise ValueError("math domain error")
        raise OverflowError("math range error")
    return result


def exp(x: float) -> float:
    """Give e to the power of `x`."""
    return checked(c_exp(float(x)), float(x))


def expm1(x: float) -> float:
    """Give `exp(x) - 1`, also where that is small."""
    return checked(c_expm1(float(x)), float(x))


def log(x: float, base=None) -> float:
    """Give the natural logarithm, or that to a base."""
    if base is None:
        return natural_log(float(x))
    else:
        divisor = natural_log(float(base))
        if divisor == 0.0:
            raise ZeroDivisionError("float division by zero")
        return natural_log(float(x)) / divisor


def natural_log(x: float) -> float:
    """Give the natural logarithm."""
    if x <= 0.0:
        raise ValueError("math domain error")
    return c_log(x)


def log2(x: float) -> float:
    """Give the logarithm to the base of two."""
    if float(x) <= 0.0:
        raise ValueError("math domain error")
    return c_log2(float(x))


def log10(x: float) -> float:
    """Give the logarithm to the base of ten."""
    if float(x) <= 0.0:
        raise ValueError("math domain error")
    return c_log10(float(x))


def log1p(x: float) -> float:
    """Give `log(1 + x)`, also where `x` is small."""
    if float(x) <= -1.0:
        raise ValueError("math domain error")
    return c_log1p(float(x))


# Angles and others


def sin(x: float) -> float:
    """Give the sine."""
    return checked_domain(c_sin(float(x)), float(x))


def cos(x: float) -> float:
    """Give the cosine."""
    return checked_domain(c_cos(float(x)), float(x))


def tan(x: float) -> float:
    """Give the tangent."""
    return checked_domain(c_tan(float(x)), float(x))


def asin(x: float) -> float:
    """Give the arc sine."""
    return checked_domain(c_asin(float(x)), float(x))


def acos(x: float) -> float:
    """Give the arc cosine."""
    return checked_domain(c_acos(float(x)), float(x))


def atan(x: float) -> float:
    """Give the arc tangent."""
    return checked_domain(c_atan(float(x)), float(x))


def sinh(x: float) -> float:
    """Give the hyperbolic sine."""
    return checked(c_sinh(float(x)), float(x))


def cosh(x: float) -> float:
    """Give the hyperbolic cosine."""
    return checked(c_cosh(float(x)), float(x))


def tanh(x: float) -> float:
    """Give the hyperbolic tangent."""
    return checked_domain(c_tanh(float(x)), float(x))


def asinh(x: float) -> float:
    """Give the inverse hyperbolic sine."""
    return checked_domain(c_asinh(float(x)), float(x))


def acosh(x: float) -> float:
    """Give the inverse hyperbolic cosine."""
    return checked_domain(c_acosh(float(x)), float(x))


def atanh(x: float) -> float:
    """Give the inverse hyperbolic tangent."""
    number = float(x)
    if float_fabs(number) >= 1.0:
        raise ValueError("math domain error")
    return c_atanh(number)


def cbrt(x: float) -> float:
    """Give the cube root."""
    return checked_domain(c_cbrt(float(x)), float(x))


def erf(x: float) -> float:
    """Give the error function."""
    return checked_domain(c_erf(float(x)), float(x))


def erfc(x: float) -> float:
    """Give the complementary error function."""
    return checked_domain(c_erfc(float(x)), float(x))


def gamma(x: float) -> float:
    """Give the gamma function."""
    number = float(x)
    if number == 0.0 or (number < 0.0 and (isinf(number) or float_rem(number, 1.0) == 0.0)):
        raise ValueError("math domain error")
    return checked(gamma_of(number), number) if isfinite(number) else number


def lgamma(x: float) -> float:
    """Give the logarithm of the absolute value of the gamma function."""
    number = float(x)
    if number <= 0.0 and isfinite(number) and float_rem(number, 1.0) == 0.0:
        raise ValueError("math domain error")
    if not isfinite(number):
        return float_fabs(number)
    return checked(log_gamma_of(number), number)


def atan2(y: float, x: float) -> float:
    """Give the angle of a vector."""
    return c_atan2(float(y), float(x))


def degrees(x: float) -> float:
    """Give an angle in degrees."""
    return float(x) * (180.0 / 3.141592653589793)


def radians(x: float) -> float:
    """Give an angle in radians."""
    return float(x) * (3.141592653589793 / 180.0)


# Integers


def gcd(*integers: int) -> int:
    """Give the greatest common divisor."""
    result = 0
    for number in unroll(integers):
        result = common_divisor(result, number)
    return result


def common_divisor(left: int, right: int) -> int:
    """Give the greatest common divisor of two numbers."""
    while right != 0:
        rest = left % right
        left = right
        right = rest
    return abs(left)


def lcm(*integers: int) -> int:
    """Give the least common multiple."""
    result = 1
    for number in unroll(integers):
        if number == 0:
            result = 0
        if result != 0:
            result = result // common_divisor(result, number) * abs(number)
    return result


def factorial(n: int) -> int:
    """Give the product of the numbers up to `n`."""
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    result = 1
    factor = 2
    while factor <= n:
        result = result * factor
        factor += 1
    return result


def comb(n: int, k: int) -> int:
    """Count the ways to choose `k` of `n` things."""
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    result = 1
    index = 1
    while index <= k:
        # `result * (n - k + index)` is a multiple of `index`; dividing first keeps it small.
        divisor = common_divisor(result, index)
        result = result // divisor * ((n - k + index) // (index // divisor))
        index += 1
    return result


def perm(n: int, k=None) -> int:
    """Count the ways to arrange `k` of `n` things."""
    if k is None:
        return factorial(n)
    else:
        if n < 0:
            raise ValueError("n must be a non-negative integer")
        if k < 0:
            raise ValueError("k must be a non-negative integer")
        result = 1
        index = 0
        while index < k:
            result = result * (n - index)
            index += 1
        return result


def prod(iterable, *, start=1):
    """Multiply all elements."""
    empty = True
    for item in iterable:
        if empty:
            product = start * item
            empty = False
        else:
            product = product * item
    if empty:
        return start
    return product
