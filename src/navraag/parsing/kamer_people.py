"""People of the Tweede Kamer's own entities (Persoon, Fractie, FractieZetel, FractieZetelPersoon, PersoonLoopbaan) as a roll.

A day that a career prints only as a year or a month is read so that the membership surely held: from the last day of a
beginning that is not told exactly, to the first day of an end that is not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from navraag.lexicon.offices import office, slug
from navraag.parsing.openkamer.entities import once, party_id
from navraag.parsing.openkamer.page_people import read_person_line
from navraag.records.pages import Entity
from navraag.records.people import KAMER, Identifier, Membership, Organization, Person, Roll

Kind = Mapping[str, Entity]
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")
_POST = re.compile(r"(?:vice)?-?(?:minister|staatssecretaris|premier)", re.IGNORECASE)


def read_entities(entities: Iterable[Entity]) -> Roll:
    """The roll of the entities; what is deleted, or refers to what is not held, is left out."""
    kinds: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in sorted(entities, key=_order):
        kinds[entity.kind][entity.id] = entity
    held = {kind: {key: one for key, one in found.items() if not one.deleted} for kind, found in kinds.items()}
    people = _told_apart({key: person for key, one in held.get("persoon", {}).items() if (person := _person(one))})
    memberships = (*_seats(held, people), *_careers(held, people))
    return Roll(
        persons=tuple(people.values()), memberships=once(memberships),
        organizations=tuple(_party(one) for one in held.get("fractie", {}).values() if _field(one, "afkorting") or _field(one, "naamNl")),
    )


def _order(entity: Entity) -> tuple[str, str, str]:
    """Which of two versions of one entity counts does not depend on their order."""
    return entity.kind, entity.id, repr(entity)


def _field(entity: Entity, name: str) -> str:
    return next((value for key, value in entity.fields if key == name), "")


def _reference(entity: Entity, name: str) -> str:
    return next((value for key, value in entity.references if key == name), "")


def _person(entity: Entity) -> Person | None:
    """A person; None where even the family name is missing."""
    family, prefix = _field(entity, "achternaam"), _field(entity, "tussenvoegsel")
    given = _field(entity, "roepnaam") or _field(entity, "voornamen").partition(" ")[0]
    if not family:
        return None
    name = " ".join(part for part in (given or _field(entity, "initialen"), prefix, family) if part)
    return Person(
        id=slug(name), name=name, family_name=family, prefix=prefix, given_name=given, initials=_field(entity, "initialen"),
        birth_date=_whole_day(_field(entity, "geboortedatum")), identifiers=(Identifier(scheme="tweedekamer", identifier=entity.id),),
    )


def _told_apart(people: Mapping[str, Person]) -> dict[str, Person]:
    """People who share a name get ids of their own: with the year of birth, else the beginning of the Kamer's identifier."""
    counts = Counter(person.id for person in people.values())
    years = Counter((person.id, person.birth_date and person.birth_date.year) for person in people.values())
    told = {}
    for key, person in people.items():
        year = person.birth_date.year if person.birth_date else None
        own = year if year and years[person.id, year] == 1 else key[:8]
        told[key] = person if counts[person.id] == 1 else replace(person, id=f"{person.id}-{own}")
    return told


def _whole_day(printed: str) -> date | None:
    first, last = _days(printed)
    return first if first == last else None


def _days(printed: str) -> tuple[date | None, date | None]:
    """The first and the last day that a day, month or year can mean; impossible ones mean none."""
    match = _DAY.fullmatch(printed)
    if match is None:
        return None, None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        first = date(year, month or 1, day or 1)
        after = date(year + 1, 1, 1) if not month else first + timedelta(days=1) if day else date(year + month // 12, month % 12 + 1, 1)
    except (ValueError, OverflowError):
        return None, None
    return first, after - timedelta(days=1)


def _party(entity: Entity) -> Organization:
    name, short = _field(entity, "naamNl"), _field(entity, "afkorting")
    return Organization(
        id=party_id(name or short, short or name, ""), name=name or short, classification="party", abbreviation=short,
        founding_date=_whole_day(_field(entity, "datumActief")), dissolution_date=_whole_day(_field(entity, "datumInactief")),
    )


def _seats(held: Mapping[str, Kind], people: Mapping[str, Person]) -> Iterator[Membership]:
    """Every stay in a seat of a parliamentary party."""
    for one in held.get("fractieZetelPersoon", {}).values():
        person = people.get(_reference(one, "persoon"))
        seat = held.get("fractieZetel", {}).get(_reference(one, "fractieZetel"))
        party = held.get("fractie", {}).get(_reference(seat, "fractie")) if seat else None
        start, end = _whole_day(_field(one, "van")), _whole_day(_field(one, "totEnMet"))
        if person and start and not (end and end < start):
            yield Membership(
                id=f"{person.id}-kamer-{start}", person_id=person.id, organization_id=KAMER, role="Kamerlid",
                on_behalf_of_id=_party(party).id if party else None, start_date=start, end_date=end,
            )


def _careers(held: Mapping[str, Kind], people: Mapping[str, Person]) -> Iterator[Membership]:
    """Every stay in a post of the government that a career names."""
    for one in held.get("persoonLoopbaan", {}).values():
        person, printed = people.get(_reference(one, "persoon")), _field(one, "functie")
        start, end = _days(_field(one, "van"))[1], _days(_field(one, "totEnMet"))[0]
        if person is None or start is None or (end and end < start) or not _POST.match(printed):
            continue
        told = read_person_line(f"{person.name} ({printed})")
        found = office(told.role, told.portfolio, start)
        if found and found.post:
            yield Membership(
                id=f"{person.id}-{found.post}-{start}", person_id=person.id, organization_id=found.line, role=told.role or "",
                post_id=found.post, start_date=start, end_date=end,
            )
