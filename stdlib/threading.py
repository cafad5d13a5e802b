"""Threads. One runs at a time, and it runs until it waits: for a lock, for another thread, for a time.

CPython's threads take turns under a lock of their own and are as little parallel, so that programs which wait for each other correctly do the same here. A loop that
waits for a variable to change, without calling anything that waits, does not end.
"""

from builtins.exceptions import print_exception

import _tasks
from _calls import Call, Work
from _tasks import Task, Waiters
from pyc import unroll
from pyc._runtime import file_flush, file_write
from pyc.unsafe import Keywords, object_address

__all__ = [
    "TIMEOUT_MAX",
    "Barrier",
    "BoundedSemaphore",
    "BrokenBarrierError",
    "Condition",
    "Event",
    "ExceptHookArgs",
    "Lock",
    "RLock",
    "Semaphore",
    "Thread",
    "ThreadError",
    "Timer",
    "active_count",
    "current_thread",
    "enumerate",
    "excepthook",
    "get_ident",
    "get_native_id",
    "main_thread",
    "stack_size",
]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


# Threads


class Thread(Task):
    """Something that runs beside the rest of the program.

    >>> words = []
    >>> thread = Thread(target=words.append, args=("hello",))
    >>> thread.start()
    >>> thread.join()
    >>> words
    ['hello']
    """

    name: str
    _ident: int | None
    _work: Work | None

    def __init__(
        self, group=None, target=None, name: str | None = None, args=(), kwargs=None, *, daemon: bool | None = None
    ) -> None:
        super().__init__()
        self.name = _new_name(target) if name is None else str(name)
        self._ident = None
        if _names.count < 0:
            # It never is: this tells the compiler what the function puts into its arguments.
            Call(target, args, kwargs).do()
        self._work = Call(target, args, kwargs)
        self.is_daemon = _tasks.current().is_daemon if daemon is None else daemon

    # Running

    def run(self) -> None:
        """Do what the thread is for."""
        work = self._work
        if work is not None:
            work.do()
            self._work = None

    def body(self) -> None:
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs(error, self))

    def start(self) -> None:
        """Begin to run."""
        if self._ident is not None:
            raise RuntimeError("threads can only be started once")
        main_thread()
        self._ident = object_address(self)
        _tasks.start(self)

    def join(self, timeout: float | None = None) -> None:
        """Wait until the thread has ended, or for some time."""
        if self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is _tasks.current():
            raise RuntimeError("cannot join current thread")
        self.wait_for_end(timeout)

    def is_alive(self) -> bool:
        """Say whether the thread runs."""
        return self._ident is not None and not self.is_finished

    # What it is

    @property
    def ident(self) -> int | None:
        """A number that no other thread has, once it is started."""
        return self._ident

    @property
    def native_id(self) -> int | None:
        """The same number: the system knows of one thread."""
        return self._ident

    @property
    def daemon(self) -> bool:
        """Whether the program ends without the thread."""
        return self.is_daemon

    @daemon.setter
    def daemon(self, value: bool) -> None:
        if self._ident is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self.is_daemon = value

    def getName(self) -> str:
        """Give the name."""
        return self.name

    def setName(self, name: str) -> None:
        """Change the name."""
        self.name = name

    def isDaemon(self) -> bool:
        """Say whether the program ends without the thread."""
        return self.is_daemon

    def setDaemon(self, daemonic: bool) -> None:
        """Say whether the program ends without the thread."""
        self.daemon = daemonic

    def __repr__(self) -> str:
        state = "initial" if self._ident is None else "stopped" if self.is_finished else "started"
        daemon = " daemon" if self.is_daemon else ""
        ident = "" if self._ident is None else f" {self._ident}"
        return f"<{type(self).__name__}({self.name}, {state}{daemon}{ident})>"


class _MainThread(Thread):
    """The thread that the program begins in."""

    def __init__(self) -> None:
        super().__init__(name="MainThread", daemon=False)
        self._ident = object_address(self)


