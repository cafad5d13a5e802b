"""Room for what a program asks for: sizes that come from its input may be more than there is."""

from pyc import inline, noinline
from pyc._runtime import has_memory

# Less than this many elements is not worth asking for.
LARGE = 0x1000000
MOST = 0x7FFFFFFFFFFFFFFF


@inline
def room(count: int, width: int) -> int:
    """Give the bytes that `count` elements of `width` bytes take; raise `MemoryError` where there are not as many."""
    if count > LARGE:
        _check(count, width)
    return count * width


@noinline
def _check(count: int, width: int) -> None:
    if count > MOST // (width + 1) or not has_memory(count * width):
        raise MemoryError()


@inline
def repeated(count: int, times: int) -> int:
    """Give the number of elements that `times` repetitions of `count` elements have."""
    if times > LARGE and count > MOST // times:
        raise MemoryError()
    return count * times
