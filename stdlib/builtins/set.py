"""Sets that can change."""

from pyc import inline, unroll
from pyc.unsafe import new_object

from ._set_operations import (
    add_all,
    copy_of,
    difference,
    has_all,
    has_none,
    intersection,
    is_part,
    items_text,
    remove_all,
    toggle_all,
)
from ._set_table import SetIterator, SetTable
from .errors import raise_key_error


class set[T]:
    """A collection of different elements."""

    _table: SetTable[T]

    # Making

    def __init__(self) -> None:
        self._table = SetTable[T]()

    @staticmethod
    def _new(iterable):
        if isinstance(iterable, (set, frozenset)):
            return set_of(copy_of(iterable._table))
        else:
            result = set()
            if isinstance(iterable, dict):
                result._table.make_room(len(iterable))
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
        return set_of(copy_of(self._table))

    def __copy__(self) -> set[T]:
        return set_of(copy_of(self._table))

    # Being a collection

    @inline
    def __len__(self) -> int:
        return self._table._used

    @inline
    def __bool__(self) -> bool:
        return self._table._used != 0

    @inline
    def __iter__(self) -> SetIterator[T]:
        return SetIterator[T](self._table, 0, self._table._used)

    @inline
    def __contains__(self, item) -> bool:
        return self._table.contains(item)

    # Changing

    @inline
    def add(self, item: T) -> None:
        """Add an element."""
        self._table.add(item)

    def remove(self, item) -> None:
        """Remove an element that must be there."""
        if not self._table.discard(item):
            raise_key_error(item)

    def discard(self, item) -> None:
        """Remove an element if it is there."""
        self._table.discard(item)

    def pop(self) -> T:
        """Remove an element and give it."""
        return self._table.pop()

    def clear(self) -> None:
        """Remove all elements."""
        self._table.clear()

    def update(self, *iterables) -> None:
        """Add all elements of iterables."""
        for iterable in unroll(iterables):
            add_all(self._table, iterable)

    def intersection_update(self, *iterables) -> None:
        """Keep the elements that are in all of the others."""
        self._table.take_over(self.intersection(*iterables)._table)

    def difference_update(self, *iterables) -> None:
        """Remove the elements of the others."""
        for iterable in unroll(iterables):
            remove_all(self._table, iterable)

    def symmetric_difference_update(self, iterable) -> None:
        """Remove the elements of the other that are here, and add its others."""
        toggle_all(self._table, iterable)

    # Together

    def union(self, *iterables) -> set[T]:
        """Give the elements of any."""
        result = self.copy()
        for iterable in unroll(iterables):
            add_all(result._table, iterable)
        return result

    def intersection(self, *iterables) -> set[T]:
        """Give the elements that are in all."""
        if len(iterables) == 0:
            return self.copy()
        table = self._table
        for iterable in unroll(iterables):
            table = intersection(table, iterable)
        return set_of(table)

    def difference(self, *iterables) -> set[T]:
        """Give the elements that are in no other."""
        if len(iterables) == 0:
            return self.copy()
        else:
            table = difference(self._table, iterables[0])
            for place in unroll(range(1, len(iterables))):
                remove_all(table, iterables[place])
            return set_of(table)

    def symmetric_difference(self, iterable) -> set[T]:
        """Give the elements of one alone."""
        result = SetTable[T]()
        add_all(result, iterable)
        toggle_all(result, self)
        return set_of(result)

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
            return is_part(self._table, iterable._table)
        else:
            return is_part(self._table, set(iterable)._table)

    def issuperset(self, iterable) -> bool:
        """Say whether all elements of the other are here."""
        return has_all(self._table, iterable)

    def isdisjoint(self, iterable) -> bool:
        """Say whether no element is in both."""
        return has_none(self._table, iterable)

    def __eq__(self, other) -> bool:
        if not isinstance(other, (set, frozenset)):
            return False
        else:
            return len(self) == len(other) and is_part(self._table, other._table)

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __le__(self, other: set[T] | frozenset[T]) -> bool:
        return is_part(self._table, other._table)

    def __lt__(self, other: set[T] | frozenset[T]) -> bool:
        return len(self) < len(other) and is_part(self._table, other._table)

    def __ge__(self, other: set[T] | frozenset[T]) -> bool:
        return is_part(other._table, self._table)

    def __gt__(self, other: set[T] | frozenset[T]) -> bool:
        return len(other) < len(self) and is_part(other._table, self._table)

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'set'")

    # Text

    def __repr__(self) -> str:
        return items_text(self._table) if len(self) > 0 else "set()"


def set_of[T](table: SetTable[T]) -> set[T]:
    """Give the set whose elements are in a table."""
    result = new_object[set[T]](0)
    result._table = table
    return result
