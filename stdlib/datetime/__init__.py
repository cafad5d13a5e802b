"""Dates and times."""

from .clock import time
from .day import date
from .delta import timedelta
from .moment import datetime
from .zones import timezone, tzinfo

__all__ = ["MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"]

MINYEAR = 1
MAXYEAR = 9999
UTC = timezone.utc
