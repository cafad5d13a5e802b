"""Sequences of bytes that can't change."""

from typing import Self

from pyc import inline, inout, struct
from pyc.fixed import u8
from pyc.unsafe import int_cast, ptr_load, wrapping_add

from ._byte_items import (
    ascii_changed,
    filling,
    first_place,
    hash_items,
    hex_items,
    hex_text,
    items_from,
    items_of,
    last_place,
    latin_items,
    latin_text,
    literal_text,
    matches,
    needle_of,
    needles,
    unmasked,
    window,
)
from ._byte_parts import blank_rsplit, blank_split, centered, is_titled, swapped, titled
from ._codecs import decoded
from ._percent import type_name_of
from .errors import raise_index_error


class bytes:
    """Numbers from 0 to 255. A list that nobody changes holds them."""

    _items: list[u8]

    def __init__(self) -> None:
        self._items = []

    @staticmethod
    def _new(source, encoding=None, errors=None) -> bytes:
        if isinstance(source, bytes):
            return source
        else:
            return bytes_of(items_from(source, encoding, errors, "bytes must be in range(0, 256)"))

    # Being a sequence

    @inline
    def __len__(self) -> int:
        return self._items._size

    @inline
    def __bool__(self) -> bool:
        return self._items._size != 0

    def __iter__(self) -> ByteIterator:
        return ByteIterator(self._items, 0)

    def __reversed__(self):
        return [int(item) for item in self._items].__reversed__()

    @inline
    def __getitem__(self, index):
        if isinstance(index, slice):
            return bytes_of(self._items._get_slice(index))
        else:
            items = self._items
            position = items._position(int(index))
            if items._is_out(position):
                raise_index_error("index out of range")
            return int_cast[int](ptr_load(items._items, position))

    def __contains__(self, value) -> bool:
        return first_place(self._items, needle_of(value), None, None) >= 0

    # Operators

    def __add__(self, other) -> bytes:
        if isinstance(other, (bytes, bytearray)):
            return bytes_of(self._items + other._items)
        else:
            raise TypeError("can't concat " + type_name_of(other) + " to bytes")

    def __mul__(self, count: int) -> bytes:
        return bytes_of(self._items * count)

    def __rmul__(self, count: int) -> bytes:
        return bytes_of(self._items * count)

    def __eq__(self, other) -> bool:
        if isinstance(other, (bytes, bytearray)):
            return self._items == other._items
        else:
            return False

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __lt__(self, other) -> bool:
        return self._items < items_of(other)

    def __le__(self, other) -> bool:
        return self._items <= items_of(other)

    def __gt__(self, other) -> bool:
        return self._items > items_of(other)

    def __ge__(self, other) -> bool:
        return self._items >= items_of(other)

    # Text

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Give the text that the bytes stand for."""
        return decoded(self._items, encoding, errors)

    def hex(self, sep: str = "", bytes_per_sep: int = 1) -> str:
        """Give two hexadecimal digits for each byte."""
        return hex_text(self._items, sep, bytes_per_sep)

    @staticmethod
    def fromhex(string: str) -> bytes:
        """Read hexadecimal digits."""
        return bytes_of(hex_items(string))

    @staticmethod
    def maketrans(frm, to) -> bytes:
        """Give a table for `translate` that puts one byte for another."""
        table = list(range(256))
        for old, new in zip(items_of(frm), items_of(to)):
            table[int(old)] = int(new)
        return bytes(table)

    def translate(self, table) -> bytes:
        """Replace every byte by what a table has for it."""
        items = items_of(table)
        return bytes_of([items[int(item)] for item in self._items])

    # Searching

    def find(self, sub, start: int | None = None, end: int | None = None) -> int:
        """Give the first place of some bytes, or -1."""
        return first_place(self._items, needle_of(sub), start, end)

    def rfind(self, sub, start: int | None = None, end: int | None = None) -> int:
        """Give the last place of some bytes, or -1."""
        return last_place(self._items, needle_of(sub), start, end)

    def index(self, sub, start: int | None = None, end: int | None = None) -> int:
        """Give the first place of some bytes that must be there."""
        place = self.find(sub, start, end)
        if place < 0:
            raise ValueError("subsection not found")
        return place

    def rindex(self, sub, start: int | None = None, end: int | None = None) -> int:
        """Give the last place of some bytes that must be there."""
        place = self.rfind(sub, start, end)
        if place < 0:
            raise ValueError("subsection not found")
        return place

    def count(self, sub, start: int | None = None, end: int | None = None) -> int:
        """Count the places of some bytes that do not overlap."""
        low, high = window(len(self), start, end)
        if low > high:
            return 0
        return latin_text(self._items)[low:high].count(latin_text(needle_of(sub)))

    def startswith(self, prefix) -> bool:
        """Say whether the bytes begin with others, or with any of a tuple of such."""
        if isinstance(prefix, tuple):
            return any([self.startswith(one) for one in prefix])
        else:
            items = items_of(prefix)
            return len(items) <= len(self) and matches(self._items, items, 0)

    def endswith(self, suffix) -> bool:
        """Say whether the bytes end with others, or with any of a tuple of such."""
        if isinstance(suffix, tuple):
            return any([self.endswith(one) for one in suffix])
        else:
            items = items_of(suffix)
            return len(items) <= len(self) and matches(self._items, items, len(self) - len(items))

    # Parts: as a text has them, with a character for each byte

    def _as_text(self) -> str:
        return latin_text(self._items)

    def split(self, sep=None, maxsplit: int = -1) -> list[bytes]:
        """Give the parts between separators, or between white space."""
        if sep is None:
            return [bytes_of(part) for part in blank_split(self._items, maxsplit)]
        else:
            return [bytes_of(latin_items(part)) for part in self._as_text().split(latin_text(items_of(sep)), maxsplit)]

    def rsplit(self, sep=None, maxsplit: int = -1) -> list[bytes]:
        """Give the parts between separators, or between white space; the last ones where not all are wanted."""
        if sep is None:
            return [bytes_of(part) for part in blank_rsplit(self._items, maxsplit)]
        else:
            return [bytes_of(latin_items(part)) for part in self._as_text().rsplit(latin_text(items_of(sep)), maxsplit)]

    def splitlines(self, keepends: bool = False) -> list[bytes]:
        """Give the lines."""
        parts = self._as_text().replace("\x85", "\u0100").replace("\x0b", "\u0101").replace("\x0c", "\u0102")
        parts = parts.replace("\x1c", "\u0103").replace("\x1d", "\u0104").replace("\x1e", "\u0105")
        return [bytes_of(latin_items(unmasked(part))) for part in parts.splitlines(keepends)]

    def partition(self, sep) -> tuple[bytes, bytes, bytes]:
        """Give what is in front of a separator, the separator, and what is behind it."""
        place = self.find(sep)
        if place < 0:
            return (self[:], bytes(), bytes())
        return (self[:place], bytes_of(items_of(sep).copy()), self[place + len(sep) :])

    def rpartition(self, sep) -> tuple[bytes, bytes, bytes]:
        """Give what is in front of the last separator, the separator, and what is behind it."""
        place = self.rfind(sep)
        if place < 0:
            return (bytes(), bytes(), self[:])
        return (self[:place], bytes_of(items_of(sep).copy()), self[place + len(sep) :])

    def join(self, iterable) -> bytes:
        """Put the elements of an iterable together, with these bytes between them."""
        result: list[u8] = []
        first = True
        for part in iterable:
            if not first:
                result.extend(self._items)
            first = False
            result.extend(items_of(part))
        return bytes_of(result)

    def replace(self, old, new, count: int = -1) -> bytes:
        """Put other bytes in the place of some."""
        text = self._as_text().replace(latin_text(items_of(old)), latin_text(items_of(new)), count)
        return bytes_of(latin_items(text))

    def strip(self, chars=None) -> bytes:
        """Drop bytes at both ends: white space, or those that are given."""
        return self.lstrip(chars).rstrip(chars)

    def lstrip(self, chars=None) -> bytes:
        """Drop bytes at the start."""
        dropped = needles(chars)
        low = 0
        while low < len(self) and self._items[low] in dropped:
            low += 1
        return self[low:]

    def rstrip(self, chars=None) -> bytes:
        """Drop bytes at the end."""
        dropped = needles(chars)
        high = len(self)
        while high > 0 and self._items[high - 1] in dropped:
            high -= 1
        return self[:high]

    def ljust(self, width: int, fillbyte=None) -> bytes:
        """Fill up behind."""
        return bytes_of(self._items + filling(fillbyte) * (width - len(self)))

    def rjust(self, width: int, fillbyte=None) -> bytes:
        """Fill up in front."""
        return bytes_of(filling(fillbyte) * (width - len(self)) + self._items)

    def center(self, width: int, fillbyte=None) -> bytes:
        """Fill up on both sides."""
        return bytes_of(centered(self._items, width, filling(fillbyte)))

    def expandtabs(self, tabsize: int = 8) -> bytes:
        """Put blanks in the place of tabs."""
        return bytes_of(latin_items(self._as_text().expandtabs(tabsize)))

    def zfill(self, width: int) -> bytes:
        """Fill up with zeros behind the sign."""
        return bytes_of(latin_items(self._as_text().zfill(width)))

    def removeprefix(self, prefix) -> bytes:
        """Drop bytes at the start if they are there."""
        return self[len(prefix) :] if self.startswith(prefix) else self[:]

    def removesuffix(self, suffix) -> bytes:
        """Drop bytes at the end if they are there."""
        return self[: len(self) - len(suffix)] if len(suffix) > 0 and self.endswith(suffix) else self[:]

    # Letters, of ASCII alone

    def upper(self) -> bytes:
        """Give the letters as capitals."""
        return bytes_of(ascii_changed(self._items, 97, 122))

    def lower(self) -> bytes:
        """Give the letters as small ones."""
        return bytes_of(ascii_changed(self._items, 65, 90))

    def capitalize(self) -> bytes:
        """Give a capital first, and small letters behind it."""
        return self[:1].upper() + self[1:].lower()

    def swapcase(self) -> bytes:
        """Give capitals for small letters and the other way round."""
        return bytes_of(swapped(self._items))

    def title(self) -> bytes:
        """Give a capital at the beginning of every word, and small letters behind it."""
        return bytes_of(titled(self._items))

    def istitle(self) -> bool:
        """Say whether there are letters, and capitals at the beginnings of words alone."""
        return is_titled(self._items)

    def isascii(self) -> bool:
        """Say whether all bytes are below 128."""
        return all([int(item) < 128 for item in self._items])

    def isdigit(self) -> bool:
        """Say whether there are digits alone."""
        return len(self) > 0 and all([48 <= int(item) <= 57 for item in self._items])

    def isalpha(self) -> bool:
        """Say whether there are letters alone."""
        return len(self) > 0 and self.isascii() and self._as_text().isalpha()

    def isalnum(self) -> bool:
        """Say whether there are letters and digits alone."""
        return len(self) > 0 and self.isascii() and self._as_text().isalnum()

    def isspace(self) -> bool:
        """Say whether there is white space alone."""
        return len(self) > 0 and all([int(item) in (9, 10, 11, 12, 13, 32) for item in self._items])

    def isupper(self) -> bool:
        """Say whether there are capitals and no small letters."""
        return self.upper() == self and self.lower() != self

    def islower(self) -> bool:
        """Say whether there are small letters and no capitals."""
        return self.lower() == self and self.upper() != self

    # Being a key, and text

    def __hash__(self) -> int:
        return hash_items(self._items)

    def __repr__(self) -> str:
        return literal_text(self._items)

    def __str__(self) -> str:
        return literal_text(self._items)


def bytes_of(items: list[u8]) -> bytes:
    """Give the bytes of a list that nobody else has."""
    result = bytes()
    result._items = items
    return result


def _bytes_literal(text: str) -> bytes:
    """Give the bytes that a text has a character each for."""
    return bytes_of(latin_items(text))


@struct
class ByteIterator:
    """A position among bytes."""

    _items: list[u8]
    _index: int

    @inline
    def __iter__(self) -> ByteIterator:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._index < self._items._size

    @inline
    def __next__(self: inout[Self]) -> int:
        index = self._index
        self._index = wrapping_add(index, 1)
        return int_cast[int](ptr_load(self._items._items, index))
