"""Sets that can't change."""

from pyc import inline, unroll
from pyc.unsafe import new_object

from ._set_operations import (
    add_all,
    copy_of,
    difference,
    has_all,
    has_none,
    hash_of_all,
    intersection,
    is_part,
    items_text,
    remove_all,
    toggle_all,
)
from ._set_table import SetIterator, SetTable


class frozenset[T]:
    """A collection of different elements."""

    _table: SetTable[T]
    # Of all elements, or -1 as long as nobody asked for it.
    _hash: int

    # Making

    def __init__(self) -> None:
        self._table = SetTable[T]()
        self._hash = -1

    @staticmethod
    def _new(iterable):
        if isinstance(iterable, frozenset):
            return iterable
        elif isinstance(iterable, set):
            return frozenset_of(copy_of(iterable._table))
        else:
            return frozenset_of(set(iterable)._table)

    def copy(self) -> frozenset[T]:
        """Give the set itself, for none can tell it from another of the same elements."""
        return self

    def __copy__(self) -> frozenset[T]:
        return self

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

    # Together

    def union(self, *iterables) -> frozenset[T]:
        """Give the elements of any."""
        result = frozenset_of(copy_of(self._table))
        for iterable in unroll(iterables):
            add_all(result._table, iterable)
        return result

    def intersection(self, *iterables) -> frozenset[T]:
        """Give the elements that are in all."""
        if len(iterables) == 0:
            return self.copy()
        table = self._table
        for iterable in unroll(iterables):
            table = intersection(table, iterable)
        return frozenset_of(table)

    def difference(self, *iterables) -> frozenset[T]:
        """Give the elements that are in no other."""
        if len(iterables) == 0:
            return self.copy()
        else:
            table = difference(self._table, iterables[0])
            for place in unroll(range(1, len(iterables))):
                remove_all(table, iterables[place])
            return frozenset_of(table)

    def symmetric_difference(self, iterable) -> frozenset[T]:
        """Give the elements of one alone."""
        result = SetTable[T]()
        add_all(result, iterable)
        toggle_all(result, self)
        return frozenset_of(result)

    def __or__(self, other: set[T] | frozenset[T]) -> frozenset[T]:
        return self.union(other)

    def __and__(self, other: set[T] | frozenset[T]) -> frozenset[T]:
        return self.intersection(other)

    def __sub__(self, other: set[T] | frozenset[T]) -> frozenset[T]:
        return self.difference(other)

    def __xor__(self, other: set[T] | frozenset[T]) -> frozenset[T]:
        return self.symmetric_difference(other)

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
        if self._hash == -1:
            self._hash = hash_of_all(self._table)
        return self._hash

    # Text

    def __repr__(self) -> str:
        return "frozenset(" + (items_text(self._table) if len(self) > 0 else "") + ")"


def frozenset_of[T](table: SetTable[T]) -> frozenset[T]:
    """Give the set whose elements are in a table."""
    result = new_object[frozenset[T]](0)
    result._table = table
    result._hash = -1
    return result
