"""Regular expressions, with Python's syntax and meaning. The runtime reads patterns and finds matches."""

from ._error import error
from ._flags import RegexFlag
from ._match import Match
from ._pattern import Pattern
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
    if isinstance(pattern, Pattern):
        if int(flags) != 0:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    else:
        return Pattern(pattern, program_of(pattern, int(flags)), pattern)


def compile_wide(pattern, flags=0):
    """Make a pattern with several groups: calls of `compile` with such a literal are calls of this."""
    return Pattern(pattern, program_of(pattern, int(flags)), tuple([pattern]))


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
    """Give the groups of all matches: calls of `findall` with a literal that has several groups are calls of this."""
    return compile_wide(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Give all matches that do not overlap."""
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit: int = 0, flags=0):
    """Take a text apart at the matches; what their groups match is kept."""
    return compile(pattern, flags).split(string, maxsplit)


def split_wide(pattern, string, maxsplit: int = 0, flags=0):
    """Take a text apart, with `None` for groups that have matched nothing: what `split` is for literals with groups."""
    return compile(pattern, flags)._split(string, maxsplit)


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
