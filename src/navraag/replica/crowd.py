"""The crowd: millions of entities that no reader of questions wants, computed from their number, so that they cost no memory.

They fill the odd tokens: a period of the numbering has a fixed seating of categories, and entity ``k`` of a category sits
in period ``k // seats``. The counts are those of the live feed of April 2026.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from navraag.replica.dutch_time import local, offset_stamp, stamp, utc_stamp
from navraag.replica.entities import Child, Entity, Ref, bulk_guid, system_of
from navraag.replica.tokens import KNOWN, moment_of

SERIES = 0xC0
"""What marks the ids of the crowd."""
COUNTS = {
    "Zaak": 218_000, "ZaakActor": 540_000, "Document": 480_000, "DocumentActor": 300_000, "DocumentVersie": 1_100_000, "Kamerstukdossier": 7_680,
    "Activiteit": 97_003, "ActiviteitActor": 314_472, "Agendapunt": 336_593, "Besluit": 683_755, "Stemming": 982_975, "Toezegging": 5_891,
    "Persoon": 2_600, "PersoonLoopbaan": 1_500, "FractieZetel": 500, "FractieZetelPersoon": 800, "Commissie": 132, "CommissieZetel": 11_000,
    "CommissieZetelVastPersoon": 21_000, "CommissieZetelVervangerPersoon": 17_000, "Reservering": 58_053, "Vergadering": 7_319, "Verslag": 22_826,
    "PersoonNevenfunctie": 6_000, "PersoonReis": 3_000, "PersoonGeschenk": 1_500, "Zaal": 40,
}
"""Entities per category, deleted ones included: what the live feed had, less what a history of 80,000 cases brings."""
_PERIOD = 2048
_PERIODS = KNOWN[-1][0] // _PERIOD
_DELETED = {"DocumentVersie": 61, "Reservering": 57, "Activiteit": 26, "Document": 14, "Agendapunt": 7, "DocumentActor": 6, "Besluit": 4, "ZaakActor": 2}
"""Of a hundred, how many are deleted."""
_SORTS = ("Motie", "Brief regering", "Amendement", "Wetgeving", "Brief commissie", "Overig")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seating:
    """Where a category sits in a period, and in which periods: every one, or one of ``every``."""

    seats: tuple[int, ...]
    every: int


@cache
def _seating() -> dict[str, _Seating]:
    free = list(range(1, _PERIOD, 2))
    Random(7).shuffle(free)  # noqa: S311  a seating plan is no secret
    plan: dict[str, _Seating] = {}
    for category, count in COUNTS.items():
        number = max(1, round(count / _PERIODS))
        seats, free = free[:number], free[number:]
        plan[category] = _Seating(seats=tuple(sorted(seats)), every=1 if count >= _PERIODS else max(1, _PERIODS // count))
    return plan


def places(category: str, token: int, horizon: int, limit: int) -> Iterator[tuple[int, int]]:
    """(token, number) of the members of a category from a token up to a horizon."""
    plan = _seating().get(category)
    if plan is None:
        return
    period, within = divmod(max(token, 0), _PERIOD)
    while limit and period * _PERIOD <= horizon:
        if period % plan.every == 0:
            for seat in range(bisect_left(plan.seats, within), len(plan.seats)):
                at = period * _PERIOD + plan.seats[seat]
                if at > horizon or not limit:
                    return
                limit -= 1
                yield at, period // plan.every * len(plan.seats) + seat
        period, within = period + 1, 0


def token_of(category: str, number: int) -> int:
    """The token of a member of the crowd; 0 where the category has none."""
    plan = _seating().get(category)
    if plan is None:
        return 0
    period, seat = divmod(number, len(plan.seats))
    return period * plan.every * _PERIOD + plan.seats[seat]


def _stamp(category: str, token: int) -> str:
    moment = moment_of(token)
    match system_of(category):
        case "vlos":
            return offset_stamp(moment)
        case "sesam":
            return utc_stamp(moment, 0)
    return stamp(local(moment))


def _ref(category: str, number: int) -> Ref:
    return Ref(bulk_guid(category, number, 0, series=SERIES))


def _zaak(number: int, token: int) -> tuple[Child, ...]:
    year = moment_of(token).year
    return (
        ("nummer", f"{year}Z{60_000 + number % 39_000:05d}"), ("soort", _SORTS[number % len(_SORTS)]), ("titel", f"Dossier {number % 997}"),
        ("onderwerp", f"Zaak {number} zonder vragen"), ("gestartOp", f"{year}-03-01T00:00:00"), ("organisatie", "Tweede Kamer"),
        ("vergaderjaar", f"{year - 1}-{year}"), ("volgnummer", str(number % 90)), ("status", "Vrijgegeven"), ("afgedaan", "true"), ("grootProject", "false"),
        ("kamerstukdossier", _ref("Kamerstukdossier", number % 7000)),
    )


def _document(number: int, token: int) -> tuple[Child, ...]:
    year = moment_of(token).year
    return (
        ("huidigeDocumentVersie", _ref("DocumentVersie", number)), ("zaak", _ref("Zaak", number % 218_000)), ("soort", _SORTS[number % len(_SORTS)]),
        ("documentNummer", f"{year}D{number % 100_000:05d}"), ("titel", f"Dossier {number % 997}"), ("onderwerp", f"Stuk {number} over een ander onderwerp"),
        ("datum", f"{year}-03-01T00:00:00"), ("volgnummer", str(number % 90)), ("vergaderjaar", f"{year - 1}-{year}"), ("kamer", "2"), ("organisatie", "Tweede Kamer"),
    )


def _actor(owner: str, number: int, _token: int) -> tuple[Child, ...]:
    return (
        (owner[0].lower() + owner[1:], _ref(owner, number // 2)), ("actorNaam", f"A. Menigte{number % 400}"), ("actorFractie", None),
        ("functie", "Tweede Kamerlid"), ("relatie", "Indiener" if number % 2 else "Volgcommissie"), ("sidActor", None),
    )


def _versie(number: int, _token: int) -> tuple[Child, ...]:
    return (
        ("document", _ref("Document", number % 480_000)), ("status", "Vrijgegeven"), ("versienummer", "1"), ("bestandsgrootte", str(20_000 + number % 9000)),
        ("extensie", ".docx"), ("externeidentifier", f"kst-{30_000 + number % 6000}-{number % 90}"),
    )


def _any(number: int, _token: int) -> tuple[Child, ...]:
    return (("nummer", str(number)), ("soort", "Overig"), ("status", "Uitgevoerd"))


_CONTENTS: dict[str, Callable[[int, int], tuple[Child, ...]]] = {
    "Zaak": _zaak, "Document": _document, "DocumentVersie": _versie,
    "ZaakActor": lambda number, token: _actor("Zaak", number, token), "DocumentActor": lambda number, token: _actor("Document", number, token),
}


def member(category: str, number: int, token: int) -> Entity:
    """One member of the crowd."""
    is_deleted = number * 37 % 100 < _DELETED.get(category, 1)
    guid, when = bulk_guid(category, number, 0, series=SERIES), _stamp(category, token)
    if is_deleted:
        return Entity(category=category, guid=guid, stamp=when, deleted="true")
    return Entity(category=category, guid=guid, stamp=when, children=_CONTENTS.get(category, _any)(number, token))


def size(horizon: int) -> int:
    """How many the crowd are at a horizon, about."""
    return sum(round(len(plan.seats) * (horizon / _PERIOD) / plan.every) for plan in _seating().values())