class Timer(Thread):
    """Calls a function after some time, unless it is cancelled.

    >>> timer = Timer(0.01, print, ["now"])
    >>> timer.start()
    >>> timer.join()
    now
    """

    interval: float
    finished: Event

    def __init__(self, interval: float, function, args=None, kwargs=None) -> None:
        super().__init__(None, function, None, () if args is None else args, kwargs)
        self.name = self.name.partition(" ")[0]
        self.interval = float(interval)
        self.finished = Event()

    def cancel(self) -> None:
        """Stop waiting."""
        self.finished.set()

    def run(self) -> None:
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            super().run()
        self.finished.set()


class _Names:
    """Numbers the threads that are given no name."""

    count: int

    def __init__(self) -> None:
        self.count = 0


_names: _Names = _Names()


def _new_name(target) -> str:
    _names.count += 1
    if target is None:
        return f"Thread-{_names.count}"
    elif hasattr(target, "__name__"):
        return f"Thread-{_names.count} ({target.__name__})"
    else:
        return f"Thread-{_names.count}"


class ExceptHookArgs:
    """An exception that nothing in a thread handles."""

    exc_value: BaseException
    thread: Thread

    def __init__(self, exc_value: BaseException, thread: Thread) -> None:
        self.exc_value = exc_value
        self.thread = thread


def excepthook(args: ExceptHookArgs, /) -> None:
    """Say on standard error how a thread has ended."""
    text = f"Exception in thread {args.thread.name}:\n"
    file_flush(1)
    file_write(2, text._data, text._size)
    print_exception(args.exc_value)


def _thread_of(task: Task) -> Thread:
    return task if isinstance(task, Thread) else main_thread()


def current_thread() -> Thread:
    """Give the thread that runs."""
    return _thread_of(_tasks.current())


def main_thread() -> Thread:
    """Give the thread that the program began in."""
    task = _tasks.program()
    if isinstance(task, Thread):
        return task
    # Before others are started nobody knows the task that the program was so far.
    thread = _MainThread()
    _tasks.be_program(thread)
    return thread


def active_count() -> int:
    """Give the number of threads that run."""
    return len(_tasks.alive()) + 1


def enumerate() -> list[Thread]:
    """Give the threads that run."""
    return [main_thread(), *[_thread_of(task) for task in _tasks.alive()]]


def get_ident() -> int:
    """Give the number of the thread that runs."""
    return current_thread().ident or 0


def get_native_id() -> int:
    """Give the number of the thread that runs."""
    return get_ident()


def stack_size(size: int = 0) -> int:
    """Say how large the stacks of the next threads are to be; give what was said before."""
    if size < 0 or 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    return _tasks.set_stack_size(size)


# Locks


def _check_timeout(blocking: bool, timeout: float) -> None:
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")


