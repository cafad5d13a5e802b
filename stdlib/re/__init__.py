"""Regular expressions, with Python's syntax and meaning. The runtime reads patterns and finds matches."""

from ._error import error
from ._flags import RegexFlag
from ._match import Match
from ._pattern import Grouped, Pattern, Plain, Unknown, Wide
from ._program import forget_programs, program_of

__all__ = [
    "A",
    "ASCII",
    "DOTALL",
    "I",
    "IGNORECASE",
    "L",
    "LOCALE",
    "M",
    "MULTILINE",
    "Match",
    "NOFLAG",
    "Pattern",
    "RegexFlag",
    "S",
    "U",
    "UNICODE",
    "VERBOSE",
    "X",
    "compile",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "purge",
    "search",
    "split",
    "sub",
    "subn",
]

NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE  # noqa: E741
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE


def compile(pattern, flags=0):
    """Make a pattern, from a text or from bytes."""
    return _compiled(pattern, flags, Plain())


# Calls of `compile`, `findall` and `split` whose pattern has groups, or is known only at run time, are calls of these: the types of what is found
# depend on it.


def compile_grouped(pattern, flags=0):
    """Make a pattern with one group."""
    return _compiled(pattern, flags, Grouped())


def compile_wide(pattern, flags=0):
    """Make a pattern with several groups."""
    return _compiled(pattern, flags, Wide())


def compile_any(pattern, flags=0):
    """Make a pattern with any number of groups."""
    return _compiled(pattern, flags, Unknown())


def _compiled(pattern, flags, kind):
    if isinstance(pattern, Pattern):
        if int(flags) != 0:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    else:
        return Pattern(pattern, program_of(pattern, int(flags)), kind)


def search(pattern, string, flags=0):
    """Give the first match."""
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    """Give the match at the start."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Give the match of the whole text."""
    return compile(pattern, flags).fullmatch(string)


def findall(pattern, string, flags=0):
    """Give what all matches, or their only groups, have matched."""
    return compile(pattern, flags).findall(string)


def findall_wide(pattern, string, flags=0):
    """Give the groups of all matches."""
    return compile_wide(pattern, flags).findall(string)


def findall_any(pattern, string, flags=0):
    """Give what all matches have matched, or tuples of their groups."""
    return compile_any(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Give all matches that do not overlap."""
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit: int = 0, flags=0):
    """Take a text apart at the matches; what their groups match is kept."""
    return compile(pattern, flags).split(string, maxsplit)


def split_wide(pattern, string, maxsplit: int = 0, flags=0):
    """Take a text apart, with `None` for groups that have matched nothing."""
    return compile_any(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count: int = 0, flags=0):
    """Replace matches by a template, or by what a function gives for each.

    >>> sub(r"(\\w+) (\\w+)", r"\\2 \\1", "hello world")
    'world hello'
    """
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count: int = 0, flags=0):
    """Replace matches; give the text and how many there were."""
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    """Put a backslash before each character that means something in a pattern."""
    if isinstance(pattern, str):
        return "".join(["\\" + letter if letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else letter for letter in pattern])
    else:
        return escape(pattern.decode("latin-1")).encode("latin-1")


def purge() -> None:
    """Forget all patterns."""
    forget_programs()
