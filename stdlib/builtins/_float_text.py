"""Floating-point numbers as text, and text as floating-point numbers."""

from pyc._runtime import float_format, float_parse, float_shortest
from pyc.fixed import u8
from pyc.unsafe import (
    Ptr,
    alloc,
    float_bits,
    float_copysign,
    float_fabs,
    float_from_bits,
    free,
    ptr_cast,
    ptr_load,
    ptr_offset,
)

from ._digits import digits_to_int, is_blank
from ._text import TextBuilder, load_byte, store_byte
from .errors import raise_overflow_error, raise_value_error


class Digits:
    """The decimal digits of a number: 0.d1d2… times 10 to `exponent`."""

    data: Ptr[u8]
    size: int
    exponent: int
    _capacity: int

    def __init__(self, capacity: int) -> None:
        # The runtime writes a point and an exponent as well.
        self._capacity = capacity + 16
        self.data = alloc(capacity + 16)
        self.size = 0
        self.exponent = 0

    def __destroy__(self) -> None:
        free(self.data)

    def rounded(self, value: float, count: int) -> None:
        """Take `count` digits of a finite number, correctly rounded."""
        size = float_format(float_fabs(value), 101, count - 1, False, self.data, self._capacity)
        # `d.ddde+xx`: the digits move together.
        index = 0
        while load_byte(self.data, index) != 101:
            if index > 1:
                store_byte(self.data, index - 1, load_byte(self.data, index))
            index += 1
        self.size = index
        if index > 1:
            self.size = index - 1
        exponent = digits_to_int(self.data, index + 2, size, 10, load_byte(self.data, index + 1) == 45)
        self.exponent = exponent + 1

    def trim(self) -> None:
        """Drop zeros at the end, all but the first digit."""
        while self.size > 1 and load_byte(self.data, self.size - 1) == 48:
            self.size -= 1

    def append_to(self, target: TextBuilder, start: int, stop: int) -> None:
        """Append the digits from `start` to before `stop`; there are zeros behind the last one and before the first."""
        index = start
        while index < stop:
            if 0 <= index < self.size:
                target.append_byte(load_byte(self.data, index))
            else:
                target.append_byte(48)
            index += 1


def is_finite(value: float) -> bool:
    """Say whether a number is neither infinite nor a NaN."""
    return (float_bits(value) >> 52) & 0x7FF != 0x7FF


def float_repr(value: float) -> str:
    """Give the shortest text that reads back as the same number."""
    result = TextBuilder()
    append_repr(result, value)
    return result.finish()


def append_repr(result: TextBuilder, value: float) -> None:
    """Append the shortest text that reads back as the same number."""
    result.reserve(32)
    size = float_shortest(value, ptr_offset(result._data, result._size))
    result._size += size
    result._length += size


