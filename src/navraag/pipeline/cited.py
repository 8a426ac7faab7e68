"""Titles for papers that cases cite: looked up in what the feed said of all papers of the Kamer."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from navraag.parsing.metadata import lenient_date
from navraag.pipeline.sync_entities import NUMBER
from navraag.store.cited import DATASET, CitedPaper, open_targets
from navraag.store.sync import Progress, SyncStore
from navraag.store.sync_entities import EntityRow
from navraag.store.writer import Writer

_PAPER = re.compile(r"kst-(\d{1,5})((?:-[A-Z0-9]+){0,3})-(\d{1,4})")
_STREAM = "cited"


def note_cited(writer: Writer, store: SyncStore, today: date) -> int:
    """Keep what is known of the papers that cases cite; how many were found. One that is not known is looked up again once a day."""
    is_new_day = store.progress(_STREAM).cursor != today.isoformat()
    records = [(DATASET, target, _record(store, target)) for target in open_targets(writer.connection, again=is_new_day)]
    writer.write_reference((), records)
    if is_new_day:
        with store.transaction():
            store.keep_progress(Progress(stream=_STREAM, cursor=today.isoformat()))
    return sum(1 for _, _, data in records if data != "{}")


def _record(store: SyncStore, target: str) -> str:
    document, dossier = next(_documents(store, target), (None, None))
    if document is None:
        return "{}"
    actors = {row.one("actorNaam"): None for row in store.entities.hanging_on(document.id, NUMBER["DocumentActor"]) if row.one("actorNaam")}
    return msgspec.json.encode(CitedPaper(
        title=document.one("onderwerp") or document.one("titel"), kind=document.kind, number=document.number, day=lenient_date(document.one("datum")),
        dossier=dossier.one("titel") if dossier else document.one("titel") or None, actors=tuple(actors),
    )).decode()


def _documents(store: SyncStore, target: str) -> Iterator[tuple[EntityRow, EntityRow | None]]:
    """The documents that a target may mean, each with its dossier."""
    found = _PAPER.fullmatch(target)
    if not found:
        yield from ((document, None) for document in store.entities.numbered(NUMBER["Document"], target))
        return
    addition = found[2].strip("-")
    for dossier in store.entities.numbered(NUMBER["Kamerstukdossier"], found[1]):
        if dossier.one("toevoeging").replace("(", "").replace(")", "") != addition:
            continue
        for id_ in store.told.papers_of(dossier.id, int(found[3])):
            document = store.entities.one(NUMBER["Document"], id_)
            if document and not document.deleted:
                yield document, dossier
