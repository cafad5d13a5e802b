"""Views of dictionaries: their keys, values and pairs, and positions among them."""

from pyc import inline, inout, struct
from pyc.unsafe import ptr_load, wrapping_add


def _backwards(view):
    """Give an iterator from the end of a view."""
    items = list(view)
    items.reverse()
    return items.__iter__()


def _is_part(view, other) -> bool:
    """Say whether all elements are in the other."""
    for item in view:
        if item not in other:
            return False
    return True


@struct
class DictKeyIterator[K, V]:
    """A position among the keys."""

    _dict: dict[K, V]
    _index: int
    _used: int

    @inline
    def __iter__(self) -> DictKeyIterator[K, V]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        self._index = self._dict._next_index(self._index, self._used)
        return self._index < self._dict._end

    @inline
    def __next__(self: inout[Self]) -> K:
        index = self._index
        self._index = wrapping_add(index, 1)
        return ptr_load(self._dict._key_place(index), 0)


@struct
class DictValueIterator[K, V]:
    """A position among the values."""

    _dict: dict[K, V]
    _index: int
    _used: int

    @inline
    def __iter__(self) -> DictValueIterator[K, V]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        self._index = self._dict._next_index(self._index, self._used)
        return self._index < self._dict._end

    @inline
    def __next__(self: inout[Self]) -> V:
        index = self._index
        self._index = wrapping_add(index, 1)
        return ptr_load(self._dict._value_place(index), 0)


@struct
class DictItemIterator[K, V]:
    """A position among the pairs of key and value."""

    _dict: dict[K, V]
    _index: int
    _used: int

    @inline
    def __iter__(self) -> DictItemIterator[K, V]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        self._index = self._dict._next_index(self._index, self._used)
        return self._index < self._dict._end

    @inline
    def __next__(self: inout[Self]) -> tuple[K, V]:
        index = self._index
        self._index = wrapping_add(index, 1)
        return (ptr_load(self._dict._key_place(index), 0), ptr_load(self._dict._value_place(index), 0))


class DictKeys[K, V]:
    """A view of the keys of a dictionary."""

    _dict: dict[K, V]

    @inline
    def __init__(self, source: dict[K, V]) -> None:
        self._dict = source

    @inline
    def __len__(self) -> int:
        return self._dict._used

    @inline
    def __iter__(self) -> DictKeyIterator[K, V]:
        return DictKeyIterator[K, V](self._dict, 0, self._dict._used)

    @inline
    def __contains__(self, key) -> bool:
        return self._dict.__contains__(key)

    def __repr__(self) -> str:
        return "dict_keys(" + repr(list(self)) + ")"

    def __reversed__(self):
        return _backwards(self)

    def __eq__(self, other) -> bool:
        if isinstance(other, (set, frozenset, DictKeys, DictItems)):
            return len(self) == len(other) and _is_part(self, other)
        else:
            return False

    def __le__(self, other) -> bool:
        return len(self) <= len(other) and _is_part(self, other)

    def __lt__(self, other) -> bool:
        return len(self) < len(other) and _is_part(self, other)

    def __ge__(self, other) -> bool:
        return len(self) >= len(other) and _is_part(other, self)

    def __gt__(self, other) -> bool:
        return len(self) > len(other) and _is_part(other, self)

    def __and__(self, other) -> set[K]:
        return set(self).intersection(other)

    def __or__(self, other):
        return set(self) | set(other)

    def __sub__(self, other) -> set[K]:
        result = set(self)
        result.difference_update(other)
        return result

    def __xor__(self, other):
        return set(self) ^ set(other)

    def __rand__(self, other):
        return set(other) & set(self)

    def __ror__(self, other):
        return set(other) | set(self)

    def __rsub__(self, other):
        return set(other) - set(self)

    def __rxor__(self, other):
        return set(other) ^ set(self)

    def isdisjoint(self, other) -> bool:
        """Say whether no element is in the other."""
        return not any([item in self for item in other])


class DictValues[K, V]:
    """A view of the values of a dictionary."""

    _dict: dict[K, V]

    @inline
    def __init__(self, source: dict[K, V]) -> None:
        self._dict = source

    @inline
    def __len__(self) -> int:
        return self._dict._used

    @inline
    def __iter__(self) -> DictValueIterator[K, V]:
        return DictValueIterator[K, V](self._dict, 0, self._dict._used)

    def __repr__(self) -> str:
        return "dict_values(" + repr(list(self)) + ")"

    def __reversed__(self):
        return _backwards(self)


class DictItems[K, V]:
    """A view of the pairs of key and value of a dictionary."""

    _dict: dict[K, V]

    @inline
    def __init__(self, source: dict[K, V]) -> None:
        self._dict = source

    @inline
    def __len__(self) -> int:
        return self._dict._used

    @inline
    def __iter__(self) -> DictItemIterator[K, V]:
        return DictItemIterator[K, V](self._dict, 0, self._dict._used)

    def __contains__(self, item) -> bool:
        key, value = item
        return key in self._dict and self._dict[key] == value

    def __repr__(self) -> str:
        return "dict_items(" + repr(list(self)) + ")"

    def __reversed__(self):
        return _backwards(self)

    def __eq__(self, other) -> bool:
        if isinstance(other, (set, frozenset, DictKeys, DictItems)):
            return len(self) == len(other) and _is_part(self, other)
        else:
            return False

    def __le__(self, other) -> bool:
        return len(self) <= len(other) and _is_part(self, other)

    def __lt__(self, other) -> bool:
        return len(self) < len(other) and _is_part(self, other)

    def __ge__(self, other) -> bool:
        return len(self) >= len(other) and _is_part(other, self)

    def __gt__(self, other) -> bool:
        return len(self) > len(other) and _is_part(other, self)

    def __and__(self, other) -> set[tuple[K, V]]:
        return set(self).intersection(other)

    def __or__(self, other):
        return set(self) | set(other)

    def __sub__(self, other) -> set[tuple[K, V]]:
        result = set(self)
        result.difference_update(other)
        return result

    def __xor__(self, other):
        return set(self) ^ set(other)

    def __rand__(self, other):
        return set(other) & set(self)

    def __ror__(self, other):
        return set(other) | set(self)

    def __rsub__(self, other):
        return set(other) - set(self)

    def __rxor__(self, other):
        return set(other) ^ set(self)

    def isdisjoint(self, other) -> bool:
        """Say whether no element is in the other."""
        return not any([item in self for item in other])
