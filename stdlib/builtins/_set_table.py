"""What sets and frozensets have in common: a table that keeps its elements where CPython's does, so that sets are iterated over in the same order.

The table has a power of two of places, each with an element's hash and the element; the hash of an `int` is next to itself, so its place has the number
alone. The first word of a place is `UNUSED` where there never was an element, and `GONE` where one was removed. Most places are empty: those that are not
have a bit each, so that iterating goes from element to element, and a number that looks like a mark is none. The bits of the first 64 places are in the
object, for most sets have no more; the others lie behind the places. An element is looked for from the place that its hash gives: there and in the nine
places behind it if the table goes on as far, then from another place that all bits of the hash have a share in.
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

# What memory filled with the byte 0x80 holds, and the number behind it.
UNUSED = -9187201950435737472
GONE = -9187201950435737471
LEAST_SIZE = 8
PROBES = 9


@struct
class SetPlace[T]:
    """A hash and its element."""

    hash: int
    key: T


class SetTable[T]:
    """Elements by their hashes: what a set and a frozenset are."""

    _places: Ptr[int]
    # A bit for each of the first places that holds an element.
    _bits: int
    # The number of places less one.
    _mask: int
    _used: int
    # Whether an element may be elsewhere than where its hash says first. Small numbers never are, and what is not in its first place is then nowhere.
    _is_crowded: bool
    # Places that hold an element, or held one that is gone.
    _fill: int

    def __init__(self) -> None:
        self._set_empty()

    def _set_empty(self) -> None:
        self._places = ptr_null[int]()
        self._bits = 0
        self._mask = LEAST_SIZE - 1
        self._used = 0
        self._is_crowded = False
        self._fill = 0

    def __destroy__(self) -> None:
        if not ptr_is_null(self._places):
            self._release(self._places, self.places())

    def _release(self, memory: Ptr[int], places: Places) -> None:
        """Release the elements in places, and their memory."""
        if needs_drop[T]():
            for place in places:
                ptr_drop(key_in[T](memory, place), 0)
        free(ptr_cast[u8](memory))

    def _allocate(self, mask: int) -> None:
        """Have a table without elements."""
        places = mask + 1
        if places > 0x7FFFFFFFFFFFFF // (size_of[SetPlace[T]]() + 1):
            raise MemoryError()
        size = places * place_size[T]()
        memory = alloc(size + bits_size(mask))
        mem_set(memory, 128, size)
        if mask > 63:
            mem_set(ptr_offset(memory, size), 0, bits_size(mask))
        self._places = ptr_cast[int](memory)
        self._bits = 0
        self._mask = mask
        self._used = 0
        self._is_crowded = False
        self._fill = 0

    @noinline
    def _resize(self, needed: int) -> None:
        """Move the elements into a table with more than `needed` places."""
        places = LEAST_SIZE
        while places <= needed:
            places = places * 2
        old = self._places
        held = self.places()
        used = self._used
        self._allocate(places - 1)
        if ptr_is_null(old):
            return
        for place in held:
            hashed = hash_in[T](old, place)
            target = hashed & self._mask
            if not self._is(UNUSED, target):
                target = self._free_place(hashed)
            self._fill_place(target, hashed, ptr_take(key_in[T](old, place), 0))
        self._fill = used
        self._used = used
        free(ptr_cast[u8](old))

    # Places

    @inline
    def hash_at(self, place: int) -> int:
        """Give the hash of the element at a place."""
        return hash_in[T](self._places, place)

    @inline
    def key_at(self, place: int) -> T:
        """Give the element at a place."""
        return ptr_load(key_in[T](self._places, place), 0)

    @inline
    def _has(self, place: int) -> bool:
        """Say whether there is an element at a place."""
        return (
            shift_right(
                ptr_load(self._more_bits(), wrapping_add(shift_right(place, 6), -1)) if place > 63 else self._bits,
                place & 63,
            )
            & 1
            != 0
        )

    @inline
    def _is(self, mark: int, place: int) -> bool:
        """Say whether there is a mark at a place, not an element."""
        return ptr_load(place_in[T](self._places, place), 0) == mark and not (is_same[T, int]() and self._has(place))

    @inline
    def _is_at(self, place: int, key, hashed: int) -> bool:
        """Say whether an element is at a place."""
        if is_same[T, int]():
            found = ptr_load(place_in[T](self._places, place), 0)
            is_same_number = found == key if isinstance(key, int) else found.__hash__() == hashed and found == key
            return is_same_number and (found | 1 != GONE or self._has(place))
        else:
            return self.hash_at(place) == hashed and self.key_at(place) == key

    @inline
    def _fill_place(self, place: int, hashed: int, key: T) -> None:
        """Put an element where there is none."""
        if not is_same[T, int]():
            ptr_init(place_in[T](self._places, place), 0, hashed)
        ptr_init(key_in[T](self._places, place), 0, key)
        if place != hashed & self._mask:
            self._is_crowded = True
        self._flip(place)

    @inline
    def _flip(self, place: int) -> None:
        """Note that a place that held an element does not any more, or the other way round."""
        bit = shift_left(1, place & 63)
        if place > 63:
            bits = ptr_offset(self._more_bits(), wrapping_add(shift_right(place, 6), -1))
            ptr_init(bits, 0, ptr_load(bits, 0) ^ bit)
        else:
            self._bits = self._bits ^ bit

    @inline
    def _more_bits(self) -> Ptr[int]:
        """Give where the bits are of all places but the first 64."""
        return place_in[T](self._places, wrapping_add(self._mask, 1))

    # Finding

    @inline
    def _hash(self, key) -> int:
        """Give the hash of an element, which is none of the marks."""
        hashed = key.__hash__()
        if isinstance(key, int):
            return hashed
        if hashed == -1:
            return -2
        if hashed | 1 == GONE:
            return UNUSED + 2
        return hashed

    @inline
    def _find(self, key, hashed: int) -> int:
        """Give the place of an element, or -1."""
        if self._used == 0:
            return -1
        # Most often the first place decides.
        if self.is_first(key, hashed):
            return hashed & self._mask
        if not self._is_crowded or self._is(UNUSED, hashed & self._mask):
            return -1
        return self._find_further(key, hashed)

    @inline
    def is_first(self, key, hashed: int) -> bool:
        """Say whether an element is in its first place, in a table that is not empty."""
        return self._is_at(hashed & self._mask, key, hashed)

    def _find_further(self, key, hashed: int) -> int:
        mask = self._mask
        start = hashed & mask
        perturb = hashed
        while True:
            place = start
            last = last_probe(start, mask)
            while place <= last:
                if self._is_at(place, key, hashed):
                    return place
                if self._is(UNUSED, place):
                    return -1
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
                if self._is(UNUSED, place):
                    return place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    @inline
    def __contains__(self, key) -> bool:
        return self.finds(key, self._hash(key))

    @inline
    def finds(self, key, hashed: int) -> bool:
        """Say whether an element is there whose hash is known."""
        return self._find(key, hashed) >= 0

    # Changing

    @inline
    def _add(self, key: T) -> None:
        """Add an element."""
        self._add_hashed(key, self._hash(key))

    @inline
    def _add_hashed(self, key: T, hashed: int) -> None:
        if ptr_is_null(self._places):
            self._allocate(self._mask)
        place = hashed & self._mask
        # Most often the first place decides.
        if not self._is(UNUSED, place):
            place = self._place_for(key, hashed)
            if self._has(place):
                return
        is_new = self._is(UNUSED, place)
        self._fill_place(place, hashed, key)
        self._used = wrapping_add(self._used, 1)
        if is_new:
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
                if self._is_at(place, key, hashed):
                    return place
                if self._is(UNUSED, place):
                    return place if gone < 0 else gone
                if self._is(GONE, place):
                    gone = place
                place = wrapping_add(place, 1)
            perturb = shift_right(perturb, 5) & 0x7FFFFFFFFFFFFFF
            start = next_start(start, perturb, mask)

    @inline
    def _remove(self, key) -> bool:
        """Remove an element and say whether it was there."""
        return self._remove_hashed(key, self._hash(key))

    def _remove_hashed(self, key, hashed: int) -> bool:
        """Remove an element whose hash is known and say whether it was there."""
        place = self._find(key, hashed)
        if place < 0:
            return False
        self._take(place)
        return True

    def _take(self, place: int) -> T:
        """Move an element out. Whoever drops it does so when the table is whole."""
        item = ptr_take(key_in[T](self._places, place), 0)
        ptr_init(place_in[T](self._places, place), 0, GONE)
        self._flip(place)
        self._used = wrapping_add(self._used, -1)
        return item

    def _remove_all(self) -> None:
        if not ptr_is_null(self._places):
            # They are released when none is there any more, for that may run code that looks here.
            memory = self._places
            places = self.places()
            self._set_empty()
            self._release(memory, places)

    def _take_over(self, other: SetTable[T]) -> None:
        """Hold the elements of another table in place of one's own; the other gets those."""
        self._places, other._places = other._places, self._places
        self._bits, other._bits = other._bits, self._bits
        self._mask, other._mask = other._mask, self._mask
        self._used, other._used = other._used, self._used
        self._is_crowded, other._is_crowded = other._is_crowded, self._is_crowded
        self._fill, other._fill = other._fill, self._fill

    def _tidy(self) -> None:
        """Move the elements close together if many places are of such that are gone."""
        if self._fill - self._used > self._mask // 4:
            self._resize(self._used * 2 if self._used > 50000 else self._used * 4)

    # Together

    def _make_room(self, count: int) -> None:
        """Grow at once for elements of which few are expected to be there already."""
        if (self._fill + count) * 5 >= self._mask * 3:
            self._resize((self._used + count) * 2)

    def _merge(self, other: SetTable[T]) -> None:
        """Add all elements of another table."""
        if same_object(self, other) or other._used == 0:
            return
        self._make_room(other._used)
        if self._fill == 0:
            self._copy_all(other)
            return
        for place in other.places():
            self._add_hashed(other.key_at(place), other.hash_at(place))

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
            self._bits = other._bits
            size = (self._mask + 1) * place_size[T]() + bits_size(self._mask)
            mem_copy(ptr_cast[u8](self._places), ptr_cast[u8](other._places), size)
            return
        for place in other.places():
            hashed = other.hash_at(place)
            target = place if keeps_places else self._free_place(hashed)
            self._fill_place(target, hashed, other.key_at(place))

    # Iteration

    @inline
    def __len__(self) -> int:
        return self._used

    @inline
    def __bool__(self) -> bool:
        return self._used != 0

    @inline
    def __iter__(self) -> SetIterator[T]:
        return SetIterator[T](self, 0, self._used)

    @inline
    def places(self) -> Places:
        """Give all places that hold an element, as long as the table is not changed."""
        return Places(self._more_bits(), self._bits, 0, shift_right(self._mask, 6))

    @inline
    def next(self, place: int) -> int:
        """Give the first place from `place` on that holds an element, or that behind the last."""
        if place > self._mask:
            return place
        word = shift_right(place, 6)
        rest = self._word(word) & shift_left(-1, place & 63)
        return wrapping_add(shift_left(word, 6), trailing_zeros(rest)) if rest != 0 else self._next_word(word)

    def _next_word(self, word: int) -> int:
        """Give the first place that holds an element behind the places that share a word of bits."""
        last = shift_right(self._mask, 6)
        while word < last:
            word = wrapping_add(word, 1)
            bits = self._word(word)
            if bits != 0:
                return wrapping_add(shift_left(word, 6), trailing_zeros(bits))
        return wrapping_add(self._mask, 1)

    @inline
    def _word(self, word: int) -> int:
        """Give the bits of 64 places."""
        return ptr_load(self._more_bits(), wrapping_add(word, -1)) if word > 0 else self._bits

    @inline
    def next_of(self, place: int, used: int) -> int:
        """Give the next place for an iterator over `used` elements."""
        if self._used != used:
            raise_runtime_error("Set changed size during iteration")
        return self.next(place)


@inline
def place_size[T]() -> int:
    """Give the bytes that a place takes."""
    return 8 if is_same[T, int]() else size_of[SetPlace[T]]()


@inline
def bits_size(mask: int) -> int:
    """Give the bytes that a bit takes for each place but the first 64."""
    return shift_right(mask, 6) * 8


@inline
def place_in[T](places: Ptr[int], place: int) -> Ptr[int]:
    """Give where a place lies."""
    return ptr_cast[int](ptr_offset(ptr_cast[u8](places), wrapping_mul(place, place_size[T]())))


@inline
def key_in[T](places: Ptr[int], place: int) -> Ptr[T]:
    """Give where the element of a place lies."""
    return ptr_cast[T](ptr_offset(place_in[T](places, place), 0 if is_same[T, int]() else 1))


@inline
def hash_in[T](places: Ptr[int], place: int) -> int:
    """Give the hash of the element of a place."""
    return (
        ptr_load(place_in[T](places, place), 0).__hash__()
        if is_same[T, int]()
        else ptr_load(place_in[T](places, place), 0)
    )


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

    # Those of all places but the first 64.
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
            self._rest = ptr_load(self._bits, wrapping_add(self._word, -1))
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
