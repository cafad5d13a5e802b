"""The `%` operator of text."""

from pyc import unroll
from pyc.unsafe import class_name, ptr_offset

from ._format_float import format_float_spec
from ._format_int import append_binary, append_decimal
from ._format_spec import FormatSpec, SpecReader, format_number, format_padded, shown
from ._text import TextBuilder, load_byte
from .errors import raise_overflow_error, raise_type_error, raise_value_error


def percent_format(template: str, values) -> str:
    """Put values in the places of the conversions: those of a tuple, of a dictionary by their keys, or a single one."""
    if isinstance(values, tuple):
        return percent_values(template, values)
    elif isinstance(values, dict):
        return percent_mapping(template, values)
    else:
        # A list might be a mapping, which need not be used.
        return percent_values(template, (values,), not isinstance(values, list))


def percent_values(template: str, values, is_all_used: bool = True) -> str:
    """Put the values of a tuple in the places of the conversions."""
    result = TextBuilder()
    reader = SpecReader(template)
    used = 0
    while copy_to_percent(result, reader):
        if reader.peek() == 40:
            raise_no_mapping(values)
        spec = FormatSpec()
        read_flags(spec, reader)
        if reader.accept(42):
            set_width(spec, star_value(values, used))
            used += 1
        else:
            spec.width = reader.number()
        if reader.accept(46):
            if reader.accept(42):
                spec.precision = max(star_value(values, used), 0)
                used += 1
            else:
                spec.precision = max(reader.number(), 0)
        check_complete(reader)
        if used >= len(values):
            raise_type_error("not enough arguments for format string")
        read_kind(spec, reader, template)
        result.append(convert_at(values, used, spec))
        used += 1
    if is_all_used and used < len(values):
        raise_type_error("not all arguments converted during string formatting")
    return result.finish()


def percent_mapping(template: str, values) -> str:
    """Put the values of a dictionary in the places of the conversions that name their keys, and itself in that of one that names none."""
    result = TextBuilder()
    reader = SpecReader(template)
    is_used = False
    while copy_to_percent(result, reader):
        is_named = reader.accept(40)
        key = read_key(reader) if is_named else ""
        spec = FormatSpec()
        read_flags(spec, reader)
        check_no_star(reader)
        spec.width = reader.number()
        if reader.accept(46):
            check_no_star(reader)
            spec.precision = max(reader.number(), 0)
        if is_named:
            value = values[key]
            check_complete(reader)
            read_kind(spec, reader, template)
            result.append(convert(value, spec))
        else:
            check_complete(reader)
            if is_used:
                raise_type_error("not enough arguments for format string")
            is_used = True
            read_kind(spec, reader, template)
            result.append(convert(values, spec))
    return result.finish()


def check_no_star(reader: SpecReader) -> None:
    """Check that no argument is asked for where only a dictionary is given."""
    if reader.peek() == 42:
        raise_type_error("* wants int")


def raise_no_mapping(values):
    """Raise the error of a conversion that names a key, where no dictionary is given."""
    if len(values) == 1 and isinstance(values[0], list):
        raise_type_error("list indices must be integers or slices, not str")
    raise_type_error("format requires a mapping")


def copy_to_percent(result: TextBuilder, reader: SpecReader) -> bool:
    """Append the text before the next conversion and go behind its `%`; give whether there is one. Two of them stand for one."""
    text = reader.text
    while True:
        start = reader.offset
        while reader.offset < text._size and load_byte(text._data, reader.offset) != 37:
            reader.offset += 1
        part = text._part(start, reader.offset)
        result.append(part)
        if reader.offset == text._size:
            return False
        reader.offset += 1
        if not reader.accept(37):
            return True
        result.append_byte(37)


def read_key(reader: SpecReader) -> str:
    """Read a key behind its parenthesis."""
    start = reader.offset
    depth = 1
    while reader.offset < reader.text._size:
        byte = load_byte(reader.text._data, reader.offset)
        if byte == 40:
            depth += 1
        elif byte == 41:
            depth -= 1
        reader.offset += 1
        if depth == 0:
            return reader.text._part(start, reader.offset - 1)
    raise_value_error("incomplete format key")
    return ""


def read_flags(spec: FormatSpec, reader: SpecReader) -> None:
    """Read the flags: `-` puts the text to the left, `0` fills with zeros."""
    spec.align = 62
    zero = False
    while True:
        code = reader.peek()
        if code == 45:
            spec.align = 60
        elif code == 43:
            spec.sign = 43
        elif code == 32:
            if spec.sign == 0:
                spec.sign = 32
        elif code == 35:
            spec.alternate = True
        elif code == 48:
            zero = True
        else:
            break
        reader.advance()
    if zero and spec.align == 62:
        spec.align = 61


def set_width(spec: FormatSpec, width: int) -> None:
    """Take a width that an argument gives; a negative one puts the text to the left."""
    spec.width = width
    if width < 0:
        spec.width = -width
        spec.align = 60


def check_complete(reader: SpecReader) -> None:
    """Go behind a letter that C would want, and check that something follows."""
    code = reader.peek()
    if code == 104 or code == 108 or code == 76:
        reader.advance()
    if reader.offset >= reader.text._size:
        raise_value_error("incomplete format")


