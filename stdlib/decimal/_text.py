"""Decimal numbers as text."""

from builtins._format_spec import FormatSpec, format_number, format_padded, parse_spec
from builtins._text import TextBuilder

from ._digits import rounded


def plain_text(negative: bool, digits: str, exp: int, engineering: bool, capitals: bool) -> str:
    """Give a finite number as it is written: with an exponent if it has digits left of its last one, or many zeros behind the point."""
    left = exp + len(digits)
    if exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif digits == "0":
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        body = "0." + "0" * -point + digits
    elif point >= len(digits):
        body = digits + "0" * (point - len(digits))
    else:
        body = digits[:point] + "." + digits[point:]
    if left != point:
        body += f"{'E' if capitals else 'e'}{left - point:+}"
    return "-" + body if negative else body


def formatted(negative: bool, digits: str, exp: int, spec: FormatSpec, rounding: str) -> str:
    """Give a finite number in some form."""
    kind = spec.kind
    if kind == 37:
        exp += 2
    precision = spec.precision
    if precision >= 0:
        if kind == 101 or kind == 69:
            digits, exp = to_digits(digits, exp, precision + 1, negative, rounding)
        elif kind == 102 or kind == 70 or kind == 37:
            digits, exp = to_exponent(digits, exp, -precision, negative, rounding)
        elif len(digits) > max(precision, 1):
            digits, exp = to_digits(digits, exp, max(precision, 1), negative, rounding)
    if digits == "0" and exp > 0 and (kind == 102 or kind == 70 or kind == 37):
        exp = 0
    left = exp + len(digits)
    if kind == 101 or kind == 69:
        point = 1 - precision if digits == "0" and precision >= 0 else 1
    elif kind == 102 or kind == 70 or kind == 37:
        point = left
    else:
        point = left if exp <= 0 and left > -6 else 1
    body = TextBuilder()
    if point < 0:
        body.append("0." + "0" * -point + digits)
    elif point >= len(digits):
        body.append(digits + "0" * (point - len(digits)))
    else:
        body.append((digits[:point] if point > 0 else "0") + "." + digits[point:])
    count = 0
    whole = str_of(body)
    while count < len(whole) and whole[count].isdecimal():
        count += 1
    if left != point:
        letter = "E" if kind == 69 or kind == 71 or kind == 0 else "e"
        body.append(f"{letter}{left - point:+}")
    elif kind == 101 or kind == 69:
        body.append("E+0" if kind == 69 else "e+0")
    if kind == 37:
        body.append_byte(37)
    return format_number(spec, negative, "", body, count)


def str_of(body: TextBuilder) -> str:
    """Give what has been appended so far."""
    copy = TextBuilder()
    copy.append_range(body._data, body._size, body._length)
    return copy.finish()


def to_digits(digits: str, exp: int, count: int, negative: bool, rounding: str) -> tuple[str, int]:
    """Give a number with as many digits."""
    if digits == "0":
        return (digits, exp)
    if len(digits) <= count:
        return (digits + "0" * (count - len(digits)), exp - (count - len(digits)))
    drop = len(digits) - count
    kept = rounded(digits, count, negative, rounding)
    if len(kept) > count:
        return (kept[:-1], exp + drop + 1)
    return (kept, exp + drop)


def to_exponent(digits: str, exp: int, wanted: int, negative: bool, rounding: str) -> tuple[str, int]:
    """Give a number with another exponent."""
    if digits == "0":
        return (digits, wanted)
    if exp >= wanted:
        return (digits + "0" * (exp - wanted), wanted)
    return (rounded(digits, len(digits) - (wanted - exp), negative, rounding), wanted)


def special_text(text: str, format_spec: str) -> str:
    """Give an infinite number or NaN in some form."""
    spec = parse_spec(format_spec, "decimal.Decimal", 62)
    if spec.align == 61:
        spec.align = 62
    if spec.fill == 48:
        spec.fill = 32
    sign = "+" if spec.sign == 43 else " " if spec.sign == 32 else ""
    return format_padded(text if text.startswith("-") else sign + text, spec)
