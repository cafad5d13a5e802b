"""Memory whose size is known: `Span`, a view of numbers that lie side by side, and `zeros`, which makes one."""

from builtins.errors import raise_index_error
from builtins.slice import slice_high, slice_low
from typing import Self

from pyc import inline, inout, struct
from pyc.fixed import u8, u64
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    int_cast,
    mem_copy,
    mem_move,
    mem_set,
    needs_drop,
    ptr_cast,
    ptr_load,
    ptr_offset,
    ptr_store,
    size_of,
    wrapping_add,
)


class Memory:
    """Owns what spans show: it lasts as long as one of them."""

    _data: Ptr[u8]

    def __init__(self, data: Ptr[u8]) -> None:
        self._data = data

    def __destroy__(self) -> None:
        free(self._data)


@struct(frozen=True)
class Span[T]:
    """A view of numbers that lie side by side. Copies show the same numbers; every access is checked."""

    _items: Ptr[T]
    _size: int
    _owner: Memory

    @inline
    def __len__(self) -> int:
        return self._size

    @inline
    def __bool__(self) -> bool:
        return self._size != 0

    @inline
    def __iter__(self) -> SpanIterator[T]:
        return SpanIterator[T](self, 0)

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
            return self._part(index)
        else:
            position = self._position(int(index))
            if self._is_out(position):
                raise_index_error("span index out of range")
            return ptr_load(self._items, position)

    @inline
    def __setitem__(self, index: int, value: T) -> None:
        position = self._position(index)
        if self._is_out(position):
            raise_index_error("span assignment index out of range")
        ptr_store(self._items, position, value)

    def _part(self, index: slice) -> Span[T]:
        """Give a view of a part."""
        if index.step is not None and index.step != 1:
            raise ValueError("a slice of a span has step 1")
        start = slice_low(index.start, self._size)
        stop = slice_high(index.stop, self._size)
        return Span[T](ptr_offset(self._items, start), max(stop - start, 0), self._owner)

    def fill(self, value: T) -> None:
        """Give every element one value."""
        for index in range(self._size):
            ptr_store(self._items, index, value)

    def copy_from(self, source: Span[T]) -> None:
        """Take over the elements of another span of the same length. The two may overlap."""
        if self._size != source._size:
            raise ValueError(f"can't copy {source._size} elements into a span of {self._size}")
        mem_move(ptr_cast[u8](self._items), ptr_cast[u8](source._items), self._size * size_of[T]())

    def copy(self) -> Span[T]:
        """Give the elements in memory of their own."""
        made = _allocated[T](self._size)
        mem_copy(ptr_cast[u8](made._items), ptr_cast[u8](self._items), self._size * size_of[T]())
        return made

    def __repr__(self) -> str:
        return "Span(" + repr([value for value in self]) + ")"


@struct
class SpanIterator[T]:
    """A position in a span."""

    _span: Span[T]
    _index: int

    @inline
    def __iter__(self) -> SpanIterator[T]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._index < self._span._size

    @inline
    def __next__(self: inout[Self]) -> T:
        index = self._index
        self._index = wrapping_add(index, 1)
        return ptr_load(self._span._items, index)


def _allocated[T](count: int) -> Span[T]:
    """Give a span of memory that holds anything."""
    if needs_drop[T]():
        raise TypeError("the elements of a span are numbers")
    if count < 0:
        raise ValueError("a span can't have less than no elements")
    data = alloc(count * size_of[T]())
    return Span[T](ptr_cast[T](data), count, Memory(data))


def zeros[T](count: int) -> Span[T]:
    """Give a span of new memory: `zeros[float](100)`."""
    made = _allocated[T](count)
    mem_set(ptr_cast[u8](made._items), 0, count * size_of[T]())
    return made
