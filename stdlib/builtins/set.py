"""Sets that can change."""

from pyc import inline, unroll

from ._set_operations import (
    add_all,
    has_all,
    has_none,
    is_part,
    items_text,
    put_difference,
    put_intersection,
    remove_all,
    toggle_all,
)
from ._set_table import SetTable
from .errors import raise_key_error


class set[T](SetTable[T]):
    """A collection of different elements."""

    # Where to look for an element to pop.
    _finger: int

    # Making

    def __init__(self) -> None:
        super().__init__()
        self._finger = 0

    @staticmethod
    def _new(iterable):
        if isinstance(iterable, (set, frozenset)):
            return copy_of(iterable)
        else:
            result = set()
            if isinstance(iterable, dict):
                result._make_room(len(iterable))
            for item in iterable:
                result.add(item)
            return result

    @staticmethod
    def _with_capacity(capacity: int) -> set[T]:
        return set[T]()

    def _as_constant(self) -> set[T]:
        """Give the set that CPython keeps for a display of constants: it puts the elements in once more."""
        result = set[T]()
        for item in self:
            result.add(item)
        return result

    def _of_constants(self) -> set[T]:
        """Give the set that a display of three or more constants makes: a copy of the one that is kept."""
        return self._as_constant().copy()

    def copy(self) -> set[T]:
        """Give a new set of the same elements."""
        return copy_of(self)

    def __copy__(self) -> set[T]:
        return copy_of(self)

    # Changing

    @inline
    def add(self, item: T) -> None:
        """Add an element."""
        self._add(item)

    def remove(self, item) -> None:
        """Remove an element that must be there."""
        if not self._remove(item):
            raise_key_error(item)

    def discard(self, item) -> None:
        """Remove an element if it is there."""
        self._remove(item)

    def pop(self) -> T:
        """Remove the next element and give it."""
        if len(self) == 0:
            raise KeyError("pop from an empty set")
        place = self.next(self._finger & self._mask)
        if place > self._mask:
            place = self.next(0)
        self._finger = place + 1
        return self._take(place)

    def clear(self) -> None:
        """Remove all elements."""
        self._remove_all()

    def update(self, *iterables) -> None:
        """Add all elements of iterables."""
        for iterable in unroll(iterables):
            add_all(self, iterable)

    def intersection_update(self, *iterables) -> None:
        """Keep the elements that are in all of the others."""
        self._take_over(self.intersection(*iterables))

    def difference_update(self, *iterables) -> None:
        """Remove the elements of the others."""
        for iterable in unroll(iterables):
            remove_all(self, iterable)

    def symmetric_difference_update(self, iterable) -> None:
        """Remove the elements of the other that are here, and add its others."""
        toggle_all(self, iterable)

    # Together

    def union(self, *iterables) -> set[T]:
        """Give the elements of any."""
        result = set[T]()
        result._merge(self)
        for iterable in unroll(iterables):
            add_all(result, iterable)
        return result

    def intersection(self, *iterables) -> set[T]:
        """Give the elements that are in all."""
        if len(iterables) == 0:
            return self.copy()
        result = self
        for iterable in unroll(iterables):
            known = result
            result = set[T]()
            put_intersection(result, known, iterable)
        return result

    def difference(self, *iterables) -> set[T]:
        """Give the elements that are in no other."""
        if len(iterables) == 0:
            return self.copy()
        else:
            result = set[T]()
            put_difference(result, self, iterables[0])
            for place in unroll(range(1, len(iterables))):
                remove_all(result, iterables[place])
            return result

    def symmetric_difference(self, iterable) -> set[T]:
        """Give the elements of one alone."""
        result = set[T]()
        add_all(result, iterable)
        toggle_all(result, self)
        return result

    def __or__(self, other: set[T] | frozenset[T]) -> set[T]:
        return self.union(other)

    def __and__(self, other: set[T] | frozenset[T]) -> set[T]:
        return self.intersection(other)

    def __sub__(self, other: set[T] | frozenset[T]) -> set[T]:
        return self.difference(other)

    def __xor__(self, other: set[T] | frozenset[T]) -> set[T]:
        return self.symmetric_difference(other)

    def __ior__(self, other: set[T] | frozenset[T]) -> set[T]:
        self.update(other)
        return self

    def __iand__(self, other: set[T] | frozenset[T]) -> set[T]:
        self.intersection_update(other)
        return self

    def __isub__(self, other: set[T] | frozenset[T]) -> set[T]:
        self.difference_update(other)
        return self

    def __ixor__(self, other: set[T] | frozenset[T]) -> set[T]:
        self.symmetric_difference_update(other)
        return self

    # Comparison

    def issubset(self, iterable) -> bool:
        """Say whether all elements are in the other."""
        if isinstance(iterable, (set, frozenset)):
            return is_part(self, iterable)
        else:
            return is_part(self, set(iterable))

    def issuperset(self, iterable) -> bool:
        """Say whether all elements of the other are here."""
        return has_all(self, iterable)

    def isdisjoint(self, iterable) -> bool:
        """Say whether no element is in both."""
        return has_none(self, iterable)

    def __eq__(self, other) -> bool:
        if not isinstance(other, (set, frozenset)):
            return False
        else:
            return len(self) == len(other) and is_part(self, other)

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __le__(self, other: set[T] | frozenset[T]) -> bool:
        return is_part(self, other)

    def __lt__(self, other: set[T] | frozenset[T]) -> bool:
        return len(self) < len(other) and is_part(self, other)

    def __ge__(self, other: set[T] | frozenset[T]) -> bool:
        return is_part(other, self)

    def __gt__(self, other: set[T] | frozenset[T]) -> bool:
        return len(other) < len(self) and is_part(other, self)

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'set'")

    # Text

    def __repr__(self) -> str:
        return items_text(self) if len(self) > 0 else "set()"


def copy_of[T](table: SetTable[T]) -> set[T]:
    """Give a new set of the same elements."""
    result = set[T]()
    result._merge(table)
    return result
