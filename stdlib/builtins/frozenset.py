"""Sets that can't change."""

from pyc import unroll

from ._set_operations import (
    add_all,
    has_all,
    has_none,
    hash_of_all,
    is_part,
    items_text,
    put_difference,
    put_intersection,
    remove_all,
    toggle_all,
)
from ._set_table import SetTable


class frozenset[T](SetTable[T]):
    """A collection of different elements."""

    # Of all elements, or -1 as long as nobody asked for it.
    _hash_of_all: int

    # Making

    def __init__(self) -> None:
        super().__init__()
        self._hash_of_all = -1

    @staticmethod
    def _new(iterable):
        if isinstance(iterable, frozenset):
            return iterable
        elif isinstance(iterable, set):
            return frozen_copy(iterable)
        else:
            return frozen(set(iterable))

    def copy(self) -> frozenset[T]:
        """Give the set itself, for none can tell it from another of the same elements."""
        return self

    def __copy__(self) -> frozenset[T]:
        return self

    # Together

    def union(self, *iterables) -> frozenset[T]:
        """Give the elements of any."""
        result = frozenset[T]()
        result._merge(self)
        for iterable in unroll(iterables):
            add_all(result, iterable)
        return result

    def intersection(self, *iterables) -> frozenset[T]:
        """Give the elements that are in all."""
        if len(iterables) == 0:
            return self.copy()
        result = self
        for iterable in unroll(iterables):
            known = result
            result = frozenset[T]()
            put_intersection(result, known, iterable)
        return result

    def difference(self, *iterables) -> frozenset[T]:
        """Give the elements that are in no other."""
        if len(iterables) == 0:
            return self.copy()
        else:
            result = frozenset[T]()
            put_difference(result, self, iterables[0])
            for place in unroll(range(1, len(iterables))):
                remove_all(result, iterables[place])
            return result

    def symmetric_difference(self, iterable) -> frozenset[T]:
        """Give the elements of one alone."""
        result = frozenset[T]()
        add_all(result, iterable)
        toggle_all(result, self)
        return result

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
        if self._hash_of_all == -1:
            self._hash_of_all = hash_of_all(self)
        return self._hash_of_all

    # Text

    def __repr__(self) -> str:
        return "frozenset(" + (items_text(self) if len(self) > 0 else "") + ")"


def frozen_copy[T](table: SetTable[T]) -> frozenset[T]:
    """Give a set of the same elements."""
    result = frozenset[T]()
    result._merge(table)
    return result


def frozen[T](table: SetTable[T]) -> frozenset[T]:
    """Give the elements of a set that nobody else has."""
    result = frozenset[T]()
    result._take_over(table)
    return result
