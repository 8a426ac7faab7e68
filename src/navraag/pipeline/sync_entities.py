"""Entities of the feed as they are kept: which fields of which, what is passed over, and what they say about cases."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from navraag.parsing.metadata import lenient_date
from navraag.parsing.openkamer.page_people import read_person_line
from navraag.pipeline.steps import FIRST_SAMPLE
from navraag.records.attribution import Attribution
from navraag.records.identifiers import AppendixNumber
from navraag.records.pages import Entity, Registration
from navraag.sources.tk_syncfeed import CATEGORIES
from navraag.sources.tk_syncfeed import Entity as FeedEntity
from navraag.store.sync import SyncStore
from navraag.store.sync_entities import EntityRow
from navraag.store.views import Kind

WRITTEN = "Schriftelijke vragen"
ANSWERS = ("Antwoord schriftelijke vragen", "Antwoord schriftelijke vragen (nader)")
DELAY, NOTICE = "Mededeling (uitstel antwoord)", "Mededeling"
FAMILY = (WRITTEN, *ANSWERS, DELAY, NOTICE)
"""Kinds of documents whose words the registry wants; a plain Mededeling only where its case is a set of questions."""
NUMBER = {name: at for at, name in enumerate(CATEGORIES)}
PEOPLE = ("Persoon", "Fractie", "FractieZetel", "FractieZetelPersoon", "PersoonLoopbaan")
_ASKING = {"Indiener": 0, "Medeindiener": 1}
_ASKED = "Gericht aan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What is kept of a category: the fields that say its kind, number and owner, and all others that are used."""

    kind: str = ""
    number: str = ""
    owner: str = ""
    fields: frozenset[str] | None = None
    references: frozenset[str] | None = None


_KEPT = {
    "Zaak": Keeping(
        kind="soort", number="nummer", fields=frozenset({"onderwerp", "titel", "gestartOp", "vergaderjaar", "afgedaan", "alias", "termijn"}),
        references=frozenset({"vervangenVanuit", "gerelateerdVanuit"}),
    ),
    "ZaakActor": Keeping(
        kind="relatie", owner="zaak", fields=frozenset({"actorNaam", "actorFractie", "functie"}), references=frozenset({"persoon", "fractie"}),
    ),
    "Document": Keeping(
        kind="soort", number="documentNummer", owner="zaak",
        fields=frozenset({"titel", "onderwerp", "datum", "aanhangselnummer", "vergaderjaar", "volgnummer", "alias", "contentType", "contentLength"}),
        references=frozenset({"zaak", "kamerstukdossier", "bronDocument"}),
    ),
    "DocumentVersie": Keeping(
        number="externeidentifier", owner="document", fields=frozenset({"status", "versienummer", "datum"}), references=frozenset(),
    ),
    "DocumentActor": Keeping(
        kind="relatie", owner="document", fields=frozenset({"actorNaam", "actorFractie", "functie"}), references=frozenset({"persoon"}),
    ),
    "Toezegging": Keeping(kind="status", number="nummer", owner="activiteit"),
    "Activiteit": Keeping(
        kind="soort", number="nummer", fields=frozenset({"onderwerp", "datum", "aanvangstijd", "voortouwnaam"}), references=frozenset(),
    ),
    "Persoon": Keeping(number="nummer"),
    "Fractie": Keeping(number="nummer"),
    "FractieZetel": Keeping(owner="fractie"),
    "FractieZetelPersoon": Keeping(owner="fractieZetel"),
    "PersoonLoopbaan": Keeping(owner="persoon"),
    "Kamerstukdossier": Keeping(number="nummer", fields=frozenset({"titel", "toevoeging", "citeertitel"}), references=frozenset()),
}


def kept_rows(store: SyncStore, category: str, entities: Iterable[FeedEntity], counts: Counter[str]) -> list[EntityRow]:
    """The entities of a page as rows; what is passed over is counted by its kind."""
    rows = []
    for entity in entities:
        row = _row(category, entity)
        passed = _passed_over(store, category, row)
        counts["deleted" if entity.deleted else "entries"] += 1
        if passed:
            counts[passed] += 1
        if row.deleted and not store.entities.knows(row.category, row.id):
            continue  # a placeholder of what was never held
        if passed and category != "Zaak":
            continue
        rows.append(row)
    return rows


