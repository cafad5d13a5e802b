"""What a function will give."""

import _tasks
from _tasks import Waiters

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class CancelledError(Exception):
    """The function was not called, for that was cancelled."""


class InvalidStateError(Exception):
    """A future can't do this now."""


class Progress:
    """How far a call is."""

    state: str
    error: BaseException | None
    waiters: Waiters

    def __init__(self) -> None:
        self.state = "pending"
        self.error = None
        self.waiters = Waiters()

    def is_over(self) -> bool:
        """Say whether there is nothing to wait for."""
        return self.state == "finished" or self.state == "cancelled"

    def wait(self, timeout: float | None) -> None:
        """Wait for the end."""
        if not self.is_over() and not self.waiters.wait(timeout):
            raise TimeoutError()
        if self.state == "cancelled":
            raise CancelledError()


class Future[T]:
    """What a function gives when it has been called."""

    _progress: Progress
    # Empty until there is a result.
    _results: list[T]

    def __init__(self, progress: Progress, results: list[T]) -> None:
        self._progress = progress
        self._results = results

    def result(self, timeout: float | None = None) -> T:
        """Wait for the result, and give it, or raise what the function raised."""
        self._progress.wait(timeout)
        error = self._progress.error
        if error is not None:
            raise error
        return self._results[0]

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """Wait for the end, and give what the function raised."""
        self._progress.wait(timeout)
        return self._progress.error

    def done(self) -> bool:
        """Say whether the function has been called, or won't be."""
        return self._progress.is_over()

    def running(self) -> bool:
        """Say whether the function runs."""
        return self._progress.state == "running"

    def cancelled(self) -> bool:
        """Say whether the function won't be called."""
        return self._progress.state == "cancelled"

    def cancel(self) -> bool:
        """Do not call the function, if it has not begun; say whether that worked."""
        progress = self._progress
        if progress.state == "pending":
            progress.state = "cancelled"
            progress.waiters.wake_all()
        return progress.state == "cancelled"

    def __repr__(self) -> str:
        error = self._progress.error
        if self._progress.state != "finished":
            return f"<Future at {id(self):#x} state={self._progress.state}>"
        if error is not None:
            return f"<Future at {id(self):#x} state=finished raised {type(error).__name__}>"
        return f"<Future at {id(self):#x} state=finished returned {type(self._results[0]).__name__}>"


def _monotonic() -> float:
    return _tasks.monotonic_ns() / 1e9


def as_completed(fs, timeout: float | None = None):
    """Give futures as they are done."""
    left = list(fs)
    end = None if timeout is None else _monotonic() + timeout
    total = len(left)
    while len(left) > 0:
        ready = [future for future in left if future.done()]
        left = [future for future in left if not future.done()]
        for future in ready:
            yield future
        if len(ready) == 0:
            if end is not None and _monotonic() >= end:
                raise TimeoutError(f"{len(left)} (of {total}) futures unfinished")
            _wait_for_any(left, end)


def _wait_for_any(futures, end: float | None) -> None:
    """Let others run until one of some futures may be done."""
    any_end.wait(None if end is None else max(end - _monotonic(), 0.0))


# Those who wait for the end of any call.
any_end: Waiters = Waiters()


def wait(fs, timeout: float | None = None, return_when: str = ALL_COMPLETED):
    """Wait for futures; give those that are done and those that are not."""
    futures = list(fs)
    end = None if timeout is None else _monotonic() + timeout
    while True:
        done = {future for future in futures if future.done()}
        not_done = {future for future in futures if not future.done()}
        failed = [future for future in done if not future.cancelled() and future.exception() is not None]
        is_enough = (return_when == FIRST_COMPLETED and len(done) > 0) or (
            return_when == FIRST_EXCEPTION and len(failed) > 0
        )
        if is_enough or len(not_done) == 0 or (end is not None and _monotonic() >= end):
            return (done, not_done)
        _wait_for_any(futures, end)
