"""rebuild: the same registry again, from the raw documents and the ledger alone."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from navraag.documents.blobs import BlobStore
from navraag.documents.document import Retrieval
from navraag.documents.ledger import Ledger
from navraag.errors import NotFoundError, StoreError
from navraag.pipeline.enrich import enrich
from navraag.pipeline.index import index_registry
from navraag.pipeline.linkage import link
from navraag.pipeline.report import RunReport, Tally
from navraag.pipeline.run import Progress, Surroundings
from navraag.pipeline.steps import VERSION, Step, document_name
from navraag.pipeline.told import writer_for
from navraag.pipeline.workers import Workers
from navraag.settings import Settings
from navraag.store.database import sole_writer
from navraag.store.writer import Reading, Writer

BATCH = 64
Inspect = Callable[[Path], None]
Places = tuple[int, ...]
"""Where the retrievals of one document stand in the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document of the ledger: every retrieval of it, and the name under which it is read."""

    name: str
    retrievals: tuple[Retrieval, ...]


def rebuild(settings: Settings, around: Surroundings, *, inspect: Inspect | None = None, swap: bool = True) -> RunReport:
    """Make the registry anew beside the old one, then put it in its place in one transaction.

    ``inspect`` is shown the new file before that; without ``swap`` the old registry stays as it is.
    """
    if not settings.registry_path.is_file():
        raise StoreError(f"there is no registry in {settings.home}: navraag import makes one")
    started_at, clock = around.now(), time.monotonic()
    beside = settings.home / "rebuild"
    with sole_writer(settings.home, purpose="rebuild"):
        shutil.rmtree(beside, ignore_errors=True)  # left by a rebuild that was killed
        live = Writer(settings.registry_path)
        try:
            report = _build(beside / "registry.sqlite3", settings, around, live)
            report = replace(report, seconds=round(time.monotonic() - clock, 3))
            if inspect:
                inspect(beside / "registry.sqlite3")
            if swap:
                live.replace_with(beside / "registry.sqlite3")
                live.write_run("rebuild", started_at, around.now(), replace(report, seconds=0.0))
                index_registry(settings.home, around.progress)
        finally:
            live.close()
            shutil.rmtree(beside, ignore_errors=True)
    return report


def _build(file: Path, settings: Settings, around: Surroundings, live: Writer) -> RunReport:
    """A new registry in that file; what kind of cases it holds and its logbook come from the living one."""
    writer = writer_for(settings, file)
    try:
        if live.kind != "empty":
            writer.set_meta("kind", live.kind)
        writer.copy_runs(live)
        tally = Tally()
        with Workers(around.processes) as workers:
            _read_all(writer, settings, workers, tally, around.progress)
        around.progress("linking", 0, 1)
        cases = link(writer)
        around.progress("linking", 1, 1)
        enrich(writer, around.progress, around.processes)
    finally:
        writer.close()
    return tally.report(cases, 0.0)


def _read_all(writer: Writer, settings: Settings, workers: Workers, tally: Tally, progress: Progress) -> None:
    """Every document of the ledger, read by this parser."""
    blobs, ledger = BlobStore(settings.blobs), Ledger(settings.ledger)
    documents = _documents(ledger)
    for start in range(0, len(documents), BATCH):
        progress("reading", start, len(documents))
        held = list(_held(_entries(ledger, documents[start:start + BATCH]), blobs, tally))
        steps = workers.read([(data, entry.name) for entry, data in held])
        read = [(entry, step) for (entry, _), step in zip(held, steps, strict=True) if _count(step, entry, tally)]
        for _, step in read:
            writer.write_reference(step.reference.publications, step.reference.records)
        writer.write_readings(
            [_reading(entry, step) for entry, step in read], [note for entry, _ in read for note in entry.retrievals],
        )
    progress("reading", len(documents), len(documents))


def _documents(ledger: Ledger) -> list[Places]:
    """The documents of the ledger, the first retrieved first: where each of its retrievals stands."""
    places: dict[bytes, Places] = {}
    for place, note in ledger.placed():
        sha256 = bytes.fromhex(note.document_sha256)
        places[sha256] = (*places.get(sha256, ()), place)
    return list(places.values())


def _entries(ledger: Ledger, documents: Iterable[Places]) -> Iterator[Entry]:
    """Documents with their retrievals, each once."""
    for places in documents:
        notes: dict[tuple[str, str], Retrieval] = {}
        for note in ledger.at(places):
            notes.setdefault((note.source, note.source_id), note)
        yield Entry(name=document_name(notes), retrievals=tuple(notes.values()))


def _held(batch: Iterable[Entry], blobs: BlobStore, tally: Tally) -> Iterator[tuple[Entry, bytes]]:
    """The bytes of each document; one that is lost or damaged is a failure, the others go on."""
    for entry in batch:
        tally.counts["files"] += 1
        try:
            yield entry, blobs.get(entry.retrievals[0].document_sha256)
        except (NotFoundError, StoreError) as error:
            tally.fail(entry.name, str(error))


def _count(step: Step, entry: Entry, tally: Tally) -> bool:
    """Count what came of one document; is it to be kept?"""
    if step.outcome == "skipped":
        tally.skipped.update(step.kinds)
        return False
    if step.message:
        tally.fail(entry.retrievals[0].source_id, step.message)
    if step.outcome != "failed":
        (tally.references if step.outcome == "reference" else tally.kinds).update(step.kinds)
        tally.counts["read"] += 1
    return True


def _reading(entry: Entry, step: Step) -> Reading:
    return Reading(
        retrieval=entry.retrievals[0], name=step.name, outcome=step.outcome, parser_version=VERSION,
        papers=step.papers, problems=step.problems, message=step.message,
    )
