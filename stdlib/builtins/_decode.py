"""Bytes that come from outside, as text."""

from pyc.fixed import u8
from pyc.unsafe import Ptr

from ._text import load_byte, skip_ascii, text_from


def sequence_size(data: Ptr[u8], index: int, size: int) -> int:
    """Give the number of bytes of the valid UTF-8 sequence at `index`, or 0."""
    lead = load_byte(data, index)
    if lead < 0x80:
        return 1
    count = 0
    low = 0x80
    high = 0xBF
    if 0xC2 <= lead <= 0xDF:
        count = 2
    elif 0xE0 <= lead <= 0xEF:
        count = 3
        # Neither longer than needed nor half of a surrogate pair.
        if lead == 0xE0:
            low = 0xA0
        elif lead == 0xED:
            high = 0x9F
    elif 0xF0 <= lead <= 0xF4:
        count = 4
        if lead == 0xF0:
            low = 0x90
        elif lead == 0xF4:
            high = 0x8F
    if count == 0 or index + count > size:
        return 0
    if not low <= load_byte(data, index + 1) <= high:
        return 0
    place = index + 2
    while place < index + count:
        if (load_byte(data, place) & 0xC0) != 0x80:
            return 0
        place += 1
    return count


def text_from_bytes(data: Ptr[u8], size: int) -> str:
    """Give bytes as text."""
    length = 0
    index = 0
    while True:
        behind = skip_ascii(data, index, size)
        length += behind - index
        if behind == size:
            break
        step = sequence_size(data, behind, size)
        if step == 0:
            raise_not_utf8(data, behind, size)
        index = behind + step
        length += 1
    return text_from(data, size, length)


def bad_sequence(data: Ptr[u8], index: int, size: int) -> tuple[int, str]:
    """Give how many bytes from `index` begin a sequence that does not go on, and what is wrong with them."""
    lead = load_byte(data, index)
    if lead < 0xC2 or lead > 0xF4:
        return (1, "invalid start byte")
    count = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    known = 1
    while known < count and index + known < size:
        byte = load_byte(data, index + known)
        low = 0x80
        high = 0xBF
        if known == 1:
            low = 0xA0 if lead == 0xE0 else 0x90 if lead == 0xF0 else 0x80
            high = 0x9F if lead == 0xED else 0x8F if lead == 0xF4 else 0xBF
        if not low <= byte <= high:
            return (known, "invalid continuation byte")
        known += 1
    return (known, "unexpected end of data")


def raise_not_utf8(data: Ptr[u8], index: int, size: int):
    """Raise the error of bytes that are no text."""
    count, problem = bad_sequence(data, index, size)
    if count == 1:
        which = "byte " + hex(load_byte(data, index)) + " in position " + str(index)
    else:
        which = "bytes in position " + str(index) + "-" + str(index + count - 1)
    raise UnicodeDecodeError("'utf-8' codec can't decode " + which + ": " + problem)
