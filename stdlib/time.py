"""Clocks."""

from pyc import extern
from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, ptr_cast, ptr_init, ptr_load

__all__ = [
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "time",
    "time_ns",
]

# The numbers that Linux has for its clocks.
REALTIME = 0
MONOTONIC = 1
PROCESS = 2


@extern("clock_gettime")
def _clock(clock: int, target: Ptr[u8]) -> int: ...


@extern("nanosleep")
def _sleep(duration: Ptr[u8], rest: Ptr[u8]) -> int: ...


def _read(clock: int) -> int:
    data = alloc(16)
    _clock(clock, data)
    words = ptr_cast[int](data)
    now = ptr_load(words, 0) * 1000000000 + ptr_load(words, 1)
    free(data)
    return now


def time_ns() -> int:
    """Give the nanoseconds since 1970."""
    return _read(REALTIME)


def time() -> float:
    """Give the seconds since 1970."""
    return time_ns() / 1e9


def monotonic_ns() -> int:
    """Give the nanoseconds of a clock that never goes back."""
    return _read(MONOTONIC)


def monotonic() -> float:
    """Give the seconds of a clock that never goes back."""
    return monotonic_ns() / 1e9


def perf_counter_ns() -> int:
    """Give the nanoseconds of the clock for measuring."""
    return _read(MONOTONIC)


def perf_counter() -> float:
    """Give the seconds of the clock for measuring."""
    return perf_counter_ns() / 1e9


def process_time_ns() -> int:
    """Give the nanoseconds that the program has used of the processor."""
    return _read(PROCESS)


def process_time() -> float:
    """Give the seconds that the program has used of the processor."""
    return process_time_ns() / 1e9


def sleep(secs) -> None:
    """Wait."""
    nanoseconds = int(secs * 1e9)
    if nanoseconds < 0:
        raise ValueError("sleep length must be non-negative")
    data = alloc(16)
    words = ptr_cast[int](data)
    ptr_init(words, 0, nanoseconds // 1000000000)
    ptr_init(words, 1, nanoseconds % 1000000000)
    _sleep(data, data)
    free(data)
