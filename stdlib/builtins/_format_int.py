"""Integers in the form that a format specification describes."""

from pyc.unsafe import ptr_offset

from ._digits import binary_digits, decimal_repr, decimal_size, write_binary, write_decimal
from ._format_float import format_float_spec
from ._format_spec import FormatSpec, format_number, format_padded, parse_spec, raise_unknown_kind
from ._text import TextBuilder
from .errors import raise_overflow_error, raise_value_error


def format_int(value: int, format_spec: str, type_name: str = "int") -> str:
    """Give an integer in some form."""
    if format_spec._size == 0:
        return decimal_repr(value)
    return format_int_spec(value, parse_spec(format_spec, type_name, 62), type_name)


def format_int_spec(value: int, spec: FormatSpec, type_name: str = "int") -> str:
    """Give an integer in a form that is read already."""
    kind = spec.kind
    if kind == 37 or 101 <= kind <= 103 or 69 <= kind <= 71:
        return format_float_spec(float(value), spec)
    if not is_int_kind(kind):
        raise_unknown_kind(kind, type_name)
    if spec.precision >= 0:
        raise_value_error("Precision not allowed in integer format specifier")
    if spec.coerces_zero:
        raise_value_error("Negative zero coercion (z) not allowed in integer format specifier")
    if kind == 99:
        return format_character(value, spec)
    body = TextBuilder()
    prefix = ""
    if kind == 0 or kind == 100 or kind == 110:
        append_decimal(body, value)
    elif kind == 98:
        append_binary(body, value, 1, 97)
        prefix = "0b"
    elif kind == 111:
        append_binary(body, value, 3, 97)
        prefix = "0o"
    elif kind == 120:
        append_binary(body, value, 4, 97)
        prefix = "0x"
    else:
        append_binary(body, value, 4, 65)
        prefix = "0X"
    if not spec.alternate:
        prefix = ""
    return format_number(spec, value < 0, prefix, body, body._size)


def is_int_kind(kind: int) -> bool:
    """Say whether a type character is one of `d n b o x X c`, or none."""
    if kind == 0 or kind == 100 or kind == 110 or kind == 98:
        return True
    return kind == 111 or kind == 120 or kind == 88 or kind == 99


def append_decimal(result: TextBuilder, value: int) -> None:
    """Append the absolute value in base ten."""
    size = decimal_size(value)
    result.reserve(size)
    write_decimal(ptr_offset(result._data, result._size), size, value)
    result._size += size
    result._length += size


def append_binary(result: TextBuilder, value: int, shift: int, letter: int) -> None:
    """Append the absolute value in base `1 << shift`; `letter` is the digit of ten."""
    size = binary_digits(value, shift, letter)
    result.reserve(size)
    write_binary(ptr_offset(result._data, result._size), size, value, shift, letter)
    result._size += size
    result._length += size


def format_character(value: int, spec: FormatSpec) -> str:
    """Give the character with a code point."""
    if spec.sign != 0:
        raise_value_error("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        raise_value_error("Alternate form (#) not allowed with integer format specifier 'c'")
    if value < 0 or value > 0x10FFFF:
        raise_overflow_error("%c arg not in range(0x110000)")
    # There is no sign that something could be put behind.
    if spec.align == 61:
        spec.align = 62
    return format_padded(chr(value), spec)
