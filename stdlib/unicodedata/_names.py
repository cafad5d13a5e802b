"""The names of characters."""

from builtins._text import text_from

from pyc._library import character_names, inflate_free, inflate_new, inflate_step
from pyc.fixed import u8
from pyc.unsafe import Ptr, ptr_cast, ptr_load

from ._single import Missing, code_of

# Letters of Hangul, by which syllables are called.
_LEADING = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ")
_VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ")
_TRAILING = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ")

# The first and the last ideographs of each block.
_IDEOGRAPHS = [
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B738),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
    (0x30000, 0x3134A),
]

# The names that follow no rule, once somebody asks.
_names: dict[int, str] = {}


def name(chr: str, default=Missing(), /):
    """Give the name of a character.

    >>> name("é"), name("한"), name("\\n", "none")
    ('LATIN SMALL LETTER E WITH ACUTE', 'HANGUL SYLLABLE HAN', 'none')
    """
    found = _name_of(code_of(chr, "name() argument 1"))
    if found != "":
        return found
    if isinstance(default, Missing):
        raise ValueError("no such name")
    else:
        return default


def _name_of(code: int) -> str:
    place = code - 0xAC00
    if 0 <= place < 11172:
        return f"HANGUL SYLLABLE {_LEADING[place // 588]}{_VOWELS[place // 28 % 21]}{_TRAILING[place % 28]}"
    for first, last in _IDEOGRAPHS:
        if first <= code <= last:
            return f"CJK UNIFIED IDEOGRAPH-{code:X}"
    if len(_names) == 0:
        _read_names()
    return _names.get(code, "")


def _read_names() -> None:
    words = [0, 0, 0]
    character_names(words._items)
    stream = inflate_new(True)
    inflate_step(stream, ptr_load(ptr_cast[Ptr[u8]](words._items), 0), words[1], 0, words._items)
    text = text_from(ptr_load(ptr_cast[Ptr[u8]](words._items), 0), words[1], words[1])
    inflate_free(stream)
    code = -1
    for line in text.split("\n"):
        code += 1
        # Where code points are left out, the next one stands in front. No name begins with a small letter or a digit.
        if not "A" <= line[0] <= "Z":
            written, line = line.split(" ", 1)
            code = int(written, 16)
        _names[code] = line