def read_kind(spec: FormatSpec, reader: SpecReader, template: str) -> None:
    """Read the type character."""
    code = reader.peek()
    index = template._position(reader.offset)
    reader.advance()
    spec.kind = code
    if not is_kind(code):
        raise_value_error("unsupported format character " + shown(code) + " (" + hex(code) + ") at index " + str(index))


def is_kind(code: int) -> bool:
    """Say whether a character is one of `d i u o x X e E f F g G c r s a`."""
    if code == 97 or code == 99 or code == 100 or 101 <= code <= 103 or 69 <= code <= 71:
        return True
    return code == 105 or code == 111 or code == 114 or code == 115 or code == 117 or code == 120 or code == 88


def star_value(values, index: int) -> int:
    """Give the argument that stands for a `*`."""
    if index >= len(values):
        raise_type_error("not enough arguments for format string")
    for place in unroll(range(len(values))):
        if index == place:
            return star_int(values[place])
    return 0


def star_int(value) -> int:
    """Give the value for a `*`, which must be an integer."""
    if isinstance(value, int):
        return value
    else:
        raise_type_error("* wants int")
        return 0


def convert_at(values, index: int, spec: FormatSpec) -> str:
    """Give the text of one of the values."""
    for place in unroll(range(len(values))):
        if index == place:
            return convert(values[place], spec)
    return ""


def convert(value, spec: FormatSpec) -> str:
    """Give the text of a value."""
    kind = spec.kind
    if kind == 115:
        return convert_text(str(value), spec)
    if kind == 114:
        return convert_text(repr(value), spec)
    if kind == 97:
        return convert_text(ascii(value), spec)
    if kind == 99:
        return convert_character(value, spec)
    if isinstance(value, int):
        return convert_number(int(value), float(value), spec)
    elif isinstance(value, float):
        if is_binary_kind(kind):
            raise_type_error("%" + chr(kind) + " format: an integer is required, not float")
        if is_integer_kind(kind):
            return convert_int(int(value), spec)
        return convert_float(value, spec)
    else:
        raise_not_number(kind, type_name_of(value))
        return ""


def type_name_of(value) -> str:
    """Give the name of a value's class."""
    if isinstance(value, str):
        return "str"
    elif value is None:
        return "NoneType"
    else:
        return class_name(value)


def raise_not_number(kind: int, name: str):
    """Raise the error of a value that is no number."""
    if is_binary_kind(kind):
        raise_type_error("%" + chr(kind) + " format: an integer is required, not " + name)
    if is_integer_kind(kind):
        raise_type_error("%" + chr(kind) + " format: a real number is required, not " + name)
    raise_type_error("must be real number, not " + name)


def is_binary_kind(kind: int) -> bool:
    """Say whether a type character is one of `o x X`."""
    return kind == 111 or kind == 120 or kind == 88


def is_integer_kind(kind: int) -> bool:
    """Say whether a type character is one of `d i u o x X`."""
    return kind == 100 or kind == 105 or kind == 117 or is_binary_kind(kind)


def convert_number(value: int, number: float, spec: FormatSpec) -> str:
    """Give the text of an integer."""
    if is_integer_kind(spec.kind):
        return convert_int(value, spec)
    return convert_float(number, spec)


def convert_text(text: str, spec: FormatSpec) -> str:
    """Give a text, cut to the precision and padded to the width."""
    if spec.align == 61:
        spec.align = 62
    if 0 <= spec.precision < text._length:
        return format_padded(text._slice(None, spec.precision), spec)
    return format_padded(text, spec)


def convert_character(value, spec: FormatSpec) -> str:
    """Give a character, which its number may stand for."""
    spec.precision = -1
    if isinstance(value, int):
        code = int(value)
        if code < 0 or code > 0x10FFFF:
            raise_overflow_error("%c arg not in range(0x110000)")
        return convert_text(chr(code), spec)
    elif isinstance(value, str):
        if len(value) != 1:
            raise_type_error("%c requires int or char")
        return convert_text(value, spec)
    else:
        raise_type_error("%c requires int or char")
        return ""


def convert_float(value: float, spec: FormatSpec) -> str:
    """Give a number with a fraction."""
    if spec.align == 61:
        spec.fill = 48
    return format_float_spec(value, spec)


def convert_int(value: int, spec: FormatSpec) -> str:
    """Give an integer; the precision is the least number of digits."""
    digits = TextBuilder()
    prefix = ""
    kind = spec.kind
    if kind == 111:
        append_binary(digits, value, 3, 97)
        prefix = "0o"
    elif kind == 120:
        append_binary(digits, value, 4, 97)
        prefix = "0x"
    elif kind == 88:
        append_binary(digits, value, 4, 65)
        prefix = "0X"
    else:
        append_decimal(digits, value)
    if not spec.alternate:
        prefix = ""
    body = TextBuilder()
    body.append_repeated(48, spec.precision - digits._size)
    body.append_range(ptr_offset(digits._data, 0), digits._size, digits._length)
    if spec.align == 61:
        spec.fill = 48
    return format_number(spec, value < 0, prefix, body, body._size)
