"""Arithmetic and comparison of decimal numbers."""

from . import _digits as numbers
from ._context import Context, DivisionByZero, InvalidOperation, signal
from ._number import FINITE, INFINITE, NAN, SIGNALLING, Decimal

# Making numbers


def number_of(negative: bool, digits: str, exp: int) -> Decimal:
    """Give a finite number."""
    result = Decimal()
    result._negative = negative
    result._digits = digits
    result._exp = exp
    return result


def special_of(negative: bool, kind: int) -> Decimal:
    """Give an infinite number or NaN."""
    result = Decimal()
    result._negative = negative
    result._kind = kind
    return result


def with_sign(number: Decimal, negative: bool) -> Decimal:
    """Give a number with some sign."""
    result = Decimal(number)
    result._negative = negative
    return result


def as_decimal(value) -> Decimal:
    """Give an operand as a decimal number."""
    if isinstance(value, Decimal):
        return value
    else:
        return Decimal(value)


def half_even(number: Decimal, context: Context) -> Decimal:
    return number._fixed(Context(context.prec, "ROUND_HALF_EVEN", context.Emin, context.Emax))


# Comparison


def compared(left: Decimal, right: Decimal) -> int:
    """Compare what is not NaN."""
    if left.is_zero() and right.is_zero():
        return 0
    a = 0 if left.is_zero() else -1 if left._negative else 1
    b = 0 if right.is_zero() else -1 if right._negative else 1
    if a != b:
        return -1 if a < b else 1
    if left._kind == INFINITE or right._kind == INFINITE:
        size = (1 if left._kind == INFINITE else 0) - (1 if right._kind == INFINITE else 0)
    elif left.adjusted() != right.adjusted():
        size = -1 if left.adjusted() < right.adjusted() else 1
    else:
        exp = min(left._exp, right._exp)
        size = numbers.compare(
            numbers.shifted(left._digits, left._exp - exp), numbers.shifted(right._digits, right._exp - exp)
        )
    return size * a


def total_order(left: Decimal, right: Decimal) -> int:
    """Compare what is not NaN; of equal numbers the one with a minus, or with more zeros at the end, is less."""
    order = compared(left, right)
    if order != 0:
        return order
    if left._negative != right._negative:
        return -1 if left._negative else 1
    size = left._exp - right._exp
    return -size if left._negative else size


def ordered(left: Decimal, right: Decimal) -> int:
    """Compare; NaN is in no order."""
    if left.is_nan() or right.is_nan():
        raise InvalidOperation(signal("InvalidOperation"))
    return compared(left, right)


# Arithmetic


def nan_of(left: Decimal, right: Decimal) -> Decimal | None:
    """Give the NaN that an operation on these gives, if one is."""
    if left._kind == SIGNALLING or right._kind == SIGNALLING:
        raise InvalidOperation(signal("InvalidOperation"))
    return left if left._kind == NAN else right if right._kind == NAN else None


def sum_of(left: Decimal, right: Decimal, context: Context) -> Decimal:
    nan = nan_of(left, right)
    if nan is not None:
        return nan
    if left._kind == INFINITE or right._kind == INFINITE:
        if left._kind == right._kind and left._negative != right._negative:
            raise InvalidOperation(signal("InvalidOperation"))
        return left if left._kind == INFINITE else right
    exp = min(left._exp, right._exp)
    is_down = context.rounding == "ROUND_FLOOR"
    if left.is_zero() and right.is_zero():
        negative = left._negative if left._negative == right._negative else is_down
        return number_of(negative, "0", exp)._fixed(context)
    if left.is_zero() or right.is_zero():
        other = right if left.is_zero() else left
        return other._to_exponent(max(exp, min(other._exp, other.adjusted() - context.prec)), "ROUND_DOWN")._fixed(
            context
        )
    great, small = (left, right) if left.adjusted() >= right.adjusted() else (right, left)
    lowest = min(great._exp, great.adjusted() - context.prec - 2)
    if small.adjusted() < lowest - 1:
        # So much less that only its sign matters.
        small = number_of(small._negative, "1", lowest - 1)
    exp = min(great._exp, small._exp)
    a, b = numbers.shifted(great._digits, great._exp - exp), numbers.shifted(small._digits, small._exp - exp)
    if great._negative == small._negative:
        return number_of(great._negative, numbers.add(a, b), exp)._fixed(context)
    order = numbers.compare(a, b)
    if order == 0:
        return number_of(is_down, "0", exp)._fixed(context)
    if order > 0:
        return number_of(great._negative, numbers.subtract(a, b), exp)._fixed(context)
    return number_of(small._negative, numbers.subtract(b, a), exp)._fixed(context)


