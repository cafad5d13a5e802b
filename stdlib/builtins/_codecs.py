"""Encodings: text as bytes, and bytes as text."""

from pyc.fixed import u8
from pyc.unsafe import int_cast, mem_copy, ptr_offset

from ._decode import bad_sequence, sequence_size, text_from_bytes
from ._percent import type_name_of
from ._text import TextBuilder, load_byte


def normal_codec(encoding: str) -> str:
    """Give the usual name of an encoding."""
    name = encoding.lower().replace("_", "-")
    if name in ("utf-8", "utf8", "u8"):
        return "utf-8"
    if name in ("ascii", "us-ascii", "646"):
        return "ascii"
    if name in ("latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859"):
        return "latin-1"
    raise LookupError("unknown encoding: " + encoding)


def encoded(text: str, encoding: str, errors: str) -> list[u8]:
    """Give a text as bytes."""
    codec = normal_codec(encoding)
    items: list[u8] = []
    if codec == "utf-8" or (text._size == text._length and text.isascii()):
        items = [int_cast[u8](0)] * text._size
        mem_copy(items._items, text._data, text._size)
        return items
    limit = 128 if codec == "ascii" else 256
    for position, character in enumerate(text):
        code = ord(character)
        if code < limit:
            items.append(int_cast[u8](code))
        else:
            for replacing in instead_of(character, errors):
                items.append(int_cast[u8](ord(replacing)))
            if errors == "strict":
                raise_not_encodable(text, position, codec, limit)
    return items


def instead_of(character: str, errors: str) -> str:
    """Give what stands for a character that an encoding does not have."""
    if errors == "replace":
        return "?"
    if errors == "backslashreplace":
        return character_escape(ord(character))
    if errors == "xmlcharrefreplace":
        return "&#" + str(ord(character)) + ";"
    if errors != "strict" and errors != "ignore":
        raise LookupError("unknown error handler name '" + errors + "'")
    return ""


def raise_not_encodable(text: str, start: int, codec: str, limit: int):
    """Raise the error of characters that an encoding does not have: of all of them that follow each other."""
    end = start
    while end < len(text) and ord(text[end]) >= limit:
        end += 1
    if end == start + 1:
        which = f"character '{character_escape(ord(text[start]))}' in position {start}"
    else:
        which = f"characters in position {start}-{end - 1}"
    raise UnicodeEncodeError(f"'{codec}' codec can't encode {which}: ordinal not in range({limit})")


def character_escape(code: int) -> str:
    """Give a character as it is written with its number."""
    if code < 256:
        return f"\\x{code:02x}"
    if code < 65536:
        return f"\\u{code:04x}"
    return f"\\U{code:08x}"


def decoded(items: list[u8], encoding: str, errors: str) -> str:
    """Give bytes as text."""
    codec = normal_codec(encoding)
    if codec == "utf-8":
        return text_from_bytes(items._items, len(items)) if errors == "strict" else lenient_utf8(items, errors)
    if codec == "latin-1":
        return "".join([chr(int(item)) for item in items])
    parts: list[str] = []
    for position, item in enumerate(items):
        byte = int(item)
        if byte < 128:
            parts.append(chr(byte))
        elif errors == "strict":
            raise UnicodeDecodeError(
                f"'ascii' codec can't decode byte {hex(byte)} in position {position}: ordinal not in range(128)"
            )
        else:
            parts.append(instead_of_bytes(items, position, 1, errors))
    return "".join(parts)


def decoded_value(value, encoding, errors) -> str:
    """Give what `str(value, encoding, errors)` does."""
    codec = "utf-8" if encoding is None else encoding
    handler = "strict" if errors is None else errors
    if isinstance(value, (bytes, bytearray)):
        return decoded(value._items, codec, handler)
    elif isinstance(value, str):
        raise TypeError("decoding str is not supported")
    else:
        raise TypeError(f"decoding to str: need a bytes-like object, {type_name_of(value)} found")


def lenient_utf8(items: list[u8], errors: str) -> str:
    """Give bytes as text, with something else for those that are none."""
    result = TextBuilder()
    data = items._items
    size = len(items)
    index = 0
    while index < size:
        start = index
        length = 0
        step = sequence_size(data, index, size)
        while step > 0:
            index += step
            length += 1
            step = sequence_size(data, index, size) if index < size else 0
        result.append_range(ptr_offset(data, start), index - start, length)
        if index < size:
            bad, _ = bad_sequence(data, index, size)
            result.append(instead_of_bytes(items, index, bad, errors))
            index += bad
    return result.finish()


def instead_of_bytes(items: list[u8], start: int, count: int, errors: str) -> str:
    """Give what stands for bytes that are no text."""
    if errors == "replace":
        return "\ufffd"
    if errors == "ignore":
        return ""
    if errors == "backslashreplace":
        return "".join([f"\\x{int(item):02x}" for item in items[start : start + count]])
    raise LookupError("unknown error handler name '" + errors + "'")
