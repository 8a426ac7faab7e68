"""Time as the Tweede Kamer's services write it: local stamps without zone, offsets, UTC, and any number of decimals.

Summer time follows today's rules for every year, as the services project it backwards.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))


@cache
def _summer(year: int) -> tuple[datetime, datetime]:
    march, october = (datetime(year, month, 31, 1, tzinfo=UTC) for month in (3, 10))
    return march - timedelta(days=(march.weekday() + 1) % 7), october - timedelta(days=(october.weekday() + 1) % 7)


def zone_at(moment: datetime) -> timezone:
    """The Dutch offset at a moment in UTC."""
    start, end = _summer(moment.year)
    return SUMMER if start <= moment < end else WINTER


def local(moment: datetime) -> datetime:
    """A moment on the Dutch clock.

    >>> local(datetime(2020, 7, 1, 12, tzinfo=UTC)).hour
    14
    """
    return moment.astimezone(zone_at(moment.astimezone(UTC)))


@lru_cache(20_000)
def midnight(day: date) -> datetime:
    """The start of a Dutch day, in UTC.

    >>> midnight(date(2020, 7, 1)).isoformat()
    '2020-06-30T22:00:00+00:00'
    """
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return start - zone_at(start - timedelta(hours=1)).utcoffset(None)


def at_hour(day: date, hours: float) -> datetime:
    """A time of a Dutch day, in UTC."""
    return midnight(day) + timedelta(hours=hours)


def stamp(moment: datetime, decimals: int = 7) -> str:
    """Date and time with 0 to 7 decimals, without zone; the seventh decimal is always 0 where time is kept in microseconds."""
    head = moment.isoformat()[:19]
    return f"{head}.{f'{moment.microsecond:06d}0'[:decimals]}" if decimals else head


def utc_stamp(moment: datetime, decimals: int = 7) -> str:
    """A moment in UTC, ending in ``Z``.

    >>> utc_stamp(datetime(2023, 8, 29, 11, 10, 11, 96203, tzinfo=UTC))
    '2023-08-29T11:10:11.0962030Z'
    """
    return f"{stamp(moment.astimezone(UTC), decimals)}Z"


def offset_stamp(moment: datetime, decimals: int = 7) -> str:
    """A moment on the Dutch clock with its offset.

    >>> offset_stamp(datetime(2024, 1, 2, 11, tzinfo=UTC), 0)
    '2024-01-02T12:00:00+01:00'
    """
    there = local(moment)
    return f"{stamp(there, decimals)}{'+02:00' if there.tzinfo is SUMMER else '+01:00'}"


def day_with_offset(day: str) -> str:
    """A day (``YYYY-MM-DD``) as OData gives it: local midnight with the offset of that date."""
    start = midnight(date.fromisoformat(day[:10]))
    return f"{day[:10]}T00:00:00{'+02:00' if zone_at(start) is SUMMER else '+01:00'}"
