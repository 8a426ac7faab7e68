"""What the sources say beside the documents, put where linking finds it; whatever changed in it counts as a paper that changed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from navraag.pipeline.sync_entities import NUMBER, WRITTEN, registration
from navraag.pipeline.told import ToldWriter, superseded_documents
from navraag.store.codec import encode
from navraag.store.link_told import Differences, LinkTold
from navraag.store.sync import SyncStore

_ARRIVAL = "told_arrival"


def refresh_told(writer: ToldWriter) -> None:
    """Bring registrations, cases of documents and replaced documents up to date; stands within a transaction of the writer."""
    store, told = writer.told, LinkTold(writer.connection)
    arrivals = store.arrivals
    told.keep_registrations(_registrations(store, writer.meta(_ARRIVAL)))
    told.keep_cases(_cases(store))
    told.keep_gone(superseded_documents(store))
    writer.set_meta(_ARRIVAL, str(arrivals))


def _registrations(store: SyncStore, since: str | None) -> Differences:
    """The registrations that may have changed since a group of pages came in, all where none had; None for those that are no more."""
    for id_ in _registered(store) if since is None else sorted(_touched(store, int(since))):
        case = store.entities.one(NUMBER["Zaak"], id_)
        held = case is not None and not case.deleted and case.kind == WRITTEN and case.number
        yield f"zaak:{id_}", encode(registration(store, case)) if case and held else None


def _registered(store: SyncStore) -> Iterator[str]:
    return (row.id for row in store.entities.of(NUMBER["Zaak"], kinds=(WRITTEN,)))


def _touched(store: SyncStore, since: int) -> set[str]:
    cases = {row.id for row in store.entities.arrived_since(NUMBER["Zaak"], since) if row.kind in {WRITTEN, None}}
    return cases | {row.owner for row in store.entities.arrived_since(NUMBER["ZaakActor"], since) if row.owner}


def _cases(store: SyncStore) -> Iterable[tuple[str, str]]:
    """The documents for which the sources name cases, sorted, each with these as JSON."""
    for sha256, rows in groupby(store.told.cases(), key=lambda row: row[0]):
        numbers = sorted({number for _, cases in rows for number in cases.split()})
        if numbers:
            yield sha256, msgspec.json.encode(numbers).decode()
