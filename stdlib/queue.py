"""Queues, by which threads hand things to each other. A program that would wait for itself gets an error."""

from collections import deque
from heapq import heappop, heappush

import _tasks
from _queue import Empty
from _tasks import Waiters

__all__ = ["Empty", "Full", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"]


class Full(Exception):
    """There is no room to put anything."""


class _Gate:
    """Counts what is in a queue, and lets threads wait until they can put and get."""

    maxsize: int
    size: int
    unfinished: int
    _getters: Waiters
    _putters: Waiters
    _joiners: Waiters

    def __init__(self, maxsize: int) -> None:
        self.maxsize = maxsize
        self.size = 0
        self.unfinished = 0
        self._getters = Waiters()
        self._putters = Waiters()
        self._joiners = Waiters()

    def is_full(self) -> bool:
        """Say whether there is no room."""
        return 0 < self.maxsize <= self.size

    def put(self, block: bool, timeout: float | None) -> None:
        """Wait until there is room, and note that something is put there."""
        end = _end_of(block, timeout)
        while self.is_full():
            if not block or not self._putters.wait(_left(end)):
                raise Full()
        self.size += 1
        self.unfinished += 1
        self._getters.wake()

    def get(self, block: bool, timeout: float | None) -> None:
        """Wait until there is something, and note that it is taken."""
        end = _end_of(block, timeout)
        while self.size == 0:
            if not block or not self._getters.wait(_left(end)):
                raise Empty()
        self.size -= 1
        self._putters.wake()

    def done(self) -> None:
        """Note that what was got is done."""
        if self.unfinished == 0:
            raise ValueError("task_done() called too many times")
        self.unfinished -= 1
        if self.unfinished == 0:
            self._joiners.wake_all()

    def join(self) -> None:
        """Wait until everything is done."""
        while self.unfinished > 0:
            self._joiners.wait(None)


def _end_of(block: bool, timeout: float | None) -> float | None:
    """Give when to stop waiting, in seconds."""
    if not block or timeout is None:
        return None
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return _tasks.monotonic_ns() / 1e9 + timeout


def _left(end: float | None) -> float | None:
    return None if end is None else max(end - _tasks.monotonic_ns() / 1e9, 0.0)


class Queue[T]:
    """First in, first out.

    >>> tasks = Queue()
    >>> tasks.put(1)
    >>> tasks.get()
    1
    """

    queue: deque[T]
    _gate: _Gate

    def __init__(self, maxsize: int = 0) -> None:
        self.queue = deque[T]()
        self._gate = _Gate(maxsize)

    @property
    def maxsize(self) -> int:
        """How many elements there is room for; 0 if that is not limited."""
        return self._gate.maxsize

    @property
    def unfinished_tasks(self) -> int:
        """How many elements are not done."""
        return self._gate.unfinished

    def qsize(self) -> int:
        """Give the number of elements."""
        return self._gate.size

    def empty(self) -> bool:
        """Say whether there are no elements."""
        return self._gate.size == 0

    def full(self) -> bool:
        """Say whether there is no room."""
        return self._gate.is_full()

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Add an element."""
        self._gate.put(block, timeout)
        self.queue.append(item)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Remove the element that was added first and give it."""
        self._gate.get(block, timeout)
        return self.queue.popleft()

    def put_nowait(self, item: T) -> None:
        """Add an element, or raise `Full`."""
        self.put(item, False)

    def get_nowait(self) -> T:
        """Remove the next element and give it, or raise `Empty`."""
        return self.get(False)

    def task_done(self) -> None:
        """Say that what was got is done."""
        self._gate.done()

    def join(self) -> None:
        """Wait until everything is done."""
        self._gate.join()


class SimpleQueue[T](Queue[T]):
    """First in, first out, without a limit."""

    def __init__(self) -> None:
        super().__init__(0)


class LifoQueue[T]:
    """Last in, first out."""

    queue: list[T]
    _gate: _Gate

    def __init__(self, maxsize: int = 0) -> None:
        self.queue = []
        self._gate = _Gate(maxsize)

    @property
    def maxsize(self) -> int:
        """How many elements there is room for; 0 if that is not limited."""
        return self._gate.maxsize

    @property
    def unfinished_tasks(self) -> int:
        """How many elements are not done."""
        return self._gate.unfinished

    def qsize(self) -> int:
        """Give the number of elements."""
        return self._gate.size

    def empty(self) -> bool:
        """Say whether there are no elements."""
        return self._gate.size == 0

    def full(self) -> bool:
        """Say whether there is no room."""
        return self._gate.is_full()

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Add an element."""
        self._gate.put(block, timeout)
        self.queue.append(item)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Remove the element that was added last and give it."""
        self._gate.get(block, timeout)
        return self.queue.pop()

    def put_nowait(self, item: T) -> None:
        """Add an element, or raise `Full`."""
        self.put(item, False)

    def get_nowait(self) -> T:
        """Remove the next element and give it, or raise `Empty`."""
        return self.get(False)

    def task_done(self) -> None:
        """Say that what was got is done."""
        self._gate.done()

    def join(self) -> None:
        """Wait until everything is done."""
        self._gate.join()


class PriorityQueue[T]:
    """The least element first.

    >>> tasks = PriorityQueue()
    >>> tasks.put((2, "b"))
    >>> tasks.put((1, "a"))
    >>> tasks.get()
    (1, 'a')
    """

    queue: list[T]
    _gate: _Gate

    def __init__(self, maxsize: int = 0) -> None:
        self.queue = []
        self._gate = _Gate(maxsize)

    @property
    def maxsize(self) -> int:
        """How many elements there is room for; 0 if that is not limited."""
        return self._gate.maxsize

    @property
    def unfinished_tasks(self) -> int:
        """How many elements are not done."""
        return self._gate.unfinished

    def qsize(self) -> int:
        """Give the number of elements."""
        return self._gate.size

    def empty(self) -> bool:
        """Say whether there are no elements."""
        return self._gate.size == 0

    def full(self) -> bool:
        """Say whether there is no room."""
        return self._gate.is_full()

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Add an element."""
        self._gate.put(block, timeout)
        heappush(self.queue, item)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Remove the least element and give it."""
        self._gate.get(block, timeout)
        return heappop(self.queue)

    def put_nowait(self, item: T) -> None:
        """Add an element, or raise `Full`."""
        self.put(item, False)

    def get_nowait(self) -> T:
        """Remove the next element and give it, or raise `Empty`."""
        return self.get(False)

    def task_done(self) -> None:
        """Say that what was got is done."""
        self._gate.done()

    def join(self) -> None:
        """Wait until everything is done."""
        self._gate.join()
