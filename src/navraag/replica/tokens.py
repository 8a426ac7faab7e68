"""Skiptokens and time: where in the feed's global numbering a moment lies.

The known points are observations of the live feed (see docs/sources/replica.md); between them numbers grow evenly.
"""

from bisect import bisect_right
from datetime import UTC, datetime, timedelta

KNOWN = (
    (1, datetime(2019, 1, 1, tzinfo=UTC)),
    (5_426_067, datetime(2019, 8, 29, 16, 37, 46, tzinfo=UTC)),
    (10_000_000, datetime(2021, 3, 4, 12, tzinfo=UTC)),
    (10_887_893, datetime(2021, 8, 30, 13, 26, 1, tzinfo=UTC)),
    (17_225_000, datetime(2023, 12, 1, tzinfo=UTC)),
    (18_117_734, datetime(2024, 2, 19, 9, tzinfo=UTC)),
    (18_471_645, datetime(2024, 2, 19, 20, tzinfo=UTC)),
    (20_000_000, datetime(2024, 8, 7, 12, tzinfo=UTC)),
    (25_403_408, datetime(2026, 4, 27, 8, 5, tzinfo=UTC)),
)
"""(skiptoken, moment), growing; the first is our choice: everything older came in with the first load."""
FIRST_LOAD = KNOWN[0][1]
_LOADED_BY = datetime(2019, 7, 1, tzinfo=UTC)
_OLDEST = datetime(1995, 1, 1, tzinfo=UTC)
_TOKENS = [token for token, _ in KNOWN]
_MOMENTS = [moment for _, moment in KNOWN]


def _segment(position: int) -> tuple[int, datetime, int, timedelta]:
    at = min(max(position, 1), len(KNOWN) - 1)
    (first, start), (last, end) = KNOWN[at - 1], KNOWN[at]
    return first, start, last - first, end - start


def token_at(moment: datetime) -> int:
    """The number that a change made at a moment gets, were it the only one."""
    first, start, numbers, span = _segment(bisect_right(_MOMENTS, moment))
    return max(1, first + int(numbers * ((moment - start) / span)))


def moment_of(token: int) -> datetime:
    """The moment at which a number was given out."""
    first, start, numbers, span = _segment(bisect_right(_TOKENS, token))
    return start + timedelta(microseconds=int((span / timedelta(microseconds=1)) * (token - first) / numbers))


def emitted(moment: datetime) -> datetime:
    """When the feed gave a change of a moment: at once, or, where it is older than the feed, with the first load."""
    if moment >= FIRST_LOAD:
        return moment
    share = max(moment - _OLDEST, timedelta()) / (FIRST_LOAD - _OLDEST)
    return FIRST_LOAD + share * (_LOADED_BY - FIRST_LOAD)
