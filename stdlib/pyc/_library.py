"""What the library takes from the part of the runtime that is linked on demand: declarations only.

A program that calls one of these functions contains that part.
"""

from pyc import extern
from pyc.fixed import u8
from pyc.unsafe import Ptr

# Regular expressions


@extern("pyc_regex_compile")
def regex_compile(pattern: Ptr[u8], size: int, flags: int) -> Ptr[u8]:
    """Read a pattern; what is given, pattern or error, is to be freed."""
    ...


@extern("pyc_regex_free")
def regex_free(regex: Ptr[u8]) -> None:
    """Free a pattern."""
    ...


@extern("pyc_regex_error")
def regex_error(regex: Ptr[u8], words: Ptr[int]) -> bool:
    """Say whether a pattern is an error; write the address and size of its text, its position or -1, and its kind."""
    ...


@extern("pyc_regex_flags")
def regex_flags(regex: Ptr[u8]) -> int:
    """Give the flags of a pattern, with those that it sets itself."""
    ...


@extern("pyc_regex_groups")
def regex_groups(regex: Ptr[u8]) -> int:
    """Give the number of groups."""
    ...


@extern("pyc_regex_name")
def regex_name(regex: Ptr[u8], group: int, address: Ptr[Ptr[u8]]) -> int:
    """Write where the name of a group lies and give its size, or 0."""
    ...


@extern("pyc_regex_search")
def regex_search(regex: Ptr[u8], text: Ptr[u8], size: int, start: int, way: int, slots: Ptr[int]) -> bool:
    """Look for a match; `slots` holds how many places are wanted, and then the places."""
    ...
