"""Calendars as tables and text. Weeks begin with Monday unless `setfirstweekday` says otherwise."""

from _calendar_days import DAY_NAMES, MONTH_NAMES, day_number, days_in_month, is_leap

__all__ = [
    "FRIDAY",
    "MONDAY",
    "SATURDAY",
    "SUNDAY",
    "THURSDAY",
    "TUESDAY",
    "WEDNESDAY",
    "Calendar",
    "IllegalMonthError",
    "IllegalWeekdayError",
    "TextCalendar",
    "calendar",
    "day_abbr",
    "day_name",
    "firstweekday",
    "isleap",
    "leapdays",
    "month",
    "month_abbr",
    "month_name",
    "monthcalendar",
    "monthrange",
    "prcal",
    "prmonth",
    "setfirstweekday",
    "timegm",
    "weekday",
    "weekheader",
]

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
day_name = list(DAY_NAMES)
day_abbr = [name[:3] for name in DAY_NAMES]
month_name = list(MONTH_NAMES)
month_abbr = [name[:3] for name in MONTH_NAMES]


class IllegalMonthError(ValueError):
    """A month is not from 1 to 12."""

    month: int

    def __init__(self, month: int) -> None:
        super().__init__(month)
        self.month = month

    def __str__(self) -> str:
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    """A day of the week is not from 0 to 6."""

    weekday: int

    def __init__(self, weekday: int) -> None:
        super().__init__(weekday)
        self.weekday = weekday

    def __str__(self) -> str:
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


def isleap(year: int) -> bool:
    """Say whether a year has 366 days."""
    return is_leap(year)


