"""`calendar`, and the parts of `time` that show and read times."""

import calendar
import time
from calendar import TextCalendar, monthrange


def fails(action) -> None:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


for year in (1900, 2000, 2023, 2024):
    print(calendar.isleap(year), calendar.leapdays(1, year), [monthrange(year, month) for month in range(1, 13)])
print(calendar.weekday(2024, 2, 29), calendar.weekday(1, 1, 1), calendar.MONDAY, calendar.SUNDAY, calendar.firstweekday())
print(calendar.month(2024, 2), calendar.month(2023, 10, 4, 2), sep="|")
print(calendar.calendar(2024))
print(TextCalendar(6).formatyear(2023, m=4, c=3))
print(calendar.monthcalendar(2024, 9), list(calendar.day_name), list(calendar.month_abbr), calendar.day_abbr[2], calendar.month_name[12])
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.monthcalendar(2024, 9), calendar.weekheader(3), calendar.weekheader(10))
calendar.prmonth(2021, 2)
print(list(calendar.Calendar(3).itermonthdays2(2021, 2))[:5], list(calendar.Calendar(2).iterweekdays()))
fails(lambda: monthrange(2024, 13))
fails(lambda: calendar.month(2024, 0))
fails(lambda: calendar.setfirstweekday(7))
fails(lambda: calendar.weekday(2023, 2, 29))

for seconds in (0, 1, -1, 86399, 951782400, 1709249415, 1709249415.9, 4102444800, -2208988800):
    parts = time.gmtime(seconds)
    print(parts, calendar.timegm(parts), time.asctime(parts), time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %U %W %p %%", parts))
    local = time.localtime(seconds)
    print(
        time.mktime(local) == seconds // 1,
        time.localtime(time.mktime(local)) == local,
        len(local),
        time.ctime(seconds) == time.asctime(local),
    )
parts = time.gmtime(1709249415)
print(
    parts.tm_year,
    parts.tm_yday,
    parts.tm_isdst,
    parts[:3],
    tuple(parts),
    parts == time.gmtime(1709249415),
    time.strftime("%d.%m.%y", parts),
)
print(time.strptime("30 Nov 00", "%d %b %y"), time.strptime("Thu Feb 29 23:30:15 2024"), time.strptime("2024 366", "%Y %j")[:3])
fails(lambda: time.strptime("30 Feb", "%d %m"))
print(time.localtime() >= time.gmtime(0), len(time.strftime("%Y-%m-%d")), len(time.ctime()))
