"""Texts, which may be bytes: inside, places are counted in bytes."""

from builtins._text import count_code_points

from pyc.fixed import u8
from pyc.unsafe import Ptr, ptr_offset


def data_of(text) -> Ptr[u8]:
    """Give where the bytes of a text lie."""
    if isinstance(text, str):
        return text._data
    else:
        return text._items._items


def size_of(text) -> int:
    """Give the size of a text in bytes."""
    if isinstance(text, str):
        return text._size
    else:
        return len(text)


def is_ascii(text) -> bool:
    """Say whether each character of a text is a byte."""
    if isinstance(text, str):
        return text._size == text._length
    else:
        return False


def part(text, start: int, end: int):
    """Give what lies between two bytes."""
    if isinstance(text, str):
        if text._size == text._length:
            return text._from_bytes(start, end - start, end - start)
        return text._from_bytes(start, end - start, count_code_points(ptr_offset(text._data, start), end - start))
    else:
        return text[start:end]


def place_of(text, index: int) -> int:
    """Give the byte at which a character begins; what lies outside is an end."""
    index = max(0, min(index, len(text)))
    if isinstance(text, str):
        return text._offset(index)
    else:
        return index


def index_of(text, place: int) -> int:
    """Give the number of the character that begins at a byte."""
    if isinstance(text, str):
        return place if text._size == text._length or place < 0 else count_code_points(text._data, place)
    else:
        return place


def joined(text, parts):
    """Put parts of a text together."""
    if isinstance(text, str):
        return "".join(parts)
    else:
        return b"".join(parts)
