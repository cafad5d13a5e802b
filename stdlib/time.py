"""Clocks."""

from typing import NamedTuple

import _tasks
from _calendar_days import DAY_NAMES, MONTH_NAMES, day_number, day_of_number
from _strftime import Fields, format_time
from _strptime import Reader

from pyc import extern
from pyc.fixed import i32, u8
from pyc.unsafe import Ptr, alloc, free, ptr_cast, ptr_init, ptr_load

__all__ = [
    "asctime",
    "ctime",
    "gmtime",
    "localtime",
    "mktime",
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "strftime",
    "strptime",
    "struct_time",
    "time",
    "time_ns",
]

# The numbers that Linux has for its clocks.
REALTIME = 0
MONOTONIC = 1
PROCESS = 2


@extern("clock_gettime")
def _clock(clock: int, target: Ptr[u8]) -> int: ...


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
    if secs < 0:
        raise ValueError("sleep length must be non-negative")
    _tasks.sleep(float(secs))


# Times in parts


class struct_time(NamedTuple):
    """A time in parts."""

    tm_year: int
    tm_mon: int
    tm_mday: int
    tm_hour: int
    tm_min: int
    tm_sec: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int

    def __repr__(self) -> str:
        day = f"tm_year={self.tm_year}, tm_mon={self.tm_mon}, tm_mday={self.tm_mday}"
        clock = f"tm_hour={self.tm_hour}, tm_min={self.tm_min}, tm_sec={self.tm_sec}"
        rest = f"tm_wday={self.tm_wday}, tm_yday={self.tm_yday}, tm_isdst={self.tm_isdst}"
        return f"time.struct_time({day}, {clock}, {rest})"

    @property
    def tm_gmtoff(self) -> int:
        """The seconds that local time is ahead of UTC then."""
        return _zone(mktime_of(self))[0]

    @property
    def tm_zone(self) -> str:
        """The name of the zone then."""
        return _zone(mktime_of(self))[1]


# C's `struct tm`: nine numbers of 32 bits, the seconds ahead of UTC at 40, and the address of the name of the zone at 48.
TM_SIZE = 56


@extern("localtime_r")
def _c_localtime(seconds: Ptr[u8], target: Ptr[u8]) -> Ptr[u8]: ...


@extern("mktime")
def _c_mktime(parts: Ptr[u8]) -> int: ...


@extern("tzset")
def _c_tzset() -> None: ...


def _local_parts(seconds: int) -> Ptr[u8]:
    """Give a new `struct tm`."""
    data = alloc(8 + TM_SIZE)
    ptr_init(ptr_cast[int](data), 0, seconds)
    _c_tzset()
    _c_localtime(data, data + 8)
    return data


def _zone(seconds: int) -> tuple[int, str]:
    """Give the offset and the name of the zone at some moment."""
    data = _local_parts(seconds)
    offset = ptr_load(ptr_cast[int](data + 48), 0)
    name = ptr_load(ptr_cast[Ptr[u8]](data + 56), 0)
    letters: list[str] = []
    at = 0
    while int(ptr_load(name, at)) != 0:
        letters.append(chr(int(ptr_load(name, at))))
        at += 1
    free(data)
    return (offset, "".join(letters))


def _seconds(secs) -> int:
    """Give the whole seconds of a moment, of the present one for `None`."""
    if secs is None:
        return time_ns() // 1000000000
    else:
        return int(secs // 1)


def localtime(seconds=None) -> struct_time:
    """Give the parts of a moment, where the program runs."""
    data = _local_parts(_seconds(seconds))
    parts = [int(ptr_load(ptr_cast[i32](data + 8), at)) for at in range(9)]
    free(data)
    return struct_time(
        parts[5] + 1900,
        parts[4] + 1,
        parts[3],
        parts[2],
        parts[1],
        parts[0],
        (parts[6] + 6) % 7,
        parts[7] + 1,
        parts[8],
    )


def gmtime(seconds=None) -> struct_time:
    """Give the parts of a moment in UTC.

    >>> gmtime(0)[:6]
    (1970, 1, 1, 0, 0, 0)
    """
    days, rest = divmod(_seconds(seconds), 86400)
    year, month, day = day_of_number(days + 719163)
    fields = Fields(year, month, day, 0, 0, 0, -1, "", "")
    return struct_time(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, fields.weekday, fields.passed, 0)


def mktime_of(t: struct_time) -> int:
    """Give the seconds since 1970 of parts where the program runs."""
    data = alloc(TM_SIZE)
    words = ptr_cast[i32](data)
    for at, part in enumerate([t[5], t[4], t[3], t[2], t[1] - 1, t[0] - 1900, (t[6] + 1) % 7, t[7] - 1, t[8]]):
        ptr_init(words, at, i32(part))
    result = _c_mktime(data)
    free(data)
    return result


def mktime(t: struct_time) -> float:
    """Give the seconds since 1970 of parts where the program runs."""
    return float(mktime_of(t))


def strftime(format: str, t: struct_time | None = None) -> str:
    """Give a time in the form that `%` and letters describe.

    >>> strftime("%d.%m.%Y", gmtime(86400))
    '02.01.1970'
    """
    parts = localtime() if t is None else t
    offset, name = _zone(mktime_of(parts)) if "%z" in format or "%Z" in format else (0, "")
    minutes = abs(offset) // 60
    shown = f"{'-' if offset < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"
    fields = Fields(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], -1, shown, name)
    return format_time(format, fields)


def strptime(data_string: str, format: str = "%a %b %d %H:%M:%S %Y") -> struct_time:
    """Read a time in a form that `%` and letters describe."""
    reader = Reader(data_string, format)
    reader.read()
    passed = day_number(reader.year, reader.month, reader.day) - day_number(reader.year, 1, 1) + 1
    return struct_time(
        reader.year,
        reader.month,
        reader.day,
        reader.hour,
        reader.minute,
        reader.second,
        reader.weekday,
        passed,
        0 if reader.zone != "" else -1,
    )


def asctime(t: struct_time | None = None) -> str:
    """Give a time like `Thu Jan  1 00:00:00 1970`."""
    parts = localtime() if t is None else t
    name = f"{DAY_NAMES[parts[6]][:3]} {MONTH_NAMES[parts[1]][:3]}"
    return f"{name} {parts[2]:2} {parts[3]:02}:{parts[4]:02}:{parts[5]:02} {parts[0]}"


def ctime(seconds=None) -> str:
    """Give a moment like `Thu Jan  1 00:00:00 1970`, where the program runs."""
    return asctime(localtime(seconds))
