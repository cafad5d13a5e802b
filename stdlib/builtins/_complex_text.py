"""Complex numbers as text, and read from it."""

from pyc.unsafe import float_bits

from ._float_text import float_repr, parse_float
from ._format_float import format_float_spec, is_float_kind
from ._format_spec import FormatSpec, format_padded, parse_spec, raise_unknown_kind
from .errors import raise_value_error


def complex_text(real: float, imag: float) -> str:
    """Give the text that shows a number: the real part is left out where it is zero, unless that is negative."""
    if float_bits(real) == 0:
        return short_repr(imag) + "j"
    return "(" + short_repr(real) + signed(short_repr(imag)) + "j)"


def short_repr(value: float) -> str:
    """Give a float without a fraction of zero."""
    return float_repr(value).removesuffix(".0")


def signed(text: str) -> str:
    """Give a number a sign in any case."""
    return text if text.startswith("-") else "+" + text


def format_complex(real: float, imag: float, format_spec: str) -> str:
    """Give a number in the form that a specification describes."""
    if format_spec == "":
        return complex_text(real, imag)
    spec = parse_spec(format_spec, "complex", 62)
    if not is_float_kind(spec.kind) or spec.kind == 37:
        raise_unknown_kind(spec.kind, "complex")
    if spec.fill == 48:
        raise_value_error("Zero padding is not allowed in complex format specifier")
    if spec.align == 61:
        raise_value_error("'=' alignment flag is not allowed in complex format specifier")
    is_plain = spec.kind == 0
    parts = part_text(imag, spec, 43) + "j"
    if is_plain and float_bits(real) == 0:
        parts = part_text(imag, spec, spec.sign) + "j"
    elif is_plain:
        parts = "(" + part_text(real, spec, spec.sign) + parts + ")"
    else:
        parts = part_text(real, spec, spec.sign) + parts
    return format_padded(parts, spec)


def part_text(value: float, whole: FormatSpec, sign: int) -> str:
    """Give one of the two parts."""
    spec = FormatSpec()
    spec.sign = sign
    spec.align = 62
    spec.grouping = whole.grouping
    spec.alternate = whole.alternate
    spec.precision = whole.precision
    spec.kind = whole.kind
    if spec.kind == 0 and spec.precision >= 0:
        spec.kind = 103
    text = format_float_spec(value, spec)
    if spec.kind != 0 or not text.endswith(".0"):
        return text
    return text[:-1] if spec.alternate else text[:-2]


def parse_complex(text: str) -> tuple[float, float]:
    """Read a number as `complex(text)` does."""
    check_underscores(text)
    body = text.strip()
    if body.startswith("(") and body.endswith(")"):
        body = body[1:-1].strip()
    if body == "":
        raise_malformed()
    if body[-1] not in "jJ":
        return (read_part(body), 0.0)
    body = body[:-1]
    at = last_sign(body)
    real = read_part(body[:at]) if at > 0 else 0.0
    imag = body[at:]
    if imag in ("", "+", "-"):
        return (real, -1.0 if imag == "-" else 1.0)
    return (real, read_part(imag))


def check_underscores(text: str) -> None:
    """Check that underscores stand between digits."""
    before = ""
    for character in text + " ":
        if (character == "_" and not before.isdigit()) or (before == "_" and not character.isdigit()):
            raise ValueError("could not convert string to complex: " + repr(text))
        before = character


def last_sign(body: str) -> int:
    """Give the place where the imaginary part begins: at the last sign that is not one of an exponent."""
    at = len(body) - 1
    while at > 0:
        if body[at] in "+-" and body[at - 1] not in "eE":
            return at
        at -= 1
    return 0


def read_part(part: str) -> float:
    """Read one of the two parts, in which no blanks may be."""
    if part == "" or part.strip() != part:
        raise_malformed()
    try:
        return parse_float(part)
    except ValueError:
        raise_malformed()
        return 0.0


def raise_malformed():
    """Raise the error of a text that is no number."""
    raise ValueError("complex() arg is a malformed string") from None