def leapdays(y1: int, y2: int) -> int:
    """Count the leap years from one year to before another."""
    last, before = y2 - 1, y1 - 1
    return (last // 4 - before // 4) - (last // 100 - before // 100) + (last // 400 - before // 400)


def weekday(year: int, month: int, day: int) -> int:
    """Give the day of the week: 0 is Monday."""
    # Years beyond those of dates are like those 400 years away.
    near = year if 1 <= year <= 9999 else 2000 + year % 400
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(near, month):
        raise ValueError("day is out of range for month")
    return (day_number(near, month, day) + 6) % 7


def monthrange(year: int, month: int) -> tuple[int, int]:
    """Give the weekday of a month's first day, and the number of its days.

    >>> monthrange(2024, 2)
    (3, 29)
    """
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return (weekday(year, month, 1), days_in_month(year, month))


class Calendar:
    """The days of months and years in weeks."""

    _firstweekday: int

    def __init__(self, firstweekday: int = 0) -> None:
        self._firstweekday = firstweekday

    @property
    def firstweekday(self) -> int:
        """The day of the week that comes first."""
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday: int) -> None:
        self._firstweekday = firstweekday

    def getfirstweekday(self) -> int:
        """Give the day of the week that comes first."""
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday: int) -> None:
        """Say which day of the week comes first."""
        self._firstweekday = firstweekday

    def iterweekdays(self):
        """Give the days of the week, beginning with the first one."""
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays(self, year: int, month: int):
        """Give the days of the weeks of a month: 0 for those of other months."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        for _ in range(before):
            yield 0
        yield from range(1, count + 1)
        for _ in range((self.firstweekday - first - count) % 7):
            yield 0

    def itermonthdays2(self, year: int, month: int):
        """Give the same with the days of the week."""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield (day, place % 7)

    def monthdayscalendar(self, year: int, month: int) -> list[list[int]]:
        """Give the weeks of a month."""
        days = list(self.itermonthdays(year, month))
        return [days[start : start + 7] for start in range(0, len(days), 7)]

    def monthdays2calendar(self, year: int, month: int) -> list[list[tuple[int, int]]]:
        """Give the weeks of a month, with the days of the week."""
        days = list(self.itermonthdays2(year, month))
        return [days[start : start + 7] for start in range(0, len(days), 7)]

    def yeardayscalendar(self, year: int, width: int = 3) -> list[list[list[list[int]]]]:
        """Give the months of a year in rows."""
        months = [self.monthdayscalendar(year, month) for month in range(1, 13)]
        return [months[start : start + width] for start in range(0, 12, width)]


class TextCalendar(Calendar):
    """Calendars to print."""

    def formatday(self, day: int, weekday: int, width: int) -> str:
        """Give a day."""
        return ("" if day == 0 else f"{day:2}").center(width)

    def formatweek(self, theweek: list[tuple[int, int]], width: int) -> str:
        """Give a week."""
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day: int, width: int) -> str:
        """Give the name of a day of the week."""
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width: int) -> str:
        """Give the names of the days of a week."""
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear: int, themonth: int, width: int, withyear: bool = True) -> str:
        """Give the name of a month."""
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear: int, themonth: int, w: int = 0, l: int = 0) -> str:  # noqa: E741
        """Give a month.

        >>> print(TextCalendar().formatmonth(2024, 2), end="")
           February 2024
        Mo Tu We Th Fr Sa Su
                  1  2  3  4
         5  6  7  8  9 10 11
        12 13 14 15 16 17 18
        19 20 21 22 23 24 25
        26 27 28 29
        """
        width, height = max(2, w), max(1, l)
        if not 1 <= themonth <= 12:
            raise IllegalMonthError(themonth)
        lines = [
            self.formatmonthname(theyear, themonth, 7 * (width + 1) - 1).rstrip(),
            self.formatweekheader(width).rstrip(),
        ]
        for week in self.monthdays2calendar(theyear, themonth):
            lines.append(self.formatweek(week, width).rstrip())
        return "".join([line + "\n" * height for line in lines])

    def prmonth(self, theyear: int, themonth: int, w: int = 0, l: int = 0) -> None:  # noqa: E741
        """Print a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatyear(self, theyear: int, w: int = 2, l: int = 1, c: int = 6, m: int = 3) -> str:  # noqa: E741
        """Give a year, with `m` months beside each other."""
        width, height, gap = max(2, w), max(1, l), max(2, c)
        column = (width + 1) * 7 - 1
        space = " " * gap
        parts = [str(theyear).center(column * m + gap * (m - 1)).rstrip(), "\n" * height]
        header = self.formatweekheader(width)
        for start in range(1, 13, m):
            months = range(start, min(start + m, 13))
            parts.append("\n" * height)
            names = [self.formatmonthname(theyear, month, column, False).center(column) for month in months]
            parts.append(space.join(names).rstrip() + "\n" * height)
            parts.append(space.join([header.center(column) for _ in months]).rstrip() + "\n" * height)
            grids = [self.monthdays2calendar(theyear, month) for month in months]
            for row in range(max([len(grid) for grid in grids])):
                weeks = [self.formatweek(grid[row], width) if row < len(grid) else "" for grid in grids]
                parts.append(space.join([week.center(column) for week in weeks]).rstrip() + "\n" * height)
        return "".join(parts)

    def pryear(self, theyear: int, w: int = 0, l: int = 0, c: int = 6, m: int = 3) -> None:  # noqa: E741
        """Print a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


_text = TextCalendar()


def firstweekday() -> int:
    """Give the day of the week that comes first."""
    return _text.getfirstweekday()


def setfirstweekday(firstweekday: int) -> None:
    """Say which day of the week comes first."""
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    _text.setfirstweekday(firstweekday)


def monthcalendar(year: int, month: int) -> list[list[int]]:
    """Give the weeks of a month: 0 for days of other months."""
    return _text.monthdayscalendar(year, month)


def weekheader(width: int) -> str:
    """Give the names of the days of a week."""
    return _text.formatweekheader(width)


def month(theyear: int, themonth: int, w: int = 0, l: int = 0) -> str:  # noqa: E741
    """Give a month as text."""
    return _text.formatmonth(theyear, themonth, w, l)


def prmonth(theyear: int, themonth: int, w: int = 0, l: int = 0) -> None:  # noqa: E741
    """Print a month."""
    _text.prmonth(theyear, themonth, w, l)


def calendar(theyear: int, w: int = 2, l: int = 1, c: int = 6, m: int = 3) -> str:  # noqa: E741
    """Give a year as text."""
    return _text.formatyear(theyear, w, l, c, m)


def prcal(theyear: int, w: int = 0, l: int = 0, c: int = 6, m: int = 3) -> None:  # noqa: E741
    """Print a year."""
    _text.pryear(theyear, w, l, c, m)


def timegm(tuple) -> int:
    """Give the seconds since 1970 of a time in UTC."""
    days = day_number(tuple[0], tuple[1], 1) - 719163 + tuple[2] - 1
    return ((days * 24 + tuple[3]) * 60 + tuple[4]) * 60 + tuple[5]
