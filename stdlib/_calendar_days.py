"""Days of the Gregorian calendar by number: day 1 is the first of January of the year 1, a Monday."""

DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
LAST_DAY = 3652059
DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTH_NAMES = [
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def is_leap(year: int) -> bool:
    """Say whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_before_year(year: int) -> int:
    """Count the days before the first of January of a year."""
    last = year - 1
    return last * 365 + last // 4 - last // 100 + last // 400


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    return 29 if month == 2 and is_leap(year) else DAYS_IN_MONTH[month]


def days_before_month(year: int, month: int) -> int:
    """Count the days of a year before a month."""
    return DAYS_BEFORE_MONTH[month] + (1 if month > 2 and is_leap(year) else 0)


def day_number(year: int, month: int, day: int) -> int:
    """Give the number of a day."""
    return days_before_year(year) + days_before_month(year, month) + day


def day_of_number(number: int) -> tuple[int, int, int]:
    """Give year, month and day of a day's number."""
    # The year is that of the mean length of years, or the one before or behind it.
    year = number * 400 // 146097 + 1
    while days_before_year(year) >= number:
        year -= 1
    while days_before_year(year + 1) < number:
        year += 1
    rest = number - days_before_year(year)
    month = 12
    while days_before_month(year, month) >= rest:
        month -= 1
    return (year, month, rest - days_before_month(year, month))


def first_iso_day(year: int) -> int:
    """Give the number of the Monday with which the first week of a year begins: the one with the first Thursday."""
    first = day_number(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(number: int) -> tuple[int, int, int]:
    """Give year, week and weekday, by weeks that belong to one year as a whole."""
    year = day_of_number(number)[0]
    start = first_iso_day(year)
    if number < start:
        year -= 1
        start = first_iso_day(year)
    elif number >= first_iso_day(year + 1):
        year += 1
        start = first_iso_day(year)
    week, day = divmod(number - start, 7)
    return (year, week + 1, day + 1)
