"""The properties of code points: bits of what the runtime's `unicode_flags` gives."""

from pyc import inline
from pyc._runtime import unicode_flags


@inline
def alpha_flag() -> int:
    """Give the bit of letters."""
    return 1


@inline
def decimal_flag() -> int:
    """Give the bit of decimal digits."""
    return 2


@inline
def digit_flag() -> int:
    """Give the bit of digits, superscripts included."""
    return 4


@inline
def numeric_flag() -> int:
    """Give the bit of numbers, fractions included."""
    return 8


@inline
def space_flag() -> int:
    """Give the bit of white space."""
    return 16


@inline
def printable_flag() -> int:
    """Give the bit of what `repr` shows as it is."""
    return 32


@inline
def lower_flag() -> int:
    """Give the bit of small letters."""
    return 64


@inline
def upper_flag() -> int:
    """Give the bit of capital letters."""
    return 128


@inline
def title_flag() -> int:
    """Give the bit of title-case letters."""
    return 256


@inline
def cased_flag() -> int:
    """Give the bit of letters that have a case."""
    return 512


@inline
def case_ignorable_flag() -> int:
    """Give the bit of what case mapping looks past."""
    return 1024


@inline
def identifier_start_flag() -> int:
    """Give the bit of what may begin a name."""
    return 2048


@inline
def identifier_part_flag() -> int:
    """Give the bit of what may be in a name."""
    return 4096


@inline
def is_space(code: int) -> bool:
    """Say whether a code point is white space."""
    if code < 128:
        return code == 32 or 9 <= code <= 13 or 28 <= code <= 31
    return (unicode_flags(code) & space_flag()) != 0
