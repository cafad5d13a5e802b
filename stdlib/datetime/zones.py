"""Time zones."""

from typing import ClassVar

from .delta import timedelta


class tzinfo:
    """A time zone: a class derived from it says how far it is ahead of UTC."""

    def utcoffset(self, dt):
        """Say how far ahead of UTC local time is."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """Say how much of that is for summer."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt):
        """Give the name of the zone."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")


def _make_utc() -> timezone:
    return timezone(timedelta(0))


def _make_least() -> timezone:
    return timezone(timedelta(hours=-23, minutes=-59))


def _make_most() -> timezone:
    return timezone(timedelta(hours=23, minutes=59))


class timezone(tzinfo):
    """A zone that always is equally far ahead of UTC.

    >>> timezone(timedelta(hours=-5)).tzname(None)
    'UTC-05:00'
    """

    utc: ClassVar[timezone] = _make_utc()
    min: ClassVar[timezone] = _make_least()
    max: ClassVar[timezone] = _make_most()

    _offset: timedelta
    _name: str | None

    def __init__(self, offset: timedelta, name: str | None = None) -> None:
        if not timedelta(days=-1) < offset < timedelta(days=1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt) -> timedelta:
        """Say how far ahead of UTC the zone is."""
        return self._offset

    def dst(self, dt) -> None:
        """Give nothing."""
        return None

    def tzname(self, dt) -> str:
        """Give the name of the zone: the one that was given, or `UTC` with the offset."""
        name = self._name
        if name is not None:
            return name
        return "UTC" if not self._offset else "UTC" + offset_text(self._offset, ":")

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        else:
            return NotImplemented

    def __hash__(self) -> int:
        return hash(self._offset)

    def __repr__(self) -> str:
        if not self._offset and self._name is None:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self) -> str:
        return self.tzname(None)


def offset_text(offset: timedelta, separator: str) -> str:
    """Give an offset as `+05:30`."""
    sign = "-" if offset.days < 0 else "+"
    size = abs(offset)
    minutes, seconds = divmod(size.days * 86400 + size.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02}{separator}{minutes:02}"
    if seconds != 0 or size.microseconds != 0:
        text += f"{separator}{seconds:02}"
        if size.microseconds != 0:
            text += f".{size.microseconds:06}"
    return text
