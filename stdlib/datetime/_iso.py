"""Dates and times as ISO 8601 writes them."""

from _calendar_days import day_of_number, first_iso_day


def invalid(text: str) -> ValueError:
    """Give the error of a text that is none of them."""
    return ValueError(f"Invalid isoformat string: {text!r}")


def number(part: str, digits: int, whole: str) -> int:
    """Read some digits."""
    if len(part) != digits or not part.isdecimal() or not part.isascii():
        raise invalid(whole)
    return int(part)


def read_date(text: str, whole: str) -> tuple[int, int, int]:
    """Read a day."""
    if len(text) not in (7, 8, 10):
        raise invalid(whole)
    year = number(text[:4], 4, whole)
    dashed = text[4] == "-"
    rest = text[5:] if dashed else text[4:]
    if rest[:1] == "W":
        return _week_date(year, rest[1:], dashed, whole)
    if dashed:
        if len(rest) != 5 or rest[2] != "-":
            raise invalid(whole)
        return (year, number(rest[:2], 2, whole), number(rest[3:], 2, whole))
    return (year, number(rest[:2], 2, whole), number(rest[2:], 2, whole))


def _week_date(year: int, rest: str, dashed: bool, whole: str) -> tuple[int, int, int]:
    week = number(rest[:2], 2, whole)
    day = 1
    if len(rest) > 2:
        if dashed and rest[2] != "-":
            raise invalid(whole)
        day = number(rest[3:] if dashed else rest[2:], 1, whole)
    if year < 1 or not 1 <= week <= (first_iso_day(year + 1) - first_iso_day(year)) // 7:
        raise invalid(whole)
    if not 1 <= day <= 7:
        raise invalid(whole)
    return day_of_number(first_iso_day(year) + (week - 1) * 7 + day - 1)


def date_size(text: str) -> int:
    """Give the length of the day at the beginning of a text."""
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        return 10 if text[8:9] == "-" and text[9:10].isdecimal() and len(text) != 9 else 8
    if text[4:5] != "W":
        return 8
    # What stands between day and time is one character of any kind: the digits in front of it are of the day.
    size = 7
    while size < len(text) and size < 8 and text[size].isdecimal():
        size += 1
    return size


def read_clock(text: str, whole: str) -> tuple[int, int, int, int]:
    """Read hours, minutes, seconds and microseconds."""
    body, mark, fraction = text.partition("." if "." in text else ",")
    parts = [0, 0, 0]
    has_colons = body[2:3] == ":"
    pieces = body.split(":") if has_colons else [body[at : at + 2] for at in range(0, len(body), 2)]
    if not 1 <= len(pieces) <= 3:
        raise invalid(whole)
    for at, piece in enumerate(pieces):
        parts[at] = number(piece, 2, whole)
    micros = 0
    if mark != "":
        if len(pieces) != 3 or fraction == "" or not fraction.isdecimal():
            raise invalid(whole)
        micros = int((fraction + "000000")[:6])
    return (parts[0], parts[1], parts[2], micros)


def read_time(text: str, whole: str) -> tuple[int, int, int, int, int | None]:
    """Read a time, with its offset from UTC in microseconds if there is one."""
    if text == "":
        raise invalid(whole)
    at = len(text)
    for place, character in enumerate(text):
        if character in "+-Z":
            at = place
            break
    hour, minute, second, micros = read_clock(text[:at], whole)
    zone = text[at:]
    if zone == "":
        return (hour, minute, second, micros, None)
    if zone == "Z":
        return (hour, minute, second, micros, 0)
    if zone[0] == "Z" or len(zone) == 1:
        raise invalid(whole)
    hours, minutes, seconds, more = read_clock(zone[1:], whole)
    offset = ((hours * 60 + minutes) * 60 + seconds) * 1000000 + more
    return (hour, minute, second, micros, -offset if zone[0] == "-" else offset)
