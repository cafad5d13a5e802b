"""Sorting: a stable merge sort that takes runs as it finds them."""

from pyc import inline, struct
from pyc.fixed import u8
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    mem_copy,
    mem_move,
    ptr_cast,
    ptr_init,
    ptr_load,
    ptr_offset,
    ptr_take,
    size_of,
    wrapping_add,
    wrapping_sub,
)

from .errors import raise_value_error


@struct
class Keyed[K, T]:
    """An element together with the key that it is sorted by."""

    key: K
    item: T

    @inline
    def __lt__(self, other: Keyed[K, T]) -> bool:
        return self.key < other.key


@inline
def first_run() -> int:
    """Give the length of the runs that are sorted by insertion."""
    return 16


def keyed[K, T](key: K, item: T) -> Keyed[K, T]:
    """Give an element together with its key."""
    return Keyed[K, T](key, item)


class Scratch:
    """Bytes that are given back with the object."""

    data: Ptr[u8]

    def __init__(self, size: int) -> None:
        self.data = alloc(size)

    def __destroy__(self) -> None:
        free(self.data)


def sorted_in_place(items) -> None:
    """Sort a list. A comparison that raises leaves it as it was; one that changes it is an error."""
    if is_ascending(items):
        return
    # Comparisons run the program's code, which may change the list: what is sorted is a copy.
    work = items.copy()
    sort_copy(work)
    if items._size != work._size:
        raise_value_error("list modified during sort")
    # Either list releases the elements of the other's former order.
    former = items._items
    capacity = items._capacity
    items._items = work._items
    items._capacity = work._capacity
    work._items = former
    work._capacity = capacity


def is_ascending(items) -> bool:
    """Say whether no element is less than the one before."""
    size = items._size
    index = 1
    while index < size and index < items._size:
        if ptr_load(items._items, index) < ptr_load(items._items, index - 1):
            return False
        index = wrapping_add(index, 1)
    return True


def sort_copy[T](work: list[T]) -> None:
    """Sort a list that nothing else refers to. At every comparison each element is in its buffer once."""
    size = work._size
    width = size_of[T]()
    insertion_sort_runs(work._items, size)
    if size <= first_run():
        return
    scratch = Scratch(size * width)
    work._capacity = size
    run = first_run()
    while run < size:
        # Only bits are copied, and the list has the whole buffer: no element is counted twice or lost.
        source = work._items
        merge_pass(source, ptr_cast[T](scratch.data), size, run)
        work._items = ptr_cast[T](scratch.data)
        scratch.data = ptr_cast[u8](source)
        run = run * 2


def insertion_sort_runs[T](items: Ptr[T], size: int) -> None:
    """Sort each run of `first_run` elements."""
    start = 0
    while start < size:
        stop = start + first_run()
        if stop > size:
            stop = size
        index = start + 1
        while index < stop:
            insert_element(items, start, index)
            index = wrapping_add(index, 1)
        start = start + first_run()


def insert_element[T](items: Ptr[T], start: int, index: int) -> None:
    """Move the element at `index` in front of the greater ones before it."""
    position = index
    while position > start and ptr_load(items, index) < ptr_load(items, wrapping_sub(position, 1)):
        position = wrapping_sub(position, 1)
    rotate_right(items, position, index)


def rotate_right[T](items: Ptr[T], position: int, index: int) -> None:
    """Put the element at `index` at `position` and the ones from there on one further."""
    if position < index:
        moved = ptr_take(items, index)
        mem_move(
            ptr_cast[u8](ptr_offset(items, position + 1)),
            ptr_cast[u8](ptr_offset(items, position)),
            (index - position) * size_of[T](),
        )
        ptr_init(items, position, moved)


def merge_pass[T](source: Ptr[T], target: Ptr[T], size: int, run: int) -> None:
    """Merge each two neighbouring runs."""
    start = 0
    while start < size:
        middle = start + run
        if middle > size:
            middle = size
        stop = middle + run
        if stop > size:
            stop = size
        merge_runs(source, target, start, middle, stop)
        start = stop


def merge_runs[T](source: Ptr[T], target: Ptr[T], start: int, middle: int, stop: int) -> None:
    """Merge two neighbouring runs. Of equal elements those of the first run come first."""
    left = start
    right = middle
    place = start
    if middle < stop and ptr_load(source, middle) < ptr_load(source, middle - 1):
        while left < middle and right < stop:
            if ptr_load(source, right) < ptr_load(source, left):
                copy_bits(target, place, source, right, 1)
                right = wrapping_add(right, 1)
            else:
                copy_bits(target, place, source, left, 1)
                left = wrapping_add(left, 1)
            place = wrapping_add(place, 1)
    copy_bits(target, place, source, left, middle - left)
    copy_bits(target, place + middle - left, source, right, stop - right)


@inline
def copy_bits[T](target: Ptr[T], place: int, source: Ptr[T], index: int, count: int) -> None:
    """Copy elements without counting them."""
    width = size_of[T]()
    mem_copy(ptr_cast[u8](ptr_offset(target, place)), ptr_cast[u8](ptr_offset(source, index)), count * width)
