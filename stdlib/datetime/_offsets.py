"""What zones say. They are asked of a moment or of `None`, so a class of the program must take both."""

from typing import TYPE_CHECKING

from .delta import timedelta
from .zones import tzinfo

if TYPE_CHECKING:
    from .moment import datetime


def offset_of(zone: tzinfo | None, moment: datetime | None) -> timedelta | None:
    """Ask a zone how far ahead of UTC it is."""
    return None if zone is None else zone.utcoffset(moment)


def dst_of(zone: tzinfo | None, moment: datetime | None) -> timedelta | None:
    """Ask a zone how much of that is for summer."""
    return None if zone is None else zone.dst(moment)


def name_of(zone: tzinfo | None, moment: datetime | None) -> str | None:
    """Ask a zone for its name."""
    return None if zone is None else zone.tzname(moment)
