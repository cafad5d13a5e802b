"""Calls from CPython: which argument is for which parameter, and what is wrong with a call, in CPython's words."""

from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, ptr_cast, ptr_null, size_of

from ._api import tuple_get, tuple_size
from ._exceptions import fail
from ._objects import Mismatch, Unfit, text_of


class Signature:
    """What a function takes."""

    _name: str
    _names: list[str]
    # What each argument must be, as messages say it.
    _types: list[str]
    _required: list[bool]
    # How many parameters are by position alone, and how many can be by position.
    _positional_only: int
    _positional: int
    _slots: Ptr[Ptr[u8]]

    def __init__(
        self, name: str, names: list[str], types: list[str], required: list[bool], positional_only: int, positional: int
    ) -> None:
        self._name = name
        self._names = names
        self._types = types
        self._required = required
        self._positional_only = positional_only
        self._positional = positional
        self._slots = ptr_cast[Ptr[u8]](alloc(len(names) * size_of[Ptr[u8]]()))

    def bind(self, args: Ptr[Ptr[u8]], count: int, keywords: Ptr[u8]) -> Ptr[Ptr[u8]]:
        """Give the argument of each parameter, null where the default is meant. They are to be read before the next call."""
        if count == len(self._names) and count == self._positional and not keywords:
            return args
        for index in range(len(self._names)):
            self._slots[index] = args[index] if index < count and index < self._positional else ptr_null[u8]()
        if keywords:
            for index in range(tuple_size(keywords)):
                self._bind_keyword(text_of(tuple_get(keywords, index)), args[count + index])
        if count > self._positional:
            self._too_many(count)
        self._check_missing("positional", 0, self._positional)
        self._check_missing("keyword-only", self._positional, len(self._names))
        return self._slots

    def _bind_keyword(self, name: str, value: Ptr[u8]) -> None:
        for index in range(self._positional_only, len(self._names)):
            if self._names[index] == name:
                if self._slots[index]:
                    raise TypeError(f"{self._name}() got multiple values for argument '{name}'")
                self._slots[index] = value
                return
        if name in self._names:
            raise TypeError(f"{self._name}() got some positional-only arguments passed as keyword arguments: '{name}'")
        raise TypeError(f"{self._name}() got an unexpected keyword argument '{name}'")

    def _too_many(self, count: int):
        most = self._positional
        least = sum([1 for index in range(most) if self._required[index]])
        taken = str(most) if least == most else f"from {least} to {most}"
        plural = "" if least == most == 1 else "s"
        by_keyword = sum([1 for index in range(most, len(self._names)) if self._slots[index]])
        given = str(count)
        if by_keyword > 0:
            given += f" positional argument{'' if count == 1 else 's'} (and {by_keyword} keyword-only argument{'' if by_keyword == 1 else 's'})"
        verb = "was" if count == 1 and by_keyword == 0 else "were"
        raise TypeError(f"{self._name}() takes {taken} positional argument{plural} but {given} {verb} given")

    def _check_missing(self, kind: str, start: int, stop: int) -> None:
        missing: list[str] = []
        for index in range(start, stop):
            if self._required[index] and not self._slots[index]:
                missing.append(f"'{self._names[index]}'")
        if len(missing) > 0:
            plural = "" if len(missing) == 1 else "s"
            raise TypeError(
                f"{self._name}() missing {len(missing)} required {kind} argument{plural}: {enumeration(missing)}"
            )

    def refuse(self, index: int, problem: Mismatch) -> Ptr[u8]:
        """Make the error of an argument of another type Python's; gives null."""
        return fail(TypeError(f"{self._argument(index)} must be {self._types[index]}, not {problem}"))

    def refuse_unfit(self, index: int, problem: Unfit) -> Ptr[u8]:
        """Make the error of an argument that can't be used Python's; gives null."""
        message = f"{self._argument(index)} {problem}"
        if problem.is_buffer_error:
            return fail(BufferError(message))
        return fail(ValueError(message))

    def _argument(self, index: int) -> str:
        return f"{self._name}() argument '{self._names[index]}'"


def enumeration(names: list[str]) -> str:
    """Give names with commas and "and" between them."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return names[0] + " and " + names[1]
    return ", ".join(names[:-1]) + ", and " + names[-1]
