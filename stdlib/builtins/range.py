"""Ranges of integers."""

from typing import Self

from pyc import inline, inout, struct
from pyc.unsafe import add_overflows, wrapping_add, wrapping_mul

from .errors import raise_index_error, raise_value_error
from .slice import as_index, slice_length


@struct(frozen=True)
class range:
    """The integers from `start` to before `stop`, each `step` on from the one before."""

    start: int
    stop: int
    step: int

    @inline
    def __init__(self: inout[Self], first: int, second=None, step: int = 1) -> None:
        if second is None:
            self.start = 0
            self.stop = first
        else:
            self.start = first
            self.stop = second
        if step == 0:
            raise_value_error("range() arg 3 must not be zero")
        self.step = step

    def __repr__(self) -> str:
        text = "range(" + repr(self.start) + ", " + repr(self.stop)
        if self.step == 1:
            return text + ")"
        return text + ", " + repr(self.step) + ")"

    # Being a sequence

    @inline
    def __len__(self) -> int:
        return slice_length(self.start, self.stop, self.step)

    @inline
    def __bool__(self) -> bool:
        if self.step > 0:
            return self.start < self.stop
        return self.start > self.stop

    @inline
    def __iter__(self) -> RangeIterator:
        return RangeIterator(self.start, self.stop, self.step)

    def __reversed__(self) -> RangeIterator:
        length = len(self)
        last = wrapping_add(self.start, wrapping_mul(length - 1, self.step))
        if length == 0:
            return RangeIterator(0, 0, 1)
        return RangeIterator(last, wrapping_add(self.start, -self.step), -self.step)

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return range(self.start + start * self.step, self.start + stop * self.step, self.step * step)
        else:
            length = len(self)
            position = as_index(index, "range")
            if position < 0:
                position += length
            if position < 0 or position >= length:
                raise_index_error("range object index out of range")
            return self.start + position * self.step

    def __contains__(self, value: int) -> bool:
        if self.step > 0:
            return self.start <= value < self.stop and (value - self.start) % self.step == 0
        return self.stop < value <= self.start and (self.start - value) % -self.step == 0

    def __eq__(self, other: range) -> bool:
        length = len(self)
        if length != len(other):
            return False
        if length == 0:
            return True
        return self.start == other.start and (length == 1 or self.step == other.step)

    def __ne__(self, other: range) -> bool:
        return not self.__eq__(other)

    def __hash__(self) -> int:
        length = len(self)
        if length == 0:
            return hash((0, None, None))
        if length == 1:
            return hash((1, self.start, None))
        return hash((length, self.start, self.step))

    # Searching

    def index(self, value: int) -> int:
        """Give the index of a value."""
        if not self.__contains__(value):
            raise_value_error(repr(value) + " is not in range")
        return (value - self.start) // self.step

    def count(self, value: int) -> int:
        """Give 1 if the value is in the range, else 0."""
        if self.__contains__(value):
            return 1
        return 0


@struct
class RangeIterator:
    """A position in a range."""

    _value: int
    _stop: int
    _step: int

    @inline
    def __iter__(self) -> RangeIterator:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        if self._step > 0:
            return self._value < self._stop
        return self._value > self._stop

    @inline
    def __next__(self: inout[Self]) -> int:
        value = self._value
        # Where the range ends at the limit of `int` the next value must not wrap around.
        if add_overflows(value, self._step):
            self._value = self._stop
        else:
            self._value = wrapping_add(value, self._step)
        return value
