"""Lists: growing arrays of unboxed elements."""

from typing import Self

from pyc import inline, inout, noinline, struct
from pyc.fixed import u8, u64
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    int_cast,
    is_same,
    mem_copy,
    mem_move,
    needs_drop,
    ptr_cast,
    ptr_drop,
    ptr_equal,
    ptr_init,
    ptr_is_null,
    ptr_load,
    ptr_null,
    ptr_offset,
    ptr_store,
    ptr_take,
    realloc,
    size_of,
    wrapping_add,
    wrapping_mul,
    wrapping_sub,
)

from ._memory import repeated, room
from ._sort import is_ascending, keyed, sorted_in_place
from ._sort_ints import fewest_for_digits, sort_by_digits
from ._text import TextBuilder
from .errors import raise_index_error, raise_value_error
from .slice import as_index, clamp_index, slice_high, slice_length, slice_low, slice_start, slice_step, slice_stop

MOST_EXPECTED = 0x10000


class list[T]:
    """A sequence that can change."""

    _items: Ptr[T]
    _size: int
    _capacity: int

    # Making and destroying

    def __init__(self) -> None:
        self._items = ptr_null[T]()
        self._size = 0
        self._capacity = 0

    @staticmethod
    def _new(iterable):
        result = []
        if isinstance(iterable, range):
            result._reserve(len(iterable))
        for item in iterable:
            result.append(item)
        return result

    @staticmethod
    def _with_capacity(capacity: int) -> list[T]:
        result = list[T]()
        if capacity > 0:
            result._items = ptr_cast[T](alloc(room(capacity, size_of[T]())))
            result._capacity = capacity
        return result

    def __destroy__(self) -> None:
        if not ptr_is_null(self._items):
            self._drop_range(0, self._size)
            free(ptr_cast[u8](self._items))

    def _drop_range(self, start: int, stop: int) -> None:
        if needs_drop[T]():
            index = start
            while index < stop:
                ptr_drop(self._items, index)
                index = wrapping_add(index, 1)

    def copy(self) -> list[T]:
        """Give a new list of the same elements."""
        return self._slice(None, None)

    def __copy__(self) -> list[T]:
        return self._slice(None, None)

    # Room

    @noinline
    def _grow(self, needed: int) -> None:
        capacity = needed + (needed >> 1) + 3
        size = room(capacity, size_of[T]())
        if ptr_is_null(self._items):
            self._items = ptr_cast[T](alloc(size))
        else:
            self._items = ptr_cast[T](realloc(ptr_cast[u8](self._items), size))
        self._capacity = capacity

    @inline
    def _reserve(self, capacity: int) -> None:
        if capacity > self._capacity:
            self._grow(capacity)

    def _expect(self, iterable) -> None:
        """Have room in a new list for the elements of a list or a range, unless they are so many that perhaps not all will come."""
        if isinstance(iterable, range):
            # The length of one like this is an `int`.
            if iterable.start >= 0 and iterable.stop >= -1:
                self._make_room(len(iterable))
        else:
            self._make_room(len(iterable))

    def _make_room(self, count: int) -> None:
        if 0 < count <= MOST_EXPECTED and ptr_is_null(self._items):
            self._items = ptr_cast[T](alloc(room(count, size_of[T]())))
            self._capacity = count

    def _open_gap(self, position: int, count: int) -> None:
        """Move the elements from `position` on by `count` places; nothing is in the gap."""
        size = self._size
        self._reserve(size + count)
        source = ptr_cast[u8](ptr_offset(self._items, position))
        target = ptr_cast[u8](ptr_offset(self._items, wrapping_add(position, count)))
        mem_move(target, source, wrapping_mul(wrapping_sub(size, position), size_of[T]()))
        self._size = wrapping_add(size, count)

    def _close_gap(self, position: int, count: int) -> None:
        """Move the elements behind a gap back over it."""
        size = wrapping_sub(self._size, count)
        target = ptr_cast[u8](ptr_offset(self._items, position))
        source = ptr_cast[u8](ptr_offset(self._items, wrapping_add(position, count)))
        mem_move(target, source, wrapping_mul(wrapping_sub(size, position), size_of[T]()))
        self._size = size

    # Being a sequence

    @inline
    def __len__(self) -> int:
        return self._size

    @inline
    def __bool__(self) -> bool:
        return self._size != 0

    @inline
    def __iter__(self) -> ListIterator[T]:
        return ListIterator[T](self, 0)

    def __reversed__(self) -> ListReverseIterator[T]:
        return ListReverseIterator[T](self, wrapping_sub(self._size, 1))

    @inline
    def _position(self, index: int) -> int:
        """Give the place of an element, or of one that is there from the end."""
        if index < 0:
            index = wrapping_add(index, self._size)
        return index

    @inline
    def _is_out(self, position: int) -> bool:
        """Say whether there is no such place. One comparison, for negative numbers are large without their sign."""
        return int_cast[u64](position) >= int_cast[u64](self._size)

    @inline
    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._get_slice(index)
        else:
            position = self._position(as_index(index, "list"))
            if self._is_out(position):
                raise_index_error("list index out of range")
            return ptr_load(self._items, position)

    @inline
    def __setitem__(self, index, value) -> None:
        if isinstance(index, slice):
            self._set_slice(index, value)
        else:
            position = self._position(as_index(index, "list"))
            if self._is_out(position):
                raise_index_error("list assignment index out of range")
            ptr_store(self._items, position, value)

    def __delitem__(self, index) -> None:
        if isinstance(index, slice):
            self._delete_slice(index)
        else:
            position = self._position(as_index(index, "list"))
            if self._is_out(position):
                raise_index_error("list assignment index out of range")
            self._take_at(position)

    def __contains__(self, value) -> bool:
        index = 0
        while index < self._size:
            if ptr_load(self._items, index) == value:
                return True
            index = wrapping_add(index, 1)
        return False

    # Slices

    def _slice(self, start: int | None, stop: int | None) -> list[T]:
        """Give the elements of a slice with step 1."""
        low = slice_low(start, self._size)
        count = wrapping_sub(slice_high(stop, self._size), low)
        if count <= 0:
            return list[T]()
        result = list[T]._with_capacity(count)
        copy_elements(result._items, ptr_offset(self._items, low), count)
        result._size = count
        return result

    @inline
    def _get_slice(self, index: slice) -> list[T]:
        step = index.step
        if step is None:
            return self._slice(index.start, index.stop)
        return self._stepped(index.start, index.stop, step)

    def _stepped(self, first: int | None, last: int | None, step: int) -> list[T]:
        """Give the elements of a slice with any step."""
        step = slice_step(step)
        start = slice_start(first, self._size, step)
        stop = slice_stop(last, self._size, step)
        count = slice_length(start, stop, step)
        if count == 0:
            return list[T]()
        result = list[T]._with_capacity(count)
        result._size = count
        if step == -1:
            copy_reversed(result._items, ptr_offset(self._items, start), count)
            return result
        position = start
        taken = 0
        while taken < count:
            ptr_init(result._items, taken, ptr_load(self._items, position))
            taken = wrapping_add(taken, 1)
            position = wrapping_add(position, step)
        return result

    @inline
    def _set_slice(self, index: slice, values) -> None:
        step = index.step
        if step is None:
            self._set_range(index.start, index.stop, self._others(values))
        else:
            self._set_stepped(index.start, index.stop, step, self._others(values))

    def _set_range(self, first: int | None, last: int | None, items: list[T]) -> None:
        """Put other elements in the place of a slice with step 1."""
        start = slice_low(first, self._size)
        stop = slice_high(last, self._size)
        self._replace_range(start, max(wrapping_sub(stop, start), 0), items)

    def _set_stepped(self, first: int | None, last: int | None, step: int, items: list[T]) -> None:
        """Put other elements in the place of a slice with any step: as many, unless the step is 1."""
        step = slice_step(step)
        if step == 1:
            self._set_range(first, last, items)
            return
        start = slice_start(first, self._size, step)
        stop = slice_stop(last, self._size, step)
        count = slice_length(start, stop, step)
        if items._size != count:
            raise_slice_size(items._size, count)
        position = start
        taken = 0
        while taken < count:
            ptr_store(self._items, position, ptr_load(items._items, taken))
            position = wrapping_add(position, step)
            taken = wrapping_add(taken, 1)

    @inline
    def _set_slice_from(self, index: slice, source: list[T], part: slice) -> None:
        """Put a slice of a list, which may be this one, in the place of a slice: `xs[index] = source[part]`."""
        if needs_drop[T]() or index.step is not None:
            self._set_slice(index, source._get_slice(part))
        else:
            self._set_range_from(index.start, index.stop, source, part)

    def _set_range_from(self, first: int | None, last: int | None, source: list[T], part: slice) -> None:
        """Put elements that need not be counted in the place of a slice with step 1: from list to list where that is possible."""
        step = slice_step(part.step)
        start = slice_start(part.start, source._size, step)
        count = slice_length(start, slice_stop(part.stop, source._size, step), step)
        low = slice_low(first, self._size)
        room = max(wrapping_sub(slice_high(last, self._size), low), 0)
        if step != 1 and step != -1:
            self._replace_range(low, room, source._get_slice(part))
        elif source is self:
            if step == -1 and room == count and low == wrapping_add(wrapping_sub(start, count), 1):
                self._reverse_range(low, count)
            else:
                self._replace_range(low, room, source._get_slice(part))
        else:
            if room != count:
                self._resize_range(low, room, count)
            if step == 1:
                copy_elements(ptr_offset(self._items, low), ptr_offset(source._items, start), count)
            else:
                copy_reversed(ptr_offset(self._items, low), ptr_offset(source._items, start), count)

    def _others(self, values) -> list[T]:
        """Give values as a list of elements that is not this one."""
        if isinstance(values, list):
            return self._other_list(values)
        else:
            items = list[T]()
            items.extend(values)
            return items

    def _other_list[U](self, values: list[U]) -> list[T]:
        if is_same[U, T]():
            if values is self:
                return self.copy()
            return values
        else:
            items = list[T]()
            items.extend(values)
            return items

    def _replace_range(self, start: int, count: int, items: list[T]) -> None:
        """Put other elements in the place of `count` of them."""
        if not needs_drop[T]():
            if items._size != count:
                self._resize_range(start, count, items._size)
            copy_elements(ptr_offset(self._items, start), items._items, items._size)
            return
        # The old ones are released last, for that may run code that looks at this list.
        old = self._slice(start, start + count)
        self._drop_range(start, start + count)
        self._resize_range(start, count, items._size)
        copy_elements(ptr_offset(self._items, start), items._items, items._size)
        old.clear()

    def _resize_range(self, start: int, count: int, size: int) -> None:
        """Make room for `size` elements in the place of `count`."""
        if size > count:
            self._open_gap(start + count, size - count)
        elif size < count:
            self._close_gap(start + size, count - size)

    def _delete_slice(self, index: slice) -> None:
        start, stop, step = index.indices(self._size)
        count = slice_length(start, stop, step)
        if count == 0:
            return
        if step < 0:
            start = start + (count - 1) * step
            step = -step
        removed = list[T]._with_capacity(count)
        target = start
        source = start
        while source < self._size:
            if removed._size < count and source == start + removed._size * step:
                ptr_init(removed._items, removed._size, ptr_take(self._items, source))
                removed._size += 1
            else:
                ptr_init(self._items, target, ptr_take(self._items, source))
                target += 1
            source += 1
        self._size = target

    # Changing

    @inline
    def append(self, value: T) -> None:
        """Add an element at the end."""
        size = self._size
        if size == self._capacity:
            self._grow(wrapping_add(size, 1))
        ptr_init(self._items, size, value)
        self._size = wrapping_add(size, 1)

    @inline
    def _append_reserved(self, value: T) -> None:
        """Add an element at the end of a list that has room for it, as displays do: LLVM then sees the length."""
        size = self._size
        ptr_init(self._items, size, value)
        self._size = wrapping_add(size, 1)

    def extend(self, iterable) -> None:
        """Add all elements of `iterable` at the end."""
        if isinstance(iterable, list):
            count = iterable._size
            self._reserve(self._size + count)
            copy_elements(ptr_offset(self._items, self._size), iterable._items, count)
            self._size += count
        else:
            for item in iterable:
                self.append(item)

    def insert(self, index: int, value: T) -> None:
        """Put an element in front of the one at `index`."""
        position = clamp_index(index, self._size)
        self._open_gap(position, 1)
        ptr_init(self._items, position, value)

    @inline
    def pop(self, index: int = -1) -> T:
        """Remove the element at `index` and give it."""
        if self._size == 0:
            raise_index_error("pop from empty list")
        position = self._position(index)
        if self._is_out(position):
            raise_index_error("pop index out of range")
        value = ptr_take(self._items, position)
        if position == wrapping_sub(self._size, 1):
            self._size = position
        else:
            self._close_gap(position, 1)
        return value

    def _take_at(self, position: int) -> T:
        """Remove an element. Whoever drops it does so when the list is whole."""
        value = ptr_take(self._items, position)
        self._close_gap(position, 1)
        return value

    def remove(self, value) -> None:
        """Remove the first element that equals `value`."""
        index = 0
        while index < self._size:
            if ptr_load(self._items, index) == value:
                self._take_at(index)
                return
            index += 1
        raise_value_error("list.remove(x): x not in list")

    def clear(self) -> None:
        """Remove all elements."""
        items = self._items
        size = self._size
        self._items = ptr_null[T]()
        self._size = 0
        self._capacity = 0
        if not ptr_is_null(items):
            if needs_drop[T]():
                index = 0
                while index < size:
                    ptr_drop(items, index)
                    index += 1
            free(ptr_cast[u8](items))

    def reverse(self) -> None:
        """Turn the order round."""
        self._reverse_range(0, self._size)

    def _reverse_range(self, start: int, count: int) -> None:
        """Turn the order of some elements round."""
        low = start
        high = wrapping_add(start, wrapping_sub(count, 1))
        while low < high:
            value = ptr_take(self._items, low)
            ptr_init(self._items, low, ptr_take(self._items, high))
            ptr_init(self._items, high, value)
            low = wrapping_add(low, 1)
            high = wrapping_sub(high, 1)

    def sort(self, *, key=None, reverse: bool = False) -> None:
        """Sort the elements; equal ones keep their order."""
        if self._size < 2:
            return
        # Turned round before and after, equal elements keep their order in a descending sort as well.
        if reverse:
            self.reverse()
        if key is None:
            self._sort_elements()
        else:
            pairs = []
            for item in self:
                pairs.append(keyed(key(item), item))
            sorted_in_place(pairs)
            self._take_order(pairs)
        if reverse:
            self.reverse()

    def _sort_elements(self) -> None:
        if is_same[T, int]():
            if self._size >= fewest_for_digits():
                self._sort_ints()
                return
        sorted_in_place(self)

    def _sort_ints(self) -> None:
        if is_ascending(self):
            return
        spare = ptr_cast[int](alloc(self._size * 8))
        result = sort_by_digits(ptr_cast[int](self._items), spare, self._size)
        if ptr_equal(ptr_cast[u8](result), ptr_cast[u8](self._items)):
            free(ptr_cast[u8](spare))
        else:
            free(ptr_cast[u8](self._items))
            self._items = ptr_cast[T](result)
            self._capacity = self._size

    def _take_order(self, pairs) -> None:
        """Store the elements in the order of the pairs that hold them."""
        if pairs._size != self._size:
            raise_value_error("list modified during sort")
        index = 0
        while index < self._size:
            ptr_store(self._items, index, ptr_load(pairs._items, index).item)
            index += 1

    # Searching

    def index(self, value, start: int = 0, stop: int = 9223372036854775807) -> int:
        """Give the index of the first element that equals `value`."""
        position = clamp_index(start, self._size)
        end = clamp_index(stop, self._size)
        while position < end and position < self._size:
            if ptr_load(self._items, position) == value:
                return position
            position += 1
        raise_value_error(repr(value) + " is not in list")
        return -1

    def count(self, value) -> int:
        """Count the elements that equal `value`."""
        result = 0
        index = 0
        while index < self._size:
            if ptr_load(self._items, index) == value:
                result += 1
            index += 1
        return result

    # Operators

    def __add__(self, other: list[T]) -> list[T]:
        result = list[T]._with_capacity(self._size + other._size)
        copy_elements(result._items, self._items, self._size)
        copy_elements(ptr_offset(result._items, self._size), other._items, other._size)
        result._size = self._size + other._size
        return result

    def __iadd__(self, other) -> list[T]:
        self.extend(other)
        return self

    def __mul__(self, count: int) -> list[T]:
        if count <= 0 or self._size == 0:
            return list[T]()
        total = repeated(self._size, count)
        result = list[T]._with_capacity(total)
        if self._size == 1:
            value = ptr_load(self._items, 0)
            index = 0
            while index < total:
                ptr_init(result._items, index, value)
                index = wrapping_add(index, 1)
        else:
            start = 0
            while start < total:
                copy_elements(ptr_offset(result._items, start), self._items, self._size)
                start = wrapping_add(start, self._size)
        result._size = total
        return result

    def __rmul__(self, count: int) -> list[T]:
        return self.__mul__(count)

    def __imul__(self, count: int) -> list[T]:
        if count <= 0:
            self.clear()
            return self
        size = self._size
        self._reserve(repeated(size, count))
        done = 1
        while done < count:
            copy_elements(ptr_offset(self._items, self._size), self._items, size)
            self._size += size
            done += 1
        return self

    # Comparison

    def __eq__(self, other) -> bool:
        if not isinstance(other, list):
            return False
        else:
            if self._size != other._size:
                return False
            index = 0
            while index < self._size and index < other._size:
                if not (ptr_load(self._items, index) == ptr_load(other._items, index)):
                    return False
                index += 1
            return self._size == other._size

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def _first_difference(self, other: list[T]) -> int:
        index = 0
        while index < self._size and index < other._size:
            if not (ptr_load(self._items, index) == ptr_load(other._items, index)):
                return index
            index += 1
        return -1

    def __lt__(self, other: list[T]) -> bool:
        index = self._first_difference(other)
        if index < 0:
            return self._size < other._size
        return ptr_load(self._items, index) < ptr_load(other._items, index)

    def __le__(self, other: list[T]) -> bool:
        index = self._first_difference(other)
        if index < 0:
            return self._size <= other._size
        return ptr_load(self._items, index) <= ptr_load(other._items, index)

    def __gt__(self, other: list[T]) -> bool:
        index = self._first_difference(other)
        if index < 0:
            return self._size > other._size
        return ptr_load(self._items, index) > ptr_load(other._items, index)

    def __ge__(self, other: list[T]) -> bool:
        index = self._first_difference(other)
        if index < 0:
            return self._size >= other._size
        return ptr_load(self._items, index) >= ptr_load(other._items, index)

    # Text

    def __repr__(self) -> str:
        result = TextBuilder()
        result.append_byte(91)
        index = 0
        while index < self._size:
            if index > 0:
                result.append(", ")
            result.append(repr(ptr_load(self._items, index)))
            index += 1
        result.append_byte(93)
        return result.finish()


