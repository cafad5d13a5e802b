"""Text: immutable, UTF-8, counted in code points."""

from typing import Self

from pyc import inline, inout, owned, struct, unroll
from pyc._runtime import character_cache, room_behind
from pyc.fixed import i32, u8, u64
from pyc.unsafe import (
    Ptr,
    int_cast,
    is_same,
    mem_compare,
    mem_copy,
    object_pointer,
    ptr_cast,
    ptr_equal,
    ptr_init,
    ptr_is_null,
    ptr_load,
    ptr_offset,
    shift_left,
    shift_right,
    wrapping_add,
    wrapping_mul,
)

from ._codecs import decoded_value, encoded
from ._memory import repeated
from ._percent import percent_format
from ._str_case import capitalize, casefold, lower, swapcase, title, upper
from ._str_classes import (
    all_have,
    ascii_digits,
    is_identifier,
    is_lower,
    is_title,
    is_upper,
)
from ._str_fields import format_fields
from ._str_find import count_bytes, find_bytes, replace_bytes, rfind_bytes
from ._str_format import format_text
from ._str_quote import escape_non_ascii, quote
from ._str_split import split_lines, split_text, split_text_right, split_words, split_words_right
from ._str_strip import pad, strip_characters, strip_words
from ._text import (
    count_code_points,
    decode,
    load_byte,
    load_word,
    new_text,
    same_bytes,
    step_size,
    store_byte,
    text_from,
)
from ._unicode import alpha_flag, decimal_flag, digit_flag, numeric_flag, printable_flag, space_flag
from .bytes import bytes_of
from .errors import raise_index_error, raise_value_error
from .slice import as_index, clamp_index, slice_high, slice_length, slice_low