def dossier_papers(rows: Iterable[EntityRow]) -> Iterator[tuple[str, int, str]]:
    """The documents among rows that have a number in a dossier: (dossier, number, document)."""
    for row in rows:
        number = row.one("volgnummer")
        if row.category == NUMBER["Document"] and number.isdigit() and not row.deleted:
            yield from ((dossier, int(number), row.id) for dossier in row.all("kamerstukdossier"))


def _row(category: str, entity: FeedEntity) -> EntityRow:
    keeping = _KEPT[category]
    used = {keeping.kind, keeping.number}
    fields = {name: values for name, values in entity.fields.items() if name not in used and (keeping.fields is None or name in keeping.fields)}
    references = {
        name: values for name, values in entity.references.items()
        if (name != keeping.owner or len(values) > 1) and (keeping.references is None or name in keeping.references)
    }
    light = category == "Zaak" and entity.one("soort") != WRITTEN
    return EntityRow(
        category=NUMBER[category], id=entity.id, sequence=entity.sequence, deleted=entity.deleted, updated=entity.changed or entity.updated,
        kind=entity.one(keeping.kind) or None, number=entity.one(keeping.number) or None,
        owner=entity.reference(keeping.owner) or None, fields={} if light else fields, references={} if light else references,
    )


def _passed_over(store: SyncStore, category: str, row: EntityRow) -> str:
    """Why an entity is of no use here, "" where it is of use."""
    if row.deleted:
        return ""
    if category == "Zaak" and row.kind != WRITTEN:
        return f"passed over: {row.kind or 'without kind'}"
    if category == "ZaakActor" and row.owner and store.entities.kind_of(NUMBER["Zaak"], row.owner) not in {None, WRITTEN}:
        return "passed over: actors of cases of other kinds"
    if category == "DocumentVersie" and row.owner and store.entities.kind_of(NUMBER["Document"], row.owner) not in {None, *FAMILY}:
        return "passed over: versions of documents of other kinds"
    return ""


# -- what the entities say about cases --------------------------------------------------------------------------------


def registrations(store: SyncStore) -> Iterator[Registration]:
    """Every set of written questions that the Kamer registered, with its members and offices, sorted by number."""
    found = {row.number: row for row in store.entities.of(NUMBER["Zaak"], kinds=(WRITTEN,)) if row.number}
    for number in sorted(found):
        yield registration(store, found[number])


def kind_of_registry(store: SyncStore) -> Kind | None:
    """Samples or real cases, as the numbers of the cases tell; None where there are none."""
    numbers = store.entities.numbers_by_year(NUMBER["Zaak"], WRITTEN)
    if not numbers:
        return None
    return "samples" if store.entities.highest_number(NUMBER["Zaak"], WRITTEN) >= FIRST_SAMPLE else "real"


def registration(store: SyncStore, case: EntityRow) -> Registration:
    """One case as the Kamer registered it; the order of its actors is ours, since the feed has none."""
    actors = store.entities.hanging_on(case.id, NUMBER["ZaakActor"])
    asking = sorted((row for row in actors if row.kind in _ASKING), key=lambda row: (_ASKING[row.kind or ""], row.one("actorNaam"), row.id))
    asked = sorted((row for row in actors if row.kind == _ASKED), key=lambda row: (row.one("functie"), row.one("actorNaam"), row.id))
    return Registration(
        number=case.number or "", subject=case.one("onderwerp") or case.one("titel"), tabled_on=lenient_date(case.one("gestartOp")),
        session_year=case.one("vergaderjaar") or None, askers=tuple(map(_asker, asking)), addressees=tuple(map(_addressee, asked)),
        closed=case.one("afgedaan").lower() == "true", entity_id=case.id, changed_on=lenient_date(case.updated),
    )


def _asker(row: EntityRow) -> Attribution:
    name = row.one("actorNaam")
    return Attribution(printed=name, name=name, party=row.one("actorFractie") or None)


def _addressee(row: EntityRow) -> Attribution:
    name, post = row.one("actorNaam"), row.one("functie")
    return read_person_line(f"{name} ({post})") if post else Attribution(printed=name, name=name)


