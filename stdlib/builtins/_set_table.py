"""The table behind sets, which keeps its elements where CPython's does, so that sets are iterated over in the same order.

The table has a power of two of places, each with an element's hash and the element. A hash of `UNUSED` marks a place that
never held one, -1 one whose element is gone. An element is looked for from the place that its hash gives: there and in the
nine places behind it if the table goes on as far, then from another place that all bits of the hash have a share in.
"""

from typing import Self

from pyc import inline, inout, noinline, struct
from pyc.fixed import u8
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    is_same,
    mem_set,
    needs_drop,
    ptr_cast,
    ptr_drop,
    ptr_init,
    ptr_is_null,
    ptr_load,
    ptr_null,
    ptr_offset,
    ptr_take,
    same_object,
    shift_right,
    size_of,
    wrapping_add,
    wrapping_mul,
)

from .errors import raise_runtime_error

# What memory filled with the byte 0x80 holds.
UNUSED = -9187201950435737472
LEAST_SIZE = 8
PROBES = 9


class SetTable[T]:
    """Elements by their hashes."""

    # The hashes of all places, and behind them the elements.
    _hashes: Ptr[int]
    _keys: Ptr[T]
    # The number of places less one.
    _mask: int
    # Places that hold an element, or held one that is gone.
    _fill: int
    _used: int
    # Where to look for an element to remove.
    _finger: int

    def __init__(self) -> None:
        self._finger = 0
        self._set_empty()

    def _set_empty(self) -> None:
        self._hashes = ptr_null[int]()
        self._keys = ptr_null[T]()
        self._mask = LEAST_SIZE - 1
        self._fill = 0
        self._used = 0

    def __destroy__(self) -> None:
        if not ptr_is_null(self._hashes):
            if needs_drop[T]():
                place = 0
                while place <= self._mask:
                    if is_element(ptr_load(self._hashes, place)):
                        ptr_drop(self._keys, place)
                    # The end of an object may not raise.
                    place = wrapping_add(place, 1)
            free(ptr_cast[u8](self._hashes))

    def _allocate(self, mask: int) -> None:
        """Have a table without elements."""
        places = mask + 1
        if places > 0x7FFFFFFFFFFFFF // (size_of[T]() + 8):
            raise MemoryError()
        memory = alloc(places * (size_of[T]() + 8) + 1)
        mem_set(memory, 128, places * 8)
        self._hashes = ptr_cast[int](memory)
        self._keys = ptr_cast[T](ptr_offset(memory, places * 8))
        self._mask = mask
        self._fill = 0
        self._used = 0

    @noinline
    def _resize(self, needed: int) -> None:
        """Move the elements into a table with more than `needed` places."""
        places = LEAST_SIZE
        while places <= needed:
            places = places * 2
        hashes = self._hashes
        keys = self._keys
        mask = self._mask
        used = self._used
        self._allocate(places - 1)
        if ptr_is_null(hashes):
            return
        place = 0
        while place <= mask:
            hashed = ptr_load(hashes, place)
            if is_element(hashed):
                target = self._free_place(hashed)
                ptr_init(self._hashes, target, hashed)
                ptr_init(self._keys, target, ptr_take(keys, place))
            place = wrapping_add(place, 1)
        self._fill = used
        self._used = used
        free(ptr_cast[u8](hashes))

    # Finding

    @inline
    def _hash(self, key) -> int:
        """Give the hash of an element, which is none of the marks."""
        hashed = key.__hash__()
        if isinstance(key, int):
            return hashed
        if hashed == -1:
            return -2
        if hashed == UNUSED:
            return UNUSED + 1
        return hashed

    @inline
    def _find(self, key, hashed: int) -> int:
        """Give the place of an element, or -1."""
        if self._used == 0:
            return -1
        place = hashed & self._mask
        # Most often the first place decides.
        found = ptr_load(self._hashes, place)
        if found == UNUSED:
            return -1
        if found == hashed and ptr_load(self._keys, place) == key:
            return place
        return self._find_further(key, hashed)

    def _find_further(self, key, hashed: int) -> int:
        mask = self._mask
        start = hashed & mask
        perturb = hashed
        while True:
            place = start
            last = last_probe(start, mask)
            while place <= last:
                found = ptr_load(self._hashes, place)
                if found == UNUSED:
                    return -1
                if found == hashed and ptr_load(self._keys, place) == key:
                    return place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    def _free_place(self, hashed: int) -> int:
        """Give the first place for a hash that was never used."""
        mask = self._mask
        start = hashed & mask
        perturb = hashed
        while True:
            place = start
            last = last_probe(start, mask)
            while place <= last:
                if ptr_load(self._hashes, place) == UNUSED:
                    return place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    @inline
    def contains(self, key) -> bool:
        """Say whether an element is there."""
        return self._find(key, self._hash(key)) >= 0

    # Changing

    @inline
    def add(self, key: T) -> None:
        """Add an element."""
        self._add(key, self._hash(key))

    @inline
    def _add(self, key: T, hashed: int) -> None:
        if ptr_is_null(self._hashes):
            self._allocate(self._mask)
        place = hashed & self._mask
        # Most often the first place decides.
        if ptr_load(self._hashes, place) != UNUSED:
            place = self._place_for(key, hashed)
        was = ptr_load(self._hashes, place)
        if not is_element(was):
            ptr_init(self._hashes, place, hashed)
            ptr_init(self._keys, place, key)
            self._used = wrapping_add(self._used, 1)
            if was == UNUSED:
                self._fill = wrapping_add(self._fill, 1)
                if wrapping_mul(self._fill, 5) >= wrapping_mul(self._mask, 3):
                    self._resize(self._used * 2 if self._used > 50000 else self._used * 4)

    def _place_for(self, key: T, hashed: int) -> int:
        """Give the place of an element, or where it is to be put: into the last place passed whose element is gone."""
        mask = self._mask
        start = hashed & mask
        perturb = hashed
        gone = -1
        while True:
            place = start
            last = last_probe(start, mask)
            while place <= last:
                found = ptr_load(self._hashes, place)
                if found == UNUSED:
                    return place if gone < 0 else gone
                if found == hashed and ptr_load(self._keys, place) == key:
                    return place
                if found == -1:
                    gone = place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    def discard(self, key) -> bool:
        """Remove an element and say whether it was there."""
        place = self._find(key, self._hash(key))
        if place < 0:
            return False
        self._take(place)
        return True

    def _take(self, place: int) -> T:
        """Move an element out. Whoever drops it does so when the table is whole."""
        ptr_init(self._hashes, place, -1)
        self._used = wrapping_add(self._used, -1)
        return ptr_take(self._keys, place)

    def pop(self) -> T:
        """Remove the next element and give it."""
        if self._used == 0:
            raise KeyError("pop from an empty set")
        place = self._finger & self._mask
        while not is_element(ptr_load(self._hashes, place)):
            place = place + 1 if place < self._mask else 0
        self._finger = place + 1
        return self._take(place)

    def clear(self) -> None:
        """Remove all elements."""
        # They are released with another table, for that may run code that looks at this one.
        old = SetTable[T]()
        old._hashes = self._hashes
        old._keys = self._keys
        old._mask = self._mask
        self._set_empty()

    def take_over(self, other: SetTable[T]) -> None:
        """Hold the elements of another table in place of one's own; the other gets those."""
        self._hashes, other._hashes = other._hashes, self._hashes
        self._keys, other._keys = other._keys, self._keys
        self._mask, other._mask = other._mask, self._mask
        self._fill, other._fill = other._fill, self._fill
        self._used, other._used = other._used, self._used

    def tidy(self) -> None:
        """Move the elements close together if many places are of such that are gone."""
        if self._fill - self._used > self._mask // 4:
            self._resize(self._used * 2 if self._used > 50000 else self._used * 4)

    # Together

    def make_room(self, count: int) -> None:
        """Grow at once for elements of which few are expected to be there already."""
        if (self._fill + count) * 5 >= self._mask * 3:
            self._resize((self._used + count) * 2)

    def merge(self, other: SetTable[T]) -> None:
        """Add all elements of another table."""
        if same_object(self, other) or other._used == 0:
            return
        self.make_room(other._used)
        if self._fill == 0:
            self._copy_all(other)
            return
        place = other.next(0)
        while place <= other._mask:
            self._add(ptr_load(other._keys, place), ptr_load(other._hashes, place))
            place = other.next(place + 1)

    def _copy_all(self, other: SetTable[T]) -> None:
        """Take over all elements into a table that never had any."""
        if ptr_is_null(self._hashes):
            self._allocate(self._mask)
        keeps_places = self._mask == other._mask and other._fill == other._used
        place = other.next(0)
        while place <= other._mask:
            hashed = ptr_load(other._hashes, place)
            target = place if keeps_places else self._free_place(hashed)
            ptr_init(self._hashes, target, hashed)
            ptr_init(self._keys, target, ptr_load(other._keys, place))
            place = other.next(place + 1)
        self._fill = other._used
        self._used = other._used

    # Iteration

    @inline
    def next(self, place: int) -> int:
        """Give the first place from `place` on that holds an element, or that behind the last."""
        if self._used == 0:
            return wrapping_add(self._mask, 1)
        while place <= self._mask and not is_element(ptr_load(self._hashes, place)):
            place = wrapping_add(place, 1)
        return place

    @inline
    def next_of(self, place: int, used: int) -> int:
        """Give the next place for an iterator over `used` elements."""
        if self._used != used:
            raise_runtime_error("Set changed size during iteration")
        return self.next(place)


@inline
def is_element(hashed: int) -> bool:
    """Say whether this is the hash of an element, not a mark."""
    return hashed != UNUSED and hashed != -1


@inline
def last_probe(start: int, mask: int) -> int:
    """Give the last of the places that lie side by side."""
    return wrapping_add(start, PROBES) if wrapping_add(start, PROBES) <= mask else start


@inline
def next_start(start: int, perturb: int, mask: int) -> int:
    """Give the place to go on from."""
    return wrapping_add(wrapping_add(wrapping_mul(start, 5), 1), perturb) & mask


@struct
class SetIterator[T]:
    """A position among the elements of a set."""

    _table: SetTable[T]
    _place: int
    _used: int

    @inline
    def __iter__(self) -> SetIterator[T]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        self._place = self._table.next_of(self._place, self._used)
        return self._place <= self._table._mask

    @inline
    def __next__(self: inout[Self]) -> T:
        place = self._place
        self._place = wrapping_add(place, 1)
        return ptr_load(self._table._keys, place)
