"""Making strings: allocation, and a builder for text whose size is not known beforehand."""

from pyc import inline, noinline
from pyc.fixed import u8
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    int_cast,
    mem_compare,
    mem_copy,
    new_object,
    ptr_cast,
    ptr_init,
    ptr_is_null,
    ptr_load,
    ptr_null,
    ptr_offset,
    realloc,
    trailing,
    wrapping_add,
)

from ._memory import room


@inline
def load_byte(data: Ptr[u8], index: int) -> int:
    """Read one byte as a number."""
    return int_cast[int](ptr_load(data, index))


@inline
def store_byte(data: Ptr[u8], index: int, byte: int) -> None:
    """Write one byte."""
    ptr_init(data, index, int_cast[u8](byte))


def new_text(size: int, length: int) -> str:
    """Make a string of `size` bytes and `length` code points; the caller fills in the bytes."""
    text = new_object[str](room(size, 1))
    text._data = trailing(text)
    text._size = size
    text._length = length
    return text


def text_from(data: Ptr[u8], size: int, length: int) -> str:
    """Make a string that holds a copy of some bytes."""
    text = new_text(size, length)
    mem_copy(text._data, data, size)
    return text


def encoded_size(code: int) -> int:
    """Give the number of bytes that a code point takes."""
    if code < 0x80:
        return 1
    if code < 0x800:
        return 2
    if code < 0x10000:
        return 3
    return 4


def encode(data: Ptr[u8], index: int, code: int) -> int:
    """Write a code point at `index` and give the index behind it."""
    if code < 0x80:
        store_byte(data, index, code)
        return index + 1
    if code < 0x800:
        store_byte(data, index, 0xC0 | (code >> 6))
        store_byte(data, index + 1, 0x80 | (code & 0x3F))
        return index + 2
    if code < 0x10000:
        store_byte(data, index, 0xE0 | (code >> 12))
        store_byte(data, index + 1, 0x80 | ((code >> 6) & 0x3F))
        store_byte(data, index + 2, 0x80 | (code & 0x3F))
        return index + 3
    store_byte(data, index, 0xF0 | (code >> 18))
    store_byte(data, index + 1, 0x80 | ((code >> 12) & 0x3F))
    store_byte(data, index + 2, 0x80 | ((code >> 6) & 0x3F))
    store_byte(data, index + 3, 0x80 | (code & 0x3F))
    return index + 4


@inline
def step_size(lead: int) -> int:
    """Give the number of bytes of the code point whose first byte is `lead`."""
    if lead < 0x80:
        return 1
    if lead < 0xE0:
        return 2
    if lead < 0xF0:
        return 3
    return 4


def decode(data: Ptr[u8], index: int) -> int:
    """Read the code point at `index`."""
    lead = load_byte(data, index)
    if lead < 0x80:
        return lead
    second = load_byte(data, index + 1) & 0x3F
    if lead < 0xE0:
        return ((lead & 0x1F) << 6) | second
    third = load_byte(data, index + 2) & 0x3F
    if lead < 0xF0:
        return ((lead & 0x0F) << 12) | (second << 6) | third
    return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (load_byte(data, index + 3) & 0x3F)


def count_code_points(data: Ptr[u8], size: int) -> int:
    """Count the code points of some bytes."""
    count = 0
    index = 0
    while index < size:
        if (load_byte(data, index) & 0xC0) != 0x80:
            count = wrapping_add(count, 1)
        index = wrapping_add(index, 1)
    return count


@inline
def load_word(data: Ptr[u8], index: int) -> int:
    """Read eight bytes."""
    return ptr_load(ptr_cast[int](ptr_offset(data, index)), 0)


def skip_ascii(data: Ptr[u8], index: int, end: int) -> int:
    """Give where the ASCII characters from `index` on end."""
    while index + 8 <= end and (load_word(data, index) & -0x7F7F7F7F7F7F7F80) == 0:
        index = wrapping_add(index, 8)
    while index < end and load_byte(data, index) < 0x80:
        index = wrapping_add(index, 1)
    return index


def same_bytes(a: Ptr[u8], b: Ptr[u8], size: int) -> bool:
    """Say whether two stretches of memory hold the same. Words are short: eight bytes at a time beat a call."""
    if size >= 8:
        if size > 64:
            return mem_compare(a, b, size) == 0
        index = 0
        last = wrapping_add(size, -8)
        while index < last:
            if load_word(a, index) != load_word(b, index):
                return False
            index = wrapping_add(index, 8)
        # The last eight overlap those before.
        return load_word(a, last) == load_word(b, last)
    index = 0
    while index < size:
        if ptr_load(a, index) != ptr_load(b, index):
            return False
        index = wrapping_add(index, 1)
    return True


class TextBuilder:
    """A string in the making."""

    _data: Ptr[u8]
    _size: int
    _length: int
    _capacity: int

    def __init__(self) -> None:
        self._data = ptr_null[u8]()
        self._size = 0
        self._length = 0
        self._capacity = 0

    def __destroy__(self) -> None:
        if not ptr_is_null(self._data):
            free(self._data)

    @noinline
    def _grow(self, size: int) -> None:
        capacity = self._capacity * 2
        if capacity < 64:
            capacity = 64
        if capacity < size:
            capacity = size
        if ptr_is_null(self._data):
            self._data = alloc(room(capacity, 1))
        else:
            self._data = realloc(self._data, room(capacity, 1))
        self._capacity = capacity

    @inline
    def reserve(self, size: int) -> None:
        """Make room for `size` more bytes."""
        if self._size + size > self._capacity:
            self._grow(self._size + size)

    def append(self, text: str) -> None:
        """Append a string."""
        self.reserve(text._size)
        mem_copy(ptr_offset(self._data, self._size), text._data, text._size)
        self._size += text._size
        self._length += text._length

    def append_range(self, data: Ptr[u8], size: int, length: int) -> None:
        """Append bytes that hold `length` code points."""
        self.reserve(size)
        mem_copy(ptr_offset(self._data, self._size), data, size)
        self._size += size
        self._length += length

    def append_byte(self, byte: int) -> None:
        """Append an ASCII character."""
        self.reserve(1)
        store_byte(self._data, self._size, byte)
        self._size += 1
        self._length += 1

    def append_code(self, code: int) -> None:
        """Append a code point."""
        self.reserve(4)
        self._size = encode(self._data, self._size, code)
        self._length += 1

    def append_repeated(self, code: int, count: int) -> None:
        """Append a code point several times."""
        if count > 0:
            # What no memory has is told before it is filled.
            self.reserve(count)
        index = 0
        while index < count:
            self.append_code(code)
            index += 1

    def finish(self) -> str:
        """Give the text so far."""
        return text_from(self._data, self._size, self._length)
