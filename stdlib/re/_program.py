"""Patterns as the runtime has them."""

from builtins._decode import text_from_bytes

from pyc._library import regex_compile, regex_error, regex_flags, regex_free, regex_groups, regex_name
from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, ptr_cast, ptr_is_null, ptr_load, ptr_null

from ._error import error

# A flag of patterns: they are bytes.
BYTES = 4294967296


class Program:
    """A pattern as the runtime has it."""

    regex: Ptr[u8]
    groups: int
    flags: int
    names: dict[str, int]
    slots: Ptr[int]

    def __init__(self, pattern: str, flags: int) -> None:
        self.slots = ptr_null[int]()
        if flags & BYTES != 0:
            encoded = pattern.encode("latin-1")
            self.regex = regex_compile(encoded._items._items, len(encoded), flags)
        else:
            self.regex = regex_compile(pattern._data, pattern._size, flags)
        self._check(pattern)
        self.groups = regex_groups(self.regex)
        self.flags = regex_flags(self.regex)
        self.slots = ptr_cast[int](alloc(8 * (2 * self.groups + 3)))
        self.names = {}
        for group in range(1, self.groups + 1):
            address = ptr_cast[Ptr[u8]](self.slots)
            size = regex_name(self.regex, group, address)
            if size > 0:
                name = ptr_load(address, 0)
                self.names[text_from_bytes(name, size)] = group

    def _check(self, pattern: str) -> None:
        words = ptr_cast[int](alloc(32))
        if not regex_error(self.regex, words):
            free(ptr_cast[u8](words))
            return
        text = text_from_bytes(ptr_load(ptr_cast[Ptr[u8]](words), 0), ptr_load(words, 1))
        position = ptr_load(words, 2)
        kind = ptr_load(words, 3)
        free(ptr_cast[u8](words))
        if kind == 1:
            raise OverflowError(text)
        if kind == 2:
            raise ValueError(text)
        if kind == 3:
            raise RecursionError(text)
        raise error(text, None if position < 0 else pattern, None if position < 0 else position)

    def __destroy__(self) -> None:
        if not ptr_is_null(self.regex):
            regex_free(self.regex)
        if not ptr_is_null(self.slots):
            free(ptr_cast[u8](self.slots))

    def number(self, group) -> int:
        """Give the number of a group from its number or name."""
        if isinstance(group, str):
            found = self.names.get(group)
            if found is not None:
                return found
        elif 0 <= int(group) <= self.groups:
            return int(group)
        raise IndexError("no such group")


_programs: dict[tuple[str, int], Program] = {}
# As many patterns as CPython remembers.
_MOST = 512


def remembered(pattern: str, flags: int) -> Program:
    """Read a pattern if it is not among those that were read."""
    key = (pattern, flags)
    known = _programs.get(key)
    if known is not None:
        return known
    made = Program(pattern, flags)
    if len(_programs) >= _MOST:
        _programs.clear()
    _programs[key] = made
    return made


def program_of(pattern, flags: int) -> Program:
    """Read a pattern, or remember it."""
    if isinstance(pattern, str):
        return remembered(pattern, flags)
    elif isinstance(pattern, bytes):
        return remembered(pattern.decode("latin-1"), flags | BYTES)
    else:
        raise TypeError("first argument must be string or compiled pattern")


def forget_programs() -> None:
    """Forget all patterns."""
    _programs.clear()
