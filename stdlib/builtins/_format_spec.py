"""The mini-language of format specifications: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`."""

from pyc.unsafe import ptr_offset

from ._text import TextBuilder, decode, load_byte, step_size
from .errors import raise_value_error


class FormatSpec:
    """A format specification. Characters are code points; 0 stands for one that is not given."""

    fill: int
    align: int
    sign: int
    # Whether negative zero loses its sign.
    coerces_zero: bool
    alternate: bool
    width: int
    grouping: int
    # -1 if it is not given.
    precision: int
    kind: int

    def __init__(self) -> None:
        self.fill = 32
        self.align = 0
        self.sign = 0
        self.coerces_zero = False
        self.alternate = False
        self.width = -1
        self.grouping = 0
        self.precision = -1
        self.kind = 0


def is_align(code: int) -> bool:
    """Say whether a character is one of `<>=^`."""
    return code == 60 or code == 62 or code == 61 or code == 94


class SpecReader:
    """A place in a specification."""

    text: str
    offset: int

    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0

    def peek(self) -> int:
        """Give the character here, 0 at the end."""
        if self.offset >= self.text._size:
            return 0
        return decode(self.text._data, self.offset)

    def peek_second(self) -> int:
        """Give the character behind the one here, 0 at the end."""
        if self.offset >= self.text._size:
            return 0
        offset = self.offset + step_size(load_byte(self.text._data, self.offset))
        if offset >= self.text._size:
            return 0
        return decode(self.text._data, offset)

    def advance(self) -> None:
        """Go to the next character."""
        self.offset += step_size(load_byte(self.text._data, self.offset))

    def accept(self, code: int) -> bool:
        """Go on if a certain character is here."""
        if self.peek() == code:
            self.advance()
            return True
        return False

    def number(self) -> int:
        """Read a number; give -1 if none is here."""
        value = -1
        while 48 <= self.peek() <= 57:
            if value < 0:
                value = 0
            if value > 922337203685477579:
                raise_value_error("Too many decimal digits in format string")
            value = value * 10 + self.peek() - 48
            self.advance()
        return value


def parse_spec(text: str, type_name: str, default_align: int) -> FormatSpec:
    """Read the specification for a value of some type."""
    spec = FormatSpec()
    reader = SpecReader(text)
    filled = False
    if is_align(reader.peek_second()):
        spec.fill = reader.peek()
        filled = True
        reader.advance()
        spec.align = reader.peek()
        reader.advance()
    elif is_align(reader.peek()):
        spec.align = reader.peek()
        reader.advance()
    sign = reader.peek()
    if sign == 43 or sign == 45 or sign == 32:
        spec.sign = sign
        reader.advance()
    spec.coerces_zero = reader.accept(122)
    spec.alternate = reader.accept(35)
    if not filled and reader.accept(48):
        spec.fill = 48
        if spec.align == 0 and default_align == 62:
            spec.align = 61
    spec.width = reader.number()
    read_grouping(spec, reader)
    if reader.accept(46):
        spec.precision = reader.number()
        if spec.precision < 0:
            raise_value_error("Format specifier missing precision")
    if reader.offset < text._size:
        spec.kind = reader.peek()
        reader.advance()
        if reader.offset < text._size:
            raise_value_error("Invalid format specifier '" + text + "' for object of type '" + type_name + "'")
    if spec.align == 0:
        spec.align = default_align
    check_grouping(spec, default_align)
    return spec


def read_grouping(spec: FormatSpec, reader: SpecReader) -> None:
    """Read the separator of thousands."""
    if reader.accept(44):
        spec.grouping = 44
    if reader.accept(95):
        if spec.grouping != 0:
            raise_value_error("Cannot specify both ',' and '_'.")
        spec.grouping = 95
    if reader.peek() == 44 and spec.grouping == 95:
        raise_value_error("Cannot specify both ',' and '_'.")


