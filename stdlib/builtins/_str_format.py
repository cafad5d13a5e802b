"""Text in the form that a format specification describes."""

from ._format_spec import FormatSpec, format_padded, parse_spec, raise_unknown_kind
from .errors import raise_value_error


def format_text(text: str, format_spec: str) -> str:
    """Give a text in some form."""
    if format_spec._size == 0:
        return text
    return format_text_spec(text, parse_spec(format_spec, "str", 60))


def format_text_spec(text: str, spec: FormatSpec) -> str:
    """Give a text in a form that is read already."""
    if spec.kind != 0 and spec.kind != 115:
        raise_unknown_kind(spec.kind, "str")
    if spec.sign != 0:
        if spec.sign == 32:
            raise_value_error("Space not allowed in string format specifier")
        raise_value_error("Sign not allowed in string format specifier")
    if spec.coerces_zero:
        raise_value_error("Negative zero coercion (z) not allowed in string format specifier")
    if spec.alternate:
        raise_value_error("Alternate form (#) not allowed in string format specifier")
    if spec.align == 61:
        raise_value_error("'=' alignment not allowed in string format specifier")
    if spec.precision >= 0 and spec.precision < text._length:
        return format_padded(text._slice(None, spec.precision), spec)
    return format_padded(text, spec)
