"""What was asked per member and per seat: the seats of each party over a period, out of the memberships of the Kamer."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import msgspec

from navraag.records.people import Membership
from navraag.records.statistics import Period
from navraag.store.session import ReadOnly

_MEMBERSHIP = msgspec.json.Decoder(Membership)
_SEATS = "SELECT data FROM membership WHERE on_behalf_of_id IS NOT NULL"
_ASKED = """
SELECT coalesce(party_code, party), count(DISTINCT case_id), count(DISTINCT coalesce(person_id, name))
  FROM case_clock JOIN case_asker USING (case_id)
 WHERE tabled BETWEEN :first AND :last AND coalesce(party_code, party) IS NOT NULL
 GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySeats:
    """One party: sets of questions of its members, how many members asked, and its seats on average over the period.

    ``seats`` is None where the sources name none. ``sure``: they tell of every day of the period.
    """

    value: str
    sets: int
    members: int
    seats: float | None
    sure: bool

    @property
    def per_member(self) -> float | None:
        """Sets per member who asked."""
        return self.sets / self.members if self.members else None

    @property
    def per_seat(self) -> float | None:
        """Sets per seat."""
        return self.sets / self.seats if self.seats else None


def party_seats(registry: ReadOnly, period: Period) -> tuple[PartySeats, ...]:
    """What every party asked in a period, beside its seats."""
    return registry.remember(("seats", period), lambda: _party_seats(registry, period))


def _party_seats(registry: ReadOnly, period: Period) -> tuple[PartySeats, ...]:
    last = min(period.last, period.day)
    if last < period.first:
        return ()
    seat_days, known_until = _seat_days(registry, period.first, last)
    asked = registry.rows(_ASKED, {"first": period.first.toordinal(), "last": last.toordinal()})
    span = (last - period.first).days + 1
    return tuple(
        PartySeats(
            value=party, sets=sets, members=members, seats=seat_days[party] / span if party in seat_days else None,
            sure=party in seat_days and last <= known_until,
        )
        for party, sets, members in asked
    )


def _seat_days(registry: ReadOnly, first: date, last: date) -> tuple[dict[str, int], date]:
    """For each party the days of all its seats, and the last day of which the source of seats speaks."""
    days: dict[str, int] = defaultdict(int)
    known_until = date.max
    for (data,) in registry.rows(_SEATS):
        one = _MEMBERSHIP.decode(data)
        if one.known_until:
            known_until = min(known_until, one.known_until)
        start, end = max(one.start_date or date.min, first), min(one.end_date or date.max, last)
        if start <= end and one.on_behalf_of_id:
            days[one.on_behalf_of_id] += (end - start).days + 1
    return dict(days), known_until
