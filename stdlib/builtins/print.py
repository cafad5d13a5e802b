"""Printing."""

from pyc import inline, unroll
from pyc._runtime import file_flush, file_write


def print(*args, sep=" ", end="\n", file=None, flush: bool = False) -> None:
    """Write the text of each argument, with `sep` between them and `end` behind."""
    if file is None:
        first = True
        for argument in unroll(args):
            if first:
                first = False
            else:
                write_separator(sep, " ")
            write_text(str(argument))
        write_separator(end, "\n")
        if flush:
            file_flush(1)
    else:
        first = True
        for argument in unroll(args):
            if first:
                first = False
            else:
                file.write(separator(sep, " "))
            file.write(str(argument))
        file.write(separator(end, "\n"))
        if flush:
            file.flush()


@inline
def write_text(text: str) -> None:
    """Write to standard output."""
    file_write(1, text._data, text._size)


@inline
def separator(given, usual: str) -> str:
    """Give a separator, for which `None` stands for the usual one."""
    if given is None:
        return usual
    else:
        return given


@inline
def write_separator(given, usual: str) -> None:
    """Write a separator to standard output."""
    write_text(separator(given, usual))
