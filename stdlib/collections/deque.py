"""A queue with two ends."""

from builtins._memory import room
from builtins.slice import clamp_index
from pyc.fixed import u8
from pyc.unsafe import (
    Ptr,
    alloc,
    free,
    mem_copy,
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
    size_of,
)

# Places that the first element makes.
FEWEST = 8


class deque[T]:
    """Elements in a ring: adding and removing at both ends takes constant time.

    >>> queue = deque([1, 2])
    >>> queue.append(3)
    >>> queue.popleft()
    1
    """

    _items: Ptr[T]
    _capacity: int
    _first: int
    _size: int
    _maxlen: int | None

    def __init__(self, iterable=(), maxlen: int | None = None) -> None:
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = ptr_null[T]()
        self._capacity = 0
        self._first = 0
        self._size = 0
        self._maxlen = maxlen
        for item in iterable:
            self.append(item)

    @property
    def maxlen(self) -> int | None:
        """The number of elements that are kept at most."""
        return self._maxlen

    def __len__(self) -> int:
        return self._size

    def __bool__(self) -> bool:
        return self._size > 0

    def __destroy__(self) -> None:
        if not ptr_is_null(self._items):
            self._drop_all()
            free(ptr_cast[u8](self._items))

    def _drop_all(self) -> None:
        if needs_drop[T]():
            for position in range(self._size):
                ptr_drop(self._items, self._at(position))

    def _at(self, position: int) -> int:
        """Give the place of the element at a position."""
        place = self._first + position
        return place if place < self._capacity else place - self._capacity

    def _make_room(self) -> None:
        """Double the ring if it is full; the elements then start at its first place."""
        if self._size < self._capacity:
            return
        capacity = max(FEWEST, 2 * self._size)
        items = ptr_cast[T](alloc(room(capacity, size_of[T]())))
        if not ptr_is_null(self._items):
            until_end = self._capacity - self._first
            mem_copy(ptr_cast[u8](items), ptr_cast[u8](ptr_offset(self._items, self._first)), until_end * size_of[T]())
            mem_copy(ptr_cast[u8](ptr_offset(items, until_end)), ptr_cast[u8](self._items), self._first * size_of[T]())
            free(ptr_cast[u8](self._items))
        self._items = items
        self._capacity = capacity
        self._first = 0

    def append(self, value: T) -> None:
        """Add an element at the right end; with `maxlen` the one at the left end may have to go."""
        maxlen = self._maxlen
        if maxlen is not None and self._size == maxlen:
            if maxlen == 0:
                return
            self.popleft()
        self._make_room()
        ptr_init(self._items, self._at(self._size), value)
        self._size += 1

    def appendleft(self, value: T) -> None:
        """Add an element at the left end; with `maxlen` the one at the right end may have to go."""
        maxlen = self._maxlen
        if maxlen is not None and self._size == maxlen:
            if maxlen == 0:
                return
            self.pop()
        self._make_room()
        self._first = self._first - 1 if self._first > 0 else self._capacity - 1
        ptr_init(self._items, self._first, value)
        self._size += 1

    def pop(self) -> T:
        """Remove the element at the right end and give it."""
        if self._size == 0:
            raise IndexError("pop from an empty deque")
        self._size -= 1
        return ptr_take(self._items, self._at(self._size))

    def popleft(self) -> T:
        """Remove the element at the left end and give it."""
        if self._size == 0:
            raise IndexError("pop from an empty deque")
        value = ptr_take(self._items, self._first)
        self._first = self._at(1)
        self._size -= 1
        return value

    def extend(self, iterable) -> None:
        """Add all elements of `iterable` at the right end."""
        if isinstance(iterable, deque):
            for item in list(iterable):
                self.append(item)
        else:
            for item in iterable:
                self.append(item)

    def extendleft(self, iterable) -> None:
        """Add all elements of `iterable` at the left end, one after the other."""
        if isinstance(iterable, deque):
            for item in list(iterable):
                self.appendleft(item)
        else:
            for item in iterable:
                self.appendleft(item)

    def clear(self) -> None:
        """Remove all elements."""
        while self._size > 0:
            self.popleft()

    def rotate(self, n: int = 1) -> None:
        """Move `n` elements from the right end to the left one; to the right one if `n` is negative."""
        if self._size == 0:
            return
        for _ in range(n % self._size):
            self.appendleft(self.pop())

    def copy(self) -> deque[T]:
        """Give a deque with the same elements."""
        other = deque[T](maxlen=self._maxlen)
        for item in self:
            other.append(item)
        return other

    def count(self, value) -> int:
        """Count the elements that equal `value`."""
        found = 0
        for item in self:
            if item == value:
                found += 1
        return found

    def reverse(self) -> None:
        """Turn the order of the elements round."""
        low = 0
        high = self._size - 1
        while low < high:
            value = self[low]
            self[low] = self[high]
            self[high] = value
            low += 1
            high -= 1

    def _position(self, index: int) -> int:
        position = index if index >= 0 else index + self._size
        if position < 0 or position >= self._size:
            raise IndexError("deque index out of range")
        return self._at(position)

    def __getitem__(self, index: int) -> T:
        return ptr_load(self._items, self._position(index))

    def __setitem__(self, index: int, value: T) -> None:
        ptr_store(self._items, self._position(index), value)

    def __iter__(self):
        size = self._size
        for position in range(size):
            if self._size != size:
                raise RuntimeError("deque mutated during iteration")
            yield ptr_load(self._items, self._at(position))

    def __reversed__(self):
        size = self._size
        for position in range(size - 1, -1, -1):
            if self._size != size:
                raise RuntimeError("deque mutated during iteration")
            yield ptr_load(self._items, self._at(position))

    def __contains__(self, value) -> bool:
        for item in self:
            if item == value:
                return True
        return False

    def index(self, value, start: int = 0, stop: int = 9223372036854775807) -> int:
        """Give the position of the first element that equals `value`."""
        for position in range(clamp_index(start, self._size), clamp_index(stop, self._size)):
            if ptr_load(self._items, self._at(position)) == value:
                return position
        raise ValueError(repr(value) + " is not in deque")

    # Elements in the middle

    def insert(self, index: int, value: T) -> None:
        """Put an element in front of the one at `index`."""
        maxlen = self._maxlen
        if maxlen is not None and self._size >= maxlen:
            raise IndexError("deque already at its maximum size")
        position = clamp_index(index, self._size)
        self.append(value)
        place = self._size - 1
        while place > position:
            ptr_store(self._items, self._at(place), ptr_load(self._items, self._at(place - 1)))
            place -= 1
        ptr_store(self._items, self._at(position), value)

    def remove(self, value) -> None:
        """Remove the first element that equals `value`."""
        for position in range(self._size):
            if ptr_load(self._items, self._at(position)) == value:
                self._remove_at(position)
                return
        raise ValueError(repr(value) + " is not in deque")

    def __delitem__(self, index: int) -> None:
        position = index if index >= 0 else index + self._size
        if position < 0 or position >= self._size:
            raise IndexError("deque index out of range")
        self._remove_at(position)

    def _remove_at(self, position: int) -> None:
        for place in range(position, self._size - 1):
            ptr_store(self._items, self._at(place), ptr_load(self._items, self._at(place + 1)))
        self.pop()

    # Operators

    def __add__(self, other: deque[T]) -> deque[T]:
        result = self.copy()
        for item in other:
            result.append(item)
        return result

    def __iadd__(self, other) -> deque[T]:
        self.extend(other)
        return self

    def __mul__(self, count: int) -> deque[T]:
        result = deque[T](maxlen=self._maxlen)
        for _ in range(count):
            for item in self:
                result.append(item)
        return result

    def __rmul__(self, count: int) -> deque[T]:
        return self.__mul__(count)

    def __copy__(self) -> deque[T]:
        return self.copy()

    # Comparison

    def __eq__(self, other) -> bool:
        if isinstance(other, deque):
            return list(self) == list(other)
        else:
            return False

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __lt__(self, other: deque[T]) -> bool:
        return list(self) < list(other)

    def __le__(self, other: deque[T]) -> bool:
        return list(self) <= list(other)

    def __gt__(self, other: deque[T]) -> bool:
        return list(self) > list(other)

    def __ge__(self, other: deque[T]) -> bool:
        return list(self) >= list(other)

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'collections.deque'")

    def __repr__(self) -> str:
        items: list[T] = []
        for item in self:
            items.append(item)
        maxlen = self._maxlen
        if maxlen is None:
            return "deque(" + repr(items) + ")"
        return "deque(" + repr(items) + ", maxlen=" + str(maxlen) + ")"