def people(store: SyncStore) -> Iterator[Entity]:
    """Persons, parties and seats, as linking reads them."""
    for category in PEOPLE:
        for row in store.entities.of(NUMBER[category]):
            yield _person_entity(category, row)


def _person_entity(category: str, row: EntityRow) -> Entity:
    keeping = _KEPT[category]
    fields = [(name, value) for name, values in (row.fields or {}).items() for value in values]
    fields += [(keeping.number, row.number)] if keeping.number and row.number else []
    references = [(name, value) for name, values in (row.references or {}).items() for value in values]
    references += [(keeping.owner, row.owner)] if keeping.owner and row.owner else []
    kind = category[:1].lower() + category[1:]
    return Entity(kind=kind, id=row.id, fields=tuple(sorted(fields)), references=tuple(sorted(references)))


# -- documents and their publications ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document of a set of questions: its cases, and its publication with how that is known ("" where it is not)."""

    document: EntityRow
    cases: tuple[str, ...]
    publication: str = ""
    computed: bool = False
    stamp: str = ""


def touched(store: SyncStore, arrival: int) -> Iterator[EntityRow]:
    """Every document that may be one of a set of questions, or was, and that came in, or whose versions or cases did, after a group of pages."""
    seen: set[str] = set()
    for id_ in _touched(store, arrival):
        document = None if id_ in seen else store.entities.one(NUMBER["Document"], id_)
        seen.add(id_)
        if document:
            yield document


def _touched(store: SyncStore, arrival: int) -> Iterator[str]:
    for row in store.entities.arrived_since(NUMBER["Document"], arrival):
        if row.kind in FAMILY or store.told.knows(row.id):
            yield row.id
    yield from (row.owner for row in store.entities.arrived_since(NUMBER["DocumentVersie"], arrival) if row.owner)
    for case in store.entities.arrived_since(NUMBER["Zaak"], arrival):
        if case.kind == WRITTEN:
            yield from store.told.documents_of(case.id)


def case_ids(document: EntityRow) -> tuple[str, ...]:
    """The cases (entities) that a document refers to."""
    return tuple(dict.fromkeys([*([document.owner] if document.owner else []), *document.all("zaak")]))


def paper_of(store: SyncStore, document: EntityRow) -> Paper | None:
    """One document with its cases and publication (as its version names it, else by rule); None for what is about something else."""
    if document.kind not in FAMILY:
        return None
    asked = (store.entities.one(NUMBER["Zaak"], id_) for id_ in case_ids(document))
    cases = tuple(sorted({case.number for case in asked if case and not case.deleted and case.kind == WRITTEN and case.number}))
    if document.kind == NOTICE and not cases:
        return None
    versions = sorted(store.entities.hanging_on(document.id, NUMBER["DocumentVersie"]), key=lambda row: row.sequence)
    named = next((row for row in reversed(versions) if row.number), None)
    if named and named.number:
        return Paper(document=document, cases=cases, publication=named.number, stamp=named.one("datum"))
    computed = _computed(document, cases)
    return Paper(document=document, cases=cases, publication=computed, computed=bool(computed), stamp=document.one("datum"))


def _computed(document: EntityRow, cases: tuple[str, ...]) -> str:
    """The publication by rule: a question by its case or old number, the rest by its number in the Aanhangsel."""
    if document.kind == WRITTEN:
        alias = document.one("alias")
        return f"kv-tk-{cases[0]}" if cases else f"kv-{alias}" if alias.isdigit() else ""
    return appendix_publication(document.one("aanhangselnummer"))


def appendix_publication(printed: str) -> str:
    """The publication of a number in the Aanhangsel as the Kamer registers it.

    >>> appendix_publication("192002893")
    'ah-tk-20192020-2893'
    """
    if not (printed.isdigit() and len(printed) == 9):
        return ""
    first, second = (f"{'19' if year >= '95' else '20'}{year}" for year in (printed[:2], printed[2:4]))
    number = AppendixNumber.of(f"{first}-{second}", int(printed[4:]))
    return number.publication if number else ""


def newest_day(store: SyncStore) -> date | None:
    """The day up to which the feed of cases is known to be complete."""
    progress = store.progress("Zaak")
    return lenient_date(progress.newest) if progress.newest and progress.caught_up else None
