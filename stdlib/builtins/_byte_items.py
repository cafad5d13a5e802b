"""What `bytes` and `bytearray` share: lists of numbers from 0 to 255."""

from pyc.fixed import u8
from pyc.unsafe import int_cast

from ._codecs import encoded
from ._percent import type_name_of
from ._text import decode, load_byte, step_size

# Making


def checked_byte(value: int, message: str) -> u8:
    """Give a number as a byte."""
    if value < 0 or value > 255:
        raise ValueError(message)
    return int_cast[u8](value)


def items_from(source, encoding, errors, message: str) -> list[u8]:
    """Give the bytes that `bytes(source)` has."""
    items: list[u8] = []
    if isinstance(source, str):
        if encoding is None:
            raise TypeError("string argument without an encoding")
        else:
            return encoded(source, encoding, "strict" if errors is None else errors)
    elif isinstance(source, (bytes, bytearray)):
        items.extend(source._items)
    elif isinstance(source, int):
        if source < 0:
            raise ValueError("negative count")
        items = [int_cast[u8](0)] * source
    else:
        for value in source:
            items.append(checked_byte(value, message))
    return items


def items_of(value) -> list[u8]:
    """Give the bytes of a `bytes` or `bytearray`."""
    if isinstance(value, (bytes, bytearray)):
        return value._items
    else:
        raise TypeError("a bytes-like object is required, not '" + type_name_of(value) + "'")


def needle_of(value) -> list[u8]:
    """Give the bytes that are looked for, which one number may stand for."""
    if isinstance(value, int):
        return [checked_byte(value, "byte must be in range(0, 256)")]
    else:
        return items_of(value)


# Text


def latin_text(items: list[u8]) -> str:
    """Give a text with a character for each byte."""
    return "".join([chr(int(item)) for item in items])


def latin_items(text: str) -> list[u8]:
    """Give the bytes of a text whose characters all stand for one."""
    items: list[u8] = []
    index = 0
    while index < text._size:
        items.append(int_cast[u8](decode(text._data, index)))
        index += step_size(load_byte(text._data, index))
    return items


def literal_text(items: list[u8]) -> str:
    """Give bytes as they are written in a program."""
    quote = 39
    if has(items, 39) and not has(items, 34):
        quote = 34
    parts: list[str] = ["b", chr(quote)]
    for item in items:
        byte = int(item)
        if byte == quote or byte == 92:
            parts.append("\\" + chr(byte))
        elif byte == 9:
            parts.append("\\t")
        elif byte == 10:
            parts.append("\\n")
        elif byte == 13:
            parts.append("\\r")
        elif byte < 32 or byte > 126:
            parts.append(f"\\x{byte:02x}")
        else:
            parts.append(chr(byte))
    parts.append(chr(quote))
    return "".join(parts)


def has(items: list[u8], byte: int) -> bool:
    """Say whether a byte is there."""
    return int_cast[u8](byte) in items


def hex_text(items: list[u8], separator: str, group: int) -> str:
    """Give bytes as hexadecimal digits, with something between groups."""
    parts: list[str] = []
    size = len(items)
    if len(separator) > 1:
        raise ValueError("sep must be length 1.")
    for position, item in enumerate(items):
        if position > 0 and separator != "" and group != 0:
            # Groups are counted from the end, or from the beginning if their size is negative.
            counted = size - position if group > 0 else position
            if counted % group == 0:
                parts.append(separator)
        parts.append(f"{int(item):02x}")
    return "".join(parts)


def hex_items(text: str) -> list[u8]:
    """Read hexadecimal digits."""
    items: list[u8] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        high = digit_of(text, position)
        items.append(int_cast[u8](high * 16 + digit_of(text, position + 1)))
        position += 2
    return items


def digit_of(text: str, position: int) -> int:
    """Give the value of a hexadecimal digit."""
    value = "0123456789abcdef".find(text[position].lower()) if position < len(text) else -1
    if value < 0:
        raise ValueError(f"non-hexadecimal number found in fromhex() arg at position {position}")
    return value


# Searching


def window(size: int, start: int | None, stop: int | None) -> tuple[int, int]:
    """Give where a search begins and ends; behind the end nothing is found, not even nothing."""
    low, high, _ = slice(start, stop, None).indices(size)
    if start is not None and start > size:
        return (size + 1, size)
    return (low, high)


def first_place(items: list[u8], needle: list[u8], start: int | None, stop: int | None) -> int:
    """Give the first place of some bytes, or -1."""
    low, high = window(len(items), start, stop)
    while low + len(needle) <= high:
        if matches(items, needle, low):
            return low
        low += 1
    return -1


def last_place(items: list[u8], needle: list[u8], start: int | None, stop: int | None) -> int:
    """Give the last place of some bytes, or -1."""
    low, high = window(len(items), start, stop)
    place = high - len(needle)
    while place >= low:
        if matches(items, needle, place):
            return place
        place -= 1
    return -1


def matches(items: list[u8], needle: list[u8], place: int) -> bool:
    """Say whether some bytes are at a place."""
    for at in range(len(needle)):
        if items[place + at] != needle[at]:
            return False
    return True


def hash_items(items: list[u8]) -> int:
    """Give a number that equal bytes share."""
    return hash(latin_text(items))


def ascii_changed(items: list[u8], first: int, last: int) -> list[u8]:
    """Give the letters between two others in the other case."""
    return [int_cast[u8](int(item) ^ 32) if first <= int(item) <= last else item for item in items]


# Numbers


def int_items(value: int, length: int, byteorder: str, signed: bool) -> list[u8]:
    """Give a number as bytes."""
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if value < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    items: list[u8] = []
    rest = value
    for _ in range(length):
        items.append(int_cast[u8](rest & 255))
        rest >>= 8
    is_negative = len(items) > 0 and int(items[-1]) >= 128
    if rest != (-1 if value < 0 else 0) or (signed and value != 0 and is_negative != (value < 0)):
        raise OverflowError("int too big to convert")
    return ordered(items, byteorder)


def int_from(items: list[u8], byteorder: str, signed: bool) -> int:
    """Read a number from bytes."""
    value = 0
    shift = 0
    for item in ordered(items.copy(), byteorder):
        byte = int(item)
        if shift < 56 or (shift == 56 and (byte < 128 or signed)):
            value |= byte << shift if shift < 56 else (byte - 256 if byte >= 128 else byte) * 72057594037927936
        elif byte != (255 if signed and value < 0 else 0):
            raise OverflowError("integer overflow")
        shift += 8
    if signed and 0 < shift <= 56 and value >> (shift - 1):
        value -= 1 << shift
    return value


def ordered(items: list[u8], byteorder: str) -> list[u8]:
    """Give bytes of a number, the lowest first, in an order; or back."""
    if byteorder == "big":
        items.reverse()
    elif byteorder != "little":
        raise ValueError("byteorder must be either 'little' or 'big'")
    return items


def needles(chars) -> list[u8]:
    """Give the bytes that `strip` drops."""
    if chars is None:
        return latin_items(" \t\n\r\x0b\x0c")
    else:
        return items_of(chars)


def unmasked(text: str) -> str:
    """Put back the characters that end no line of bytes."""
    parts = text.replace("\u0100", "\x85").replace("\u0101", "\x0b").replace("\u0102", "\x0c")
    return parts.replace("\u0103", "\x1c").replace("\u0104", "\x1d").replace("\u0105", "\x1e")


def filling(fillbyte) -> list[u8]:
    """Give the byte that fills up: a space if there is none."""
    if fillbyte is None:
        return latin_items(" ")
    else:
        return items_of(fillbyte)
