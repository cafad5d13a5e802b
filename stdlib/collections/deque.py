"""A queue with two ends."""


class deque[T]:
    """Elements in a ring: adding and removing at both ends takes constant time.

    >>> queue = deque([1, 2])
    >>> queue.append(3)
    >>> queue.popleft()
    1
    """

    _items: list[T]
    _first: int
    _size: int
    _maxlen: int | None

    def __init__(self, iterable=(), maxlen: int | None = None) -> None:
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
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

    def _at(self, position: int) -> int:
        """Give the place of the element at a position."""
        place = self._first + position
        return place if place < len(self._items) else place - len(self._items)

    def _make_room(self, filler: T) -> None:
        """Double the ring if it is full; the elements then start at its first place."""
        if self._size < len(self._items):
            return
        items: list[T] = []
        for position in range(self._size):
            items.append(self._items[self._at(position)])
        for _ in range(max(8, self._size)):
            items.append(filler)
        self._items = items
        self._first = 0

    def append(self, value: T) -> None:
        """Add an element at the right end; with `maxlen` the one at the left end may have to go."""
        maxlen = self._maxlen
        if maxlen is not None and self._size == maxlen:
            if maxlen == 0:
                return
            self.popleft()
        self._make_room(value)
        self._items[self._at(self._size)] = value
        self._size += 1

    def appendleft(self, value: T) -> None:
        """Add an element at the left end; with `maxlen` the one at the right end may have to go."""
        maxlen = self._maxlen
        if maxlen is not None and self._size == maxlen:
            if maxlen == 0:
                return
            self.pop()
        self._make_room(value)
        self._first = self._first - 1 if self._first > 0 else len(self._items) - 1
        self._items[self._first] = value
        self._size += 1

    def pop(self) -> T:
        """Remove the element at the right end and give it."""
        if self._size == 0:
            raise IndexError("pop from an empty deque")
        self._size -= 1
        return self._items[self._at(self._size)]

    def popleft(self) -> T:
        """Remove the element at the left end and give it."""
        if self._size == 0:
            raise IndexError("pop from an empty deque")
        value = self._items[self._first]
        self._first = self._at(1)
        self._size -= 1
        return value

    def extend(self, iterable) -> None:
        """Add all elements of `iterable` at the right end."""
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable) -> None:
        """Add all elements of `iterable` at the left end, one after the other."""
        for item in iterable:
            self.appendleft(item)

    def clear(self) -> None:
        """Remove all elements."""
        self._items = []
        self._first = 0
        self._size = 0

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
        return self._items[self._position(index)]

    def __setitem__(self, index: int, value: T) -> None:
        self._items[self._position(index)] = value

    def __iter__(self):
        size = self._size
        for position in range(size):
            if self._size != size:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._at(position)]

    def __contains__(self, value) -> bool:
        for item in self:
            if item == value:
                return True
        return False

    def __eq__(self, other: deque[T]) -> bool:
        if self._size != len(other):
            return False
        for position in range(self._size):
            if self[position] != other[position]:
                return False
        return True

    def __repr__(self) -> str:
        items: list[T] = []
        for item in self:
            items.append(item)
        maxlen = self._maxlen
        if maxlen is None:
            return "deque(" + repr(items) + ")"
        return "deque(" + repr(items) + ", maxlen=" + str(maxlen) + ")"
