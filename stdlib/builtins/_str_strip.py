"""Taking characters from the ends of text, and adding some."""

from pyc.unsafe import mem_copy, ptr_offset

from ._str_split import previous, skip_spaces, skip_spaces_back
from ._text import encode, encoded_size, load_byte, new_text, step_size
from .errors import raise_type_error


def strip_words(text: str, left: bool, right: bool) -> str:
    """Take white space from the ends."""
    start = 0
    end = text._size
    if left:
        start = skip_spaces(text._data, 0, end)
    if right:
        end = skip_spaces_back(text._data, start, end)
    return text._part(start, end)


def strip_characters(text: str, characters: str, left: bool, right: bool) -> str:
    """Take some characters from the ends."""
    start = 0
    end = text._size
    while left and start < end:
        size = step_size(load_byte(text._data, start))
        if not contains_at(characters, text, start, start + size):
            break
        start += size
    while right and end > start:
        before = previous(text._data, end)
        if not contains_at(characters, text, before, end):
            break
        end = before
    return text._part(start, end)


def contains_at(characters: str, text: str, start: int, end: int) -> bool:
    """Say whether the character that `text` has from `start` to before `end` is one of `characters`."""
    index = 0
    while index < characters._size:
        size = step_size(load_byte(characters._data, index))
        if characters._code_at(index) == text._code_at(start):
            return True
        index += size
    return False


def pad(text: str, left: int, right: int, fill: str) -> str:
    """Put a character `left` times before and `right` times behind a text."""
    if fill._length != 1:
        raise_type_error("The fill character must be exactly one character long")
    if left < 0:
        left = 0
    if right < 0:
        right = 0
    if left == 0 and right == 0:
        return text
    code = fill._code_at(0)
    added = (left + right) * encoded_size(code)
    result = new_text(text._size + added, text._length + left + right)
    place = 0
    while left > 0:
        place = encode(result._data, place, code)
        left -= 1
    mem_copy(ptr_offset(result._data, place), text._data, text._size)
    place += text._size
    while right > 0:
        place = encode(result._data, place, code)
        right -= 1
    return result
