"""Dates."""

from typing import ClassVar, NamedTuple

import time as clocks
from _calendar_days import (
    DAY_NAMES,
    LAST_DAY,
    MONTH_NAMES,
    day_number,
    day_of_number,
    days_before_month,
    days_in_month,
    first_iso_day,
    iso_calendar,
)
from _strftime import Fields, format_time

from ._iso import read_date
from .delta import timedelta


class IsoCalendarDate(NamedTuple):
    """A day by its week."""

    year: int
    week: int
    weekday: int

    def __repr__(self) -> str:
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


def check_date(year: int, month: int, day: int) -> None:
    """Check that there is such a day."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def checked_number(number: int) -> int:
    """Give the number of a day that there must be."""
    if not 1 <= number <= LAST_DAY:
        raise OverflowError("date value out of range")
    return number


def iso_number(year: int, week: int, day: int) -> int:
    """Give the number of a day by its week."""
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    weeks = (first_iso_day(year + 1) - first_iso_day(year)) // 7
    if not 1 <= week <= weeks:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return first_iso_day(year) + (week - 1) * 7 + day - 1


def _first() -> date:
    return date(1, 1, 1)


def _last() -> date:
    return date(9999, 12, 31)


class date:
    """A day.

    >>> date(2024, 2, 28) + timedelta(days=2)
    datetime.date(2024, 3, 1)
    """

    min: ClassVar[date] = _first()
    max: ClassVar[date] = _last()
    resolution: ClassVar[timedelta] = timedelta(days=1)

    _year: int
    _month: int
    _day: int

    def __init__(self, year: int, month: int, day: int) -> None:
        check_date(year, month, day)
        self._year = year
        self._month = month
        self._day = day

    # Making

    @staticmethod
    def today() -> date:
        """Give the day that it is now, where the program runs."""
        now = clocks.localtime()
        return date(now.tm_year, now.tm_mon, now.tm_mday)

    @staticmethod
    def fromtimestamp(timestamp) -> date:
        """Give the day of a number of seconds since 1970, where the program runs."""
        now = clocks.localtime(timestamp)
        return date(now.tm_year, now.tm_mon, now.tm_mday)

    @staticmethod
    def fromordinal(n: int) -> date:
        """Give a day by its number: 1 is the first of the year 1."""
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > LAST_DAY:
            raise ValueError("year is out of range")
        return date_of(n)

    @staticmethod
    def fromisoformat(date_string: str) -> date:
        """Read `2024-02-29`, `20240229` or `2024-W09-4`."""
        year, month, day = read_date(date_string, date_string)
        return date(year, month, day)

    @staticmethod
    def fromisocalendar(year: int, week: int, day: int) -> date:
        """Give a day by its week."""
        return date_of(iso_number(year, week, day))

    # Parts

    @property
    def year(self) -> int:
        """The year, from 1 to 9999."""
        return self._year

    @property
    def month(self) -> int:
        """The month, from 1 to 12."""
        return self._month

    @property
    def day(self) -> int:
        """The day of the month."""
        return self._day

    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None) -> date:
        """Give the day with other parts."""
        return date(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def toordinal(self) -> int:
        """Give the number of the day."""
        return day_number(self._year, self._month, self._day)

    def weekday(self) -> int:
        """Give the day of the week: 0 is Monday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self) -> int:
        """Give the day of the week: 1 is Monday, 7 is Sunday."""
        return self.weekday() + 1

    def isocalendar(self) -> IsoCalendarDate:
        """Give year, week and day of the week."""
        year, week, day = iso_calendar(self.toordinal())
        return IsoCalendarDate(year, week, day)

    def timetuple(self) -> clocks.struct_time:
        """Give the day as `time.localtime` does."""
        passed = days_before_month(self._year, self._month) + self._day
        return clocks.struct_time(self._year, self._month, self._day, 0, 0, 0, self.weekday(), passed, -1)

    # Text

    def isoformat(self) -> str:
        """Give `2024-02-29`."""
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def ctime(self) -> str:
        """Give `Thu Feb 29 00:00:00 2024`."""
        name = DAY_NAMES[self.weekday()][:3]
        return f"{name} {MONTH_NAMES[self._month][:3]} {self._day:2} 00:00:00 {self._year:04}"

    def _fields(self) -> Fields:
        return Fields(self._year, self._month, self._day, 0, 0, 0, 0, "", "")

    def strftime(self, format: str) -> str:
        """Give the day in a form that `%` and letters describe."""
        return format_time(format, self._fields())

    def __format__(self, format_spec: str) -> str:
        return str(self) if format_spec == "" else self.strftime(format_spec)

    def __repr__(self) -> str:
        return f"datetime.date({self._year}, {self._month}, {self._day})"

    def __str__(self) -> str:
        return self.isoformat()

    # Arithmetic and comparison

    def __add__(self, other):
        if isinstance(other, timedelta):
            return date_of(checked_number(self.toordinal() + other.days))
        else:
            return NotImplemented

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return date_of(checked_number(self.toordinal() - other.days))
        elif isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        else:
            return NotImplemented

    def _comparable(self, other: date) -> tuple[int, int, int]:
        """Give the parts of the other day, which must be no moment."""
        if type(other).__name__ == "datetime":
            raise TypeError("can't compare datetime.date to datetime.datetime")
        return (other._year, other._month, other._day)

    def __eq__(self, other):
        if isinstance(other, date):
            same = (self._year, self._month, self._day) == (other._year, other._month, other._day)
            return same and type(other).__name__ != "datetime"
        else:
            return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) < self._comparable(other)
        else:
            return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) <= self._comparable(other)
        else:
            return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) > self._comparable(other)
        else:
            return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) >= self._comparable(other)
        else:
            return NotImplemented

    def __hash__(self) -> int:
        return hash((self._year, self._month, self._day))


def date_of(number: int) -> date:
    """Give a day by its number."""
    year, month, day = day_of_number(number)
    return date(year, month, day)
