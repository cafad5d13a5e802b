"""Dictionaries: entries in the order of insertion, found through a table of their numbers.

The table has a power of two of places, each an entry's number, -1 for one never used or -2 for one whose entry is gone.
Above the number, which is less than that of places, are bits of the hash: an entry, which may be far away in memory, is
looked at when they are right. A key is looked for from the place that its hash gives, on to the next ones. Hash, key and
value of an entry lie behind each other, for most often all of them are needed; the hash -1, which no key has, marks an
entry that is gone.
"""

from typing import Self

from pyc import inline, inout, noinline, unroll
from pyc.fixed import i32, u8
from pyc.unsafe import (
    Keywords,
    Ptr,
    alloc,
    free,
    int_cast,
    is_same,
    mem_copy,
    mem_set,
    needs_drop,
    ptr_cast,
    ptr_drop,
    ptr_init,
    ptr_is_null,
    ptr_load,
    ptr_null,
    ptr_offset,
    ptr_store,
    ptr_take,
    realloc,
    shift_right,
    size_of,
    word_text,
    wrapping_add,
    wrapping_mul,
)

from ._dict_views import DictItems, DictKeyIterator, DictKeys, DictValues
from ._text import TextBuilder
from .errors import raise_key_error, raise_runtime_error


class dict[K, V]:
    """A map from keys to values."""

    _table: Ptr[i32]
    # The number of places less one, or -1 where there is no table yet.
    _mask: int
    _entries: Ptr[u8]
    # Entries that are used, those that are gone included.
    _end: int
    # Entries that there is room for.
    _room: int
    _used: int

    # Making and destroying

    def __init__(self) -> None:
        self._set_empty()

    def _set_empty(self) -> None:
        self._table = ptr_null[i32]()
        self._mask = -1
        self._entries = ptr_null[u8]()
        self._end = 0
        self._room = 0
        self._used = 0

    @staticmethod
    def _new(source, /, **entries: Keywords):
        result = {}
        if isinstance(source, dict):
            for key, value in source.items():
                result[key] = value
        elif hasattr(source, "keys"):
            for key in source.keys():
                result[key] = source[key]
        else:
            for key, value in source:
                result[key] = value
        for word, value in unroll(entries):
            result[word_text(word)] = value
        return result

    @staticmethod
    def _with_capacity(capacity: int) -> dict[K, V]:
        result = dict[K, V]()
        if capacity > 5:
            result._rebuild(capacity)
        return result

    @staticmethod
    def fromkeys(iterable, value=None):
        """Give a dictionary with the same value for all keys."""
        result = {}
        for key in iterable:
            result[key] = value
        return result

    def __destroy__(self) -> None:
        if not ptr_is_null(self._table):
            self._drop_entries()
            self._free_arrays()

    def _drop_entries(self) -> None:
        if needs_drop[K]() or needs_drop[V]():
            index = 0
            while index < self._end:
                if self._hash_at(index) != -1:
                    ptr_drop(self._key_place(index), 0)
                    ptr_drop(self._value_place(index), 0)
                # The end of an object may not raise.
                index = wrapping_add(index, 1)

    def _free_arrays(self) -> None:
        free(ptr_cast[u8](self._table))
        free(self._entries)

    def copy(self) -> dict[K, V]:
        """Give a new dictionary of the same entries."""
        result = dict[K, V]()
        if self._used > 0:
            result._rebuild(self._used)
        result.update(self)
        return result

    # Entries

    @inline
    def _value_offset(self) -> int:
        return 8 + ((size_of[K]() + 7) & -8)

    @inline
    def _entry_size(self) -> int:
        return 8 + ((size_of[K]() + 7) & -8) + ((size_of[V]() + 7) & -8)

    @inline
    def _entry(self, index: int) -> Ptr[u8]:
        return ptr_offset(self._entries, wrapping_mul(index, self._entry_size()))

    @inline
    def _hash_place(self, index: int) -> Ptr[int]:
        return ptr_cast[int](self._entry(index))

    @inline
    def _hash_at(self, index: int) -> int:
        return ptr_load(self._hash_place(index), 0)

    @inline
    def _key_place(self, index: int) -> Ptr[K]:
        return ptr_cast[K](ptr_offset(self._entry(index), 8))

    @inline
    def _value_place(self, index: int) -> Ptr[V]:
        return ptr_cast[V](ptr_offset(self._entry(index), self._value_offset()))

    # Room

    @noinline
    def _rebuild(self, needed: int) -> None:
        """Make room for `needed` entries, and forget those that are gone."""
        places = 8
        while places * 2 < needed * 3:
            places = places * 2
        room = places * 2 // 3
        self._compact()
        size = room * self._entry_size()
        self._entries = alloc(size) if ptr_is_null(self._entries) else realloc(self._entries, size)
        self._room = room
        if not ptr_is_null(self._table):
            free(ptr_cast[u8](self._table))
        self._table = ptr_cast[i32](alloc(places * 4))
        self._mask = places - 1
        mem_set(ptr_cast[u8](self._table), 255, places * 4)
        index = 0
        while index < self._end:
            self._link(self._hash_at(index), index)
            index += 1

    def _compact(self) -> None:
        """Close the gaps of entries that are gone."""
        if self._end == self._used:
            return
        target = 0
        index = 0
        while index < self._end:
            hashed = self._hash_at(index)
            if hashed != -1:
                if target != index:
                    # Only bits are copied: no key is counted twice or lost.
                    mem_copy(self._entry(target), self._entry(index), self._entry_size())
                target += 1
            index += 1
        self._end = target

    @inline
    def _link(self, hashed: int, index: int) -> None:
        """Put an entry's number into the first free place for its hash."""
        place = hashed & self._mask
        while int_cast[int](ptr_load(self._table, place)) >= 0:
            place = wrapping_add(place, 1) & self._mask
        ptr_init(self._table, place, int_cast[i32](self._tag(hashed) | index))

    @inline
    def _tag(self, hashed: int) -> int:
        """Give the bits of a hash that stand above an entry's number in the table."""
        return hashed & (self._mask ^ 0x7FFFFFFF)

    # Finding

    @inline
    def _hash[U](self, key: U) -> int:
        """Give a number that equal keys share, whose lower bits differ where the keys do; never -1.

        What is looked up may be of another type than the keys: `2.0` finds `2`.
        """
        if is_same[K, int]():
            if isinstance(key, int):
                return spread(int(key))
            elif isinstance(key, float):
                return spread(int(key)) if -9e18 < key < 9e18 else 0
            else:
                return hash(key)
        elif is_same[K, str]():
            if isinstance(key, str):
                return key.__hash__()
            else:
                return hash(key)
        elif is_same[K, tuple[int, int]]():
            if is_same[U, K]():
                # As places on a grid and pairs of tokens are: they need not the care that `hash` takes.
                return spread(wrapping_mul(key[0], -4417276706812531889) ^ spread(key[1]))
            else:
                return 0
        else:
            return spread(hash(key))

    @inline
    def _matches(self, index: int, hashed: int, key) -> bool:
        """Say whether an entry, which is there, has a certain key."""
        if is_same[K, int]():
            return ptr_load(self._key_place(index), 0) == key
        else:
            return self._hash_at(index) == hashed and ptr_load(self._key_place(index), 0) == key

    @inline
    def _find[U](self, key: U, hashed: int) -> int:
        """Give the number of the entry with a key, or -1."""
        if is_same[K, tuple[int, int]]():
            if not is_same[U, K]():
                return self._scan(key)
        if self._mask < 0:
            return -1
        tag = self._tag(hashed)
        place = hashed & self._mask
        while True:
            found = int_cast[int](ptr_load(self._table, place))
            if found & ~self._mask == tag:
                index = found & self._mask
                if self._matches(index, hashed, key):
                    return index
            elif found == -1:
                return -1
            place = wrapping_add(place, 1) & self._mask

    def _scan(self, key) -> int:
        """Look at all entries for a key of another type than the keys, whose hash says nothing here."""
        index = 0
        while index < self._end:
            if self._hash_at(index) != -1 and ptr_load(self._key_place(index), 0) == key:
                return index
            index += 1
        return -1

    def _find_place(self, index: int, hashed: int) -> int:
        """Give the place of an entry's number."""
        found = self._tag(hashed) | index
        place = hashed & self._mask
        while int_cast[int](ptr_load(self._table, place)) != found:
            place = wrapping_add(place, 1) & self._mask
        return place

    # Being a map

    @inline
    def __len__(self) -> int:
        return self._used

    @inline
    def __bool__(self) -> bool:
        return self._used != 0

    def __getitem__(self, key) -> V:
        index = self._find(key, self._hash(key))
        if index < 0:
            raise_key_error(key)
        return ptr_load(self._value_place(index), 0)

    def __setitem__(self, key: K, value: V) -> None:
        hashed = self._hash(key)
        index = self._find(key, hashed)
        if index >= 0:
            ptr_store(self._value_place(index), 0, value)
        else:
            self._add(key, hashed, value)

    def _add(self, key: K, hashed: int, value: V) -> None:
        """Add an entry whose key is not there."""
        if self._end == self._room:
            self._rebuild(wrapping_add(self._used, self._used) + 4)
        index = self._end
        ptr_init(self._hash_place(index), 0, hashed)
        ptr_init(self._key_place(index), 0, key)
        ptr_init(self._value_place(index), 0, value)
        self._end = wrapping_add(index, 1)
        self._used = wrapping_add(self._used, 1)
        self._link(hashed, index)

    def __delitem__(self, key) -> None:
        hashed = self._hash(key)
        index = self._find(key, hashed)
        if index < 0:
            raise_key_error(key)
        self._unlink(index, self._hash_at(index))
        self._take_entry(index)

    def _take_entry(self, index: int) -> tuple[K, V]:
        """Move out an entry that is unlinked. Whoever drops it does so when the dictionary is whole."""
        return (ptr_take(self._key_place(index), 0), ptr_take(self._value_place(index), 0))

    def _unlink(self, index: int, hashed: int) -> None:
        """Take an entry out; its key and value are still in their places."""
        ptr_init(self._table, self._find_place(index, hashed), int_cast[i32](-2))
        ptr_init(self._hash_place(index), 0, -1)
        self._used -= 1

    def __contains__(self, key) -> bool:
        return self._find(key, self._hash(key)) >= 0

    def get(self, key, default=None):
        """Give the value of a key, or `default`."""
        index = self._find(key, self._hash(key))
        if index < 0:
            return default
        return ptr_load(self._value_place(index), 0)

    def setdefault(self, key: K, default: V = None) -> V:
        """Give the value of a key, which is `default` from now on if there was none."""
        hashed = self._hash(key)
        index = self._find(key, hashed)
        if index >= 0:
            return ptr_load(self._value_place(index), 0)
        self._add(key, hashed, default)
        return default

    # Removing

    def pop(self, key, *default):
        """Remove a key and give its value, or `default`."""
        hashed = self._hash(key)
        index = self._find(key, hashed)
        if index < 0:
            if len(default) == 0:
                raise KeyError(key)
            else:
                return default[0]
        self._unlink(index, self._hash_at(index))
        return self._take_entry(index)[1]

    def popitem(self) -> tuple[K, V]:
        """Remove the entry that was added last and give it."""
        if self._used == 0:
            raise KeyError("popitem(): dictionary is empty")
        index = self._end - 1
        while self._hash_at(index) == -1:
            index -= 1
        self._unlink(index, self._hash_at(index))
        self._end = index
        return self._take_entry(index)

    def clear(self) -> None:
        """Remove all entries."""
        # They are released with another dictionary, for that may run code that looks at this one.
        old = dict[K, V]()
        old._table = self._table
        old._mask = self._mask
        old._entries = self._entries
        old._end = self._end
        old._room = self._room
        old._used = self._used
        self._set_empty()

    # Together

    def update(self, other=(), **entries: Keywords) -> None:
        """Set all entries of another dictionary, or all pairs of an iterable, and those that are given by name."""
        if isinstance(other, dict):
            index = 0
            while index < other._end:
                if other._hash_at(index) != -1:
                    self[ptr_load(other._key_place(index), 0)] = ptr_load(other._value_place(index), 0)
                index += 1
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for word, value in unroll(entries):
            self[word_text(word)] = value

    def __or__(self, other: dict[K, V]) -> dict[K, V]:
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other) -> dict[K, V]:
        self.update(other)
        return self

    def __eq__(self, other) -> bool:
        if not isinstance(other, dict):
            return False
        else:
            if self._used != other._used:
                return False
            index = 0
            while index < self._end:
                hashed = self._hash_at(index)
                if hashed != -1:
                    key = ptr_load(self._key_place(index), 0)
                    found = other._find(key, other._hash(key))
                    if found < 0:
                        return False
                    if not (ptr_load(self._value_place(index), 0) == ptr_load(other._value_place(found), 0)):
                        return False
                index += 1
            return True

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    # Iteration

    @inline
    def __iter__(self) -> DictKeyIterator[K, V]:
        return DictKeyIterator[K, V](self, 0, self._used)

    def __reversed__(self):
        keys = list(self)
        keys.reverse()
        return keys.__iter__()

    @inline
    def keys(self) -> DictKeys[K, V]:
        """Give a view of the keys."""
        return DictKeys[K, V](self)

    @inline
    def values(self) -> DictValues[K, V]:
        """Give a view of the values."""
        return DictValues[K, V](self)

    @inline
    def items(self) -> DictItems[K, V]:
        """Give a view of the pairs of key and value."""
        return DictItems[K, V](self)

    @inline
    def _next_index(self, index: int, used: int) -> int:
        """Give the number of the first entry from `index` on that is not gone, or that behind the last."""
        if self._used != used:
            raise_runtime_error("dictionary changed size during iteration")
        while index < self._end and self._hash_at(index) == -1:
            index = wrapping_add(index, 1)
        return index

    # Text

    def __repr__(self) -> str:
        result = TextBuilder()
        result.append_byte(123)
        first = True
        index = 0
        while index < self._end:
            if self._hash_at(index) != -1:
                if not first:
                    result.append(", ")
                first = False
                result.append(repr(ptr_load(self._key_place(index), 0)))
                result.append(": ")
                result.append(repr(ptr_load(self._value_place(index), 0)))
            index += 1
        result.append_byte(125)
        return result.finish()


@inline
def spread(hashed: int) -> int:
    """Make the lower bits of a hash depend on all of them; give no -1."""
    state = wrapping_mul(hashed, -7046029254386353131)
    state = state ^ shift_right(state, 32)
    if state == -1:
        return -2
    return state
