"""What the compiler calls for statements: checks and steps that Python's statements imply."""

from pyc import inline, noinline
from pyc.unsafe import add_overflows, wrapping_add

from .errors import raise_value_error


@inline
def _range_advance(counter: int, stop: int, step: int) -> int:
    """Give the next number of a range, or `stop` where that would leave the range of `int`."""
    if add_overflows(counter, step):
        return stop
    return wrapping_add(counter, step)


@inline
def _check_range_step(step: int) -> None:
    """Raise if a range could not move."""
    if step == 0:
        raise_value_error("range() arg 3 must not be zero")


@inline
def _check_unpack(length: int, wanted: int) -> None:
    """Raise unless there are exactly as many values as targets."""
    if length != wanted:
        _raise_unpack(length, wanted)


@inline
def _check_unpack_at_least(length: int, wanted: int) -> None:
    """Raise unless there are values for all targets but the starred one."""
    if length < wanted:
        message = f"not enough values to unpack (expected at least {wanted}, got {length})"
        raise_value_error(message)


@noinline
def _raise_unpack(length: int, wanted: int) -> None:
    if length < wanted:
        raise_value_error(f"not enough values to unpack (expected {wanted}, got {length})")
    raise_value_error(f"too many values to unpack (expected {wanted})")


def _starred_middle(items, start: int, after: int):
    """Give what a starred target takes: all from `start` but the last `after`."""
    return items[start : len(items) - after]
