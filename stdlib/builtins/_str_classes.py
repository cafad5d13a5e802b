"""Questions about the characters of a text."""

from pyc._runtime import unicode_decimal, unicode_flags

from ._text import TextBuilder, decode, load_byte, step_size
from ._unicode import (
    identifier_part_flag,
    identifier_start_flag,
    lower_flag,
    space_flag,
    title_flag,
    upper_flag,
)


def all_have(text: str, flags: int) -> bool:
    """Say whether each character has any of some properties."""
    index = 0
    while index < text._size:
        if (unicode_flags(decode(text._data, index)) & flags) == 0:
            return False
        index += step_size(load_byte(text._data, index))
    return True


def is_identifier(text: str) -> bool:
    """Say whether a text could be a name."""
    if text._size == 0:
        return False
    first = text._code_at(0)
    if (unicode_flags(first) & identifier_start_flag()) == 0 and first != 95:
        return False
    return all_have(text, identifier_part_flag())


def is_lower(text: str) -> bool:
    """Say whether there are letters, and all of them are small."""
    found = False
    index = 0
    while index < text._size:
        flags = unicode_flags(decode(text._data, index))
        if (flags & (upper_flag() | title_flag())) != 0:
            return False
        if (flags & lower_flag()) != 0:
            found = True
        index += step_size(load_byte(text._data, index))
    return found


def is_upper(text: str) -> bool:
    """Say whether there are letters, and all of them are capital."""
    found = False
    index = 0
    while index < text._size:
        flags = unicode_flags(decode(text._data, index))
        if (flags & (lower_flag() | title_flag())) != 0:
            return False
        if (flags & upper_flag()) != 0:
            found = True
        index += step_size(load_byte(text._data, index))
    return found


def is_title(text: str) -> bool:
    """Say whether there are letters, and those at the start of words and no others are capital."""
    found = False
    inside = False
    index = 0
    while index < text._size:
        flags = unicode_flags(decode(text._data, index))
        if (flags & (upper_flag() | title_flag())) != 0:
            if inside:
                return False
            inside = True
            found = True
        elif (flags & lower_flag()) != 0:
            if not inside:
                return False
            found = True
        else:
            inside = False
        index += step_size(load_byte(text._data, index))
    return found


def ascii_digits(text: str) -> str:
    """Give a text with the digits and spaces of all scripts replaced by ASCII ones."""
    result = TextBuilder()
    index = 0
    while index < text._size:
        code = decode(text._data, index)
        if code >= 128:
            digit = unicode_decimal(code)
            if digit >= 0:
                code = 48 + digit
            elif (unicode_flags(code) & space_flag()) != 0:
                code = 32
        result.append_code(code)
        index += step_size(load_byte(text._data, index))
    return result.finish()
