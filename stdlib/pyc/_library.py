"""What the library takes from the part of the runtime that is linked on demand: declarations only.

A program that calls one of these functions contains that part.
"""

from pyc import extern
from pyc.fixed import u8
from pyc.unsafe import Ptr

# Hashes


@extern("pyc_hash_new")
def hash_new(algorithm: int) -> Ptr[u8]:
    """Begin a hash; give null where there is no such algorithm."""
    ...


@extern("pyc_hash_copy")
def hash_copy(state: Ptr[u8]) -> Ptr[u8]:
    """Give another hash of what was hashed so far."""
    ...


@extern("pyc_hash_update")
def hash_update(state: Ptr[u8], data: Ptr[u8], size: int) -> None:
    """Hash some bytes."""
    ...


@extern("pyc_hash_digest")
def hash_digest(state: Ptr[u8], target: Ptr[u8]) -> int:
    """Write the hash of what was hashed so far, of 64 bytes at most; give its size."""
    ...


@extern("pyc_hash_free")
def hash_free(state: Ptr[u8]) -> None:
    """End a hash."""
    ...


# Characters


@extern("pyc_character_properties")
def character_properties(code: int) -> int:
    """Give category, direction, width, whether it is mirrored, and the combining class, as bits of a number."""
    ...


@extern("pyc_character_parts")
def character_parts(code: int, target: Ptr[int]) -> int:
    """Write what a code point is taken apart to, 18 at most; give how many there are, above the number of its kind."""
    ...


@extern("pyc_character_pair")
def character_pair(first: int, second: int) -> int:
    """Give the code point that two are put together to, or -1."""
    ...


@extern("pyc_character_digit")
def character_digit(code: int) -> int:
    """Give the value of a digit that is not decimal, or -1."""
    ...


@extern("pyc_character_number")
def character_number(code: int) -> float:
    """Give the number that a character stands for; no number where it stands for none."""
    ...


@extern("pyc_character_names")
def character_names(words: Ptr[int]) -> None:
    """Write the address and the size of the names of characters, compressed."""
    ...


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


# Compression


@extern("pyc_deflate_new")
def deflate_new(level: int, has_header: bool) -> Ptr[u8]:
    """Begin to compress, with zlib's header or without one."""
    ...


@extern("pyc_deflate_step")
def deflate_step(stream: Ptr[u8], data: Ptr[u8], size: int, flush: int, words: Ptr[int]) -> int:
    """Compress some bytes; write the address and size of what was made, and how much was used. Give 1 at the end, and -1 for an error."""
    ...


@extern("pyc_deflate_free")
def deflate_free(stream: Ptr[u8]) -> None:
    """End a compression."""
    ...


@extern("pyc_inflate_new")
def inflate_new(has_header: bool) -> Ptr[u8]:
    """Begin to read compressed bytes, with zlib's header or without one."""
    ...


@extern("pyc_inflate_step")
def inflate_step(stream: Ptr[u8], data: Ptr[u8], size: int, most: int, words: Ptr[int]) -> int:
    """Read some bytes, and give at most `most` unless that is 0; the rest as for compressing."""
    ...


@extern("pyc_inflate_free")
def inflate_free(stream: Ptr[u8]) -> None:
    """End reading."""
    ...
