"""From a dossier to its entities at a moment, and to the moments at which they changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from navraag.replica.dossiers import Actor, Dossier, Form, Paper
from navraag.replica.dutch_time import at_hour, local, stamp
from navraag.replica.entities import Child, Entity, Ref, bulk_guid
from navraag.replica.rolls import Rolls
from navraag.replica.titles import session_year
from navraag.replica.tokens import emitted

SORTS = {
    "questions": "Schriftelijke vragen", "oral": "Mondelinge vragen", "delay_notice": "Mededeling (uitstel antwoord)",
    "withdrawal": "Mededeling", "answer": "Antwoord schriftelijke vragen", "further": "Antwoord schriftelijke vragen (nader)",
    "correction": "Antwoord schriftelijke vragen",
}
TYPES = {
    "pdf": ("application/pdf", ".pdf"), "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
}
_DECIMALS = (7, 7, 3, 7, 0, 7, 2, 1, 7)
_ACTORS = 32
_TERM_IS_KEPT_SINCE = 2026  # no Zaak of 2024 or before has a Termijn; those of 2026 have one


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one entity: when, of what category, and which of the dossier's entities of that category."""

    moment: datetime
    category: str
    ordinal: int


def paper_moment(paper: Paper) -> datetime:
    """When a paper is registered: in the afternoon, questions in the morning."""
    return at_hour(paper.on, (11 if paper.kind in {"questions", "oral"} else 14) + len(paper.title) % 50 / 60)


def formatted_moment(paper: Paper) -> datetime | None:
    """When the formatted version takes the place of the first one."""
    return at_hour(paper.formatted, 13 + len(paper.title) % 50 / 60) if paper.formatted else None


def registered_moment(dossier: Dossier) -> datetime:
    """When the Zaak came: with its questions, or when its row says so."""
    if dossier.row:
        return datetime.fromisoformat(str(dossier.row["ApiGewijzigdOp"])).astimezone(UTC)
    return paper_moment(dossier.papers[0]) if dossier.papers else at_hour(dossier.tabled, 11)


def changes_of(dossier: Dossier) -> Iterator[Change]:
    """Every change of every entity of a case; one that KOOP alone knows has none."""
    if not dossier.is_registered:
        return
    start = registered_moment(dossier)
    yield Change(moment=start, category="Zaak", ordinal=0)
    for ordinal in range(min(len(dossier.actors), _ACTORS)):
        yield Change(moment=start, category="ZaakActor", ordinal=ordinal)
    for place, paper in enumerate(dossier.papers):
        yield from _changes_of_paper(paper, place, start)


def _changes_of_paper(paper: Paper, place: int, start: datetime) -> Iterator[Change]:
    moment = max(start, paper_moment(paper))
    yield Change(moment=moment, category="Document", ordinal=place)
    for ordinal in range(len(paper.actors[:_ACTORS])):
        yield Change(moment=moment, category="DocumentActor", ordinal=place * _ACTORS + ordinal)
    yield Change(moment=moment, category="DocumentVersie", ordinal=place * 2)
    if place:
        yield Change(moment=moment + timedelta(minutes=1), category="Zaak", ordinal=0)
    later = formatted_moment(paper)
    if later and later > moment:
        yield Change(moment=later, category="DocumentVersie", ordinal=place * 2)
        yield Change(moment=later, category="DocumentVersie", ordinal=place * 2 + 1)
        yield Change(moment=later, category="Document", ordinal=place)


_SINGLE = frozenset({"ZaakActor", "DocumentActor"})
_LATE = timedelta(minutes=5)


