"""import: files into documents, documents into papers, papers into cases; what is known already is left alone."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from navraag.documents.blobs import BlobStore, sha256_of
from navraag.documents.document import Retrieval
from navraag.documents.ledger import Ledger
from navraag.errors import StoreError
from navraag.pipeline.enrich import enrich
from navraag.pipeline.index import index_registry
from navraag.pipeline.linkage import link, link_version
from navraag.pipeline.report import RunReport, Tally
from navraag.pipeline.steps import VERSION, Step, best_name, media_type
from navraag.pipeline.told import writer_for
from navraag.pipeline.workers import Workers
from navraag.settings import Settings
from navraag.sources.folder import FoundFile, Refused, check_paths, count_files, find
from navraag.store.database import sole_writer
from navraag.store.views import Kind
from navraag.store.writer import Changes, Reading, Writer

BATCH_FILES = 64
BATCH_BYTES = 32 * 1024 * 1024
SOURCE = "folder"
Progress = Callable[[str, int, int], None]
"""Told the stage ("reading", "linking"), how much is done, and of how much."""


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a run is given beside its input: the clock, whom to tell how far it is, and how many processes may read."""

    now: Callable[[], datetime]
    progress: Progress = no_progress
    processes: int | None = None


def import_paths(paths: Sequence[Path], settings: Settings, around: Surroundings, *, kind: Kind | None = None) -> RunReport:
    """Import files, folders and archives; each batch of files is kept for good as soon as it is read.

    ``kind`` ("real", "samples") is what a new registry shall hold; by default the first numbered document decides.
    Raises ConfigurationError where a path does not exist, StoreError where another run writes or the disk is full.
    """
    check_paths(paths)
    started_at, clock = around.now(), time.monotonic()
    with sole_writer(settings.home, purpose="import"):
        writer = writer_for(settings)
        try:
            if kind:
                _set_kind(writer, kind)
            tally = Tally()
            with Workers(around.processes) as workers:
                intake = Intake(writer, settings, around, tally)
                for batch in batches(_told(find(paths, apart_from=settings.home), count_files(paths), around.progress)):
                    intake.take(batch, workers)
            cases = link_cases(writer, around.progress)
            report = tally.report(cases, time.monotonic() - clock)
            writer.write_run("import", started_at, around.now(), replace(report, seconds=0.0))
        finally:
            writer.close()
    return report


def link_cases(writer: Writer, progress: Progress) -> Changes:
    """The cases made anew, where any paper is new, read for findings, where a case or a rule is, and found by the search."""
    changes = _linked(writer, progress)
    enrich(writer, progress)
    index_registry(writer.file.parent, progress)
    return changes


def _linked(writer: Writer, progress: Progress) -> Changes:
    if writer.meta("linked") == "yes" and writer.meta("linked_by") == link_version():
        return Changes(unchanged=writer.case_count())
    progress("linking", 0, 1)
    changes = link(writer)
    if changes and writer.kind == "empty":
        writer.set_meta("kind", "real")  # papers without any number: those of samples have one
    progress("linking", 1, 1)
    return changes


def _set_kind(writer: Writer, kind: Kind) -> None:
    if writer.kind not in {"empty", kind}:
        raise StoreError(f"this registry holds {_words(writer.kind)}; {_words(kind)} belong in a registry of their own (--home)")
    writer.set_meta("kind", kind)


def _words(kind: Kind) -> str:
    return "sample cases" if kind == "samples" else "real cases"