def copy_elements[T](target: Ptr[T], source: Ptr[T], count: int) -> None:
    """Copy elements to where there are none."""
    if needs_drop[T]():
        index = 0
        while index < count:
            ptr_init(target, index, ptr_load(source, index))
            index = wrapping_add(index, 1)
    else:
        mem_copy(ptr_cast[u8](target), ptr_cast[u8](source), wrapping_mul(count, size_of[T]()))


def copy_reversed[T](target: Ptr[T], source: Ptr[T], count: int) -> None:
    """Copy an element and those in front of it to where there are none."""
    index = 0
    while index < count:
        ptr_init(target, index, ptr_load(source, wrapping_sub(0, index)))
        index = wrapping_add(index, 1)


@noinline
def raise_slice_size(got: int, expected: int):
    """Raise the error of a slice with a step that is given another number of elements."""
    message = "attempt to assign sequence of size " + str(got) + " to extended slice of size " + str(expected)
    raise ValueError(message)


@struct
class ListIterator[T]:
    """A position in a list. Elements that are added meanwhile are found as well."""

    _list: list[T]
    _index: int

    @inline
    def __iter__(self) -> ListIterator[T]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._index < self._list._size

    @inline
    def __next__(self: inout[Self]) -> T:
        index = self._index
        self._index = wrapping_add(index, 1)
        return ptr_load(self._list._items, index)


@struct
class ListReverseIterator[T]:
    """A position in a list, on its way to the front."""

    _list: list[T]
    _index: int

    @inline
    def __iter__(self) -> ListReverseIterator[T]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return 0 <= self._index < self._list._size

    @inline
    def __next__(self: inout[Self]) -> T:
        index = self._index
        self._index = wrapping_sub(index, 1)
        return ptr_load(self._list._items, index)