def append_exponent(result: TextBuilder, exponent: int, letter: int) -> None:
    """Append an exponent with its sign and at least two digits."""
    result.append_byte(letter)
    if exponent < 0:
        result.append_byte(45)
        exponent = -exponent
    else:
        result.append_byte(43)
    if exponent >= 100:
        result.append_byte(48 + exponent // 100)
        exponent = exponent % 100
    result.append_byte(48 + exponent // 10)
    result.append_byte(48 + exponent % 10)


def append_fixed(result: TextBuilder, value: float, decimals: int) -> None:
    """Append the absolute value of a finite number with `decimals` digits behind the point, correctly rounded."""
    # The largest number has 309 digits before the point.
    capacity = decimals + 312
    result.reserve(capacity)
    size = float_format(float_fabs(value), 102, decimals, False, ptr_offset(result._data, result._size), capacity)
    result._size += size
    result._length += size


def round_decimals(value: float, decimals: int) -> float:
    """Round to `decimals` digits behind the point: the exact value decides, and of two equally near the even one."""
    if not is_finite(value) or value == 0.0 or decimals > 323:
        return value
    if decimals < -308:
        return float_copysign(0.0, value)
    result = TextBuilder()
    if decimals >= 0:
        append_fixed(result, value, decimals)
    else:
        append_rounded_left(result, value, -decimals)
    rounded = read_float(result)
    if not is_finite(rounded):
        raise_overflow_error("rounded value too large to represent")
    return float_copysign(rounded, value)


def append_rounded_left(result: TextBuilder, value: float, zeros: int) -> None:
    """Append the absolute value rounded to a multiple of 10 to the power of `zeros`."""
    exact = Digits(808)
    exact.rounded(value, 800)
    point = exact.exponent
    count = point - zeros
    if count < 0:
        result.append_byte(48)
    elif count == 0:
        append_half(result, exact, point)
    else:
        kept = Digits(count + 8)
        kept.rounded(value, count)
        kept.append_to(result, 0, kept.exponent)


def append_half(result: TextBuilder, exact: Digits, point: int) -> None:
    """Append 10 to the power of `point` if the number is more than half of it, else 0 (a tie goes to the even zero)."""
    exact.trim()
    first = load_byte(exact.data, 0)
    if first > 53 or (first == 53 and exact.size > 1):
        result.append_byte(49)
        exact.size = 0
        exact.append_to(result, 0, point)
    else:
        result.append_byte(48)


# Reading


def parse_float(text: str) -> float:
    """Read a number as `float(text)` does."""
    plain = text._ascii_digits()
    data = plain._data
    start = 0
    end = plain._size
    while start < end and is_blank(load_byte(data, start)):
        start += 1
    while end > start and is_blank(load_byte(data, end - 1)):
        end -= 1
    negative = False
    if start < end and (load_byte(data, start) == 43 or load_byte(data, start) == 45):
        negative = load_byte(data, start) == 45
        start += 1
    result = 0.0
    if is_number(data, start, end):
        result = parse_digits(data, start, end)
    elif is_word(data, start, end, "inf") or is_word(data, start, end, "infinity"):
        result = float_from_bits(0x7FF0000000000000)
    elif is_word(data, start, end, "nan"):
        result = float_from_bits(0x7FF8000000000000)
    else:
        raise_value_error("could not convert string to float: " + repr(text))
    if negative:
        return -result
    return result


def parse_digits(data: Ptr[u8], start: int, end: int) -> float:
    """Read a valid number, underscores aside."""
    plain = TextBuilder()
    index = start
    while index < end:
        byte = load_byte(data, index)
        if byte != 95:
            plain.append_byte(byte)
        index += 1
    return read_float(plain)


def read_float(text: TextBuilder) -> float:
    """Read what is a number."""
    place = ptr_cast[float](alloc(8))
    float_parse(text._data, text._size, place)
    result = ptr_load(place, 0)
    free(ptr_cast[u8](place))
    return result


def is_word(data: Ptr[u8], start: int, end: int, word: str) -> bool:
    """Say whether the text is `word`, in letters of either case."""
    if end - start != word._size:
        return False
    index = 0
    while index < word._size:
        if (load_byte(data, start + index) | 32) != load_byte(word._data, index):
            return False
        index += 1
    return True


def skip_digits(data: Ptr[u8], index: int, end: int) -> int:
    """Give the index behind the digits at `index`, which single underscores may divide."""
    while index < end:
        byte = load_byte(data, index)
        if not 48 <= byte <= 57:
            divides = byte == 95 and index + 1 < end and 48 <= load_byte(data, index + 1) <= 57
            if not divides or not 48 <= load_byte(data, index - 1) <= 57:
                return index
        index += 1
    return index


def is_number(data: Ptr[u8], start: int, end: int) -> bool:
    """Say whether the text is digits with at most one point, and perhaps an exponent."""
    if start < end and load_byte(data, start) == 95:
        return False
    index = skip_digits(data, start, end)
    has_digits = index > start
    if index < end and load_byte(data, index) == 46:
        index += 1
        if index < end and load_byte(data, index) == 95:
            return False
        behind = skip_digits(data, index, end)
        has_digits = has_digits or behind > index
        index = behind
    if not has_digits:
        return False
    if index < end and (load_byte(data, index) | 32) == 101:
        index += 1
        if index < end and (load_byte(data, index) == 43 or load_byte(data, index) == 45):
            index += 1
        if index >= end or load_byte(data, index) == 95:
            return False
        first = index
        index = skip_digits(data, index, end)
        if index == first:
            return False
    return index == end