class Intake:
    """Takes in batches of files: decides what is new, has it read, keeps bytes, ledger and papers, in that order."""

    def __init__(self, writer: Writer, settings: Settings, around: Surroundings, tally: Tally) -> None:
        self.writer = writer
        self.around = around
        self.tally = tally
        self.blobs = BlobStore(settings.blobs)
        self.ledger = Ledger(settings.ledger)
        self._held = writer.documents

    def take(self, batch: Sequence[FoundFile | Refused], workers: Workers) -> None:
        """One batch, kept whole before the next one starts."""
        self.tally.counts["files"] += len(batch)
        for refused in (found for found in batch if isinstance(found, Refused)):
            self.tally.fail(refused.source_id, refused.reason)
        by_digest: dict[str, list[FoundFile]] = {}
        for found in batch:
            if isinstance(found, FoundFile):
                by_digest.setdefault(sha256_of(found.data), []).append(found)
        fresh = {digest: files for digest, files in by_digest.items() if not self._is_settled(digest, files)}
        jobs = [(files[0].data, self._name(digest, files)) for digest, files in fresh.items()]
        kept = [
            (step, fresh[step.sha256]) for step in workers.read(jobs) if self._count(step, fresh[step.sha256])
        ]
        self._keep(kept, [by_digest[digest] for digest in by_digest if digest not in fresh])

    def _is_settled(self, digest: str, files: list[FoundFile]) -> bool:
        """Held, read by this very parser, and no better name has come up. Counts what is settled."""
        held = self._held.get(digest)
        if held is None or held.parser_version != VERSION or held.name != self._name(digest, files):
            return False
        for found in files:
            known = self._held.is_noted(digest, SOURCE, found.source_id)
            self.tally.counts["unchanged" if known else "duplicates"] += 1
            if held.message:
                self.tally.fail(found.source_id, held.message)
        return True

    def _name(self, digest: str, files: list[FoundFile]) -> str:
        held = self._held.get(digest)
        return best_name(*(found.name for found in files), *([held.name] if held else []))

    def _count(self, step: Step, files: list[FoundFile]) -> bool:
        """Count what came of one document; is it to be kept?"""
        first = files[0]
        if step.outcome == "skipped" and not first.named:
            self.tally.skipped.update({kind: len(files) for kind in step.kinds})
            return False
        refusal = self._refusal(step)
        if step.message or refusal:
            self.tally.fail(first.source_id, refusal or step.message or "")
        if step.outcome == "skipped" or refusal:
            return False
        if step.outcome != "failed":
            self._count_read(step, files)
        return True

    def _count_read(self, step: Step, files: list[FoundFile]) -> None:
        """A document that was read; the same bytes under a better name are read again, yet counted as duplicates."""
        held = self._held.get(step.sha256)
        if held and held.parser_version == VERSION:
            self.tally.counts["duplicates"] += len(files)
            return
        (self.tally.references if step.outcome == "reference" else self.tally.kinds).update(step.kinds)
        self.tally.counts["read"] += 1
        self.tally.counts["duplicates"] += len(files) - 1

    def _refusal(self, step: Step) -> str | None:
        """Why a document may not enter this registry; the first document with a number decides what it is for."""
        found: Kind | None = "samples" if step.sample else "real" if step.real else None
        if found and self.writer.kind == "empty":
            self.writer.set_meta("kind", found)
        if (step.sample and step.real) or (found and found != self.writer.kind):
            return f"this registry holds {_words(self.writer.kind)}; {_words(found or 'empty')} belong in a registry of their own (--home)"
        return None

    def _keep(self, kept: list[tuple[Step, list[FoundFile]]], settled: list[list[FoundFile]]) -> None:
        """Bytes first, then the ledger, then the registry: whatever is interrupted, nothing points at what is not there."""
        now = self.around.now()
        readings, retrievals = [], []
        for step, files in kept:
            self.blobs.put(files[0].data)
            notes = [self._retrieval(step.sha256, found, now) for found in files]
            readings.append(_reading(step, notes[0]))
            retrievals += notes
        for files in settled:
            digest = self.blobs.put(files[0].data)  # damaged or lost bytes come back when they are imported again
            retrievals += [self._retrieval(digest, found, now) for found in files]
        fresh = {self._key(note): note for note in retrievals if not self._held.is_noted(*self._key(note))}
        self.ledger.append(fresh.values())
        for step, _ in kept:
            self.writer.write_reference(step.reference.publications, step.reference.records)
        if readings or fresh:
            self.writer.write_readings(readings, fresh.values())

    @staticmethod
    def _key(note: Retrieval) -> tuple[str, str, str]:
        return note.document_sha256, note.source, note.source_id

    @staticmethod
    def _retrieval(digest: str, found: FoundFile, now: datetime) -> Retrieval:
        return Retrieval(
            document_sha256=digest, source=SOURCE, source_id=found.source_id, retrieved_at=now,
            media_type=media_type(found.name, found.data), size=len(found.data),
        )


def _reading(step: Step, note: Retrieval) -> Reading:
    return Reading(
        retrieval=note, name=step.name, outcome=step.outcome, parser_version=VERSION, papers=step.papers,
        problems=step.problems, message=step.message,
    )


def _told(files: Iterable[FoundFile | Refused], total: int, progress: Progress) -> Iterator[FoundFile | Refused]:
    for done, found in enumerate(files):
        progress("reading", done, max(total, done + 1))
        yield found
    progress("reading", total, total)


def batches(files: Iterable[FoundFile | Refused]) -> Iterator[list[FoundFile | Refused]]:
    """Files in batches bounded in number and bytes."""
    batch: list[FoundFile | Refused] = []
    size = 0
    for found in files:
        batch.append(found)
        size += len(found.data) if isinstance(found, FoundFile) else 0
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