def product(left: Decimal, right: Decimal, context: Context) -> Decimal:
    nan = nan_of(left, right)
    if nan is not None:
        return nan
    negative = left._negative != right._negative
    if left._kind == INFINITE or right._kind == INFINITE:
        if left.is_zero() or right.is_zero():
            raise InvalidOperation(signal("InvalidOperation"))
        return special_of(negative, INFINITE)
    return number_of(negative, numbers.multiply(left._digits, right._digits), left._exp + right._exp)._fixed(context)


def quotient(left: Decimal, right: Decimal, context: Context) -> Decimal:
    nan = nan_of(left, right)
    if nan is not None:
        return nan
    negative = left._negative != right._negative
    if left._kind == INFINITE:
        if right._kind == INFINITE:
            raise InvalidOperation(signal("InvalidOperation"))
        return special_of(negative, INFINITE)
    if right._kind == INFINITE:
        return number_of(negative, "0", context.Etiny())
    if right.is_zero():
        if left.is_zero():
            raise InvalidOperation(signal("DivisionUndefined"))
        raise DivisionByZero(signal("DivisionByZero"))
    ideal = left._exp - right._exp
    if left.is_zero():
        return number_of(negative, "0", ideal)._fixed(context)
    shift = len(right._digits) - len(left._digits) + context.prec + 1
    exp = ideal - shift
    above, below = numbers.shifted(left._digits, max(shift, 0)), numbers.shifted(right._digits, max(-shift, 0))
    digits, rest = numbers.divide(above, below)
    if rest != "0":
        # What is left decides where the last digit would be half way.
        if digits[-1] in "05":
            digits = numbers.add(digits, "1")
    else:
        while exp < ideal and digits[-1] == "0":
            digits = digits[:-1]
            exp += 1
    return number_of(negative, digits, exp)._fixed(context)


def whole_division(left: Decimal, right: Decimal, context: Context, by_zero: str) -> tuple[Decimal, Decimal]:
    """Give the quotient without its fraction, and the rest, which has the sign of the dividend."""
    nan = nan_of(left, right)
    if nan is not None:
        return (nan, nan)
    negative = left._negative != right._negative
    if left._kind == INFINITE:
        if right._kind == INFINITE or by_zero == "InvalidOperation":
            raise InvalidOperation(signal("InvalidOperation"))
        return (special_of(negative, INFINITE), special_of(False, NAN))
    if right._kind == FINITE and right.is_zero():
        if left.is_zero():
            raise InvalidOperation(signal("DivisionUndefined"))
        if by_zero == "InvalidOperation":
            raise InvalidOperation(signal("InvalidOperation"))
        raise DivisionByZero(signal("DivisionByZero"))
    if right._kind == INFINITE:
        return (number_of(negative, "0", 0), left._fixed(context))
    exp = min(left._exp, right._exp)
    apart = left.adjusted() - right.adjusted()
    if left.is_zero() or apart <= -2:
        return (number_of(negative, "0", 0), left._to_exponent(exp, "ROUND_DOWN")._fixed(context))
    if apart <= context.prec:
        digits, rest = numbers.divide(
            numbers.shifted(left._digits, left._exp - exp), numbers.shifted(right._digits, right._exp - exp)
        )
        if len(digits) <= context.prec:
            return (number_of(negative, digits, 0), number_of(left._negative, rest, exp)._fixed(context))
    raise InvalidOperation(signal("DivisionImpossible"))
