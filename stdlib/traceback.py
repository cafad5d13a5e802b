"""Texts of tracebacks."""

import sys
from builtins._decode import text_from_bytes
from builtins.exceptions import last_line

from pyc._runtime import traceback_text
from pyc.fixed import u8
from pyc.unsafe import Ptr, free, ptr_cast, ptr_load

__all__ = ["format_exc", "format_exception", "format_exception_only", "print_exc", "print_exception"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Missing:
    """Stands for an argument that is not given."""


def print_exc(*, file=None, chain: bool = True, _handled=None) -> None:
    """Print the exception that is being handled, and how the program came there.

    It has to stand in the `except` itself, for the compiler says which exception that is.
    """
    print_exception(_handled, file=file, chain=chain)


def format_exc(*, chain: bool = True, _handled=None) -> str:
    """Give what `print_exc` prints."""
    return "".join(format_exception(_handled, chain=chain))


def print_exception(exc, /, value=_Missing(), tb=_Missing(), *, file=None, chain: bool = True) -> None:
    """Print an exception, which is the first argument or the second one, and how the program came there."""
    text = "".join(format_exception(exc, value, tb, chain=chain))
    if file is None:
        print(text, end="", file=sys.stderr)
    else:
        print(text, end="", file=file)


def format_exception(exc, /, value=_Missing(), tb=_Missing(), *, chain: bool = True) -> list[str]:
    """Give what `print_exception` prints, in texts that end with a line."""
    if isinstance(value, _Missing):
        return _formatted(exc, chain)
    else:
        return _formatted(value, chain)


def format_exception_only(exc, /, value=_Missing()) -> list[str]:
    """Give what an exception says of itself.

    >>> format_exception_only(ValueError("too large"))
    ['ValueError: too large\\n']
    """
    if isinstance(value, _Missing):
        return _own_lines(exc)
    else:
        return _own_lines(value)


def _formatted(error: BaseException, chain: bool) -> list[str]:
    parts: list[str] = []
    cause = error.__cause__
    context = error.__context__
    if chain and cause is not None:
        parts.extend(_formatted(cause, True))
        parts.append(_CAUSE)
    elif chain and context is not None and not error.__suppress_context__:
        parts.extend(_formatted(context, True))
        parts.append(_CONTEXT)
    parts.extend(_places(error))
    parts.extend(_own_lines(error))
    return parts


def _own_lines(error: BaseException) -> list[str]:
    """Give the name of an exception with its text, and its notes, as texts of their own."""
    lines = last_line(error).splitlines(True)
    notes = error._notes
    # The text of the exception may have several lines, but is one part.
    behind = 0
    if notes is not None:
        for note in notes:
            behind += len(note.split("\n"))
    parts = ["".join(lines[: len(lines) - behind]), *lines[len(lines) - behind :]]
    return [part if part.endswith("\n") else part + "\n" for part in parts]


def _places(error: BaseException) -> list[str]:
    """Give the places that an exception came through, each with its lines."""
    words = [0, 0]
    traceback_text(error, ptr_cast[Ptr[u8]](words._items))
    if words[0] == 0:
        return []
    data = ptr_load(ptr_cast[Ptr[u8]](words._items), 0)
    text = text_from_bytes(data, words[1])
    free(data)
    parts: list[str] = []
    for line in text.splitlines(True):
        if line.startswith("    "):
            parts[-1] += line
        else:
            parts.append(line)
    return parts
