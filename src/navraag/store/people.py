"""People: persons, parties and ministries of a registry, with what they asked and were asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

import msgspec

from navraag.errors import NotFoundError
from navraag.lexicon.names import party_label
from navraag.lexicon.offices import lines, plain
from navraag.lexicon.tables import parties
from navraag.records.people import KAMER, Membership, Organization, Person
from navraag.store.listing import listing
from navraag.store.reader import Registry
from navraag.store.rows import day_of
from navraag.store.views import CaseFilter

Part = Literal["asker", "addressee", "answerer"]
_PERSON = msgspec.json.Decoder(Person)
_MEMBERSHIP = msgspec.json.Decoder(Membership)
_ORGANIZATION = msgspec.json.Decoder(Organization)

_BY_ID = "SELECT data FROM person WHERE id = ?"
_OF_PERSON = "SELECT data FROM membership WHERE person_id = ? ORDER BY start_date, id"
_IN_PARTY = "SELECT data FROM membership WHERE on_behalf_of_id = ? ORDER BY start_date DESC, id"
_IN_MINISTRY = "SELECT data FROM membership WHERE organization_id = ? ORDER BY start_date DESC, id"
_OTHER_PARTY = "SELECT data FROM organization WHERE id = ?"

_MEMBERS = """
SELECT person.id, person.name, person.sort, count(DISTINCT case_row.id), min(tabled_on), max(tabled_on), group_concat(DISTINCT party_code)
  FROM case_asker
  JOIN case_row ON case_row.id = case_asker.case_id
  JOIN person ON person.id = case_asker.person_id
 WHERE tabled_on <= :today
 GROUP BY person.id
 ORDER BY person.sort
"""

_OFFICIALS = """
WITH part AS (
    SELECT person_id, case_id, post_id FROM case_addressee WHERE person_id IS NOT NULL
    UNION
    SELECT person_id, case_id, post_id FROM case_answerer WHERE person_id IS NOT NULL
)
SELECT person.id, person.name, person.sort, count(DISTINCT case_row.id), min(tabled_on), max(tabled_on), group_concat(DISTINCT part.post_id)
  FROM part
  JOIN case_row ON case_row.id = part.case_id
  JOIN person ON person.id = part.person_id
 WHERE tabled_on <= :today
 GROUP BY person.id
 ORDER BY person.sort
"""

_PARTIES = """
SELECT party_code, count(DISTINCT case_id), count(DISTINCT person_id), min(tabled_on), max(tabled_on)
  FROM case_asker JOIN case_row ON case_row.id = case_id
 WHERE party_code IS NOT NULL AND tabled_on <= :today
 GROUP BY party_code
 ORDER BY 2 DESC, 1
"""

_MINISTRIES = """
SELECT ministry, count(DISTINCT case_id), count(DISTINCT person_id), min(tabled_on), max(tabled_on)
  FROM case_addressee JOIN case_row ON case_row.id = case_id
 WHERE ministry IS NOT NULL AND tabled_on <= :today
 GROUP BY ministry
 ORDER BY 2 DESC, 1
