"""The table behind sets, which keeps its elements where CPython's does, so that sets are iterated over in the same order.

The table has a power of two of places, each with an element's hash and the element. A hash of `UNUSED` marks a place that
never held one, -1 one whose element is gone. Most places are empty: those that are not have a bit each, so that iterating
goes from element to element. An element is looked for from the place that its hash gives: there and in the
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
    ptr_take,
    same_object,
    shift_left,
    shift_right,
    size_of,
    trailing_zeros,
    wrapping_add,
    wrapping_mul,
)

from .errors import raise_runtime_error

# What memory filled with the byte 0x80 holds.
UNUSED = -9187201950435737472
LEAST_SIZE = 8
PROBES = 9


@struct
class SetPlace[T]:
    """A hash and its element."""

    hash: int
    key: T


class SetTable[T]:
    """Elements by their hashes."""

    _places: Ptr[SetPlace[T]]
    # A bit for each place that holds an element; they lie behind the places.
    _bits: Ptr[int]
    # The number of places less one.
    _mask: int
    # Places that hold an element, or held one that is gone.
    _fill: int
    _used: int
    # Whether an element may be elsewhere than where its hash says first. Small numbers never are, and what is not in its first place is then nowhere.
    _is_crowded: bool
    # Where to look for an element to remove.
    _finger: int

    def __init__(self) -> None:
        self._finger = 0
        self._set_empty()

    def _set_empty(self) -> None:
        self._places = ptr_null[SetPlace[T]]()
        self._bits = ptr_null[int]()
        self._mask = LEAST_SIZE - 1
        self._fill = 0
        self._used = 0
        self._is_crowded = False

    def __destroy__(self) -> None:
        if not ptr_is_null(self._places):
            if needs_drop[T]():
                for place in self.places():
                    ptr_drop(key_in(self._places, place), 0)
            free(ptr_cast[u8](self._places))

    @inline
    def _bytes(self, places: int) -> int:
        """Give the bytes that a table of so many places takes."""
        return places * size_of[SetPlace[T]]() + bits_size(places)

    def _allocate(self, mask: int) -> None:
        """Have a table without elements."""
        places = mask + 1
        if places > 0x7FFFFFFFFFFFFF // (size_of[SetPlace[T]]() + 1):
            raise MemoryError()
        memory = alloc(self._bytes(places))
        size = places * size_of[SetPlace[T]]()
        mem_set(memory, 128, size)
        self._places = ptr_cast[SetPlace[T]](memory)
        self._bits = ptr_cast[int](ptr_offset(memory, size))
        mem_set(ptr_cast[u8](self._bits), 0, bits_size(places))
        self._mask = mask
        self._fill = 0
        self._used = 0
        self._is_crowded = False

    @noinline
    def _resize(self, needed: int) -> None:
        """Move the elements into a table with more than `needed` places."""
        places = LEAST_SIZE
        while places <= needed:
            places = places * 2
        old = self._places
        mask = self._mask
        used = self._used
        self._allocate(places - 1)
        if ptr_is_null(old):
            return
        place = 0
        while place <= mask:
            hashed = ptr_load(hash_in(old, place), 0)
            if is_element(hashed):
                self._fill_place(self._free_place(hashed), hashed, ptr_take(key_in(old, place), 0))
            place = wrapping_add(place, 1)
        self._fill = used
        self._used = used
        free(ptr_cast[u8](old))

    # Places

    @inline
    def hash_at(self, place: int) -> int:
        """Give the hash at a place, or the mark there."""
        return ptr_load(hash_in(self._places, place), 0)

    @inline
    def key_at(self, place: int) -> T:
        """Give the element at a place."""
        return ptr_load(key_in(self._places, place), 0)

    @inline
    def _fill_place(self, place: int, hashed: int, key: T) -> None:
        """Put an element where there is none."""
        ptr_init(hash_in(self._places, place), 0, hashed)
        ptr_init(key_in(self._places, place), 0, key)
        if place != hashed & self._mask:
            self._is_crowded = True
        word = shift_right(place, 6)
        ptr_init(self._bits, word, ptr_load(self._bits, word) | shift_left(1, place & 63))

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
        # Most often the first place decides.
        if self.is_first(key, hashed):
            return hashed & self._mask
        if not self._is_crowded or self.hash_at(hashed & self._mask) == UNUSED:
            return -1
        return self._find_further(key, hashed)

    @inline
    def is_first(self, key, hashed: int) -> bool:
        """Say whether an element is in its first place, in a table that is not empty."""
        place = hashed & self._mask
        return self.hash_at(place) == hashed and self.key_at(place) == key

    def _find_further(self, key, hashed: int) -> int:
        mask = self._mask
        start = hashed & mask
        perturb = hashed
        while True:
            place = start
            last = last_probe(start, mask)
            while place <= last:
                found = self.hash_at(place)
                if found == UNUSED:
                    return -1
                if found == hashed and self.key_at(place) == key:
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
                if self.hash_at(place) == UNUSED:
                    return place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    @inline
    def contains(self, key) -> bool:
        """Say whether an element is there."""
        return self.finds(key, self._hash(key))

    @inline
    def finds(self, key, hashed: int) -> bool:
        """Say whether an element is there whose hash is known."""
        return self._find(key, hashed) >= 0

    # Changing

    @inline
    def add(self, key: T) -> None:
        """Add an element."""
        self.add_hashed(key, self._hash(key))

    @inline
    def add_hashed(self, key: T, hashed: int) -> None:
        if ptr_is_null(self._places):
            self._allocate(self._mask)
        place = hashed & self._mask
        # Most often the first place decides.
        if self.hash_at(place) != UNUSED:
            place = self._place_for(key, hashed)
        was = self.hash_at(place)
        if not is_element(was):
            self._fill_place(place, hashed, key)
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
                found = self.hash_at(place)
                if found == UNUSED:
                    return place if gone < 0 else gone
                if found == hashed and self.key_at(place) == key:
                    return place
                if found == -1:
                    gone = place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    @inline
    def discard(self, key) -> bool:
        """Remove an element and say whether it was there."""
        return self.discard_hashed(key, self._hash(key))

    def discard_hashed(self, key, hashed: int) -> bool:
        """Remove an element whose hash is known and say whether it was there."""
        place = self._find(key, hashed)
        if place < 0:
            return False
        self._take(place)
        return True

    def _take(self, place: int) -> T:
        """Move an element out. Whoever drops it does so when the table is whole."""
        ptr_init(hash_in(self._places, place), 0, -1)
        word = shift_right(place, 6)
        ptr_init(self._bits, word, ptr_load(self._bits, word) & ~shift_left(1, place & 63))
        self._used = wrapping_add(self._used, -1)
        return ptr_take(key_in(self._places, place), 0)

    def pop(self) -> T:
        """Remove the next element and give it."""
        if self._used == 0:
            raise KeyError("pop from an empty set")
        place = self.next(self._finger & self._mask)
        if place > self._mask:
            place = self.next(0)
        self._finger = place + 1
        return self._take(place)

    def clear(self) -> None:
        """Remove all elements."""
        # They are released with another table, for that may run code that looks at this one.
        old = SetTable[T]()
        old._places = self._places
        old._bits = self._bits
        old._mask = self._mask
        old._used = self._used
        self._set_empty()

    def take_over(self, other: SetTable[T]) -> None:
        """Hold the elements of another table in place of one's own; the other gets those."""
        self._places, other._places = other._places, self._places
        self._bits, other._bits = other._bits, self._bits
        self._mask, other._mask = other._mask, self._mask
        self._fill, other._fill = other._fill, self._fill
        self._used, other._used = other._used, self._used
        self._is_crowded, other._is_crowded = other._is_crowded, self._is_crowded

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
        for place in other.places():
            self.add_hashed(other.key_at(place), other.hash_at(place))

    def _copy_all(self, other: SetTable[T]) -> None:
        """Take over all elements into a table that never had any."""
        if ptr_is_null(self._places):
            self._allocate(self._mask)
        has_gone = other._fill != other._used
        keeps_places = self._mask == other._mask and not (has_gone and other._is_crowded)
        self._fill = other._used
        self._used = other._used
        if keeps_places and not has_gone and not needs_drop[T]():
            self._is_crowded = other._is_crowded
            mem_copy(ptr_cast[u8](self._places), ptr_cast[u8](other._places), self._bytes(self._mask + 1))
            return
        for place in other.places():
            hashed = other.hash_at(place)
            target = place if keeps_places else self._free_place(hashed)
            self._fill_place(target, hashed, other.key_at(place))

    # Iteration

    @inline
    def places(self) -> Places:
        """Give all places that hold an element, as long as the table is not changed."""
        if self._used == 0:
            return Places(self._bits, 0, 0, 0)
        return Places(self._bits, ptr_load(self._bits, 0), 0, shift_right(self._mask, 6))

    @inline
    def next(self, place: int) -> int:
        """Give the first place from `place` on that holds an element, or that behind the last."""
        places = wrapping_add(self._mask, 1)
        if self._used == 0 or place >= places:
            return places
        word = shift_right(place, 6)
        rest = ptr_load(self._bits, word) & shift_left(-1, place & 63)
        return wrapping_add(shift_left(word, 6), trailing_zeros(rest)) if rest != 0 else self._next_word(word)

    def _next_word(self, word: int) -> int:
        """Give the first place that holds an element behind the places that share a word of bits."""
        last = shift_right(self._mask, 6)
        while word < last:
            word = wrapping_add(word, 1)
            bits = ptr_load(self._bits, word)
            if bits != 0:
                return wrapping_add(shift_left(word, 6), trailing_zeros(bits))
        return wrapping_add(self._mask, 1)

    @inline
    def next_of(self, place: int, used: int) -> int:
        """Give the next place for an iterator over `used` elements."""
        if self._used != used:
            raise_runtime_error("Set changed size during iteration")
        return self.next(place)


