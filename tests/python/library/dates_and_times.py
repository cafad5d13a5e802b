"""`datetime`: dates, times, moments, spans and zones."""

import datetime as dt
import itertools
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def fails(action) -> None:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


# Spans.
for span in (
    timedelta(),
    timedelta(1),
    timedelta(-1),
    timedelta(days=1.5, hours=-3),
    timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5, milliseconds=6, microseconds=7),
    timedelta(seconds=-1),
    timedelta(microseconds=-1),
    timedelta(seconds=0.1),
    timedelta(microseconds=0.5),
    timedelta(microseconds=1.5),
    timedelta(microseconds=2.5),
    timedelta(milliseconds=0.0005, microseconds=1),
    timedelta(hours=1e-3),
    timedelta(days=999999999),
):
    print(span, repr(span), span.days, span.seconds, span.microseconds, span.total_seconds(), bool(span), -span, abs(span), +span)
day, hour = timedelta(days=1), timedelta(hours=1)
print(
    day + hour,
    hour - day,
    day * 3,
    3 * hour,
    hour * -2,
    day * 0.1,
    1.7 * hour,
    day / 7,
    day / hour,
    day // hour,
    day // 7,
    hour % timedelta(minutes=7),
)
print(
    divmod(day, timedelta(hours=5)),
    timedelta(microseconds=3) / 2,
    timedelta(microseconds=5) / 2,
    timedelta(microseconds=-3) / 2,
    day / 1.3,
    hour / -0.7,
)
print(timedelta(microseconds=1) * 0.5, timedelta(microseconds=3) * 0.5, timedelta(microseconds=-5) * 0.5, timedelta(microseconds=7) * 1.1)
print(
    day > hour, day == timedelta(hours=24), day != hour, sorted([day, hour, -day]), max(hour, day), sum([hour, day], timedelta()), day == 1
)
print(timedelta.min, timedelta.max, timedelta.resolution, {hour: 1}[timedelta(minutes=60)], hash(hour) == hash(timedelta(minutes=60)))
fails(lambda: timedelta(days=10**9))
fails(lambda: timedelta.max + timedelta(1))
fails(lambda: day / 0)
fails(lambda: day // timedelta())
fails(lambda: day % timedelta())

# Days.
for year, month, number in itertools.product((1, 4, 1900, 1999, 2000, 2024, 9999), (1, 2, 3, 12), (1, 28)):
    d = date(year, month, number)
    print(
        d,
        d.toordinal(),
        d.weekday(),
        d.isoweekday(),
        *d.isocalendar(),
        d.strftime("%a %A %b %B %d %e %j %m %u %U %w %W %y %C %G-%V %%"),
        d.ctime(),
    )
d = date(2024, 2, 29)
print(
    repr(d), str(d), d.isoformat(), d.year, d.month, d.day, d.isocalendar(), d.replace(year=2020), d.replace(day=1, month=12), d.timetuple()
)
print(
    d + day,
    d - day,
    d - date(2023, 2, 28),
    d + timedelta(days=-60, hours=30),
    date(2024, 3, 1) > d,
    d == date(2024, 2, 29),
    d != date(2024, 2, 28),
    d <= d,
)
print(date.fromordinal(1), date.fromordinal(738945), date.fromordinal(3652059), date.min, date.max, date.resolution, date.min.toordinal())
print(
    [date.fromordinal(n).toordinal() == n for n in range(730000, 731500, 7)].count(False),
    [str(date.fromordinal(n)) for n in (59, 60, 365, 366, 146097, 146098)],
)
for text in ("2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024W09", "2020-W53-7", "0001-01-01"):
    print(date.fromisoformat(text), end=" ")
print(date.fromisocalendar(2021, 1, 1), date.fromisocalendar(2020, 53, 7))
for bad in (
    "2024-2-29",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "",
    "2024-02-29T",
    "2024/02/29",
    "2024-W54-1",
    "2024-W10-8",
    "24-02-29",
    "20240229x",
):
    fails(lambda: date.fromisoformat(bad))
fails(lambda: date(2023, 2, 29))
fails(lambda: date(2023, 13, 1))
fails(lambda: date(0, 1, 1))
fails(lambda: date(10000, 1, 1))
fails(lambda: date.max + day)
fails(lambda: date.min - day)
fails(lambda: date.fromordinal(0))
fails(lambda: date.fromisocalendar(2021, 53, 1))
fails(lambda: d.replace(month=0))
print(f"{d}|{d:%d.%m.%Y}|{d:%B}", "%s" % d, [d], {d: 1}, len({d, date(2024, 2, 29)}))

# Times.
for t in (
    time(),
    time(9, 5),
    time(23, 59, 59, 999999),
    time(1, 2, 3, 40),
    time(12, 0, tzinfo=timezone.utc),
    time(0, 30, tzinfo=timezone(hour)),
):
    print(
        t,
        repr(t),
        t.isoformat("minutes"),
        t.isoformat("milliseconds"),
        t.strftime("%H:%M:%S.%f %I %p %z %Z|"),
        t.utcoffset(),
        t.tzname(),
        bool(t),
    )
print(
    time(10) < time(11),
    time(10) == time(10, 0),
    time(10, tzinfo=timezone.utc) == time(11, tzinfo=timezone(hour)),
    time(1, 2).replace(minute=9, second=3),
)
for text in ("09:30", "093000", "09:30:15.25", "T09", "09:30+05:30", "09:30:15.123456-00:30", "0930Z", "23:59:59,5"):
    print(repr(time.fromisoformat(text)), end=" ")
print(time.min, time.max, time.resolution)
fails(lambda: time(24))
fails(lambda: time(1, 60))
fails(lambda: time(1, 1, 60))
fails(lambda: time(1, 1, 1, 1000000))
fails(lambda: time.fromisoformat("25:00"))
fails(lambda: time.fromisoformat("9:30"))
fails(lambda: time(1) < time(1, tzinfo=timezone.utc))
fails(lambda: time(1).isoformat("days"))

# Zones.
zones = [
    timezone.utc,
    timezone(hour),
    timezone(-hour * 5.5),
    timezone(timedelta(hours=2), "EET"),
    timezone(timedelta(seconds=90)),
    timezone.min,
    timezone.max,
]
for zone in zones:
    print(
        zone,
        repr(zone),
        zone.utcoffset(None),
        zone.tzname(None),
        zone.dst(None),
        zone == timezone.utc,
        hash(zone) == hash(timezone(zone.utcoffset(None))),
    )
fails(lambda: timezone(day))
print(dt.UTC, dt.MINYEAR, dt.MAXYEAR)


class Summer(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1) if 3 < moment.month < 11 else timedelta(0)

    def tzname(self, moment):
        return "SUM" if self.dst(moment) else "WIN"


# Moments.
m = datetime(2024, 2, 29, 23, 30, 15, 250)
u = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
s = datetime(2024, 7, 1, 12, tzinfo=Summer())
for x in (m, u, s, datetime(1, 1, 1), datetime.max, datetime(2024, 1, 31, 0, 0, 1, tzinfo=timezone(-hour * 7))):
    print(
        x,
        x.isoformat(),
        x.isoformat(" ", "minutes"),
        x.isoformat(timespec="milliseconds"),
        x.date(),
        x.time(),
        x.weekday(),
        x.ctime(),
    )
    print(
        x.utcoffset(),
        x.tzname(),
        x.dst(),
        x.timetuple(),
        x.utctimetuple(),
        x.strftime("%Y-%m-%dT%H:%M:%S.%f%z %Z %c|%x|%X|%D %F %T %R %r %I%p %j"),
    )
print(repr(m), repr(u), m.year, m.hour, m.minute, m.second, m.microsecond, m.tzinfo, u.tzinfo, m.fold, u.timestamp(), s.timestamp())
print(
    m + day,
    m - hour,
    m + timedelta(microseconds=-251),
    m - datetime(2023, 1, 1),
    u - s,
    u > s,
    u == u.astimezone(timezone(hour)),
    u.astimezone(timezone(-hour)),
)
print(
    s.astimezone(timezone.utc), u.replace(tzinfo=None), u.replace(year=2000, hour=1), datetime.combine(date(2020, 1, 1), time(5, 6)), m == u
)
print(
    isinstance(m, date),
    isinstance(d, datetime),
    m.date() == d,
    m == d,
    d == m,
    type(m).__name__,
    datetime.fromordinal(738945),
    datetime.min,
    datetime.resolution,
)
print(
    datetime.fromtimestamp(0, timezone.utc),
    datetime.fromtimestamp(1e9 + 0.123456, timezone.utc),
    datetime.utcfromtimestamp(-1.5),
    datetime.fromtimestamp(1709249415, timezone(hour)),
)
for text in (
    "2024-02-29",
    "2024-02-29T23:30",
    "2024-02-29 23:30:15.5",
    "20240229T233015",
    "2024-02-29T23:30:15.000250+02:00",
    "2024-02-29T23:30Z",
    "2024-W09-4T01:02:03-0530",
    "2024-02-29_11",
):
    print(repr(datetime.fromisoformat(text)))
for bad in ("2024-02-29T", "2024-02-29T25:00", "2024-02-29T23:3", "nonsense", "2024-02-29T10:00+25:00x", "2024-02-30T10:00"):
    fails(lambda: datetime.fromisoformat(bad))
fails(lambda: datetime(2024, 2, 30))
fails(lambda: datetime(2024, 2, 3, 24))
fails(lambda: m < u)
fails(lambda: m - u)
fails(lambda: m < d)
fails(lambda: d < m)
fails(lambda: datetime.max + timedelta(microseconds=1))
fails(lambda: datetime(2024, 1, 1, fold=2))
print(sorted([u, s, u + hour])[0] == s, min(m, datetime(2024, 1, 1)), {u: 1}[s + 2 * hour], f"{m:%H:%M}", f"{m}")

# Reading.
for text, form in (
    ("2024-02-29 23:30:15", "%Y-%m-%d %H:%M:%S"),
    ("29/2/24", "%d/%m/%y"),
    ("Feb 3 1999 11:05PM", "%b %d %Y %I:%M%p"),
    ("thursday, 29 february 2024", "%A, %d %B %Y"),
    ("12:00 am", "%I:%M %p"),
    ("2024060", "%Y%j"),
    ("2024-01-01T00:00:00.5+0530", "%Y-%m-%dT%H:%M:%S.%f%z"),
    ("2024-01-01 Z", "%Y-%m-%d %z"),
    ("2024 10 1", "%Y %W %w"),
    ("2024 10 0", "%Y %U %w"),
    ("2020 53 7", "%G %V %u"),
    ("100% 5", "100%% %d"),
    ("Thu Feb 29 23:30:15 2024", "%c"),
    ("69 68", "%y 68"),
    ("  2024   1", "  %Y %m"),
):
    print(repr(datetime.strptime(text, form)))
for text, form in (
    ("2024-02-30", "%Y-%m-%d"),
    ("2024-2", "%Y-%m-%d"),
    ("2024-02-29x", "%Y-%m-%d"),
    ("x", "%d"),
    ("1", "%Q"),
    ("24", "%H"),
    ("13", "%m"),
    ("2024 1", "%G %V"),
    ("", "%Y"),
):
    fails(lambda: datetime.strptime(text, form))
