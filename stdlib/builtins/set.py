"""Sets: dictionaries without values."""

from pyc import inline

from ._text import TextBuilder
from .dict import DictKeyIterator


class set[T]:
    """A collection of different elements."""

    _entries: dict[T, None]

    # Making

    def __init__(self) -> None:
        self._entries = dict[T, None]()

    @staticmethod
    def _new(iterable):
        result = set()
        for item in iterable:
            result.add(item)
        return result

    @staticmethod
    def _with_capacity(capacity: int) -> set[T]:
        return set[T]()

    def copy(self) -> set[T]:
        """Give a new set of the same elements."""
        result = set[T]()
        result._entries = self._entries.copy()
        return result

    # Being a collection

    @inline
    def __len__(self) -> int:
        return len(self._entries)

    @inline
    def __bool__(self) -> bool:
        return len(self._entries) != 0

    @inline
    def __iter__(self) -> DictKeyIterator[T, None]:
        return self._entries.__iter__()

    @inline
    def __contains__(self, item: T) -> bool:
        return self._entries.__contains__(item)

    # Changing

    @inline
    def add(self, item: T) -> None:
        """Add an element."""
        self._entries[item] = None

    def remove(self, item: T) -> None:
        """Remove an element that must be there."""
        del self._entries[item]

    def discard(self, item: T) -> None:
        """Remove an element if it is there."""
        if item in self._entries:
            del self._entries[item]

    def pop(self) -> T:
        """Remove an element and give it."""
        if len(self._entries) == 0:
            raise KeyError("pop from an empty set")
        item, _ = self._entries.popitem()
        return item

    def clear(self) -> None:
        """Remove all elements."""
        self._entries.clear()

    def update(self, iterable) -> None:
        """Add all elements of an iterable."""
        for item in iterable:
            self.add(item)

    # Together

    def union(self, other) -> set[T]:
        """Give the elements of either."""
        result = self.copy()
        result.update(other)
        return result

    def intersection(self, other) -> set[T]:
        """Give the elements of both."""
        result = set[T]()
        for item in other:
            if item in self._entries:
                result.add(item)
        return result

    def difference(self, other) -> set[T]:
        """Give the elements that are not in the other."""
        result = self.copy()
        for item in other:
            result.discard(item)
        return result

    def symmetric_difference(self, other) -> set[T]:
        """Give the elements of one alone."""
        result = self.copy()
        for item in other:
            if item in self._entries:
                result.discard(item)
            else:
                result.add(item)
        return result

    def __or__(self, other: set[T]) -> set[T]:
        return self.union(other)

    def __and__(self, other: set[T]) -> set[T]:
        return self.intersection(other)

    def __sub__(self, other: set[T]) -> set[T]:
        return self.difference(other)

    def __xor__(self, other: set[T]) -> set[T]:
        return self.symmetric_difference(other)

    # Comparison

    def issubset(self, other: set[T]) -> bool:
        """Say whether all elements are in the other."""
        for item in self:
            if item not in other:
                return False
        return True

    def issuperset(self, other: set[T]) -> bool:
        """Say whether all elements of the other are here."""
        return other.issubset(self)

    def isdisjoint(self, other: set[T]) -> bool:
        """Say whether no element is in both."""
        for item in other:
            if item in self._entries:
                return False
        return True

    def __eq__(self, other) -> bool:
        if not isinstance(other, set):
            return False
        else:
            return len(self) == len(other) and self.issubset(other)

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __le__(self, other: set[T]) -> bool:
        return self.issubset(other)

    def __lt__(self, other: set[T]) -> bool:
        return len(self) < len(other) and self.issubset(other)

    def __ge__(self, other: set[T]) -> bool:
        return other.issubset(self)

    def __gt__(self, other: set[T]) -> bool:
        return len(other) < len(self) and other.issubset(self)

    # Text

    def __repr__(self) -> str:
        if len(self._entries) == 0:
            return "set()"
        result = TextBuilder()
        result.append_byte(123)
        first = True
        for item in self:
            if not first:
                result.append(", ")
            first = False
            result.append(repr(item))
        result.append_byte(125)
        return result.finish()
