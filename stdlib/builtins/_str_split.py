"""Taking text apart."""

from pyc import inline
from pyc.fixed import u8
from pyc.unsafe import Ptr, wrapping_add, wrapping_sub

from ._str_find import find_bytes, rfind_bytes
from ._text import decode, load_byte, step_size
from ._unicode import is_space
from .errors import raise_value_error


def split_text(text: str, separator: str, limit: int) -> list[str]:
    """Give the parts between separators, of which at most `limit` count unless that is negative."""
    if separator._size == 0:
        raise_value_error("empty separator")
    parts = list[str]()
    start = 0
    while limit != 0:
        index = find_bytes(text._data, start, text._size, separator)
        if index < 0:
            break
        parts.append(text._part(start, index))
        start = index + separator._size
        limit -= 1
    parts.append(text._part(start, text._size))
    return parts


def split_text_right(text: str, separator: str, limit: int) -> list[str]:
    """Do as `split_text` does, from the end."""
    if separator._size == 0:
        raise_value_error("empty separator")
    parts = list[str]()
    end = text._size
    while limit != 0:
        index = rfind_bytes(text._data, 0, end, separator)
        if index < 0:
            break
        parts.append(text._part(index + separator._size, end))
        end = index
        limit -= 1
    parts.append(text._part(0, end))
    parts.reverse()
    return parts


def skip_spaces(data: Ptr[u8], index: int, end: int) -> int:
    """Give the first place from `index` on that is not white space."""
    while index < end and is_space(decode(data, index)):
        index += step_size(load_byte(data, index))
    return index


def skip_spaces_back(data: Ptr[u8], start: int, end: int) -> int:
    """Give the place behind the last character before `end` that is not white space."""
    while end > start:
        before = previous(data, end)
        if not is_space(decode(data, before)):
            return end
        end = before
    return end


def previous(data: Ptr[u8], index: int) -> int:
    """Give where the code point before `index` begins."""
    index -= 1
    while (load_byte(data, index) & 0xC0) == 0x80:
        index -= 1
    return index


def split_words(text: str, limit: int) -> list[str]:
    """Give the words; after `limit` of them, unless that is negative, the rest."""
    if text._size == text._length:
        return split_ascii_words(text, limit)
    parts = list[str]()
    data = text._data
    size = text._size
    index = skip_spaces(data, 0, size)
    while index < size:
        if limit == 0:
            parts.append(text._part(index, size))
            break
        start = index
        while index < size and not is_space(decode(data, index)):
            index += step_size(load_byte(data, index))
        parts.append(text._part(start, index))
        index = skip_spaces(data, index, size)
        limit -= 1
    return parts


@inline
def is_ascii_space(byte: int) -> bool:
    """Say whether an ASCII character is white space."""
    return byte <= 32 and (byte == 32 or 9 <= byte <= 13 or byte >= 28)


def split_ascii_words(text: str, limit: int) -> list[str]:
    """Do as `split_words` does with ASCII text."""
    parts = list[str]()
    data = text._data
    size = text._size
    index = 0
    while True:
        while index < size and is_ascii_space(load_byte(data, index)):
            index = wrapping_add(index, 1)
        if index == size:
            return parts
        start = index
        if limit == 0:
            index = size
        while index < size and not is_ascii_space(load_byte(data, index)):
            index = wrapping_add(index, 1)
        parts.append(text._from_bytes(start, wrapping_sub(index, start), wrapping_sub(index, start)))
        limit = wrapping_sub(limit, 1)


def split_words_right(text: str, limit: int) -> list[str]:
    """Do as `split_words` does, from the end."""
    parts = list[str]()
    data = text._data
    end = skip_spaces_back(data, 0, text._size)
    while end > 0:
        if limit == 0:
            parts.append(text._part(0, end))
            break
        start = end
        while start > 0 and not is_space(decode(data, previous(data, start))):
            start = previous(data, start)
        parts.append(text._part(start, end))
        end = skip_spaces_back(data, 0, start)
        limit -= 1
    parts.reverse()
    return parts


def line_end_size(data: Ptr[u8], index: int, size: int) -> int:
    """Give the number of bytes of the line end at `index`, 0 if there is none."""
    byte = load_byte(data, index)
    if byte == 13:
        if index + 1 < size and load_byte(data, index + 1) == 10:
            return 2
        return 1
    if 10 <= byte <= 12 or 28 <= byte <= 30:
        return 1
    if byte < 0xC2:
        return 0
    code = decode(data, index)
    if code == 0x85 or code == 0x2028 or code == 0x2029:
        return step_size(byte)
    return 0


def split_lines(text: str, keep: bool) -> list[str]:
    """Give the lines, with their ends if `keep` says so."""
    parts = list[str]()
    data = text._data
    start = 0
    index = 0
    while index < text._size:
        end = line_end_size(data, index, text._size)
        if end == 0:
            index += step_size(load_byte(data, index))
        else:
            if keep:
                parts.append(text._part(start, index + end))
            else:
                parts.append(text._part(start, index))
            index += end
            start = index
    if start < text._size:
        parts.append(text._part(start, text._size))
    return parts