def check_grouping(spec: FormatSpec, default_align: int) -> None:
    """Raise the error of a separator for a type that has none."""
    if spec.grouping == 0:
        return
    kind = spec.kind
    # What goes to the left is text.
    if kind == 0 and default_align == 60:
        kind = 115
    # One of `d e f g E G % F`, or none.
    decimal = kind == 0 or kind == 100 or 101 <= kind <= 103 or 69 <= kind <= 71 or kind == 37
    # One of `b o x X`.
    binary = kind == 98 or kind == 111 or kind == 120 or kind == 88
    if decimal or (binary and spec.grouping == 95):
        return
    raise_value_error("Cannot specify '" + chr(spec.grouping) + "' with " + shown(kind) + ".")


def shown(kind: int) -> str:
    """Give a type character in quotes, by its number if it can't be shown."""
    if 32 < kind < 128:
        return "'" + chr(kind) + "'"
    return "'\\x" + hex(kind)[2:] + "'"


def raise_unknown_kind(kind: int, type_name: str):
    """Raise the error of a type character that a type does not have."""
    raise_value_error("Unknown format code " + shown(kind) + " for object of type '" + type_name + "'")


def format_padded(text: str, spec: FormatSpec) -> str:
    """Give a text with what makes it as wide as its specification says."""
    missing = spec.width - text._length
    if missing <= 0:
        return text
    left = 0
    if spec.align == 62:
        left = missing
    elif spec.align == 94:
        left = missing // 2
    result = TextBuilder()
    result.append_repeated(spec.fill, left)
    result.append(text)
    result.append_repeated(spec.fill, missing - left)
    return result.finish()


def format_number(spec: FormatSpec, negative: bool, prefix: str, body: TextBuilder, digits: int) -> str:
    """Lay out a number: sign, prefix, the first `digits` characters of `body` in groups, and what is behind them."""
    sign = 0
    if negative:
        sign = 45
    elif spec.sign == 43 or spec.sign == 32:
        sign = spec.sign
    fixed = prefix._length + body._length - digits
    if sign != 0:
        fixed += 1
    least = 0
    if spec.fill == 48 and spec.align == 61:
        least = spec.width - fixed
    grouped = TextBuilder()
    if digits > 0:
        append_grouped(grouped, body, digits, spec, least)
    missing = spec.width - fixed - grouped._length
    if missing < 0:
        missing = 0
    left = 0
    if spec.align == 62:
        left = missing
    elif spec.align == 94:
        left = missing // 2
    inner = 0
    if spec.align == 61:
        inner = missing
    result = TextBuilder()
    result.append_repeated(spec.fill, left)
    if sign != 0:
        result.append_byte(sign)
    result.append(prefix)
    result.append_repeated(spec.fill, inner)
    result.append_range(grouped._data, grouped._size, grouped._length)
    result.append_range(ptr_offset(body._data, digits), body._size - digits, body._length - digits)
    result.append_repeated(spec.fill, missing - left - inner)
    return result.finish()


def append_grouped(result: TextBuilder, body: TextBuilder, digits: int, spec: FormatSpec, least: int) -> None:
    """Append digits with separators, and with zeros in front that make them `least` characters wide."""
    if spec.grouping == 0:
        result.append_repeated(48, least - digits)
        result.append_range(body._data, digits, digits)
        return
    if least > 0:
        result.reserve(least)
    group = 3
    if spec.kind == 98 or spec.kind == 111 or spec.kind == 120 or spec.kind == 88:
        group = 4
    # Wide enough with its separators, but never with one in front.
    width = digits
    while width + (width - 1) // group < least:
        width += 1
    index = 0
    while index < width:
        if index > 0 and (width - index) % group == 0:
            result.append_byte(spec.grouping)
        if index < width - digits:
            result.append_byte(48)
        else:
            result.append_byte(load_byte(body._data, index - (width - digits)))
        index += 1
