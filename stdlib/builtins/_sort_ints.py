"""Sorting numbers by their digits: no comparison runs, and equal numbers can't be told apart."""

from pyc import inline
from pyc.fixed import u8
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    mem_set,
    ptr_cast,
    ptr_init,
    ptr_load,
    ptr_offset,
    shift_right,
    wrapping_add,
)


@inline
def fewest_for_digits() -> int:
    """Give the number of elements from which on this is faster than merging."""
    return 1000


@inline
def digit(value: int, place: int) -> int:
    """Give one of the eight bytes of a number; those of negative numbers come first."""
    return shift_right(value ^ -0x8000000000000000, place << 3) & 255


def sort_by_digits(items: Ptr[int], spare: Ptr[int], size: int) -> Ptr[int]:
    """Sort by one digit after the other, from the last on. Give the one of the two buffers that has the result."""
    counts = ptr_cast[int](alloc(8 * 256 * 8))
    count_digits(items, size, counts)
    place = 0
    while place < 8:
        own = ptr_offset(counts, place << 8)
        # A digit that all numbers share says nothing.
        if ptr_load(own, digit(ptr_load(items, 0), place)) != size:
            distribute(items, spare, size, own, place)
            former = items
            items = spare
            spare = former
        place = wrapping_add(place, 1)
    free(ptr_cast[u8](counts))
    return items


def count_digits(items: Ptr[int], size: int, counts: Ptr[int]) -> None:
    """Count how often each digit is at each place."""
    mem_set(ptr_cast[u8](counts), 0, 8 * 256 * 8)
    index = 0
    while index < size:
        value = ptr_load(items, index)
        place = 0
        while place < 8:
            slot = (place << 8) | digit(value, place)
            ptr_init(counts, slot, wrapping_add(ptr_load(counts, slot), 1))
            place = wrapping_add(place, 1)
        index = wrapping_add(index, 1)


def distribute(source: Ptr[int], target: Ptr[int], size: int, counts: Ptr[int], place: int) -> None:
    """Put the numbers into the order of one of their digits. The counts become the places of the next number with each digit."""
    before = 0
    at = 0
    while at < 256:
        count = ptr_load(counts, at)
        ptr_init(counts, at, before)
        before = wrapping_add(before, count)
        at = wrapping_add(at, 1)
    index = 0
    while index < size:
        value = ptr_load(source, index)
        at = digit(value, place)
        to = ptr_load(counts, at)
        ptr_init(target, to, value)
        ptr_init(counts, at, wrapping_add(to, 1))
        index = wrapping_add(index, 1)
