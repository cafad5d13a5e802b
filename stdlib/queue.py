"""Queues. Programs have one thread: waiting for what never comes is an error here."""

from collections import deque
from heapq import heappop, heappush

__all__ = ["Empty", "Full", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"]


class Empty(Exception):
    """There is nothing to get."""


class Full(Exception):
    """There is no room to put anything."""


class Queue[T]:
    """First in, first out.

    >>> tasks = Queue()
    >>> tasks.put(1)
    >>> tasks.get()
    1
    """

    maxsize: int
    queue: deque[T]
    unfinished_tasks: int

    def __init__(self, maxsize: int = 0) -> None:
        self.maxsize = maxsize
        self.queue = deque[T]()
        self.unfinished_tasks = 0

    def qsize(self) -> int:
        """Give the number of elements."""
        return len(self.queue)

    def empty(self) -> bool:
        """Say whether there are no elements."""
        return len(self.queue) == 0

    def full(self) -> bool:
        """Say whether there is no room."""
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Add an element."""
        check_room(self.full(), block and timeout is None)
        self.queue.append(item)
        self.unfinished_tasks += 1

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Remove the element that was added first and give it."""
        check_any(self.empty(), block and timeout is None)
        return self.queue.popleft()

    def put_nowait(self, item: T) -> None:
        """Add an element, or raise `Full`."""
        self.put(item, False)

    def get_nowait(self) -> T:
        """Remove the next element and give it, or raise `Empty`."""
        return self.get(False)

    def task_done(self) -> None:
        """Say that what was got is done."""
        if self.unfinished_tasks == 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self) -> None:
        """Wait until everything is done."""
        if self.unfinished_tasks > 0:
            raise RuntimeError("the program waits for itself")


class SimpleQueue[T](Queue[T]):
    """First in, first out, without a limit."""


class LifoQueue[T]:
    """Last in, first out."""

    maxsize: int
    queue: list[T]

    def __init__(self, maxsize: int = 0) -> None:
        self.maxsize = maxsize
        self.queue = []

    def qsize(self) -> int:
        """Give the number of elements."""
        return len(self.queue)

    def empty(self) -> bool:
        """Say whether there are no elements."""
        return len(self.queue) == 0

    def full(self) -> bool:
        """Say whether there is no room."""
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Add an element."""
        check_room(self.full(), block and timeout is None)
        self.queue.append(item)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Remove the element that was added last and give it."""
        check_any(self.empty(), block and timeout is None)
        return self.queue.pop()

    def put_nowait(self, item: T) -> None:
        """Add an element, or raise `Full`."""
        self.put(item, False)

    def get_nowait(self) -> T:
        """Remove the next element and give it, or raise `Empty`."""
        return self.get(False)


class PriorityQueue[T]:
    """The least element first.

    >>> tasks = PriorityQueue()
    >>> tasks.put((2, "b"))
    >>> tasks.put((1, "a"))
    >>> tasks.get()
    (1, 'a')
    """

    maxsize: int
    queue: list[T]

    def __init__(self, maxsize: int = 0) -> None:
        self.maxsize = maxsize
        self.queue = []

    def qsize(self) -> int:
        """Give the number of elements."""
        return len(self.queue)

    def empty(self) -> bool:
        """Say whether there are no elements."""
        return len(self.queue) == 0

    def full(self) -> bool:
        """Say whether there is no room."""
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Add an element."""
        check_room(self.full(), block and timeout is None)
        heappush(self.queue, item)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Remove the least element and give it."""
        check_any(self.empty(), block and timeout is None)
        return heappop(self.queue)

    def put_nowait(self, item: T) -> None:
        """Add an element, or raise `Full`."""
        self.put(item, False)

    def get_nowait(self) -> T:
        """Remove the next element and give it, or raise `Empty`."""
        return self.get(False)


def check_room(is_full: bool, waits: bool) -> None:
    """Raise an error where there is no room."""
    if is_full:
        if waits:
            raise RuntimeError("the program waits for itself")
        raise Full()


def check_any(is_empty: bool, waits: bool) -> None:
    """Raise an error where there is nothing."""
    if is_empty:
        if waits:
            raise RuntimeError("the program waits for itself")
        raise Empty()
