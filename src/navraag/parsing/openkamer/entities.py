"""People of Open Kamer's fixtures (Django rows: model, key, fields) as persons, memberships and posts.

What is odd in them and how it is read: ministries bear Wikidata's names, not those of the day (posts go by the line of
the ministry); names without a given name, a seat or a post are left-overs of another import, not persons; a minister without portfolio may lack the name of the task; a membership that ends before it begins has lost
its beginning, which then is the cabinet's; party memberships of a life stand beside those of a seat in the Kamer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec

from navraag.lexicon.cabinets import cabinets
from navraag.lexicon.names import party_named
from navraag.lexicon.offices import line_named, ministers_without_portfolio, office, post_of, slug
from navraag.lexicon.tables import Party, parties
from navraag.parsing.metadata import lenient_date
from navraag.records.attribution import Role
from navraag.records.people import KAMER, Identifier, Membership, Organization, Person, Roll

Fields = Mapping[str, Any]
Tables = Mapping[str, Mapping[str, Fields]]
_SCHEMES = {"tk_id": "tweedekamer", "wikidata_id": "wikidata", "parlement_and_politiek_id": "parlement"}
_RANKS: dict[str, Role] = {"MIN": "Minister", "MWP": "Minister", "SOS": "Staatssecretaris", "PMI": "Minister-President"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A stretch of membership of a party: half-open, an end that is not known is None."""

    party: str
    start: date | None
    end: date | None

    @property
    def telling(self) -> tuple[int, date]:
        """How much it tells of the seat in the Kamer: with both days most; a membership of a life, without days, least."""
        return (self.start is not None) + (self.start is not None and self.end is not None), self.start or date.min


def read_fixtures(records: Iterable[tuple[str, str, str]]) -> Roll:
    """The roll of the fixtures: (model, key, fields as JSON); rows of other data sets are passed over."""
    tables: dict[str, dict[str, Fields]] = defaultdict(dict)
    for model, key, fields in records:
        if "." in model:
            tables[model][key] = msgspec.json.decode(fields)
    people = tables["person.person"]
    ids = _ids(people)
    known_until = max((day for row in people.values() if (day := _day(row.get("datetime_updated")))), default=None)
    memberships = once((*_in_the_kamer(tables, ids, known_until), *_in_posts(tables, ids, known_until)))
    serving = {one.person_id for one in memberships}
    return Roll(
        persons=tuple(_person(ids[key], row) for key, row in people.items() if row.get("forename") or ids[key] in serving),
        memberships=memberships, organizations=_unknown_parties(tables),
    )


