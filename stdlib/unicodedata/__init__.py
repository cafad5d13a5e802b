"""What Unicode 14 says of characters."""

from pyc._library import character_digit, character_number, character_pair, character_parts, character_properties
from pyc._runtime import unicode_decimal

from ._forms import is_normalized, normalize
from ._names import name
from ._single import Missing, code_of

__all__ = [
    "bidirectional",
    "category",
    "combining",
    "decimal",
    "decomposition",
    "digit",
    "east_asian_width",
    "is_normalized",
    "mirrored",
    "name",
    "normalize",
    "numeric",
    "unidata_version",
]

unidata_version = "14.0.0"

_CATEGORIES = "CnLuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoSmScSkSoZsZlZpCcCfCsCo"
_DIRECTIONS = [""] + "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
_WIDTHS = ["N", "Na", "W", "F", "H", "A"]
_KINDS = [""] + (
    "<font> <noBreak> <initial> <medial> <final> <isolated> <circle> <super> <sub> <vertical> <wide> <narrow> <small> <square>"
    " <fraction> <compat>"
).split()


def category(chr: str, /) -> str:
    """Give the general category of a character.

    >>> category("A"), category("é"), category(" "), category("€")
    ('Lu', 'Ll', 'Zs', 'Sc')
    """
    number = character_properties(code_of(chr, "category() argument")) & 31
    return _CATEGORIES[2 * number : 2 * number + 2]


def bidirectional(chr: str, /) -> str:
    """Give the direction that a character is written in."""
    return _DIRECTIONS[character_properties(code_of(chr, "bidirectional() argument")) >> 5 & 31]


def east_asian_width(chr: str, /) -> str:
    """Give the width of a character among ideographs."""
    return _WIDTHS[character_properties(code_of(chr, "east_asian_width() argument")) >> 10 & 7]


def mirrored(chr: str, /) -> int:
    """Say whether a character is mirrored in texts from right to left."""
    return character_properties(code_of(chr, "mirrored() argument")) >> 13 & 1


def combining(chr: str, /) -> int:
    """Give the class of a character that combines with the one before, or 0."""
    return character_properties(code_of(chr, "combining() argument")) >> 14


def decimal(chr: str, default=Missing(), /):
    """Give the value of a decimal digit."""
    value = unicode_decimal(code_of(chr, "decimal() argument 1"))
    if value >= 0:
        return value
    if isinstance(default, Missing):
        raise ValueError("not a decimal")
    else:
        return default


def digit(chr: str, default=Missing(), /):
    """Give the value of a digit, superscripts and the like included."""
    code = code_of(chr, "digit() argument 1")
    value = unicode_decimal(code)
    if value < 0:
        value = character_digit(code)
    if value >= 0:
        return value
    if isinstance(default, Missing):
        raise ValueError("not a digit")
    else:
        return default


def numeric(chr: str, default=Missing(), /):
    """Give the number that a character stands for.

    >>> numeric("½"), numeric("Ⅻ")
    (0.5, 12.0)
    """
    value = character_number(code_of(chr, "numeric() argument 1"))
    if value == value:
        return value
    if isinstance(default, Missing):
        raise ValueError("not a numeric character")
    else:
        return default


def decomposition(chr: str, /) -> str:
    """Give what a character is made of: the kind, unless it means the same, and the code points.

    >>> decomposition("é"), decomposition("²"), decomposition("e")
    ('0065 0301', '<super> 0032', '')
    """
    codes = [0] * 18
    found = character_parts(code_of(chr, "decomposition() argument"), codes._items)
    written = [f"{code:04X}" for code in codes[: found >> 8]]
    if found & 255 != 0:
        written.insert(0, _KINDS[found & 255])
    return " ".join(written)
