"""Times in the forms that `strftime` knows, in the C locale."""

from _calendar_days import DAY_NAMES, MONTH_NAMES, day_number, days_before_month, iso_calendar


class Fields:
    """A moment in its parts, and what is said of its zone."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    # -1 where there are none, as in `time.strftime`.
    microsecond: int
    offset: str
    zone: str
    # The day of the week, 0 for Monday, and the day of the year.
    weekday: int
    passed: int

    def __init__(
        self,
        year: int,
        month: int,
        day: int,
        hour: int,
        minute: int,
        second: int,
        microsecond: int,
        offset: str,
        zone: str,
    ) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.offset = offset
        self.zone = zone
        self.weekday = (day_number(year, month, day) + 6) % 7
        self.passed = days_before_month(year, month) + day


def format_time(format: str, fields: Fields) -> str:
    """Give a moment in the form that `%` and letters describe."""
    parts: list[str] = []
    at = 0
    while at < len(format):
        end = format.find("%", at)
        if end < 0 or end + 1 >= len(format):
            parts.append(format[at:])
            break
        parts.append(format[at:end])
        parts.append(_directive(format[end + 1], fields))
        at = end + 2
    return "".join(parts)


def _directive(letter: str, fields: Fields) -> str:
    if letter in "YymdbBhjCeD":
        return _date_directive(letter, fields)
    if letter in "HIMSfpPklRTrX":
        return _time_directive(letter, fields)
    if letter in "aAuwUWVGg":
        return _week_directive(letter, fields)
    match letter:
        case "c":
            return format_time("%a %b %e %H:%M:%S %Y", fields)
        case "x":
            return format_time("%m/%d/%y", fields)
        case "F":
            return format_time("%Y-%m-%d", fields)
        case "z":
            return fields.offset
        case "Z":
            return fields.zone
        case "n":
            return "\n"
        case "t":
            return "\t"
        case "%":
            return "%"
        case _:
            return "%" + letter


def _date_directive(letter: str, fields: Fields) -> str:
    match letter:
        case "Y":
            return str(fields.year)
        case "y":
            return f"{fields.year % 100:02}"
        case "C":
            return str(fields.year // 100)
        case "m":
            return f"{fields.month:02}"
        case "d":
            return f"{fields.day:02}"
        case "e":
            return f"{fields.day:2}"
        case "B":
            return MONTH_NAMES[fields.month]
        case "j":
            return f"{fields.passed:03}"
        case "D":
            return format_time("%m/%d/%y", fields)
        case _:
            return MONTH_NAMES[fields.month][:3]


def _time_directive(letter: str, fields: Fields) -> str:
    half = (fields.hour + 11) % 12 + 1
    match letter:
        case "H":
            return f"{fields.hour:02}"
        case "k":
            return f"{fields.hour:2}"
        case "I":
            return f"{half:02}"
        case "l":
            return f"{half:2}"
        case "M":
            return f"{fields.minute:02}"
        case "S":
            return f"{fields.second:02}"
        case "f":
            return f"{fields.microsecond:06}" if fields.microsecond >= 0 else "%f"
        case "p":
            return "PM" if fields.hour >= 12 else "AM"
        case "P":
            return "pm" if fields.hour >= 12 else "am"
        case "R":
            return format_time("%H:%M", fields)
        case "r":
            return format_time("%I:%M:%S %p", fields)
        case _:
            return format_time("%H:%M:%S", fields)


def _week_directive(letter: str, fields: Fields) -> str:
    match letter:
        case "a":
            return DAY_NAMES[fields.weekday][:3]
        case "A":
            return DAY_NAMES[fields.weekday]
        case "u":
            return str(fields.weekday + 1)
        case "w":
            return str((fields.weekday + 1) % 7)
        case "U":
            return f"{(fields.passed + 6 - (fields.weekday + 1) % 7) // 7:02}"
        case "W":
            return f"{(fields.passed + 6 - fields.weekday) // 7:02}"
        case "V":
            return f"{iso_calendar(day_number(fields.year, fields.month, fields.day))[1]:02}"
        case "g":
            return f"{iso_calendar(day_number(fields.year, fields.month, fields.day))[0] % 100:02}"
        case _:
            return str(iso_calendar(day_number(fields.year, fields.month, fields.day))[0])