@inline
def bits_size(places: int) -> int:
    """Give the bytes that a bit for each place takes."""
    return 8 if places < 64 else shift_right(places, 3)


@inline
def hash_in[T](places: Ptr[SetPlace[T]], place: int) -> Ptr[int]:
    """Give where the hash of a place lies."""
    return ptr_cast[int](ptr_offset(places, place))


@inline
def key_in[T](places: Ptr[SetPlace[T]], place: int) -> Ptr[T]:
    """Give where the element of a place lies."""
    return ptr_cast[T](ptr_offset(hash_in(places, place), 1))


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
class Places:
    """The places that hold elements of a table that nobody changes meanwhile."""

    _bits: Ptr[int]
    # The bits of a word that have not been given, and where it is.
    _rest: int
    _word: int
    _last: int

    @inline
    def __iter__(self) -> Places:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        while self._rest == 0:
            if self._word >= self._last:
                return False
            self._word = wrapping_add(self._word, 1)
            self._rest = ptr_load(self._bits, self._word)
        return True

    @inline
    def __next__(self: inout[Self]) -> int:
        rest = self._rest
        self._rest = rest & wrapping_add(rest, -1)
        return wrapping_add(shift_left(self._word, 6), trailing_zeros(rest))


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
        return self._table.key_at(place)
