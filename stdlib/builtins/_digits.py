"""Integers as digits, and digits as integers."""

from pyc.fixed import u8
from pyc.unsafe import Ptr, count_ones, leading_zeros, shift_right, trunc_div, wrapping_mul, wrapping_sub

from ._text import load_byte, new_text, store_byte
from .errors import raise_overflow_error, raise_value_error


def decimal_size(value: int) -> int:
    """Give the number of decimal digits, without a sign."""
    size = 1
    rest = trunc_div(value, 10)
    while rest != 0:
        size += 1
        rest = trunc_div(rest, 10)
    return size


def write_decimal(data: Ptr[u8], end: int, value: int) -> None:
    """Write the digits of a number so that they end before `end`."""
    index = end
    rest = value
    while True:
        quotient = trunc_div(rest, 10)
        digit = wrapping_sub(rest, wrapping_mul(quotient, 10))
        if digit < 0:
            digit = -digit
        index -= 1
        store_byte(data, index, 48 + digit)
        rest = quotient
        if rest == 0:
            break


def decimal_repr(value: int) -> str:
    """Give a number in base ten."""
    digits = decimal_size(value)
    if value < 0:
        text = new_text(digits + 1, digits + 1)
        store_byte(text._data, 0, 45)
        write_decimal(text._data, digits + 1, value)
        return text
    text = new_text(digits, digits)
    write_decimal(text._data, digits, value)
    return text


def unsigned_repr(bits: int) -> str:
    """Give the number in base ten that has these bits and no sign."""
    if bits >= 0:
        return decimal_repr(bits)
    # Half of it is in range: 2 * half + lowest bit.
    half = shift_right(bits, 1) & 0x7FFFFFFFFFFFFFFF
    quotient = half // 5
    last = (half - quotient * 5) * 2 + (bits & 1)
    return decimal_repr(quotient) + decimal_repr(last)


def bit_length(value: int) -> int:
    """Give the number of bits of the absolute value."""
    if value < 0:
        return 64 - leading_zeros(wrapping_sub(0, value))
    return 64 - leading_zeros(value)


def bit_count(value: int) -> int:
    """Count the bits that are set in the absolute value."""
    if value < 0:
        return count_ones(wrapping_sub(0, value))
    return count_ones(value)


def binary_digits(value: int, shift: int, letter: int) -> int:
    """Give the number of digits of the absolute value in base `1 << shift`."""
    bits = bit_length(value)
    if bits == 0:
        return 1
    return (bits + shift - 1) // shift


def write_binary(data: Ptr[u8], end: int, value: int, shift: int, letter: int) -> None:
    """Write the absolute value in base `1 << shift` so that it ends before `end`; `letter` is the digit of ten."""
    index = end
    rest = value
    if rest < 0:
        rest = wrapping_sub(0, rest)
    mask = (1 << shift) - 1
    while True:
        digit = rest & mask
        index -= 1
        if digit < 10:
            store_byte(data, index, 48 + digit)
        else:
            store_byte(data, index, letter + digit - 10)
        # The absolute value of the least number has its top bit set: no sign may be shifted in.
        rest = shift_right(rest, shift) & (0x7FFFFFFFFFFFFFFF >> (shift - 1))
        if rest == 0:
            break


def prefixed_repr(value: int, shift: int, letter: int) -> str:
    """Give a number in base `1 << shift` behind `0b`, `0o` or `0x`."""
    digits = binary_digits(value, shift, 97)
    start = 0
    if value < 0:
        start = 1
    size = start + 2 + digits
    text = new_text(size, size)
    if value < 0:
        store_byte(text._data, 0, 45)
    store_byte(text._data, start, 48)
    store_byte(text._data, start + 1, letter)
    write_binary(text._data, size, value, shift, 97)
    return text


def digit_value(byte: int) -> int:
    """Give the value of an ASCII digit of any base; 99 if it is none."""
    if 48 <= byte <= 57:
        return byte - 48
    lower = byte | 32
    if 97 <= lower <= 122:
        return lower - 87
    return 99


def is_blank(byte: int) -> bool:
    """Say whether a byte is white space."""
    return byte == 32 or 9 <= byte <= 13 or 28 <= byte <= 31


def raise_invalid_literal(text: str, base: int):
    """Raise the error of a text that is no integer."""
    raise_value_error("invalid literal for int() with base " + decimal_repr(base) + ": " + repr(text))


def parse_int(original: str, base: int) -> int:
    """Read an integer as `int(text, base)` does."""
    if base != 0 and (base < 2 or base > 36):
        raise_value_error("int() base must be >= 2 and <= 36, or 0")
    text = original._ascii_digits()
    data = text._data
    index = 0
    end = text._size
    while index < end and is_blank(load_byte(data, index)):
        index += 1
    while end > index and is_blank(load_byte(data, end - 1)):
        end -= 1
    negative = False
    if index < end and (load_byte(data, index) == 43 or load_byte(data, index) == 45):
        negative = load_byte(data, index) == 45
        index += 1
    actual = base
    prefix = prefix_base(data, index, end)
    if prefix != 0 and (base == 0 or base == prefix):
        actual = prefix
        index += 2
        # One underscore may follow the prefix.
        if index < end and load_byte(data, index) == 95:
            index += 1
    elif base == 0:
        if index < end and load_byte(data, index) == 48 and not all_zeros(data, index, end):
            raise_invalid_literal(original, base)
        actual = 10
    if not digits_valid(data, index, end, actual):
        raise_invalid_literal(original, base)
    return digits_to_int(data, index, end, actual, negative)


def prefix_base(data: Ptr[u8], index: int, end: int) -> int:
    """Give the base that a prefix such as `0x` names, 0 if there is none."""
    if index + 1 >= end or load_byte(data, index) != 48:
        return 0
    letter = load_byte(data, index + 1) | 32
    if letter == 120:
        return 16
    if letter == 98:
        return 2
    if letter == 111:
        return 8
    return 0


def all_zeros(data: Ptr[u8], index: int, end: int) -> bool:
    """Say whether there are only zeros and underscores."""
    while index < end:
        byte = load_byte(data, index)
        if byte != 48 and byte != 95:
            return False
        index += 1
    return True


def digits_valid(data: Ptr[u8], index: int, end: int, base: int) -> bool:
    """Say whether there are only digits of the base, with single underscores between them."""
    after_digit = False
    while index < end:
        byte = load_byte(data, index)
        if byte == 95:
            if not after_digit:
                return False
            after_digit = False
        else:
            if digit_value(byte) >= base:
                return False
            after_digit = True
        index += 1
    return after_digit


def digits_to_int(data: Ptr[u8], index: int, end: int, base: int, negative: bool) -> int:
    """Read valid digits. Numbers are kept negative on the way, for the least one has no positive counterpart."""
    limit = trunc_div(-9223372036854775807 - 1, base)
    value = 0
    while index < end:
        byte = load_byte(data, index)
        if byte != 95:
            digit = digit_value(byte)
            if value < limit:
                raise_overflow_error("integer overflow")
            value = wrapping_mul(value, base)
            if value < -9223372036854775807 - 1 + digit:
                raise_overflow_error("integer overflow")
            value = wrapping_sub(value, digit)
        index += 1
    if negative:
        return value
    if value == -9223372036854775807 - 1:
        raise_overflow_error("integer overflow")
    return -value