"""

_PARTS: tuple[Part, ...] = ("asker", "addressee", "answerer")
_UNRESOLVED: dict[Part, str] = {
    "asker": (
        "SELECT coalesce(name, ''), coalesce(party, ''), count(*) FROM case_asker JOIN case_row ON case_row.id = case_id"
        " WHERE person_id IS NULL AND chamber = 'tk' GROUP BY 1, 2 ORDER BY 3 DESC, 1"
    ),
    "addressee": (
        "SELECT coalesce(name, label), '', count(*) FROM case_addressee"
        " WHERE person_id IS NULL AND (name IS NOT NULL OR post_id IS NULL) GROUP BY 1, 2 ORDER BY 3 DESC, 1"
    ),
    "answerer": (
        "SELECT name, '', count(*) FROM case_answerer"
        " WHERE person_id IS NULL AND name IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1"
    ),
}
_SHARES: dict[Part, str] = {
    "asker": "SELECT count(*), count(person_id) FROM case_asker JOIN case_row ON case_row.id = case_id WHERE chamber = 'tk'",
    "addressee": "SELECT count(*), count(person_id) FROM case_addressee",
    "answerer": "SELECT count(*), count(person_id) FROM case_answerer WHERE name IS NOT NULL",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person of a list: how many cases he asked (or was asked), from when to when, and for which parties or in which posts."""

    id: str
    name: str
    sort: str
    cases: int
    first: date | None
    last: date | None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One party or ministry of a list: its cases, its people, from when to when."""

    id: str
    name: str
    cases: int
    people: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDays:
    """In how many days cases were answered; only those with an answer count, ``cases`` says of how many."""

    cases: int
    answered: int
    median: float | None = None
    quickest: int | None = None
    slowest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A name that stays as printed: in which part, with which party, how often."""

    name: str
    party: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How far the names in one part of the cases are resolved to persons, and those that are not, the most frequent first."""

    part: Part
    names: int
    resolved: int
    unresolved: tuple[Unresolved, ...]


class People:
    """What a registry knows of people; never writes."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def person(self, person: str) -> Person:
        """One person. Raises NotFoundError where none has this id."""
        row = self._registry.row(_BY_ID, person)
        if row is None:
            raise NotFoundError(f"no person {person!r} is held")
        return _PERSON.decode(row[0])

    def memberships(self, person: str) -> tuple[Membership, ...]:
        """A person's seats and posts, the earliest first."""
        return self._memberships(_OF_PERSON, person)

    def in_party(self, party: str) -> tuple[Membership, ...]:
        """Every seat that was held for a party, the latest first."""
        return self._memberships(_IN_PARTY, party)

    def in_ministry(self, line: str) -> tuple[Membership, ...]:
        """Everyone who held a post in a ministry, under whichever of its names, the latest first."""
        return self._memberships(_IN_MINISTRY, line)

    def find(self, text: str, today: date) -> tuple[PersonRow, ...]:
        """Persons whose name has all these words, whoever has most cases first; capitals and accents do not matter."""
        words = plain(text).split()
        found: dict[str, PersonRow] = {}
        for row in (*self.members(today), *self.officials(today)):
            if all(word in f"{plain(row.name)} {row.sort}" for word in words):
                held = found.get(row.id)
                found[row.id] = _together(held, row) if held else row
        return tuple(sorted(found.values(), key=lambda row: (-row.cases, row.sort)))

    def members(self, today: date) -> tuple[PersonRow, ...]:
        """Everyone who asked, with the parties, by family name."""
        return self._persons(_MEMBERS, today)

    def officials(self, today: date) -> tuple[PersonRow, ...]:
        """Every minister and state secretary who was asked or answered, with the posts, by family name."""
        return self._persons(_OFFICIALS, today)

    def parties(self, today: date) -> tuple[GroupRow, ...]:
        """Every party that asked, whoever asked most first."""
        return self._groups(_PARTIES, today, {})

    def ministries(self, today: date) -> tuple[GroupRow, ...]:
        """Every ministry that was asked, by one line through all its names, the most asked first."""
        return self._groups(_MINISTRIES, today, {code: line.name for code, line in lines().items()})

    def party(self, party: str) -> Organization:
        """One party. Raises NotFoundError where neither our table nor a source has this code."""
        known = next((row for row in parties() if row.code == party), None)
        if known:
            return Organization(
                id=known.code, name=known.name, classification="party", abbreviation=known.abbreviation,
                founding_date=known.valid_from, dissolution_date=known.valid_until,
            )
        row = self._registry.row(_OTHER_PARTY, party)
        if row is None:
            raise NotFoundError(f"no party {party!r} is held")
        return _ORGANIZATION.decode(row[0])

    def days(self, wanted: CaseFilter) -> AnswerDays:
        """How long the answers to the cases of a filter took."""
        return self._registry.remember(("days", wanted), lambda: self._days(wanted))

    def resolution(self) -> tuple[Resolution, ...]:
        """How far names are resolved, part by part."""
        return self._registry.remember(("resolution",), lambda: tuple(self._resolution(part) for part in _PARTS))

    def _memberships(self, sql: str, key: str) -> tuple[Membership, ...]:
        return tuple(_MEMBERSHIP.decode(data) for (data,) in self._registry.rows(sql, (key,)))

    def _persons(self, sql: str, today: date) -> tuple[PersonRow, ...]:
        return self._registry.remember((sql, today), lambda: tuple(
            PersonRow(
                id=person, name=name, sort=sort, cases=cases, first=day_of(first), last=day_of(last),
                parts=tuple(sorted(parts.split(","))) if parts else (),
            )
            for person, name, sort, cases, first, last, parts in self._registry.rows(sql, {"today": today.isoformat()})
        ))

    def _groups(self, sql: str, today: date, names: dict[str, str]) -> tuple[GroupRow, ...]:
        return self._registry.remember((sql, today), lambda: tuple(
            GroupRow(id=code, name=names.get(code) or party_label(code), cases=cases, people=people, first=day_of(first), last=day_of(last))
            for code, cases, people, first, last in self._registry.rows(sql, {"today": today.isoformat()})
        ))

    def _days(self, wanted: CaseFilter) -> AnswerDays:
        sql = listing(wanted, self._registry.known_until)
        total = self._registry.rows(sql.count(), sql.parameters)[0][0]
        taken = sorted(int(days) for (days,) in self._registry.rows(sql.days(), sql.parameters))
        if not taken:
            return AnswerDays(cases=total, answered=0)
        return AnswerDays(cases=total, answered=len(taken), median=median(taken), quickest=taken[0], slowest=taken[-1])

    def _resolution(self, part: Part) -> Resolution:
        names, resolved = self._registry.rows(_SHARES[part])[0]
        rows = self._registry.rows(_UNRESOLVED[part])
        return Resolution(
            part=part, names=names, resolved=resolved,
            unresolved=tuple(Unresolved(name=name, party=party, count=count) for name, party, count in rows),
        )


def in_kamer(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """The seats in the Kamer among memberships."""
    return tuple(one for one in memberships if one.organization_id == KAMER)


def in_posts(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """The posts among memberships."""
    return tuple(one for one in memberships if one.post_id)


def _together(one: PersonRow, other: PersonRow) -> PersonRow:
    """One who asked, and was asked in another time: one row."""
    days = [day for day in (one.first, one.last, other.first, other.last) if day]
    return PersonRow(
        id=one.id, name=one.name, sort=one.sort, cases=one.cases + other.cases, first=min(days, default=None),
        last=max(days, default=None), parts=(*one.parts, *other.parts),
    )
