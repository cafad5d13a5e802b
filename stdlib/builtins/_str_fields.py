"""`str.format`: replacement fields in braces."""

from pyc import unroll

from ._format_spec import SpecReader
from ._text import TextBuilder, load_byte
from .errors import raise_index_error, raise_value_error


class FieldNumbers:
    """The numbering of fields, which is by hand or automatic."""

    following: int
    by_hand: bool

    def __init__(self) -> None:
        self.following = 0
        self.by_hand = False

    def number(self, given: int) -> int:
        """Give the number of a field; `given` is -1 for one without a number."""
        if given < 0:
            if self.by_hand:
                raise_value_error("cannot switch from manual field specification to automatic field numbering")
            self.following += 1
            return self.following - 1
        if self.following > 0:
            raise_value_error("cannot switch from automatic field numbering to manual field specification")
        self.by_hand = True
        return given


def format_fields(template: str, values) -> str:
    """Put the values of a tuple in the places of the fields."""
    return expand_fields(template, values, FieldNumbers(), 2)


def expand_fields(template: str, values, numbers: FieldNumbers, depth: int) -> str:
    """Expand the fields of a text, or of the specification in a field."""
    if depth == 0:
        raise_value_error("Max string recursion exceeded")
    result = TextBuilder()
    reader = SpecReader(template)
    while copy_to_field(result, reader):
        name = field_name(reader)
        conversion = field_conversion(reader)
        spec = ""
        if reader.accept(58):
            spec = field_spec(reader)
        if not reader.accept(125):
            raise_value_error("unmatched '{' in format spec")
        number = numbers.number(field_number(name))
        if number >= len(values):
            raise_index_error("Replacement index " + str(number) + " out of range for positional args tuple")
        if load_brace(spec):
            spec = expand_fields(spec, values, numbers, depth - 1)
        result.append(format_at(values, number, conversion, spec))
    return result.finish()


def copy_to_field(result: TextBuilder, reader: SpecReader) -> bool:
    """Append the text before the next field and go behind its brace; give whether there is one."""
    text = reader.text
    start = reader.offset
    while reader.offset < text._size:
        byte = load_byte(text._data, reader.offset)
        if byte == 123 or byte == 125:
            if reader.peek_second() == byte:
                result.append(text._part(start, reader.offset + 1))
                reader.offset += 2
                start = reader.offset
            elif byte == 125:
                raise_value_error("Single '}' encountered in format string")
            else:
                result.append(text._part(start, reader.offset))
                reader.offset += 1
                if reader.offset == text._size:
                    raise_value_error("Single '{' encountered in format string")
                return True
        else:
            reader.offset += 1
    result.append(text._part(start, reader.offset))
    return False


def field_name(reader: SpecReader) -> str:
    """Read what a field is to hold, up to its conversion, its specification or its end."""
    start = reader.offset
    is_index = False
    while reader.offset < reader.text._size:
        byte = load_byte(reader.text._data, reader.offset)
        if is_index:
            is_index = byte != 93
        elif byte == 91:
            is_index = True
        elif byte == 123:
            raise_value_error("unexpected '{' in field name")
        elif byte == 33 or byte == 58 or byte == 125:
            return reader.text._part(start, reader.offset)
        reader.offset += 1
    raise_value_error("expected '}' before end of string")
    return ""


def field_conversion(reader: SpecReader) -> int:
    """Read the letter of a conversion; give 0 if there is none."""
    if not reader.accept(33):
        return 0
    if reader.offset == reader.text._size:
        raise_value_error("end of string while looking for conversion specifier")
    conversion = reader.peek()
    reader.advance()
    after = reader.peek()
    if reader.offset < reader.text._size and after != 58 and after != 125:
        raise_value_error("expected ':' after conversion specifier")
    return conversion


def field_number(name: str) -> int:
    """Give the number of a field, -1 for one without a name. Values have no names here: the compiler reads templates for which they do."""
    reader = SpecReader(name)
    number = reader.number()
    if reader.offset == name._size:
        return number
    first = name.replace("[", ".").partition(".")[0]
    if len(first) == reader.offset:
        raise_value_error("fields of str.format can't be looked into: give the values themselves")
    raise KeyError(first)


def field_spec(reader: SpecReader) -> str:
    """Read a specification up to the brace that ends the field."""
    start = reader.offset
    depth = 0
    while reader.offset < reader.text._size:
        byte = load_byte(reader.text._data, reader.offset)
        if byte == 123:
            depth += 1
        elif byte == 125:
            if depth == 0:
                break
            depth -= 1
        reader.offset += 1
    return reader.text._part(start, reader.offset)


def load_brace(spec: str) -> bool:
    """Say whether a specification has fields of its own."""
    index = 0
    while index < spec._size:
        if load_byte(spec._data, index) == 123:
            return True
        index += 1
    return False


def format_at(values, index: int, conversion: int, spec: str) -> str:
    """Give the text of one of the values."""
    for place in unroll(range(len(values))):
        if index == place:
            return format_converted(values[place], conversion, spec)
    return ""


def format_converted(value, conversion: int, spec: str) -> str:
    """Give the text of a value."""
    if conversion == 0:
        return format(value, spec)
    if conversion == 115:
        return format(str(value), spec)
    if conversion == 114:
        return format(repr(value), spec)
    if conversion == 97:
        return format(ascii(value), spec)
    shown = chr(conversion) if 32 < conversion < 127 else "\\x" + hex(conversion)[2:]
    raise_value_error("Unknown conversion specifier " + shown)
    return ""
