"""Sequences of bytes that can change."""

from pyc import inline
from pyc.fixed import u8
from pyc.unsafe import int_cast, ptr_load

from ._byte_items import (
    ascii_changed,
    checked_byte,
    filling,
    first_place,
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
from .bytes import ByteIterator
from .errors import raise_index_error


class bytearray:
    """Numbers from 0 to 255 in a list."""

    _items: list[u8]

    def __init__(self) -> None:
        self._items = []

    @staticmethod
    def _new(source, encoding=None, errors=None) -> bytearray:
        return bytearray_of(items_from(source, encoding, errors, "byte must be in range(0, 256)"))

    def copy(self) -> bytearray:
        """Give new ones with the same contents."""
        return bytearray_of(self._items.copy())

    def __copy__(self) -> bytearray:
        return self.copy()

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
            return bytearray_of(self._items._get_slice(index))
        else:
            items = self._items
            position = items._position(int(index))
            if items._is_out(position):
                raise_index_error("bytearray index out of range")
            return int_cast[int](ptr_load(items._items, position))

    def __contains__(self, value) -> bool:
        return first_place(self._items, needle_of(value), None, None) >= 0

    # Operators

    def __add__(self, other) -> bytearray:
        if isinstance(other, (bytes, bytearray)):
            return bytearray_of(self._items + other._items)
        else:
            raise TypeError("can't concat " + type_name_of(other) + " to bytearray")

    def __mul__(self, count: int) -> bytearray:
        return bytearray_of(self._items * count)

    def __rmul__(self, count: int) -> bytearray:
        return bytearray_of(self._items * count)

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
    def fromhex(string: str) -> bytearray:
        """Read hexadecimal digits."""
        return bytearray_of(hex_items(string))

    @staticmethod
    def maketrans(frm, to) -> bytes:
        """Give a table for `translate` that puts one byte for another."""
        table = list(range(256))
        for old, new in zip(items_of(frm), items_of(to)):
            table[int(old)] = int(new)
        return bytes(table)

    def translate(self, table) -> bytearray:
        """Replace every byte by what a table has for it."""
        items = items_of(table)
        return bytearray_of([items[int(item)] for item in self._items])

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

    def split(self, sep=None, maxsplit: int = -1) -> list[bytearray]:
        """Give the parts between separators, or between white space."""
        if sep is None:
            return [bytearray_of(part) for part in blank_split(self._items, maxsplit)]
        else:
            return [
                bytearray_of(latin_items(part)) for part in self._as_text().split(latin_text(items_of(sep)), maxsplit)
            ]

    def rsplit(self, sep=None, maxsplit: int = -1) -> list[bytearray]:
        """Give the parts between separators, or between white space; the last ones where not all are wanted."""
        if sep is None:
            return [bytearray_of(part) for part in blank_rsplit(self._items, maxsplit)]
        else:
            return [
                bytearray_of(latin_items(part)) for part in self._as_text().rsplit(latin_text(items_of(sep)), maxsplit)
            ]

    def splitlines(self, keepends: bool = False) -> list[bytearray]:
        """Give the lines."""
        parts = self._as_text().replace("\x85", "\u0100").replace("\x0b", "\u0101").replace("\x0c", "\u0102")
        parts = parts.replace("\x1c", "\u0103").replace("\x1d", "\u0104").replace("\x1e", "\u0105")
        return [bytearray_of(latin_items(unmasked(part))) for part in parts.splitlines(keepends)]

    def partition(self, sep) -> tuple[bytearray, bytearray, bytearray]:
        """Give what is in front of a separator, the separator, and what is behind it."""
        place = self.find(sep)
        if place < 0:
            return (self[:], bytearray(), bytearray())
        return (self[:place], bytearray_of(items_of(sep).copy()), self[place + len(sep) :])

    def rpartition(self, sep) -> tuple[bytearray, bytearray, bytearray]:
        """Give what is in front of the last separator, the separator, and what is behind it."""
        place = self.rfind(sep)
        if place < 0:
            return (bytearray(), bytearray(), self[:])
        return (self[:place], bytearray_of(items_of(sep).copy()), self[place + len(sep) :])

    def join(self, iterable) -> bytearray:
        """Put the elements of an iterable together, with these bytes between them."""
        result: list[u8] = []
        first = True
        for part in iterable:
            if not first:
                result.extend(self._items)
            first = False
            result.extend(items_of(part))
        return bytearray_of(result)

    def replace(self, old, new, count: int = -1) -> bytearray:
        """Put other bytes in the place of some."""
        text = self._as_text().replace(latin_text(items_of(old)), latin_text(items_of(new)), count)
        return bytearray_of(latin_items(text))

    def strip(self, chars=None) -> bytearray:
        """Drop bytes at both ends: white space, or those that are given."""
        return self.lstrip(chars).rstrip(chars)

    def lstrip(self, chars=None) -> bytearray:
        """Drop bytes at the start."""
        dropped = needles(chars)
        low = 0
        while low < len(self) and self._items[low] in dropped:
            low += 1
        return self[low:]

    def rstrip(self, chars=None) -> bytearray:
        """Drop bytes at the end."""
        dropped = needles(chars)
        high = len(self)
        while high > 0 and self._items[high - 1] in dropped:
            high -= 1
        return self[:high]

    def ljust(self, width: int, fillbyte=None) -> bytearray:
        """Fill up behind."""
        return bytearray_of(self._items + filling(fillbyte) * (width - len(self)))

    def rjust(self, width: int, fillbyte=None) -> bytearray:
        """Fill up in front."""
        return bytearray_of(filling(fillbyte) * (width - len(self)) + self._items)

    def center(self, width: int, fillbyte=None) -> bytearray:
        """Fill up on both sides."""
        return bytearray_of(centered(self._items, width, filling(fillbyte)))

    def expandtabs(self, tabsize: int = 8) -> bytearray:
        """Put blanks in the place of tabs."""
        return bytearray_of(latin_items(self._as_text().expandtabs(tabsize)))

    def zfill(self, width: int) -> bytearray:
        """Fill up with zeros behind the sign."""
        return bytearray_of(latin_items(self._as_text().zfill(width)))

    def removeprefix(self, prefix) -> bytearray:
        """Drop bytes at the start if they are there."""
        return self[len(prefix) :] if self.startswith(prefix) else self[:]

    def removesuffix(self, suffix) -> bytearray:
        """Drop bytes at the end if they are there."""
        return self[: len(self) - len(suffix)] if len(suffix) > 0 and self.endswith(suffix) else self[:]

    # Letters, of ASCII alone

    def upper(self) -> bytearray:
        """Give the letters as capitals."""
        return bytearray_of(ascii_changed(self._items, 97, 122))

    def lower(self) -> bytearray:
        """Give the letters as small ones."""
        return bytearray_of(ascii_changed(self._items, 65, 90))

    def capitalize(self) -> bytearray:
        """Give a capital first, and small letters behind it."""
        return self[:1].upper() + self[1:].lower()

    def swapcase(self) -> bytearray:
        """Give capitals for small letters and the other way round."""
        return bytearray_of(swapped(self._items))

    def title(self) -> bytearray:
        """Give a capital at the beginning of every word, and small letters behind it."""
        return bytearray_of(titled(self._items))

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

    # Changing

    def __setitem__(self, index, value) -> None:
        if isinstance(index, slice):
            items = items_from(value, None, None, "byte must be in range(0, 256)")
            start, stop, step = index.indices(len(self))
            wanted = len(range(start, stop, step))
            if step != 1 and len(items) != wanted:
                raise ValueError(f"attempt to assign bytes of size {len(items)} to extended slice of size {wanted}")
            self._items[index] = items
        else:
            byte = checked_byte(value, "byte must be in range(0, 256)")
            position = self._items._position(int(index))
            if self._items._is_out(position):
                raise IndexError("bytearray index out of range")
            self._items[position] = byte

    def __delitem__(self, index) -> None:
        if isinstance(index, slice):
            del self._items[index]
        else:
            position = self._items._position(int(index))
            if self._items._is_out(position):
                raise IndexError("bytearray index out of range")
            del self._items[position]

    def __iadd__(self, other) -> bytearray:
        self._items.extend(items_of(other).copy())
        return self

    def __imul__(self, count: int) -> bytearray:
        self._items *= count
        return self

    def append(self, item: int) -> None:
        """Add a byte at the end."""
        self._items.append(checked_byte(item, "byte must be in range(0, 256)"))

    def extend(self, iterable) -> None:
        """Add bytes at the end."""
        self._items.extend(items_from(iterable, None, None, "byte must be in range(0, 256)"))

    def insert(self, index: int, item: int) -> None:
        """Put a byte in front of the one at `index`."""
        self._items.insert(index, checked_byte(item, "byte must be in range(0, 256)"))

    def pop(self, index: int = -1) -> int:
        """Remove a byte and give it."""
        if len(self) == 0:
            raise IndexError("pop from empty bytearray")
        return int(self._items.pop(index))

    def remove(self, value: int) -> None:
        """Remove the first byte that equals `value`."""
        place = self.find(value)
        if place < 0:
            raise ValueError("value not found in bytearray")
        del self._items[place]

    def reverse(self) -> None:
        """Turn the order round."""
        self._items.reverse()

    def clear(self) -> None:
        """Remove all bytes."""
        self._items.clear()

    # Being no key, and text

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'bytearray'")

    def __repr__(self) -> str:
        text = literal_text(self._items)
        # CPython escapes apostrophes here even between the other quotes.
        return "bytearray(" + (text.replace("'", "\\'") if text[1] == '"' else text) + ")"

    def __str__(self) -> str:
        return self.__repr__()


def bytearray_of(items: list[u8]) -> bytearray:
    """Give the bytes of a list that nobody else has."""
    result = bytearray()
    result._items = items
    return result
