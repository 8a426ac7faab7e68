"""The rolls: members and parties named in dossiers, as Persoon, Fractie, FractieZetel, FractieZetelPersoon and PersoonLoopbaan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from navraag.replica.dossiers import Actor
from navraag.replica.dutch_time import utc_stamp
from navraag.replica.entities import Child, Entity, Ref, bulk_guid

MEMBER = "Tweede Kamerlid"
_PARTICLES = frozenset("van de der den ten ter te het in 't op".split())
SINCE = datetime(2019, 1, 2, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entity that no dossier holds, and when the feed gave it."""

    moment: datetime
    entity: Entity


def split_name(printed: str) -> tuple[str, str, str]:
    """Initials, particles and surname of a name as the registers print it.

    >>> split_name("A.B. van der Klaver")
    ('A.B.', 'van der', 'Klaver')
    """
    words = printed.split()
    first = words[:1] if "." in printed.split(" ", maxsplit=1)[0] else []
    rest = words[len(first):]
    particles = 0
    while particles < len(rest) - 1 and rest[particles].lower() in _PARTICLES:
        particles += 1
    return "".join(first), " ".join(rest[:particles]), " ".join(rest[particles:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolls:
    """Who is known: places of members and of parties, by name."""

    members: dict[str, int]
    parties: dict[str, int]
    party_of: dict[str, str]

    def person(self, actor: Actor) -> str:
        """The id of the Persoon of a member, or ""; holders of office who never were members have none."""
        place = self.members.get(actor.name, -1) if actor.office == MEMBER else -1
        return bulk_guid("Persoon", place, 0) if place >= 0 else ""

    def party(self, actor: Actor) -> str:
        """The id of the Fractie of a member, or ""."""
        place = self.parties.get(actor.party, -1)
        return bulk_guid("Fractie", place, 0) if place >= 0 else ""

    def entities(self) -> Iterator[Listed]:
        """All entities of the rolls."""
        for party, place in self.parties.items():
            yield _listed("Fractie", place, _fractie(party, place))
        for name, place in self.members.items():
            yield from _of_member(name, place, self.parties[self.party_of[name]])


def rolls_of(actors: Iterable[Actor]) -> Rolls:
    """The rolls that a row of actors needs."""
    members: dict[str, int] = {}
    parties: dict[str, int] = {}
    party_of: dict[str, str] = {}
    for actor in actors:
        if actor.office == MEMBER and actor.party:
            members.setdefault(actor.name, len(members))
            parties.setdefault(actor.party, len(parties))
            party_of.setdefault(actor.name, actor.party)
    return Rolls(members=members, parties=parties, party_of=party_of)


def _listed(category: str, place: int, children: tuple[Child, ...]) -> Listed:
    entity = Entity(category=category, guid=bulk_guid(category, place, 0), stamp=utc_stamp(SINCE, 0), children=children)
    return Listed(moment=SINCE, entity=entity)


def _fractie(party: str, place: int) -> tuple[Child, ...]:
    return (
        ("nummer", str(2900 + place)), ("afkorting", party), ("naamNl", party), ("naamEn", party), ("aantalZetels", None),
        ("aantalStemmen", None), ("datumActief", "2017-03-23"), ("datumInactief", None),
    )


def _of_member(name: str, place: int, party: int) -> Iterator[Listed]:
    first, particles, last = split_name(name)
    yield _listed("Persoon", place, (
        ("nummer", str(4000 + place)), ("initialen", first), ("tussenvoegsel", particles or None), ("achternaam", last), ("roepnaam", None),
        ("geslacht", None), ("functie", MEMBER), ("geboortedatum", None), ("fractielabel", None),
    ))
    yield _listed("FractieZetel", place, (("fractie", Ref(bulk_guid("Fractie", party, 0))), ("gewicht", str(place % 40))))
    yield _listed("FractieZetelPersoon", place, (
        ("fractieZetel", Ref(bulk_guid("FractieZetel", place, 0))), ("persoon", Ref(bulk_guid("Persoon", place, 0))), ("functie", "Lid"),
        ("van", "2017-03-23"), ("totEnMet", None),
    ))
    yield _listed("PersoonLoopbaan", place, (
        ("persoon", Ref(bulk_guid("Persoon", place, 0))), ("functie", "Raadslid"), ("werkgever", "Gemeente Voorbeeld"), ("van", "2010"),
        ("totEnMet", "2017-03"), ("gewicht", "1"),
    ))