class Lock:
    """Something that one thread has at a time.

    >>> lock = Lock()
    >>> with lock:
    ...     lock.locked()
    True
    """

    _is_locked: bool
    _waiters: Waiters

    def __init__(self) -> None:
        self._is_locked = False
        self._waiters = Waiters()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Wait for the lock and take it; say whether that worked."""
        _check_timeout(blocking, timeout)
        while self._is_locked:
            if not blocking or not self._waiters.wait(None if timeout == -1 else timeout):
                return False
        self._is_locked = True
        return True

    def release(self) -> None:
        """Give the lock back."""
        if not self._is_locked:
            raise RuntimeError("release unlocked lock")
        self._is_locked = False
        self._waiters.wake()

    def locked(self) -> bool:
        """Say whether somebody has the lock."""
        return self._is_locked

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback) -> None:
        self.release()

    # What a condition asks of its lock

    def _is_owned(self) -> bool:
        return self._is_locked

    def _release_all(self) -> int:
        self.release()
        return 1

    def _take_back(self, count: int) -> None:
        self.acquire()


class RLock(Lock):
    """A lock that the thread which has it may take again."""

    _owner: Task | None
    _count: int

    def __init__(self) -> None:
        super().__init__()
        self._owner = None
        self._count = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if self._owner is _tasks.current():
            self._count += 1
            return True
        if not super().acquire(blocking, timeout):
            return False
        self._owner = _tasks.current()
        self._count = 1
        return True

    def release(self) -> None:
        if self._owner is not _tasks.current():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._owner = None
            super().release()

    def _is_owned(self) -> bool:
        return self._owner is _tasks.current()

    def _release_all(self) -> int:
        count = self._count
        self._count = 1
        self.release()
        return count

    def _take_back(self, count: int) -> None:
        self.acquire()
        self._count = count


class Condition:
    """Lets threads wait for each other's changes."""

    _lock: Lock
    _waiters: Waiters

    def __init__(self, lock: Lock | None = None) -> None:
        self._lock = RLock() if lock is None else lock
        self._waiters = Waiters()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock."""
        return self._lock.acquire(blocking, timeout)

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()

    def __enter__(self) -> bool:
        return self._lock.acquire()

    def __exit__(self, exc_type, exc_value, traceback) -> None:
        self._lock.release()

    def wait(self, timeout: float | None = None) -> bool:
        """Give the lock back until somebody notifies; say whether somebody did."""
        if not self._lock._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        count = self._lock._release_all()
        was_woken = self._waiters.wait(timeout)
        self._lock._take_back(count)
        return was_woken

    def wait_for(self, predicate, timeout: float | None = None):
        """Wait until a function says that what is waited for is so; give what it gives."""
        end = None if timeout is None else _tasks.monotonic_ns() + int(timeout * 1e9)
        result = predicate()
        while not result:
            if end is None:
                self.wait()
            else:
                left = end - _tasks.monotonic_ns()
                if left <= 0:
                    break
                self.wait(left / 1e9)
            result = predicate()
        return result

    def notify(self, n: int = 1) -> None:
        """Let some of those that wait go on."""
        if not self._lock._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._waiters.wake(n)

    def notify_all(self) -> None:
        """Let all that wait go on."""
        self.notify(len(self._waiters))


class Event:
    """Something that happens.

    >>> event = Event()
    >>> event.is_set(), event.set(), event.is_set()
    (False, None, True)
    """

    _is_set: bool
    _waiters: Waiters

    def __init__(self) -> None:
        self._is_set = False
        self._waiters = Waiters()

    def is_set(self) -> bool:
        """Say whether it has happened."""
        return self._is_set

    def set(self) -> None:
        """Let it happen, and all that wait go on."""
        self._is_set = True
        self._waiters.wake_all()

    def clear(self) -> None:
        """Let it not have happened."""
        self._is_set = False

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it happens, or for some time; say whether it has."""
        if not self._is_set:
            return self._waiters.wait(timeout)
        return True


class Semaphore:
    """Something that a number of threads have at a time."""

    _value: int
    _waiters: Waiters

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._waiters = Waiters()

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        """Wait until there is room; say whether there was."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        while self._value == 0:
            if not blocking or not self._waiters.wait(timeout):
                return False
        self._value -= 1
        return True

    def release(self, n: int = 1) -> None:
        """Make room."""
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n
        self._waiters.wake(n)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback) -> None:
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that has no more room than at first."""

    _initial_value: int

    def __init__(self, value: int = 1) -> None:
        super().__init__(value)
        self._initial_value = value

    def release(self, n: int = 1) -> None:
        if n >= 1 and self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class BrokenBarrierError(RuntimeError):
    """Not all come to a barrier."""


class Barrier:
    """Lets threads go on when a number of them have come."""

    parties: int
    broken: bool
    _action: Work
    _timeout: float | None
    _waiters: Waiters

    def __init__(self, parties: int, action=None, timeout: float | None = None) -> None:
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties = parties
        self.broken = False
        self._action = Call(action, (), None)
        self._timeout = timeout
        self._waiters = Waiters()

    @property
    def n_waiting(self) -> int:
        """How many have come."""
        return len(self._waiters)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the others; give a number from 0 on that none of the others gets."""
        if self.broken:
            raise BrokenBarrierError()
        place = len(self._waiters)
        if place + 1 == self.parties:
            try:
                self._action.do()
            except BaseException:
                self.abort()
                raise
            self._waiters.wake_all()
            return place
        came = self._waiters.wait(self._timeout if timeout is None else timeout)
        if not came:
            self.abort()
        if self.broken:
            raise BrokenBarrierError()
        return place

    def abort(self) -> None:
        """Let those that wait, and those that come, get an error."""
        self.broken = True
        self._waiters.wake_all()

    def reset(self) -> None:
        """Begin anew; those that wait get an error."""
        if len(self._waiters) > 0:
            self.abort()
            _tasks.give_way()
        self.broken = False
