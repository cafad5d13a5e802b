"""Spans of time."""

from typing import ClassVar

from pyc.unsafe import float_fma

MICROSECONDS_A_DAY = 86400000000


def _least() -> timedelta:
    return timedelta(-999999999)


def _most() -> timedelta:
    return timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)


def _step() -> timedelta:
    return timedelta(microseconds=1)


class timedelta:
    """The time between two moments: days, seconds and microseconds, of which only the days may be negative.

    >>> timedelta(hours=25, seconds=-1)
    datetime.timedelta(days=1, seconds=3599)
    """

    min: ClassVar[timedelta] = _least()
    max: ClassVar[timedelta] = _most()
    resolution: ClassVar[timedelta] = _step()

    _days: int
    _seconds: int
    _microseconds: int

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0) -> None:
        self._days = 0
        self._seconds = 0
        self._microseconds = 0
        # What is left of a microsecond by all parts together is rounded once.
        rest = self._take(microseconds, 0, 0, 1)
        rest += self._take(milliseconds, 0, 0, 1000)
        rest += self._take(seconds, 0, 1, 0)
        rest += self._take(minutes, 0, 60, 0)
        rest += self._take(hours, 0, 3600, 0)
        rest += self._take(days, 1, 0, 0)
        rest += self._take(weeks, 7, 0, 0)
        if rest != 0.0:
            whole = round(rest)
            if abs(whole - rest) == 0.5:
                odd = self._microseconds & 1
                whole = int(2 * round((rest + odd) * 0.5 + 0.0)) - odd
            self._add(0, 0, whole)
        if not -999999999 <= self._days <= 999999999:
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")

    def _take(self, count, days: int, seconds: int, microseconds: int) -> float:
        """Add a number of spans; give what is left of a microsecond."""
        if isinstance(count, float):
            whole = int(count)
            self._add(whole * days, whole * seconds, whole * microseconds)
            part = (count - whole) * (days * 86400000000.0 + seconds * 1000000.0 + microseconds)
            more = int(part)
            self._add(0, 0, more)
            return part - more
        else:
            times = int(count)
            self._add(times * days, times * seconds, times * microseconds)
            return 0.0

    def _add(self, days: int, seconds: int, microseconds: int) -> None:
        more_seconds, self._microseconds = divmod(self._microseconds + microseconds, 1000000)
        more_days, self._seconds = divmod(self._seconds + seconds + more_seconds, 86400)
        self._days += days + more_days

    @property
    def days(self) -> int:
        """The days."""
        return self._days

    @property
    def seconds(self) -> int:
        """The seconds beyond the days: from 0 to below 86400."""
        return self._seconds

    @property
    def microseconds(self) -> int:
        """The microseconds beyond the seconds."""
        return self._microseconds

    def total_seconds(self) -> float:
        """Give the whole span in seconds."""
        if abs(self._days) < 100000000:
            return self._total() / 1000000
        return (self._days * 86400 + self._seconds) + self._microseconds / 1000000

    def _total(self) -> int:
        """Give the microseconds of the whole span."""
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    # Text

    def __repr__(self) -> str:
        parts: list[str] = []
        if self._days != 0:
            parts.append(f"days={self._days}")
        if self._seconds != 0:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds != 0:
            parts.append(f"microseconds={self._microseconds}")
        return f"datetime.timedelta({', '.join(parts) if len(parts) > 0 else '0'})"

    def __str__(self) -> str:
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self._days != 0:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds != 0:
            text += f".{self._microseconds:06}"
        return text

    # Arithmetic

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta(
                self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds
            )
        else:
            return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta(
                self._days - other._days, self._seconds - other._seconds, self._microseconds - other._microseconds
            )
        else:
            return NotImplemented

    def __neg__(self) -> timedelta:
        return timedelta(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self) -> timedelta:
        return self

    def __abs__(self) -> timedelta:
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta(self._days * other, self._seconds * other, self._microseconds * other)
        elif isinstance(other, float):
            total = float(self._total())
            product = total * other
            return _of_microseconds(_rounded(product, float_fma(total, other, -product)))
        else:
            return NotImplemented

    def __rmul__(self, other):
        return self.__mul__(other)

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        elif isinstance(other, int):
            return _of_microseconds(_half_even_quotient(self._total(), other))
        elif isinstance(other, float):
            total = float(self._total())
            quotient = total / other
            left = -float_fma(quotient, other, -total)
            return _of_microseconds(_rounded(quotient, left if other > 0.0 else -left))
        else:
            return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        elif isinstance(other, int):
            return _of_microseconds(self._total() // other)
        else:
            return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _of_microseconds(self._total() % other._total())
        else:
            return NotImplemented

    def __divmod__(self, other: timedelta) -> tuple[int, timedelta]:
        quotient, rest = divmod(self._total(), other._total())
        return (quotient, _of_microseconds(rest))

    # Comparison

    def _key(self) -> tuple[int, int, int]:
        return (self._days, self._seconds, self._microseconds)

    def __bool__(self) -> bool:
        return self._key() != (0, 0, 0)

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._key() == other._key()
        else:
            return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._key() < other._key()
        else:
            return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._key() <= other._key()
        else:
            return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._key() > other._key()
        else:
            return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._key() >= other._key()
        else:
            return NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())


def _of_microseconds(total: int) -> timedelta:
    """Give a span by its microseconds."""
    days, rest = divmod(total, MICROSECONDS_A_DAY)
    return timedelta(days, 0, rest)


def _half_even_quotient(left: int, right: int) -> int:
    """Divide and round to the nearest integer, to the even one of two."""
    quotient, rest = divmod(left, right)
    twice = rest * 2 if right > 0 else -rest * 2
    size = abs(right)
    if twice > size or (twice == size and quotient % 2 == 1):
        return quotient + 1
    return quotient


def _rounded(value: float, missing: float) -> int:
    """Round what `value` and `missing` are together, of which the second tells only where the first is half way."""
    low = value // 1.0
    if value - low == 0.5 and missing != 0.0:
        return int(low) + (1 if missing > 0.0 else 0)
    return round(value)
