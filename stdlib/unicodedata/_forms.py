"""Normal forms: characters taken apart and put together, as Unicode's annex 15 says."""

from pyc._library import character_pair, character_parts, character_properties

# Hangul syllables are made of two or three letters by a rule.
_SYLLABLES = 0xAC00
_LEADING = 0x1100
_VOWELS = 0x1161
_TRAILING = 0x11A7
_VOWEL_COUNT = 21
_TRAILING_COUNT = 28
_SYLLABLE_COUNT = 19 * _VOWEL_COUNT * _TRAILING_COUNT


def normalize(form: str, unistr: str, /) -> str:
    """Give a text in one of the normal forms NFC, NFD, NFKC and NFKD.

    >>> normalize("NFD", "é") == "e\\u0301", normalize("NFKC", "ﬁ²")
    (True, 'fi2')
    """
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        if unistr == "":
            return ""
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    codes = _ordered(_taken_apart(unistr, "K" in form))
    if form.endswith("C"):
        codes = _put_together(codes)
    return "".join([chr(code) for code in codes])


def is_normalized(form: str, unistr: str, /) -> bool:
    """Say whether a text is in a normal form."""
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    return normalize(form, unistr) == unistr


def _taken_apart(text: str, is_compatible: bool) -> list[int]:
    """Give the code points of a text, those that can be taken apart as what they are made of."""
    result: list[int] = []
    parts = [0] * 18
    for letter in text:
        waiting = [ord(letter)]
        while len(waiting) > 0:
            code = waiting.pop()
            place = code - _SYLLABLES
            if 0 <= place < _SYLLABLE_COUNT:
                result.append(_LEADING + place // (_VOWEL_COUNT * _TRAILING_COUNT))
                result.append(_VOWELS + place // _TRAILING_COUNT % _VOWEL_COUNT)
                if place % _TRAILING_COUNT != 0:
                    result.append(_TRAILING + place % _TRAILING_COUNT)
                continue
            found = character_parts(code, parts._items)
            if found == 0 or (found & 255 != 0 and not is_compatible):
                result.append(code)
            else:
                waiting.extend(reversed(parts[: found >> 8]))
    return result


def _combining(code: int) -> int:
    return character_properties(code) >> 14


def _ordered(codes: list[int]) -> list[int]:
    """Sort the marks behind each character by their class; those of one class keep their order."""
    start = 0
    while start < len(codes):
        end = start + 1
        if _combining(codes[start]) != 0:
            while end < len(codes) and _combining(codes[end]) != 0:
                end += 1
            if end - start > 1:
                codes[start:end] = sorted(codes[start:end], key=_combining)
        start = end
    return codes


def _put_together(codes: list[int]) -> list[int]:
    """Put characters and the marks behind them together."""
    result: list[int] = []
    # Where the character lies that marks go to, and the class of the mark before.
    starter = -1
    before = 0
    for code in codes:
        kind = _combining(code)
        if starter >= 0 and (before < kind or (before == 0 and starter == len(result) - 1)):
            pair = _pair(result[starter], code)
            if pair >= 0:
                result[starter] = pair
                continue
        if kind == 0:
            starter = len(result)
        before = kind
        result.append(code)
    return result


def _pair(first: int, second: int) -> int:
    """Give what two code points are put together to, or -1."""
    vowel = second - _VOWELS
    leading = first - _LEADING
    if 0 <= leading < 19 and 0 <= vowel < _VOWEL_COUNT:
        return _SYLLABLES + (leading * _VOWEL_COUNT + vowel) * _TRAILING_COUNT
    place = first - _SYLLABLES
    trailing = second - _TRAILING
    if 0 <= place < _SYLLABLE_COUNT and place % _TRAILING_COUNT == 0 and 0 < trailing < _TRAILING_COUNT:
        return first + trailing
    return character_pair(first, second)
