"""Floating-point numbers in the form that a format specification describes."""

from pyc.unsafe import float_bits, float_fabs, mem_move, ptr_offset

from ._float_text import Digits, append_exponent, append_fixed, append_repr, float_repr, is_finite
from ._format_spec import FormatSpec, format_number, parse_spec, raise_unknown_kind
from ._text import TextBuilder, load_byte, store_byte


def format_float(value: float, format_spec: str) -> str:
    """Give a number in some form."""
    if format_spec._size == 0:
        return float_repr(value)
    return format_float_spec(value, parse_spec(format_spec, "float", 62))


def format_float_spec(value: float, spec: FormatSpec) -> str:
    """Give a number in a form that is read already."""
    body = TextBuilder()
    number = value
    kind = spec.kind
    if not is_float_kind(kind):
        raise_unknown_kind(kind, "float")
    if kind == 37:
        number = number * 100.0
    if not is_finite(number):
        append_special(body, number, 69 <= kind <= 71)
    elif kind == 102 or kind == 70 or kind == 37:
        append_fixed(body, number, default_precision(spec))
        append_point(body, spec)
    elif kind == 101 or kind == 69:
        append_exponential(body, number, default_precision(spec), kind, spec.alternate)
    elif kind == 103 or kind == 71 or kind == 110:
        append_general(body, number, default_precision(spec), kind, spec.alternate, False)
    else:
        append_plain(body, number, spec)
    if kind == 37:
        body.append_byte(37)
    negative = float_bits(value) < 0 and value == value
    if negative and spec.coerces_zero and value - value == 0.0 and is_zero(body):
        negative = False
    return format_number(spec, negative, "", body, leading_digits(body))


def is_float_kind(kind: int) -> bool:
    """Say whether a type character is one of `e E f F g G n %`, or none."""
    return kind == 0 or 101 <= kind <= 103 or 69 <= kind <= 71 or kind == 110 or kind == 37


def default_precision(spec: FormatSpec) -> int:
    """Give the precision, 6 if there is none."""
    if spec.precision < 0:
        return 6
    return spec.precision


def append_special(body: TextBuilder, value: float, capital: bool) -> None:
    """Append `inf` or `nan`."""
    if value != value:
        if capital:
            body.append("NAN")
        else:
            body.append("nan")
    elif capital:
        body.append("INF")
    else:
        body.append("inf")


def append_point(body: TextBuilder, spec: FormatSpec) -> None:
    """Append the point of the alternate form to a number without decimals."""
    if spec.alternate and default_precision(spec) == 0:
        body.append_byte(46)


def append_exponential(body: TextBuilder, value: float, precision: int, kind: int, alternate: bool) -> None:
    """Append a number as `d.dde+xx`; `kind` is the letter."""
    digits = Digits(precision + 8)
    digits.rounded(value, precision + 1)
    append_with_exponent(body, digits, precision + 1, kind, alternate)


def append_with_exponent(body: TextBuilder, digits: Digits, count: int, letter: int, alternate: bool) -> None:
    """Append digits as `d.dde+xx`."""
    digits.append_to(body, 0, 1)
    if count > 1 or alternate:
        body.append_byte(46)
    digits.append_to(body, 1, count)
    append_exponent(body, digits.exponent - 1, letter)


def append_general(body: TextBuilder, value: float, precision: int, kind: int, alternate: bool, decimal: bool) -> None:
    """Append a number with `precision` digits, with an exponent if that is shorter; `decimal` asks for a point and a digit."""
    if precision == 0:
        precision = 1
    digits = Digits(precision + 8)
    digits.rounded(value, precision)
    if not alternate:
        digits.trim()
    letter = 101
    if kind == 71:
        letter = 69
    limit = precision
    if decimal:
        limit = precision - 1
    if digits.exponent <= -4 or digits.exponent > limit:
        append_with_exponent(body, digits, digits.size, letter, alternate)
    else:
        append_in_place(body, digits, alternate, decimal)


def append_in_place(body: TextBuilder, digits: Digits, alternate: bool, decimal: bool) -> None:
    """Append digits with the point where it belongs."""
    point = digits.exponent
    if point <= 0:
        body.append_byte(48)
    else:
        digits.append_to(body, 0, point)
    if digits.size > point:
        body.append_byte(46)
        digits.append_to(body, point, digits.size)
    elif decimal:
        body.append_byte(46)
        body.append_byte(48)
    elif alternate:
        body.append_byte(46)


def append_plain(body: TextBuilder, value: float, spec: FormatSpec) -> None:
    """Append a number as `repr` shows it, with `precision` digits if that is given."""
    if spec.precision >= 0:
        append_general(body, value, spec.precision, 103, spec.alternate, True)
        return
    append_repr(body, float_fabs(value))
    if spec.alternate:
        put_point(body)


def put_point(body: TextBuilder) -> None:
    """Put a point before the exponent of a number that has none."""
    index = leading_digits(body)
    if index < body._size and load_byte(body._data, index) == 101:
        body.append_byte(0)
        mem_move(ptr_offset(body._data, index + 1), ptr_offset(body._data, index), body._size - index - 1)
        store_byte(body._data, index, 46)


def leading_digits(body: TextBuilder) -> int:
    """Count the digits at the beginning."""
    index = 0
    while index < body._size and 48 <= load_byte(body._data, index) <= 57:
        index += 1
    return index


def is_zero(body: TextBuilder) -> bool:
    """Say whether no digit before the exponent is other than zero."""
    index = 0
    while index < body._size and (load_byte(body._data, index) | 32) != 101:
        if 49 <= load_byte(body._data, index) <= 57 or load_byte(body._data, index) == 105:
            return False
        index += 1
    return True
