"""Powers, logarithms and the exponential function."""

from math import log

from . import _digits as numbers
from ._arithmetic import compared, nan_of, number_of, product, quotient, special_of, sum_of, with_sign
from ._context import Context, InvalidOperation, signal
from ._number import FINITE, INFINITE, Decimal


def power_of(base: Decimal, exponent: Decimal, context: Context) -> Decimal:
    nan = nan_of(base, exponent)
    if nan is not None:
        return nan
    if exponent.is_zero():
        if base.is_zero():
            raise InvalidOperation(signal("InvalidOperation"))
        return number_of(False, "1", 0)
    is_whole = exponent._kind == FINITE and exponent == exponent.to_integral_value("ROUND_DOWN")
    is_odd = is_whole and exponent.adjusted() < 18 and int(exponent) % 2 == 1
    negative = base._negative and is_odd
    if base._negative and not base.is_zero() and not is_whole and exponent._kind == FINITE:
        raise InvalidOperation(signal("InvalidOperation"))
    if base.is_zero() or base._kind == INFINITE:
        if base.is_zero() == exponent._negative:
            return special_of(negative, INFINITE)
        return number_of(negative, "0", 0)
    if exponent._kind == INFINITE:
        if base._negative:
            raise InvalidOperation(signal("InvalidOperation"))
        size = compared(base, Decimal(1))
        if size == 0:
            return number_of(False, "1", 1 - context.prec)._to_exponent(1 - context.prec, "ROUND_DOWN")
        return special_of(False, INFINITE) if (size > 0) != exponent._negative else number_of(False, "0", 0)
    if is_whole and exponent.adjusted() < 9:
        return whole_power(base, int(exponent), context)
    if base == 1:
        return number_of(negative, "1" + "0" * (context.prec - 1), 1 - context.prec)
    wide = Context(context.prec + 20, Emin=-999999999, Emax=999999999)
    exact = logarithm(base.copy_abs(), context.prec + 20)
    result = exponential(product(exact, exponent, wide), context.prec + 15)
    return with_sign(result, negative)._fixed(context)


def whole_power(base: Decimal, exponent: int, context: Context) -> Decimal:
    """Multiply, by squares, with some more digits."""
    size = abs(exponent)
    wide = Context(context.prec + 5 + len(str(size)), Emin=-999999999, Emax=999999999)
    result = number_of(False, "1", 0)
    square = base
    while size > 0:
        if size & 1 == 1:
            result = product(result, square, wide)
        size >>= 1
        if size > 0:
            square = product(square, square, wide)
    if exponent < 0:
        result = quotient(number_of(False, "1", 0), result, wide)
    return result._fixed(context)


def exponential(value: Decimal, precision: int) -> Decimal:
    """Give e to a power: by its series, of a part so small that few terms are needed, and squares of the result."""
    halvings = max(value.adjusted() * 4 + 12, 0)
    wide = Context(precision + halvings // 3 + 8, Emin=-999999999, Emax=999999999)
    part = quotient(value, Decimal(numbers.power("2", halvings)), wide)
    result = number_of(False, "1", 0)
    term = result
    count = 0
    while not term.is_zero() and term.adjusted() > -wide.prec - 2:
        count += 1
        term = quotient(product(term, part, wide), Decimal(count), wide)
        result = sum_of(result, term, wide)
    for _ in range(halvings):
        result = product(result, result, wide)
    return result


def logarithm_special(value: Decimal) -> Decimal | None:
    """Give the logarithm of what is no number above zero."""
    if value.is_nan():
        return value._checked()
    if value.is_zero():
        return special_of(True, INFINITE)
    if value._negative:
        raise InvalidOperation(signal("InvalidOperation"))
    return value if value._kind == INFINITE else None


def logarithm(value: Decimal, precision: int) -> Decimal:
    """Give the natural logarithm: Newton's way from what floats know, with the exponential function."""
    wide = Context(precision + 10, Emin=-999999999, Emax=999999999)
    exp = value.adjusted()
    near = number_of(False, value._digits, value._exp - exp)
    result = Decimal(log(float(near)))
    digits = 14
    while digits < wide.prec + 3:
        # Every step doubles the digits that are right.
        power = exponential(result, wide.prec)
        apart = quotient(sum_of(near, power.copy_negate(), wide), sum_of(near, power, wide), wide)
        result = sum_of(result, product(apart, Decimal(2), wide), wide)
        digits *= 3
    if exp == 0:
        return result
    return sum_of(result, product(logarithm_of_ten(precision + 8), Decimal(exp), wide), wide)


def logarithm_of_ten(precision: int) -> Decimal:
    """Give the logarithm of ten: three times that of 2, and that of 1.25."""
    wide = Context(precision + 10, Emin=-999999999, Emax=999999999)
    three = product(logarithm(Decimal(2), precision), Decimal(3), wide)
    return sum_of(three, logarithm(Decimal("1.25"), precision), wide)