class str:
    """A sequence of Unicode code points."""

    _data: Ptr[u8]
    # In bytes.
    _size: int
    # In code points.
    _length: int
    # Zero until it is asked for.
    _hash: int

    # Making

    @staticmethod
    @inline
    def _new(value="", encoding=None, errors=None) -> str:
        if encoding is not None or errors is not None:
            return decoded_value(value, encoding, errors)
        if isinstance(value, str):
            return value
        else:
            return value.__str__()

    @staticmethod
    def _character(code: int) -> str:
        """Give the string of one ASCII character. They are shared: most programs that take strings apart need few others."""
        cache = character_cache()
        if ptr_is_null(ptr_load(ptr_cast[Ptr[u8]](cache), code)):
            text = new_text(1, 1)
            store_byte(text._data, 0, code)
            ptr_init(ptr_cast[str](cache), code, text)
        return ptr_load(ptr_cast[str](cache), code)

    # Text

    @inline
    def __str__(self) -> str:
        return self

    def __repr__(self) -> str:
        return quote(self)

    def __format__(self, format_spec: str) -> str:
        return format_text(self, format_spec)

    def _escape_non_ascii(self) -> str:
        return escape_non_ascii(self)

    def _ascii_digits(self) -> str:
        """Give the text with digits and spaces of all scripts replaced by ASCII ones."""
        if self._size == self._length:
            return self
        return ascii_digits(self)

    # Being a sequence

    @inline
    def __len__(self) -> int:
        return self._length

    @inline
    def __bool__(self) -> bool:
        return self._size != 0

    @inline
    def __iter__(self) -> StrIterator:
        return StrIterator(self, 0)

    def __reversed__(self) -> StrReverseIterator:
        return StrReverseIterator(self, self._size)

    @inline
    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._get_slice(index)
        else:
            position = as_index(index, "string")
            if position < 0:
                position = wrapping_add(position, self._length)
            if int_cast[u64](position) >= int_cast[u64](self._length):
                raise_index_error("string index out of range")
            return self._character_at(position)

    def _character_at(self, position: int) -> str:
        if self._size == self._length:
            return str._character(load_byte(self._data, position))
        offset = self._offset(position)
        return self._from_bytes(offset, step_size(load_byte(self._data, offset)), 1)

    def _from_bytes(self, offset: int, size: int, length: int) -> str:
        """Give a part of the text."""
        if size == 1:
            return str._character(load_byte(self._data, offset))
        if size == 0:
            return ""
        if size == self._size:
            return self
        return text_from(ptr_offset(self._data, offset), size, length)

    def _offset(self, position: int) -> int:
        """Give the byte at which a code point begins."""
        if self._size == self._length:
            return position
        offset = 0
        while position > 0:
            offset = wrapping_add(offset, step_size(load_byte(self._data, offset)))
            position = wrapping_add(position, -1)
        return offset

    def _position(self, offset: int) -> int:
        """Give the number of code points before a byte; negative numbers stay as they are."""
        if self._size == self._length or offset < 0:
            return offset
        return count_code_points(self._data, offset)

    def _part(self, start: int, stop: int) -> str:
        """Give the text from byte `start` to before `stop`."""
        if self._size == self._length:
            return self._from_bytes(start, stop - start, stop - start)
        return self._from_bytes(start, stop - start, count_code_points(ptr_offset(self._data, start), stop - start))

    @inline
    def _code_at(self, offset: int) -> int:
        """Give the code point that begins at a byte."""
        return decode(self._data, offset)

    def _slice(self, start: int | None, stop: int | None) -> str:
        """Give the text of a slice with step 1."""
        low = slice_low(start, self._length)
        count = slice_high(stop, self._length) - low
        if count <= 0:
            return ""
        if self._size == self._length:
            return self._from_bytes(low, count, count)
        first = self._offset(low)
        last = first
        left = count
        while left > 0:
            last = last + step_size(load_byte(self._data, last))
            left = left - 1
        return self._from_bytes(first, last - first, count)

    def _get_slice(self, index: slice) -> str:
        start, stop, step = index.indices(self._length)
        if step == 1:
            return self._slice(start, stop)
        count = slice_length(start, stop, step)
        if self._size == self._length:
            text = new_text(count, count)
            position = start
            place = 0
            while place < count:
                store_byte(text._data, place, load_byte(self._data, position))
                position += step
                place += 1
            return text
        parts = list[str]._with_capacity(count)
        position = start
        taken = 0
        while taken < count:
            parts.append(self._character_at(position))
            position += step
            taken += 1
        return "".join(parts)

    def __contains__(self, part: str) -> bool:
        return find_bytes(self._data, 0, self._size, part) >= 0

    # Comparison and hashing

    @inline
    def __eq__(self, other) -> bool:
        if isinstance(other, str):
            if self._size != other._size:
                return False
            return ptr_equal(self._data, other._data) or same_bytes(self._data, other._data, self._size)
        else:
            return False

    @inline
    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def _compare(self, other: str) -> int:
        """Give a negative number, zero or a positive number. The order of the bytes is that of the code points."""
        size = self._size
        if other._size < size:
            size = other._size
        order = mem_compare(self._data, other._data, size)
        if order != 0:
            return order
        return self._size - other._size

    def __lt__(self, other: str) -> bool:
        return self._compare(other) < 0

    def __le__(self, other: str) -> bool:
        return self._compare(other) <= 0

    def __gt__(self, other: str) -> bool:
        return self._compare(other) > 0

    def __ge__(self, other: str) -> bool:
        return self._compare(other) >= 0

    @inline
    def __hash__(self) -> int:
        if self._hash == 0:
            self._hash = hash_bytes(self._data, self._size)
        return self._hash

    # Bytes

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """Give the bytes that stand for the text."""
        return bytes_of(encoded(self, encoding, errors))

    # Translation

    @staticmethod
    def maketrans(x, *others):
        """Give a table for `translate`: from a dictionary, or from characters and those that replace them, and those that go."""
        table: dict[int, str | int | None] = {}
        if len(others) == 0:
            for key, value in x.items():
                if isinstance(key, str):
                    table[ord(key)] = value
                else:
                    table[key] = value
        else:
            if len(x) != len(others[0]):
                raise ValueError("the first two maketrans arguments must have equal length")
            for old, new in zip(x, others[0]):
                table[ord(old)] = ord(new)
            if len(others) > 1:
                for gone in others[1]:
                    table[ord(gone)] = None
        return table

    def translate(self, table) -> str:
        """Replace every character by what a table has for its number: a text, a number, or `None` for nothing."""
        parts: list[str] = []
        for character in self:
            code = ord(character)
            if code not in table:
                parts.append(character)
            else:
                found = table[code]
                if found is None:
                    continue
                elif isinstance(found, str):
                    parts.append(found)
                else:
                    parts.append(chr(found))
        return "".join(parts)

    # Joining

    def __add__(self, other: str) -> str:
        if self._size == 0:
            return other
        if other._size == 0:
            return self
        text = new_text(self._size + other._size, self._length + other._length)
        mem_copy(text._data, self._data, self._size)
        mem_copy(ptr_offset(text._data, self._size), other._data, other._size)
        return text

    def __iadd__(self: owned[Self], other: str) -> str:
        """Append to a text that nobody else has, as a loop with `+=` does, without copying it each time."""
        if other._size == 0:
            return self
        size = self._size + other._size
        room = room_behind(object_pointer(self), self._data)
        if room < size:
            if room == 0:
                return self.__add__(other)
            # It has been appended to before, and will be again.
            grown = new_text(size + (size >> 1), 0)
            mem_copy(grown._data, self._data, self._size)
            mem_copy(ptr_offset(grown._data, self._size), other._data, other._size)
            grown._size = size
            grown._length = self._length + other._length
            return grown
        mem_copy(ptr_offset(self._data, self._size), other._data, other._size)
        self._size = size
        self._length = self._length + other._length
        self._hash = 0
        return self

    def __mul__(self, count: int) -> str:
        if count <= 0 or self._size == 0:
            return ""
        if count == 1:
            return self
        text = new_text(repeated(self._size, count), self._length * count)
        done = 0
        while done < text._size:
            mem_copy(ptr_offset(text._data, done), self._data, self._size)
            done += self._size
        return text

    def __rmul__(self, count: int) -> str:
        return self.__mul__(count)

    def __mod__(self, values) -> str:
        return percent_format(self, values)

    def join(self, iterable) -> str:
        """Give all strings of `iterable` with this one between each two."""
        if isinstance(iterable, list):
            return join_list(self, only_strings(iterable))
        else:
            return join_list(self, only_strings(list(iterable)))

    def format(self, *args) -> str:
        """Put the arguments in the places of the replacement fields."""
        return format_fields(self, args)

    # Searching

    def find(self, sub: str, start: int | None = None, end: int | None = None) -> int:
        """Give the index of the first place where `sub` is found, or -1."""
        low = self._low(start)
        high = self._high(end)
        if low > high:
            return -1
        return self._position(find_bytes(self._data, low, high, sub))

    def rfind(self, sub: str, start: int | None = None, end: int | None = None) -> int:
        """Give the index of the last place where `sub` is found, or -1."""
        low = self._low(start)
        high = self._high(end)
        if low > high:
            return -1
        return self._position(rfind_bytes(self._data, low, high, sub))

    def index(self, sub: str, start: int | None = None, end: int | None = None) -> int:
        """Give the index of the first place where `sub` is found."""
        result = self.find(sub, start, end)
        if result < 0:
            raise_value_error("substring not found")
        return result

    def rindex(self, sub: str, start: int | None = None, end: int | None = None) -> int:
        """Give the index of the last place where `sub` is found."""
        result = self.rfind(sub, start, end)
        if result < 0:
            raise_value_error("substring not found")
        return result

    def count(self, sub: str, start: int | None = None, end: int | None = None) -> int:
        """Count the places where `sub` is found, without overlap."""
        low = self._low(start)
        high = self._high(end)
        if low > high:
            return 0
        if sub._size == 0:
            return self._position(high) - self._position(low) + 1
        return count_bytes(self._data, low, high, sub)

    def startswith(self, prefix, start: int | None = None, end: int | None = None) -> bool:
        """Say whether the text begins with `prefix`, or with one of a tuple of them."""
        if isinstance(prefix, str):
            low = self._low(start)
            high = self._high(end)
            return high - low >= prefix._size and self._has_at(low, prefix)
        else:
            for one in unroll(prefix):
                if self.startswith(one, start, end):
                    return True
            return False

    def endswith(self, suffix, start: int | None = None, end: int | None = None) -> bool:
        """Say whether the text ends with `suffix`, or with one of a tuple of them."""
        if isinstance(suffix, str):
            low = self._low(start)
            high = self._high(end)
            return high - low >= suffix._size and self._has_at(high - suffix._size, suffix)
        else:
            for one in unroll(suffix):
                if self.endswith(one, start, end):
                    return True
            return False

    def _has_at(self, offset: int, part: str) -> bool:
        return mem_compare(ptr_offset(self._data, offset), part._data, part._size) == 0

    def _low(self, start: int | None) -> int:
        """Give the byte where a search begins. One that begins behind the end ends before it begins."""
        if start is None:
            return 0
        if start > self._length:
            return self._size + 1
        return self._offset(clamp_index(start, self._length))

    def _high(self, end: int | None) -> int:
        """Give the byte where a search ends."""
        if end is None:
            return self._size
        return self._offset(clamp_index(end, self._length))

    def replace(self, old: str, new: str, count: int = -1) -> str:
        """Replace `old` by `new` everywhere, or at the first `count` places."""
        return replace_bytes(self, old, new, count)

    def removeprefix(self, prefix: str) -> str:
        """Give the text without `prefix` at its beginning."""
        if self.startswith(prefix):
            return self._part(prefix._size, self._size)
        return self

    def removesuffix(self, suffix: str) -> str:
        """Give the text without `suffix` at its end."""
        if suffix._size > 0 and self.endswith(suffix):
            return self._part(0, self._size - suffix._size)
        return self

    # Splitting

    def split(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        """Give the parts between separators, or the words where there is no separator."""
        if sep is None:
            return split_words(self, maxsplit)
        return split_text(self, sep, maxsplit)

    def rsplit(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        """Do as `split` does, counting `maxsplit` from the end."""
        if sep is None:
            return split_words_right(self, maxsplit)
        return split_text_right(self, sep, maxsplit)

    def splitlines(self, keepends: bool = False) -> list[str]:
        """Give the lines."""
        return split_lines(self, keepends)

    def partition(self, sep: str) -> tuple[str, str, str]:
        """Give the text before the first separator, the separator, and the text behind it."""
        if sep._size == 0:
            raise_value_error("empty separator")
        offset = find_bytes(self._data, 0, self._size, sep)
        if offset < 0:
            return (self, "", "")
        return (self._part(0, offset), sep, self._part(offset + sep._size, self._size))

    def rpartition(self, sep: str) -> tuple[str, str, str]:
        """Give the text before the last separator, the separator, and the text behind it."""
        if sep._size == 0:
            raise_value_error("empty separator")
        offset = rfind_bytes(self._data, 0, self._size, sep)
        if offset < 0:
            return ("", "", self)
        return (self._part(0, offset), sep, self._part(offset + sep._size, self._size))

    # Stripping and padding

    def strip(self, chars: str | None = None) -> str:
        """Give the text without white space, or without some characters, at its ends."""
        if chars is None:
            return strip_words(self, True, True)
        return strip_characters(self, chars, True, True)

    def lstrip(self, chars: str | None = None) -> str:
        """Give the text without white space, or without some characters, at its beginning."""
        if chars is None:
            return strip_words(self, True, False)
        return strip_characters(self, chars, True, False)

    def rstrip(self, chars: str | None = None) -> str:
        """Give the text without white space, or without some characters, at its end."""
        if chars is None:
            return strip_words(self, False, True)
        return strip_characters(self, chars, False, True)

    def ljust(self, width: int, fillchar: str = " ") -> str:
        """Give the text with as much behind it as makes it `width` long."""
        return pad(self, 0, width - self._length, fillchar)

    def rjust(self, width: int, fillchar: str = " ") -> str:
        """Give the text with as much before it as makes it `width` long."""
        return pad(self, width - self._length, 0, fillchar)

    def center(self, width: int, fillchar: str = " ") -> str:
        """Give the text in the middle of `width` characters."""
        total = width - self._length
        if total <= 0:
            return pad(self, 0, 0, fillchar)
        left = total // 2 + (total & width & 1)
        return pad(self, left, total - left, fillchar)

    def zfill(self, width: int) -> str:
        """Give the text with zeros before its digits, behind its sign."""
        count = width - self._length
        if count <= 0:
            return self
        if self._size > 0:
            first = load_byte(self._data, 0)
            if first == 43 or first == 45:
                return self._part(0, 1) + pad(self._part(1, self._size), count, 0, "0")
        return pad(self, count, 0, "0")

    def expandtabs(self, tabsize: int = 8) -> str:
        """Give the text with spaces for tabs."""
        parts = list[str]()
        column = 0
        for character in self:
            if character == "\t":
                if tabsize > 0:
                    count = tabsize - column % tabsize
                    parts.append(" " * count)
                    column += count
            else:
                parts.append(character)
                column += 1
                if character == "\n" or character == "\r":
                    column = 0
        return "".join(parts)

    # Case

    def lower(self) -> str:
        """Give the text in small letters."""
        return lower(self)

    def upper(self) -> str:
        """Give the text in capital letters."""
        return upper(self)

    def casefold(self) -> str:
        """Give the text in the form that is compared without regard to case."""
        return casefold(self)

    def swapcase(self) -> str:
        """Give the text with the case of all letters changed."""
        return swapcase(self)

    def capitalize(self) -> str:
        """Give the text with a capital first letter, and small ones behind it."""
        return capitalize(self)

    def title(self) -> str:
        """Give the text with a capital letter at the start of each word."""
        return title(self)

    # Questions

    def isascii(self) -> bool:
        """Say whether all characters are ASCII."""
        return self._size == self._length

    def isalpha(self) -> bool:
        """Say whether all characters are letters, and there are any."""
        return all_have(self, alpha_flag()) and self._size > 0

    def isdecimal(self) -> bool:
        """Say whether all characters are decimal digits, and there are any."""
        return all_have(self, decimal_flag()) and self._size > 0

    def isdigit(self) -> bool:
        """Say whether all characters are digits, and there are any."""
        return all_have(self, digit_flag()) and self._size > 0

    def isnumeric(self) -> bool:
        """Say whether all characters are numbers, and there are any."""
        return all_have(self, numeric_flag()) and self._size > 0

    def isalnum(self) -> bool:
        """Say whether all characters are letters or numbers, and there are any."""
        return all_have(self, alpha_flag() | decimal_flag() | digit_flag() | numeric_flag()) and self._size > 0

    def isspace(self) -> bool:
        """Say whether all characters are white space, and there are any."""
        return all_have(self, space_flag()) and self._size > 0

    def isprintable(self) -> bool:
        """Say whether all characters are shown by `repr` as they are."""
        return all_have(self, printable_flag())

    def isidentifier(self) -> bool:
        """Say whether the text could be a name."""
        return is_identifier(self)

    def islower(self) -> bool:
        """Say whether there are letters, and all of them are small."""
        return is_lower(self)

    def isupper(self) -> bool:
        """Say whether there are letters, and all of them are capital."""
        return is_upper(self)

    def istitle(self) -> bool:
        """Say whether there are letters, and those at the start of words and no others are capital."""
        return is_title(self)


def only_strings[T](parts: list[T]) -> list[str]:
    """Give the parts as strings; `TypeError` if one is none."""
    if is_same[T, str]():
        return parts
    strings: list[str] = []
    for index, part in enumerate(parts):
        if not isinstance(part, str):
            raise TypeError(f"sequence item {index}: expected str instance, {type(part).__name__} found")
        strings.append(part)
    return strings


def join_list(separator: str, parts: list[str]) -> str:
    """Join strings in one allocation."""
    count = parts._size
    if count == 0:
        return ""
    if count == 1:
        return ptr_load(parts._items, 0)
    size = separator._size * (count - 1)
    length = separator._length * (count - 1)
    index = 0
    while index < count:
        part = ptr_load(parts._items, index)
        size = wrapping_add(size, part._size)
        length = wrapping_add(length, part._length)
        index = wrapping_add(index, 1)
    text = new_text(size, length)
    place = 0
    index = 0
    while index < count:
        if index > 0 and separator._size > 0:
            mem_copy(ptr_offset(text._data, place), separator._data, separator._size)
            place = wrapping_add(place, separator._size)
        part = ptr_load(parts._items, index)
        mem_copy(ptr_offset(text._data, place), part._data, part._size)
        place = wrapping_add(place, part._size)
        index = wrapping_add(index, 1)
    return text


def _fstring(*parts) -> str:
    """Join the parts of an f-string in one allocation."""
    size = 0
    length = 0
    for part in unroll(parts):
        size = wrapping_add(size, part._size)
        length = wrapping_add(length, part._length)
    text = new_text(size, length)
    place = 0
    for part in unroll(parts):
        mem_copy(ptr_offset(text._data, place), part._data, part._size)
        place = wrapping_add(place, part._size)
    return text


def hash_bytes(data: Ptr[u8], size: int) -> int:
    """Hash bytes, eight at a time. The result is neither 0, which stands for no hash yet, nor -1."""
    state = wrapping_mul(size, -7046029254386353131)
    tail = 0
    if size >= 8:
        index = 0
        last = wrapping_add(size, -8)
        while index < last:
            state = wrapping_mul(state ^ load_word(data, index), -4417276706812531889)
            state = state ^ shift_right(state, 29)
            index = wrapping_add(index, 8)
        # The last eight overlap those before.
        tail = load_word(data, last)
    elif size >= 4:
        last = wrapping_add(size, -4)
        tail = shift_left(load_half(data, 0), 32) | load_half(data, last)
    elif size > 0:
        middle = load_byte(data, size >> 1)
        tail = (load_byte(data, 0) << 16) | (middle << 8) | load_byte(data, wrapping_add(size, -1))
    state = wrapping_mul(state ^ tail, -4417276706812531889)
    state = state ^ shift_right(state, 32)
    if state == 0 or state == -1:
        return 1
    return state


@inline
def load_half(data: Ptr[u8], index: int) -> int:
    """Read four bytes."""
    return int_cast[int](ptr_load(ptr_cast[i32](ptr_offset(data, index)), 0)) & 0xFFFFFFFF


@struct
class StrIterator:
    """A position in a text."""

    _text: str
    _offset: int

    @inline
    def __iter__(self) -> StrIterator:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._offset < self._text._size

    @inline
    def __next__(self: inout[Self]) -> str:
        offset = self._offset
        lead = load_byte(self._text._data, offset)
        if lead < 128:
            self._offset = wrapping_add(offset, 1)
            return str._character(lead)
        size = step_size(lead)
        self._offset = wrapping_add(offset, size)
        return text_from(ptr_offset(self._text._data, offset), size, 1)


@struct
class StrReverseIterator:
    """A position in a text, on its way to the front."""

    _text: str
    _offset: int

    @inline
    def __iter__(self) -> StrReverseIterator:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._offset > 0

    def __next__(self: inout[Self]) -> str:
        offset = self._offset - 1
        while (load_byte(self._text._data, offset) & 0xC0) == 0x80:
            offset -= 1
        size = self._offset - offset
        self._offset = offset
        return self._text._from_bytes(offset, size, 1)