def own_moment(dossier: Dossier, category: str, ordinal: int, moment: datetime) -> datetime:
    """When the dossier says that a change was made which the feed gives at a moment: crowded days run late, the first load is years late."""
    if category in _SINGLE or (category == "Zaak" and len(dossier.papers) <= 1):
        start = registered_moment(dossier)
        return start if category != "DocumentActor" else max(start, paper_moment(dossier.papers[ordinal // _ACTORS]))
    own = [change.moment for change in changes_of(dossier) if change.category == category and change.ordinal == ordinal]
    past = [at for at in own if emitted(at) <= moment + _LATE]
    return past[-1] if past else own[0]


def _stamp(dossier: Dossier, moment: datetime, ordinal: int) -> str:
    decimals = _DECIMALS[(len(dossier.subject) + ordinal) % len(_DECIMALS)]
    return stamp(local(moment - timedelta(seconds=9, microseconds=877)), decimals)


class Deriver:
    """Makes the entities of dossiers; knows the rolls, to which actors refer."""

    def __init__(self, rolls: Rolls) -> None:
        self.rolls = rolls
        self._makers: dict[str, Callable[[Dossier, int, int, datetime], Entity]] = {
            "Zaak": self._zaak, "ZaakActor": self._zaak_actor, "Document": self._document,
            "DocumentActor": self._document_actor, "DocumentVersie": self._versie,
        }

    def entity(self, dossier: Dossier, place: int, change: Change) -> Entity:
        """The entity as it is after a change; ``place`` is where the dossier stands."""
        return self._makers[change.category](dossier, place, change.ordinal, change.moment)

    def _zaak(self, dossier: Dossier, place: int, _ordinal: int, moment: datetime) -> Entity:
        closed = dossier.closed_on
        done = dossier.is_oral or (closed is not None and moment >= at_hour(closed, 14))
        row = dossier.row
        term = None if dossier.tabled.year < _TERM_IS_KEPT_SINCE else f"{dossier.tabled + timedelta(days=21)}T00:00:00"
        words = dossier.registered if row else f"{dossier.registered}{' ' * (len(dossier.number + dossier.subject) % 5 == 0)}"
        return Entity(
            category="Zaak", guid=zaak_guid(dossier, place), stamp=_row_stamp(row) if row else _stamp(dossier, moment, 0),
            children=(
                ("nummer", dossier.number), ("soort", SORTS["oral" if dossier.is_oral else "questions"]), ("titel", None), ("onderwerp", words),
                ("gestartOp", f"{dossier.tabled}T00:00:00"), ("organisatie", "Tweede Kamer"), ("termijn", term),
                ("vergaderjaar", str(row["Vergaderjaar"]) if row else session_year(dossier.tabled)), ("volgnummer", "-1"), ("status", "Vrijgegeven"),
                ("huidigeBehandelstatus", None), ("afgedaan", str(bool(row["Afgedaan"]) if row else done).lower()), ("grootProject", "false"),
            ),
        )

    def _actor(self, actor: Actor, owner: tuple[str, str], *, short: bool) -> tuple[Child, ...]:
        """An actor; relations to people stand last, unlike in the schema, and only where the editors have linked them."""
        name = f"{actor.name} " if len(actor.name) % 7 == 3 else actor.name
        person, party = self.rolls.person(actor), self.rolls.party(actor)
        links = (("persoon", Ref(person)) if person else None, ("fractie", Ref(party)) if party else None)
        return (
            (owner[0], Ref(owner[1])), ("actorNaam", name or None), ("actorFractie", actor.party or None),
            *((("actorAfkorting", None),) if short else ()), ("functie", actor.office or None), ("relatie", actor.relation or None),
            ("sidActor", None), *(link for link in links if link),
        )

    def _zaak_actor(self, dossier: Dossier, place: int, ordinal: int, moment: datetime) -> Entity:
        children = self._actor(dossier.actors[ordinal], ("zaak", zaak_guid(dossier, place)), short=True)
        return Entity(category="ZaakActor", guid=bulk_guid("ZaakActor", place, ordinal), stamp=_stamp(dossier, moment, ordinal), children=children)

    def _document_actor(self, dossier: Dossier, place: int, ordinal: int, moment: datetime) -> Entity:
        paper, number = divmod(ordinal, _ACTORS)
        children = self._actor(dossier.papers[paper].actors[number], ("document", document_guid(place, paper)), short=False)
        return Entity(
            category="DocumentActor", guid=bulk_guid("DocumentActor", place, ordinal), stamp=_stamp(dossier, moment, ordinal), children=children,
        )

    def _document(self, dossier: Dossier, place: int, ordinal: int, moment: datetime) -> Entity:
        paper = dossier.papers[ordinal]
        year = session_year(paper.on)
        later = formatted_moment(paper)
        version = ordinal * 2 + bool(later and moment >= later)
        appendix = f"{year[2:4]}{year[7:9]}{paper.appendix:05d}" if paper.appendix else None
        return Entity(
            category="Document", guid=document_guid(place, ordinal), stamp=_stamp(dossier, moment, ordinal),
            content_type=TYPES[_told_type(paper)][0], content_length=paper.size,
            children=(
                ("huidigeDocumentVersie", Ref(bulk_guid("DocumentVersie", place, version))), ("zaak", Ref(zaak_guid(dossier, place))),
                *(("zaak", Ref(guid)) for guid in paper.also_guids), ("soort", SORTS[paper.kind]), ("documentNummer", document_number(paper, place, ordinal)), ("titel", paper.title),
                ("onderwerp", paper.title), ("datum", f"{paper.on}T00:00:00"), ("volgnummer", "-1"), ("vergaderjaar", year), ("kamer", "2"),
                ("datumOntvangst", f"{paper.on}T00:00:00"), ("aanhangselnummer", appendix), ("organisatie", "Tweede Kamer"),
            ),
        )

    def _versie(self, dossier: Dossier, place: int, ordinal: int, moment: datetime) -> Entity:
        number, is_second = divmod(ordinal, 2)
        paper = dossier.papers[number]
        guid, when = bulk_guid("DocumentVersie", place, ordinal), _stamp(dossier, moment, ordinal)
        later = formatted_moment(paper)
        if not is_second and later and moment >= later:
            return Entity(category="DocumentVersie", guid=guid, stamp=when, deleted="true")
        known_as = paper.draft if not is_second and paper.draft else paper.publication
        return Entity(
            category="DocumentVersie", guid=guid, stamp=when,
            children=(
                ("document", Ref(document_guid(place, number))), ("status", "Vrijgegeven"), ("versienummer", str(1 + is_second)),
                ("bestandsgrootte", str(paper.size)), ("extensie", TYPES[paper.resource][1]), ("datum", f"{paper.on}T00:00:00"),
                ("externeidentifier", known_as if paper.is_at_koop else None),
            ),
        )


def zaak_guid(dossier: Dossier, place: int) -> str:
    """The id of the Zaak of a dossier."""
    return dossier.guid or bulk_guid("Zaak", place, 0)


def document_guid(place: int, ordinal: int) -> str:
    """The id of a Document."""
    return bulk_guid("Document", place, ordinal)


def _told_type(paper: Paper) -> Form:
    """What the register says that the file is: of some Word files it says PDF."""
    return "pdf" if len(paper.title) % 4 == 0 else paper.resource


def document_number(paper: Paper, place: int, ordinal: int) -> str:
    """The number of a Document."""
    return f"{paper.on.year}D{(place * 8 + ordinal) % 100_000:05d}"


def _row_stamp(row: dict[str, object]) -> str:
    """The local stamp of a row without its offset."""
    return str(row["GewijzigdOp"])[:-6]
