"""Moments: dates with times."""

from typing import ClassVar

import time as clocks
from _calendar_days import DAY_NAMES, MONTH_NAMES, day_of_number, days_before_month
from _strftime import Fields
from _strptime import Reader

from ._iso import date_size, invalid, read_date, read_time
from ._offsets import dst_of, name_of, offset_of
from .clock import check_time, clock_text, time, zone_of
from .day import checked_number, date, iso_number
from .delta import timedelta
from .zones import offset_text, timezone, tzinfo

EPOCH = 719163


def _first() -> datetime:
    return datetime(1, 1, 1)


def _last() -> datetime:
    return datetime(9999, 12, 31, 23, 59, 59, 999999)


class datetime(date):
    """A moment.

    >>> datetime(2024, 2, 28, 23, 30) + timedelta(hours=1)
    datetime.datetime(2024, 2, 29, 0, 30)
    """

    min: ClassVar[datetime] = _first()
    max: ClassVar[datetime] = _last()
    resolution: ClassVar[timedelta] = timedelta(microseconds=1)

    _hour: int
    _minute: int
    _second: int
    _microsecond: int
    _tzinfo: tzinfo | None
    _fold: int

    def __init__(
        self,
        year: int,
        month: int,
        day: int,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        tzinfo: tzinfo | None = None,
        *,
        fold: int = 0,
    ) -> None:
        super().__init__(year, month, day)
        check_time(hour, minute, second, microsecond, fold)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    # Making

    @staticmethod
    def now(tz: tzinfo | None = None) -> datetime:
        """Give the moment that it is now, in some zone or where the program runs."""
        return _of_nanoseconds(clocks.time_ns(), tz)

    @staticmethod
    def today() -> datetime:
        """Give the moment that it is now, where the program runs."""
        return _of_nanoseconds(clocks.time_ns(), None)

    @staticmethod
    def utcnow() -> datetime:
        """Give the moment that it is now in UTC, without saying so."""
        return _of_nanoseconds(clocks.time_ns(), timezone.utc).replace(tzinfo=None)

    @staticmethod
    def fromtimestamp(timestamp, tz: tzinfo | None = None) -> datetime:
        """Give the moment some seconds after 1970."""
        seconds, micros = _split_seconds(timestamp)
        return _of_seconds(seconds, micros, tz)

    @staticmethod
    def utcfromtimestamp(timestamp) -> datetime:
        """Give the moment some seconds after 1970 in UTC, without saying so."""
        seconds, micros = _split_seconds(timestamp)
        return _of_seconds(seconds, micros, timezone.utc).replace(tzinfo=None)

    @staticmethod
    def fromordinal(n: int) -> datetime:
        """Give the beginning of a day by its number."""
        return datetime.combine(date.fromordinal(n), time())

    @staticmethod
    def fromisocalendar(year: int, week: int, day: int) -> datetime:
        """Give the beginning of a day by its week."""
        return datetime.fromordinal(iso_number(year, week, day))

    @staticmethod
    def fromisoformat(date_string: str) -> datetime:
        """Read `2024-02-29T23:30:00+02:00` and the like."""
        if len(date_string) < 7:
            raise invalid(date_string)
        size = date_size(date_string)
        year, month, day = read_date(date_string[:size], date_string)
        if len(date_string) <= size:
            return datetime(year, month, day)
        hour, minute, second, micros, offset = read_time(date_string[size + 1 :], date_string)
        return datetime(year, month, day, hour, minute, second, micros, zone_of(offset))

    @staticmethod
    def combine(date: date, time: time, tzinfo=True) -> datetime:
        """Give the moment of a day at some time."""
        zone = time.tzinfo
        if not isinstance(tzinfo, bool):
            zone = tzinfo
        return datetime(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone)

    @staticmethod
    def strptime(date_string: str, format: str) -> datetime:
        """Read a moment in a form that `%` and letters describe."""
        reader = Reader(date_string, format)
        reader.read()
        offset = reader.offset
        zone = zone_of(offset)
        if offset is not None and reader.zone != "":
            zone = timezone(timedelta(microseconds=offset), reader.zone.upper())
        return datetime(
            reader.year,
            reader.month,
            reader.day,
            reader.hour,
            reader.minute,
            reader.second,
            reader.microsecond,
            zone,
        )

    # Parts

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
        """1 for the second of two equal moments, when clocks are put back."""
        return self._fold

    def date(self) -> date:
        """Give the day."""
        return date(self._year, self._month, self._day)

    def time(self) -> time:
        """Give the time of the day, without a zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self) -> time:
        """Give the time of the day, with the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(
        self,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        hour: int | None = None,
        minute: int | None = None,
        second: int | None = None,
        microsecond: int | None = None,
        tzinfo=True,
    ) -> datetime:
        """Give the moment with other parts."""
        zone = self._tzinfo
        if not isinstance(tzinfo, bool):
            zone = tzinfo
        return datetime(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            zone,
        )

    # Zones

    def utcoffset(self) -> timedelta | None:
        """Say how far ahead of UTC the moment is."""
        return offset_of(self._tzinfo, self)

    def dst(self) -> timedelta | None:
        """Say how much of that is for summer."""
        return dst_of(self._tzinfo, self)

    def tzname(self) -> str | None:
        """Give the name of the zone."""
        return name_of(self._tzinfo, self)

    def astimezone(self, tz: tzinfo | None = None) -> datetime:
        """Give the same moment in another zone, or where the program runs."""
        micros = self._since_epoch()
        seconds, rest = divmod(micros, 1000000)
        if tz is None:
            parts = clocks.localtime(seconds)
            tz = timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)
        return _of_seconds(seconds, rest, tz)

    def timestamp(self) -> float:
        """Give the seconds since 1970."""
        return self._since_epoch() / 1000000

    def _since_epoch(self) -> int:
        """Give the microseconds since 1970; without a zone the moment is one where the program runs."""
        offset = self.utcoffset()
        if offset is None:
            return clocks.mktime_of(self.timetuple()) * 1000000 + self._microsecond
        return self._local_micros() - EPOCH * 86400000000 - offset // timedelta(microseconds=1)

    def _local_micros(self) -> int:
        """Give the microseconds since the day before the first, as clocks show it."""
        seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        return seconds * 1000000 + self._microsecond

    def timetuple(self) -> clocks.struct_time:
        """Give the moment as `time.localtime` does."""
        passed = days_before_month(self._year, self._month) + self._day
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        return clocks.struct_time(
            self._year,
            self._month,
            self._day,
            self._hour,
            self._minute,
            self._second,
            self.weekday(),
            passed,
            flag,
        )

    def utctimetuple(self) -> clocks.struct_time:
        """Give the moment in UTC as `time.gmtime` does."""
        offset = self.utcoffset()
        parts = self.timetuple() if offset is None else (self - offset).timetuple()
        return clocks.struct_time(*parts[:8], 0)

    # Text

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """Give `2024-02-29T23:30:00`, with microseconds and offset if there are any."""
        clock = clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        text = f"{self._year:04}-{self._month:02}-{self._day:02}{sep}{clock}"
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset, ":")

    def ctime(self) -> str:
        """Give `Thu Feb 29 23:30:00 2024`."""
        name = DAY_NAMES[self.weekday()][:3]
        clock = f"{self._hour:02}:{self._minute:02}:{self._second:02}"
        return f"{name} {MONTH_NAMES[self._month][:3]} {self._day:2} {clock} {self._year:04}"

    def _fields(self) -> Fields:
        offset = self.utcoffset()
        shown = "" if offset is None else offset_text(offset, "")
        name = self.tzname()
        return Fields(
            self._year,
            self._month,
            self._day,
            self._hour,
            self._minute,
            self._second,
            self._microsecond,
            shown,
            "" if name is None else name,
        )

    def __str__(self) -> str:
        return self.isoformat(" ")

    def __repr__(self) -> str:
        text = f"datetime.datetime({self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        if self._second != 0 or self._microsecond != 0:
            text += f", {self._second}"
        if self._microsecond != 0:
            text += f", {self._microsecond}"
        zone = self._tzinfo
        if zone is not None:
            text += f", tzinfo={zone!r}"
        return text + ")"

    # Arithmetic and comparison

    def __add__(self, other):
        if isinstance(other, timedelta):
            seconds = (self._hour * 60 + self._minute) * 60 + self._second + other.seconds
            more_seconds, micros = divmod(self._microsecond + other.microseconds, 1000000)
            days, seconds = divmod(seconds + more_seconds, 86400)
            year, month, day = day_of_number(checked_number(self.toordinal() + other.days + days))
            minutes, second = divmod(seconds, 60)
            hour, minute = divmod(minutes, 60)
            return datetime(year, month, day, hour, minute, second, micros, self._tzinfo)
        else:
            return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        elif isinstance(other, datetime):
            self._check(other, "subtract")
            return timedelta(microseconds=self._key() - other._key())
        else:
            return NotImplemented

    def _key(self) -> int:
        offset = self.utcoffset()
        own = self._local_micros()
        return own if offset is None else own - offset // timedelta(microseconds=1)

    def _check(self, other: datetime, doing: str) -> None:
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError(f"can't {doing} offset-naive and offset-aware datetimes")

    def _compared(self, other) -> int:
        """Give the key of a moment that this one is compared with."""
        if isinstance(other, datetime):
            self._check(other, "compare")
            return other._key()
        else:
            raise TypeError("can't compare datetime.datetime to datetime.date")

    def __eq__(self, other):
        if isinstance(other, datetime):
            return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()
        elif isinstance(other, date):
            return False
        else:
            return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return self._key() < self._compared(other)
        else:
            return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            return self._key() <= self._compared(other)
        else:
            return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            return self._key() > self._compared(other)
        else:
            return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            return self._key() >= self._compared(other)
        else:
            return NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())


def _split_seconds(timestamp) -> tuple[int, int]:
    """Give the whole seconds and the microseconds of a number of seconds, rounded half to even."""
    if isinstance(timestamp, float):
        seconds = timestamp // 1.0
        micros = round((timestamp - seconds) * 1e6)
        if micros == 1000000:
            return (int(seconds) + 1, 0)
        return (int(seconds), micros)
    else:
        return (int(timestamp), 0)


def _of_nanoseconds(now: int, tz: tzinfo | None) -> datetime:
    seconds, rest = divmod(now, 1000000000)
    return _of_seconds(seconds, rest // 1000, tz)


def _of_seconds(seconds: int, micros: int, tz: tzinfo | None) -> datetime:
    """Give the moment some seconds after 1970, in a zone or where the program runs."""
    if tz is None:
        parts = clocks.localtime(seconds)
        return datetime(parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, micros)
    days, rest = divmod(seconds, 86400)
    number = EPOCH + days
    if not 1 <= number <= 3652059:
        raise ValueError(f"year {1970 + days * 400 // 146097} is out of range")
    year, month, day = day_of_number(number)
    utc = datetime(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, micros, tz)
    offset = utc.utcoffset()
    return utc if offset is None else utc + offset
