"""Capital and small letters."""

from pyc._runtime import unicode_case, unicode_flags
from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, ptr_cast, ptr_load

from ._str_split import previous
from ._text import TextBuilder, decode, load_byte, new_text, step_size, store_byte
from ._unicode import case_ignorable_flag, cased_flag, lower_flag, upper_flag


class CaseMapper:
    """A text in the making, whose letters are mapped."""

    text: TextBuilder
    _codes: Ptr[u8]

    def __init__(self) -> None:
        self.text = TextBuilder()
        # A code point maps to three at most.
        self._codes = alloc(24)

    def __destroy__(self) -> None:
        free(self._codes)

    def append(self, code: int, mapping: int) -> None:
        """Append what a code point maps to: 0 small, 1 capital, 2 title, 3 folded."""
        codes = ptr_cast[int](self._codes)
        count = unicode_case(code, mapping, codes)
        index = 0
        while index < count:
            self.text.append_code(ptr_load(codes, index))
            index += 1


def lower(text: str) -> str:
    """Give a text in small letters."""
    if text._size == text._length:
        return map_ascii(text, 65, 90)
    mapper = CaseMapper()
    index = 0
    while index < text._size:
        append_lower(mapper, text, index)
        index += step_size(load_byte(text._data, index))
    return mapper.text.finish()


def upper(text: str) -> str:
    """Give a text in capital letters."""
    if text._size == text._length:
        return map_ascii(text, 97, 122)
    return map_all(text, 1)


def casefold(text: str) -> str:
    """Give a text in the form that is compared without regard to case."""
    if text._size == text._length:
        return map_ascii(text, 65, 90)
    return map_all(text, 3)


def map_ascii(text: str, first: int, last: int) -> str:
    """Change the case of the letters from `first` to `last`."""
    result = new_text(text._size, text._size)
    index = 0
    while index < text._size:
        byte = load_byte(text._data, index)
        if first <= byte <= last:
            byte = byte ^ 32
        store_byte(result._data, index, byte)
        index += 1
    return result


def map_all(text: str, mapping: int) -> str:
    """Map all characters."""
    mapper = CaseMapper()
    index = 0
    while index < text._size:
        mapper.append(decode(text._data, index), mapping)
        index += step_size(load_byte(text._data, index))
    return mapper.text.finish()


def append_lower(mapper: CaseMapper, text: str, index: int) -> None:
    """Append the small form of the character at `index`: a capital sigma at the end of a word has one of its own."""
    code = decode(text._data, index)
    if code == 0x3A3 and is_final_sigma(text, index):
        mapper.text.append_code(0x3C2)
    else:
        mapper.append(code, 0)


def is_final_sigma(text: str, index: int) -> bool:
    """Say whether a letter is before and none behind, not counting what case ignores."""
    before = index
    flags = case_ignorable_flag()
    while before > 0 and (flags & case_ignorable_flag()) != 0:
        before = previous(text._data, before)
        flags = unicode_flags(decode(text._data, before))
    if (flags & case_ignorable_flag()) != 0 or (flags & cased_flag()) == 0:
        return False
    behind = index + 2
    flags = case_ignorable_flag()
    while behind < text._size and (flags & case_ignorable_flag()) != 0:
        flags = unicode_flags(decode(text._data, behind))
        behind += step_size(load_byte(text._data, behind))
    return (flags & case_ignorable_flag()) != 0 or (flags & cased_flag()) == 0


def swapcase(text: str) -> str:
    """Give a text with the case of all letters changed."""
    mapper = CaseMapper()
    index = 0
    while index < text._size:
        code = decode(text._data, index)
        flags = unicode_flags(code)
        if (flags & upper_flag()) != 0:
            append_lower(mapper, text, index)
        elif (flags & lower_flag()) != 0:
            mapper.append(code, 1)
        else:
            mapper.text.append_code(code)
        index += step_size(load_byte(text._data, index))
    return mapper.text.finish()


def capitalize(text: str) -> str:
    """Give a text with a capital first letter, and small ones behind it."""
    if text._size == 0:
        return text
    mapper = CaseMapper()
    mapper.append(text._code_at(0), 2)
    index = step_size(load_byte(text._data, 0))
    while index < text._size:
        append_lower(mapper, text, index)
        index += step_size(load_byte(text._data, index))
    return mapper.text.finish()


def title(text: str) -> str:
    """Give a text with a capital letter at the start of each word."""
    mapper = CaseMapper()
    inside = False
    index = 0
    while index < text._size:
        code = decode(text._data, index)
        if inside:
            append_lower(mapper, text, index)
        else:
            mapper.append(code, 2)
        inside = (unicode_flags(code) & cased_flag()) != 0
        index += step_size(load_byte(text._data, index))
    return mapper.text.finish()
