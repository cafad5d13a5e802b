"""Slices as values."""

from pyc import inline, noinline, struct
from pyc.unsafe import wrapping_add, wrapping_sub

from .errors import raise_type_error, raise_value_error

MOST = 0x7FFFFFFFFFFFFFFF


@struct
class slice:
    """What stands between the brackets of `x[start:stop:step]`."""

    start: int | None
    stop: int | None
    step: int | None

    def indices(self, length: int) -> tuple[int, int, int]:
        """Give start, stop and step for a sequence of some length, in range."""
        step = slice_step(self.step)
        start = slice_start(self.start, length, step)
        stop = slice_stop(self.stop, length, step)
        return (start, stop, step)

    def __repr__(self) -> str:
        return "slice(" + repr(self.start) + ", " + repr(self.stop) + ", " + repr(self.step) + ")"


@inline
def as_index(index, what: str) -> int:
    """Give an index as an `int`; `what` is the kind of sequence, for the message."""
    if isinstance(index, bool):
        return int(index)
    elif isinstance(index, int):
        return index
    elif isinstance(index, float):
        return refuse_index(what, "float")
    elif isinstance(index, str):
        return refuse_index(what, "str")
    elif index is None:
        return refuse_index(what, "NoneType")
    else:
        return index.__index__()


@noinline
def refuse_index(what: str, name: str) -> int:
    """Raise the error of an index of a type that is none. What calls it goes on with a number, as far as types tell."""
    if what == "string":
        raise_type_error(what + " indices must be integers, not '" + name + "'")
    raise TypeError(what + " indices must be integers or slices, not " + name)


def slice_step(step: int | None) -> int:
    """Give the step of a slice."""
    if step is None:
        return 1
    if step == 0:
        raise_value_error("slice step cannot be zero")
    return step


@inline
def clamp_index(index: int, length: int) -> int:
    """Give an index of a slice with step 1, from 0 to `length`."""
    if index < 0:
        from_end = wrapping_add(index, length)
        if from_end < 0:
            return 0
        return from_end
    if index > length:
        return length
    return index


@inline
def slice_low(start: int | None, length: int) -> int:
    """Give where a slice with step 1 begins."""
    if start is None:
        return 0
    return clamp_index(start, length)


@inline
def slice_high(stop: int | None, length: int) -> int:
    """Give where a slice with step 1 ends."""
    if stop is None:
        return length
    return clamp_index(stop, length)


def slice_start(start: int | None, length: int, step: int) -> int:
    """Give where a slice begins."""
    if start is None:
        if step < 0:
            return wrapping_sub(length, 1)
        return 0
    return clamp_bound(start, length, step)


def slice_stop(stop: int | None, length: int, step: int) -> int:
    """Give where a slice ends."""
    if stop is None:
        if step < 0:
            return -1
        return length
    return clamp_bound(stop, length, step)


def clamp_bound(index: int, length: int, step: int) -> int:
    """Give a bound of a slice with any step."""
    if index < 0:
        from_end = wrapping_add(index, length)
        if from_end < 0:
            if step < 0:
                return -1
            return 0
        return from_end
    if index >= length:
        if step < 0:
            return wrapping_sub(length, 1)
        return length
    return index


def slice_length(start: int, stop: int, step: int) -> int:
    """Count the elements from `start` to before `stop`."""
    if step < 0:
        start, stop = stop, start
    if start >= stop:
        return 0
    if step == 1 or step == -1:
        return stop - start
    return (stop - start - 1) // abs_step(step) + 1


@inline
def abs_step(step: int) -> int:
    """Give how far a step goes; the longest goes farther than any sequence."""
    if step >= 0:
        return step
    return MOST if step == -MOST - 1 else -step
