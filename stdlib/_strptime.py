"""Times read from text, by the forms that `strptime` knows, in the C locale."""

from _calendar_days import DAY_NAMES, MONTH_NAMES, day_number, day_of_number, days_before_month, first_iso_day


class Reader:
    """A text that is read, and what has been found in it. Numbers that are not there are -1."""

    text: str
    format: str
    at: int
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    microsecond: int
    afternoon: int
    weekday: int
    passed: int
    week: int
    # Whether weeks begin with Sunday.
    from_sunday: bool
    iso_year: int
    iso_week: int
    # The offset from UTC in microseconds, if there is one.
    offset: int | None
    zone: str

    def __init__(self, text: str, format: str) -> None:
        self.text = text
        self.format = format
        self.at = 0
        self.year = -1
        self.month = -1
        self.day = -1
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        self.afternoon = -1
        self.weekday = -1
        self.passed = -1
        self.week = -1
        self.from_sunday = False
        self.iso_year = -1
        self.iso_week = -1
        self.offset = None
        self.zone = ""

    def read(self) -> None:
        """Read the whole text."""
        self._read_parts(self.format)
        if self.at < len(self.text):
            raise ValueError("unconverted data remains: " + self.text[self.at :])
        self._settle()

    def _mismatch(self) -> ValueError:
        return ValueError(f"time data {self.text!r} does not match format {self.format!r}")

    def _read_parts(self, format: str) -> None:
        at = 0
        while at < len(format):
            letter = format[at]
            at += 1
            if letter == "%":
                if at >= len(format):
                    raise ValueError(f"stray %% in format {self.format!r}".replace("%%", "%"))
                self._directive(format[at])
                at += 1
            elif letter.isspace():
                while at < len(format) and format[at].isspace():
                    at += 1
                start = self.at
                while self.at < len(self.text) and self.text[self.at].isspace():
                    self.at += 1
                if self.at == start:
                    raise self._mismatch()
            elif self.text[self.at : self.at + 1].lower() == letter.lower():
                self.at += 1
            else:
                raise self._mismatch()

    def _digits(self, least: int, most: int, low: int, high: int) -> int:
        """Read a number of some digits, as many as leave it in a range."""
        count = 0
        while count < most and self.text[self.at + count : self.at + count + 1].isdecimal():
            count += 1
        while count >= least:
            value = int(self.text[self.at : self.at + count])
            if low <= value <= high:
                self.at += count
                return value
            count -= 1
        raise self._mismatch()

    def _name(self, names: list[str], size: int) -> int:
        """Read one of some names, of which the first `size` letters count; all for 0."""
        rest = self.text[self.at :].lower()
        for place, name in enumerate(names):
            wanted = (name if size == 0 else name[:size]).lower()
            if wanted != "" and rest.startswith(wanted):
                self.at += len(wanted)
                return place
        raise self._mismatch()

    def _directive(self, letter: str) -> None:
        match letter:
            case "Y":
                self.year = self._digits(4, 4, 0, 9999)
            case "y":
                short = self._digits(2, 2, 0, 99)
                self.year = short + (1900 if short >= 69 else 2000)
            case "m":
                self.month = self._digits(1, 2, 1, 12)
            case "B":
                self.month = self._name(MONTH_NAMES, 0)
            case "b":
                self.month = self._name(MONTH_NAMES, 3)
            case "d":
                if self.text[self.at : self.at + 1] == " " and self.text[self.at + 1 : self.at + 2].isdecimal():
                    self.at += 1
                self.day = self._digits(1, 2, 1, 31)
            case "j":
                self.passed = self._digits(1, 3, 1, 366)
            case "A":
                self.weekday = self._name(DAY_NAMES, 0)
            case "a":
                self.weekday = self._name(DAY_NAMES, 3)
            case "w":
                self.weekday = (self._digits(1, 1, 0, 6) + 6) % 7
            case "u":
                self.weekday = self._digits(1, 1, 1, 7) - 1
            case "U" | "W":
                self.week = self._digits(1, 2, 0, 53)
                self.from_sunday = letter == "U"
            case "G":
                self.iso_year = self._digits(4, 4, 0, 9999)
            case "V":
                self.iso_week = self._digits(1, 2, 0, 53)
            case _:
                self._time_directive(letter)

    def _time_directive(self, letter: str) -> None:
        match letter:
            case "H":
                self.hour = self._digits(1, 2, 0, 23)
            case "I":
                self.hour = self._digits(1, 2, 1, 12)
                if self.afternoon < 0:
                    self.afternoon = 2
            case "M":
                self.minute = self._digits(1, 2, 0, 59)
            case "S":
                self.second = self._digits(1, 2, 0, 61)
            case "f":
                start = self.at
                fraction = self._digits(1, 6, 0, 999999)
                for _ in range(6 - (self.at - start)):
                    fraction *= 10
                self.microsecond = fraction
            case "p":
                self.afternoon = self._name(["am", "pm"], 0)
            case "z":
                self._zone_offset()
            case "Z":
                self.zone = ["utc", "gmt"][self._name(["utc", "gmt"], 0)]
            case "c":
                self._read_parts("%a %b %d %H:%M:%S %Y")
            case "x":
                self._read_parts("%m/%d/%y")
            case "X":
                self._read_parts("%H:%M:%S")
            case "%":
                if self.text[self.at : self.at + 1] != "%":
                    raise self._mismatch()
                self.at += 1
            case _:
                raise ValueError(f"'{letter}' is a bad directive in format {self.format!r}")

    def _zone_offset(self) -> None:
        """Read `Z`, `+0530` or `+05:30`, with seconds and their fraction perhaps."""
        if self.text[self.at : self.at + 1].upper() == "Z":
            self.at += 1
            self.offset = 0
            return
        sign = self.text[self.at : self.at + 1]
        if sign not in ("+", "-"):
            raise self._mismatch()
        self.at += 1
        seconds = self._digits(2, 2, 0, 99) * 3600
        has_colon = self._skip(":")
        seconds += self._digits(2, 2, 0, 59) * 60
        micros = 0
        if self.text[self.at : self.at + 1] == ":" if has_colon else self.text[self.at : self.at + 1].isdecimal():
            self._skip(":")
            seconds += self._digits(2, 2, 0, 59)
            if self._skip("."):
                start = self.at
                micros = self._digits(1, 6, 0, 999999)
                for _ in range(6 - (self.at - start)):
                    micros *= 10
        total = seconds * 1000000 + micros
        self.offset = -total if sign == "-" else total

    def _skip(self, text: str) -> bool:
        if self.text[self.at : self.at + 1] == text:
            self.at += 1
            return True
        return False

    def _settle(self) -> None:
        """Find out what follows from what was read."""
        if self.afternoon == 0 and self.hour == 12:
            self.hour = 0
        elif self.afternoon == 1 and self.hour < 12:
            self.hour += 12
        elif self.afternoon == 2 and self.hour == 12:
            self.hour = 0
        if self.iso_year >= 0 and (self.iso_week < 0 or self.weekday < 0):
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
        is_leap_day = self.year < 0 and self.month == 2 and self.day == 29
        year = self.year if self.year >= 0 else 1904 if is_leap_day else 1900
        if self.iso_year >= 0:
            number = first_iso_day(self.iso_year) + (self.iso_week - 1) * 7 + self.weekday
            year, self.month, self.day = day_of_number(number)
        elif self.passed < 0 and self.week >= 0 and self.weekday >= 0:
            self.passed = self._passed_by_week(year)
        if self.passed >= 0 and self.month < 0:
            year, self.month, self.day = day_of_number(day_number(year, 1, 1) + self.passed - 1)
        self.month = max(self.month, 1)
        self.day = max(self.day, 1)
        if self.weekday < 0 and year > 0:
            self.weekday = (days_before_month(year, self.month) + day_number(year, 1, 1) + self.day - 1 + 6) % 7
        self.year = 1900 if is_leap_day else year

    def _passed_by_week(self, year: int) -> int:
        """Give the day of the year by its week and weekday."""
        first = (day_number(year, 1, 1) + 6) % 7
        weekday = self.weekday
        if self.from_sunday:
            first = (first + 1) % 7
            weekday = (weekday + 1) % 7
        if self.week == 0:
            return 1 + weekday - first
        return 1 + (7 - first) % 7 + 7 * (self.week - 1) + weekday
