"""Tuples: values of a fixed number of elements, each with a type of its own. The loops are unrolled at compile time."""

from pyc import inline, unroll
from pyc.unsafe import shift_left, shift_right, wrapping_add, wrapping_mul

from ._text import TextBuilder
from .errors import raise_index_error, raise_value_error

# Tuples are hashed as CPython does (xxHash), so that the hash of numbers is the same.
HASH_START = 2870177450012600261


class tuple:
    """A sequence that can't change."""

    # Being a sequence

    def __bool__(self) -> bool:
        return len(self) != 0

    def __iter__(self):
        return self._to_list().__iter__()

    def __reversed__(self):
        return self._to_list().__reversed__()

    def _to_list(self):
        items = []
        for item in unroll(self):
            items.append(item)
        return items

    def __getitem__(self, index: int):
        position = index
        if position < 0:
            position = position + len(self)
        if position < 0 or position >= len(self):
            raise_index_error("tuple index out of range")
        for place in unroll(range(len(self))):
            if position == place:
                return self[place]
        raise IndexError("tuple index out of range")

    def __contains__(self, value) -> bool:
        for item in unroll(self):
            if item == value:
                return True
        return False

    # Searching

    def index(self, value, start: int = 0, stop: int = 9223372036854775807) -> int:
        """Give the index of the first element, from `start` and before `stop`, that equals `value`."""
        first = max(start + len(self), 0) if start < 0 else start
        end = stop + len(self) if stop < 0 else stop
        position = 0
        for item in unroll(self):
            if first <= position < end and item == value:
                return position
            position = position + 1
        raise_value_error("tuple.index(x): x not in tuple")
        return -1

    def count(self, value) -> int:
        """Count the elements that equal `value`."""
        result = 0
        for item in unroll(self):
            if item == value:
                result = result + 1
        return result

    # Comparison and hashing

    def __eq__(self, other) -> bool:
        if len(self) != len(other):
            return False
        else:
            for place in unroll(range(len(self))):
                if not (self[place] == other[place]):
                    return False
            return True

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __lt__(self, other) -> bool:
        for place in unroll(range(len(self))):
            if place >= len(other):
                return False
            elif not (self[place] == other[place]):
                return self[place] < other[place]
        return len(self) < len(other)

    def __le__(self, other) -> bool:
        for place in unroll(range(len(self))):
            if place >= len(other):
                return False
            elif not (self[place] == other[place]):
                return self[place] <= other[place]
        return len(self) <= len(other)

    def __gt__(self, other) -> bool:
        for place in unroll(range(len(self))):
            if place >= len(other):
                return True
            elif not (self[place] == other[place]):
                return self[place] > other[place]
        return len(self) > len(other)

    def __ge__(self, other) -> bool:
        for place in unroll(range(len(self))):
            if place >= len(other):
                return True
            elif not (self[place] == other[place]):
                return self[place] >= other[place]
        return len(self) >= len(other)

    def __hash__(self) -> int:
        state = HASH_START
        for item in unroll(self):
            state = mix(state, hash(item))
        return hash_end(state, len(self))

    # Text

    def __repr__(self) -> str:
        result = TextBuilder()
        result.append_byte(40)
        first = True
        for item in unroll(self):
            if not first:
                result.append(", ")
            first = False
            result.append(repr(item))
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


@inline
def mix(state: int, hashed: int) -> int:
    """Take one more hash into that of a tuple."""
    state = wrapping_add(state, wrapping_mul(hashed, -4417276706812531889))
    # Rotates by 31 bits.
    state = shift_left(state, 31) | (shift_right(state, 33) & 0x7FFFFFFF)
    return wrapping_mul(state, -7046029288634856825)


@inline
def hash_end(state: int, count: int) -> int:
    """Give the hash of a tuple from what all elements made."""
    result = wrapping_add(state, count ^ (HASH_START ^ 3527539))
    return 1546275796 if result == -1 else result
