"""Text as it is written in a program."""

from pyc._runtime import unicode_flags

from ._text import TextBuilder, decode, load_byte, step_size
from ._unicode import printable_flag


def quote(text: str) -> str:
    """Give `repr(text)`: in single quotes, unless there are such in it and no double ones."""
    delimiter = 39
    if has_byte(text, 39) and not has_byte(text, 34):
        delimiter = 34
    result = TextBuilder()
    result.reserve(text._size + 2)
    result.append_byte(delimiter)
    index = 0
    while index < text._size:
        code = decode(text._data, index)
        append_quoted(result, code, delimiter)
        index += step_size(load_byte(text._data, index))
    result.append_byte(delimiter)
    return result.finish()


def has_byte(text: str, byte: int) -> bool:
    """Say whether an ASCII character is in a text."""
    index = 0
    while index < text._size:
        if load_byte(text._data, index) == byte:
            return True
        index += 1
    return False


def append_quoted(result: TextBuilder, code: int, delimiter: int) -> None:
    """Append a character, or how it is written."""
    if code == delimiter or code == 92:
        result.append_byte(92)
        result.append_byte(code)
    elif 32 <= code < 127:
        result.append_byte(code)
    elif code == 10:
        result.append("\\n")
    elif code == 13:
        result.append("\\r")
    elif code == 9:
        result.append("\\t")
    elif code >= 128 and (unicode_flags(code) & printable_flag()) != 0:
        result.append_code(code)
    else:
        append_escape(result, code)


def append_escape(result: TextBuilder, code: int) -> None:
    """Append the number of a code point."""
    if code < 0x100:
        result.append("\\x")
        append_hex(result, code, 2)
    elif code < 0x10000:
        result.append("\\u")
        append_hex(result, code, 4)
    else:
        result.append("\\U")
        append_hex(result, code, 8)


def append_hex(result: TextBuilder, value: int, digits: int) -> None:
    """Append a number in base sixteen."""
    while digits > 0:
        digits -= 1
        digit = (value >> (digits * 4)) & 15
        if digit < 10:
            result.append_byte(48 + digit)
        else:
            result.append_byte(87 + digit)


def escape_non_ascii(text: str) -> str:
    """Give a text with everything but ASCII escaped."""
    result = TextBuilder()
    index = 0
    while index < text._size:
        code = decode(text._data, index)
        if code < 128:
            result.append_byte(code)
        else:
            append_escape(result, code)
        index += step_size(load_byte(text._data, index))
    return result.finish()
