"""Times of a day."""

from typing import ClassVar

from _strftime import Fields, format_time

from ._iso import read_time
from ._offsets import name_of, offset_of
from .delta import timedelta
from .zones import offset_text, timezone, tzinfo


def check_time(hour: int, minute: int, second: int, microsecond: int, fold: int) -> None:
    """Check that there is such a time."""
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def zone_of(offset: int | None) -> tzinfo | None:
    """Give the zone with an offset in microseconds."""
    if offset is None:
        return None
    return timezone.utc if offset == 0 else timezone(timedelta(microseconds=offset))


def clock_text(hour: int, minute: int, second: int, microsecond: int, timespec: str) -> str:
    """Give a time as ISO 8601 writes it, as far as `timespec` says."""
    match timespec:
        case "auto":
            text = f"{hour:02}:{minute:02}:{second:02}"
            return f"{text}.{microsecond:06}" if microsecond != 0 else text
        case "hours":
            return f"{hour:02}"
        case "minutes":
            return f"{hour:02}:{minute:02}"
        case "seconds":
            return f"{hour:02}:{minute:02}:{second:02}"
        case "milliseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}"
        case "microseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{microsecond:06}"
        case _:
            raise ValueError("Unknown timespec value")


def _first() -> time:
    return time(0, 0)


def _last() -> time:
    return time(23, 59, 59, 999999)


class time:
    """A time of a day.

    >>> time(9, 30).isoformat()
    '09:30:00'
    """

    min: ClassVar[time] = _first()
    max: ClassVar[time] = _last()
    resolution: ClassVar[timedelta] = timedelta(microseconds=1)

    _hour: int
    _minute: int
    _second: int
    _microsecond: int
    _tzinfo: tzinfo | None
    _fold: int

    def __init__(
        self,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        tzinfo: tzinfo | None = None,
        *,
        fold: int = 0,
    ) -> None:
        check_time(hour, minute, second, microsecond, fold)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @staticmethod
    def fromisoformat(time_string: str) -> time:
        """Read `09:30`, `093000.5` or `09:30+02:00`."""
        hour, minute, second, micros, offset = read_time(time_string.removeprefix("T"), time_string)
        return time(hour, minute, second, micros, zone_of(offset))

    @property
    def hour(self) -> int:
        """The hour, from 0 to 23."""
        return self._hour

    @property
    def minute(self) -> int:
        """The minute, from 0 to 59."""
        return self._minute

    @property
    def second(self) -> int:
        """The second, from 0 to 59."""
        return self._second

    @property
    def microsecond(self) -> int:
        """The microsecond, from 0 to 999999."""
        return self._microsecond

    @property
    def tzinfo(self) -> tzinfo | None:
        """The zone, if there is one."""
        return self._tzinfo

    @property
    def fold(self) -> int:
        """1 for the second of two equal times, when clocks are put back."""
        return self._fold

    def utcoffset(self) -> timedelta | None:
        """Say how far ahead of UTC the time is."""
        return offset_of(self._tzinfo, None)

    def tzname(self) -> str | None:
        """Give the name of the zone."""
        return name_of(self._tzinfo, None)

    def replace(
        self,
        hour: int | None = None,
        minute: int | None = None,
        second: int | None = None,
        microsecond: int | None = None,
        tzinfo=True,
    ) -> time:
        """Give the time with other parts."""
        zone = self._tzinfo
        if not isinstance(tzinfo, bool):
            zone = tzinfo
        return time(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            zone,
        )

    # Text

    def isoformat(self, timespec: str = "auto") -> str:
        """Give `09:30:00`, with microseconds and offset if there are any."""
        text = clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset, ":")

    def strftime(self, format: str) -> str:
        """Give the time in a form that `%` and letters describe."""
        offset = self.utcoffset()
        shown = "" if offset is None else offset_text(offset, "")
        name = self.tzname()
        zone = "" if name is None else name
        return format_time(
            format, Fields(1900, 1, 1, self._hour, self._minute, self._second, self._microsecond, shown, zone)
        )

    def __format__(self, format_spec: str) -> str:
        return str(self) if format_spec == "" else self.strftime(format_spec)

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        text = f"datetime.time({self._hour}, {self._minute}"
        if self._second != 0 or self._microsecond != 0:
            text += f", {self._second}"
        if self._microsecond != 0:
            text += f", {self._microsecond}"
        zone = self._tzinfo
        if zone is not None:
            text += f", tzinfo={zone!r}"
        return text + ")"

    # Comparison

    def _key(self) -> int:
        """Give the microseconds of the day, less the offset."""
        own = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return own if offset is None else own - offset // timedelta(microseconds=1)

    def _check(self, other: time) -> None:
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other):
        if isinstance(other, time):
            return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()
        else:
            return NotImplemented

    def __lt__(self, other: time) -> bool:
        self._check(other)
        return self._key() < other._key()

    def __le__(self, other: time) -> bool:
        self._check(other)
        return self._key() <= other._key()

    def __gt__(self, other: time) -> bool:
        self._check(other)
        return self._key() > other._key()

    def __ge__(self, other: time) -> bool:
        self._check(other)
        return self._key() >= other._key()

    def __hash__(self) -> int:
        return hash(self._key())