def once(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """Memberships sorted by their id, each once: of two from one day the one that lasted longer (a rank and its post are one)."""
    lasting = sorted(memberships, key=lambda one: (one.id, one.end_date or date.max, repr(one)))
    return tuple({one.id: one for one in lasting}.values())


def _ids(people: Mapping[str, Fields]) -> dict[str, str]:
    """The id of every person: the name, with the year of birth (or the key) where two share it."""
    slugs = {key: slug(_full_name(row)) or key for key, row in people.items()}
    shared = Counter(slugs.values())
    return {
        key: own if shared[own] == 1 else f"{own}-{(people[key].get('birthdate') or '')[:4] or key}"
        for key, own in slugs.items()
    }


def _full_name(row: Fields) -> str:
    return " ".join(part for part in (row.get("forename"), row.get("surname_prefix"), row.get("surname")) if part)


def _person(own_id: str, row: Fields) -> Person:
    return Person(
        id=own_id, name=_full_name(row), family_name=row.get("surname") or "", prefix=row.get("surname_prefix") or "",
        given_name=row.get("forename") or "", initials=row.get("initials") or "", birth_date=_day(row.get("birthdate")),
        identifiers=tuple(Identifier(scheme=scheme, identifier=row[name]) for name, scheme in _SCHEMES.items() if row.get(name)),
    )


def _day(stamp: object) -> date | None:
    return lenient_date(stamp) if isinstance(stamp, str) else None


def _in_the_kamer(tables: Tables, ids: Mapping[str, str], known_until: date | None) -> Iterator[Membership]:
    """Every stay in the Kamer, cut where the member changed party."""
    names = {key: party_id(row.get("name") or "", row.get("name_short") or "", row.get("wikidata_id") or "") for key, row in tables["parliament.politicalparty"].items()}
    seats: dict[str, list[Seat]] = defaultdict(list)
    for row in tables["parliament.partymember"].values():
        seats[str(row["person"])].append(Seat(party=names[str(row["party"])], start=_day(row["joined"]), end=_day(row["left"])))
    for row in tables["parliament.parliamentmember"].values():
        person, joined, left = str(row["person"]), _day(row["joined"]), _day(row["left"])
        if joined is None or (left and left < joined) or person not in ids:
            continue
        for start, end, party in _cut(joined, left, seats[person]):
            yield Membership(
                id=f"{ids[person]}-kamer-{start}", person_id=ids[person], organization_id=KAMER, role="Kamerlid",
                on_behalf_of_id=party, start_date=start, end_date=end, known_until=None if end else known_until,
            )


def _cut(joined: date, left: date | None, seats: list[Seat]) -> Iterator[tuple[date, date | None, str | None]]:
    """A stay in pieces, each with its party: from, up to and including, party."""
    turns = {day for seat in seats for day in (seat.start, seat.end) if day and joined < day <= (left or date.max)}
    starts = sorted({joined, *turns})
    pieces: list[tuple[date, str | None]] = []
    for start in starts:
        party = _party_on(start, seats)
        if not pieces or pieces[-1][1] != party:
            pieces.append((start, party))
    if left and len(pieces) > 1 and pieces[-1][0] == left:  # the last day of both, not a day of another party
        pieces.pop()
    ends = [start - timedelta(days=1) for start, _ in pieces[1:]] + [left]
    for (start, party), end in zip(pieces, ends, strict=True):
        yield start, end, party


def _party_on(day: date, seats: list[Seat]) -> str | None:
    """The party in the Kamer on a day; None where two tell as much and differ."""
    held = [seat for seat in seats if (seat.start or date.min) <= day < (seat.end or date.max)]
    best = max((seat.telling for seat in held), default=None)
    found = {seat.party for seat in held if seat.telling == best}
    return found.pop() if len(found) == 1 else None


def party_id(name: str, short: str, wikidata: str) -> str:
    """The code of a party in our table: by its names, as a member on his own, by Wikidata; else a slug of its name."""
    row = next((row for printed in (name, short, f"Lid {name}") if (row := party_named(printed))), None) or _by_wikidata(wikidata)
    return row.code if row else slug(name)


def _by_wikidata(wikidata: str) -> Party | None:
    return next((row for row in parties() if wikidata and row.wikidata == wikidata), None)


def _unknown_parties(tables: Tables) -> tuple[Organization, ...]:
    known = {row.code for row in parties()}
    found = {}
    for row in tables["parliament.politicalparty"].values():
        code = party_id(row.get("name") or "", row.get("name_short") or "", row.get("wikidata_id") or "")
        if code not in known:
            found[code] = Organization(
                id=code, name=row["name"], classification="party", abbreviation=row.get("name_short") or "",
                founding_date=_day(row.get("founded")), dissolution_date=_day(row.get("dissolved")),
            )
    return tuple(found[code] for code in sorted(found))


def _in_posts(tables: Tables, ids: Mapping[str, str], known_until: date | None) -> Iterator[Membership]:
    """Every stay in a post; being deputy prime minister is no post of its own."""
    governments = {key: (_day(row["date_formed"]), _end_of(row)) for key, row in tables["government.government"].items()}
    for row in tables["government.governmentmember"].values():
        position, person = tables["government.governmentposition"][str(row["position"])], str(row["person"])
        formed, dissolved = governments[str(position["government"])]
        start, end = _day(row["start_date"]), _day(row["end_date"])
        if start and end and end < start:
            start = None
        start = start or formed
        post = _post(position, tables, start) if start and person in ids else None
        if post is None:
            continue
        last = end or dissolved
        yield Membership(
            id=f"{ids[person]}-{post}-{start}", person_id=ids[person], organization_id=_line(post), role=position["position"],
            post_id=post, start_date=start, end_date=last - timedelta(days=1) if last and start and last > start else last,
            known_until=None if end else known_until,
        )


def _end_of(government: Fields) -> date | None:
    """The first day of the next cabinet: told by the fixtures, else by the table of cabinets."""
    told = _day(government["date_dissolved"])
    formed = _day(government["date_formed"])
    return told or next((row.valid_until for row in cabinets() if row.valid_from == formed), None)


def _line(post_id: str) -> str:
    post = post_of(post_id)
    return post.organization_id if post else ""


def _post(position: Fields, tables: Tables, day: date | None) -> str | None:
    """The id of a post, None where it is none, or cannot be told."""
    role = _RANKS.get(position["position"])
    if role is None or day is None:
        return None
    name = tables["government.ministry"][str(position["ministry"])]["name"] if position["ministry"] else None
    task = position["extra_info"] or None
    if position["position"] == "MWP" and task is None:
        line = line_named(name) if name else None
        housed = ministers_without_portfolio(line, day) if line else ()
        task = housed[0].name if len(housed) == 1 else None
        if task is None:
            return None
    found = office(role, task or name, day)
    return found.post if found else None
