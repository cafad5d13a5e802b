"""Tuples of a number of elements that is known only at run time: `tuple[T, ...]`."""

from pyc import inline

from ._percent import type_name_of
from ._text import TextBuilder
from .slice import as_index, clamp_index
from .tuple import HASH_START, hash_end, mix


class _TupleOf[T]:
    """A sequence that can't change. A list that nobody else has holds the elements."""

    _list: list[T]

    # Making

    def __init__(self, items: list[T]) -> None:
        self._list = items

    # Being a sequence

    @inline
    def __len__(self) -> int:
        return self._list._size

    @inline
    def __bool__(self) -> bool:
        return self._list._size != 0

    def __iter__(self):
        return self._list.__iter__()

    def __reversed__(self):
        return self._list.__reversed__()

    @inline
    def __getitem__(self, index):
        if isinstance(index, slice):
            return _TupleOf(self._list._get_slice(index))
        else:
            position = self._list._position(as_index(index, "tuple"))
            if self._list._is_out(position):
                raise IndexError("tuple index out of range")
            return self._list[position]

    def __contains__(self, value) -> bool:
        return self._list.__contains__(value)

    # Searching

    def index(self, value, start: int = 0, stop: int = 9223372036854775807) -> int:
        """Give the index of the first element that equals `value`."""
        position = clamp_index(start, len(self))
        end = clamp_index(stop, len(self))
        while position < end:
            if self._list[position] == value:
                return position
            position += 1
        raise ValueError("tuple.index(x): x not in tuple")

    def count(self, value) -> int:
        """Count the elements that equal `value`."""
        return self._list.count(value)

    # Operators

    def __add__(self, other):
        check_tuple(other)
        return _joined(self, other)

    def __radd__(self, other):
        check_tuple(other)
        return _joined(other, self)

    def __mul__(self, count: int) -> _TupleOf[T]:
        return _TupleOf(self._list * count)

    def __rmul__(self, count: int) -> _TupleOf[T]:
        return _TupleOf(self._list * count)

    # Comparison and hashing

    def __eq__(self, other) -> bool:
        if not isinstance(other, tuple):
            return False
        elif len(self) != len(other):
            return False
        else:
            place = 0
            for item in other:
                if not (self._list[place] == item):
                    return False
                place += 1
            return True

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __lt__(self, other) -> bool:
        place = 0
        for item in other:
            if place >= len(self):
                return True
            if not (self._list[place] == item):
                return self._list[place] < item
            place += 1
        return False

    def __gt__(self, other) -> bool:
        place = 0
        for item in other:
            if place >= len(self):
                return False
            if not (self._list[place] == item):
                return self._list[place] > item
            place += 1
        return len(self) > place

    def __le__(self, other) -> bool:
        return not self.__gt__(other)

    def __ge__(self, other) -> bool:
        return not self.__lt__(other)

    def __hash__(self) -> int:
        state = HASH_START
        for item in self._list:
            state = mix(state, hash(item))
        return hash_end(state, len(self))

    def __copy__(self) -> _TupleOf[T]:
        return self

    # Text

    def __repr__(self) -> str:
        result = TextBuilder()
        result.append_byte(40)
        for position in range(len(self)):
            if position > 0:
                result.append(", ")
            result.append(repr(self._list[position]))
        if len(self) == 1:
            result.append_byte(44)
        result.append_byte(41)
        return result.finish()

    def __str__(self) -> str:
        return self.__repr__()

    def __format__(self, format_spec: str) -> str:
        if len(format_spec) > 0:
            raise TypeError("unsupported format string passed to tuple.__format__")
        return self.__repr__()


def check_tuple(other) -> None:
    """Raise the error of putting a tuple together with something else."""
    if not isinstance(other, tuple):
        raise TypeError('can only concatenate tuple (not "' + type_name_of(other) + '") to tuple')


def _joined(left, right):
    items = []
    for item in left:
        items.append(item)
    for item in right:
        items.append(item)
    return _TupleOf(items)
