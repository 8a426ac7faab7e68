"""What the sources say beside the documents: registrations, cases of papers, people, and what has been replaced.

A registry that was synced has a second file (``sync.sqlite3``); its writer hands all of that to linking together with the papers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from navraag.pipeline.sync_entities import NUMBER, WRITTEN, newest_day, people, registrations
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import Entity, Registration
from navraag.records.parsed import Parsed
from navraag.records.questions import QuestionSet
from navraag.settings import Settings
from navraag.sources import koop_publications, koop_sru, tk_resources
from navraag.sources.tk_syncfeed import SOURCE
from navraag.store.database import sqlite_errors
from navraag.store.rows import CaseEntry
from navraag.store.sync import FILE_NAME, SyncStore
from navraag.store.totals import keep_source_state
from navraag.store.writer import Changes, HeldPaper, Writer

LAYOUT = "tk_syncfeed"
_PAPERS = (QuestionSet, AnswerSet, DelayNotice, Withdrawal)


class ToldWriter(Writer):
    """The writer of a registry, with what its sources said."""

    def __init__(self, file: Path, sync_file: Path) -> None:
        super().__init__(file)
        self.told = SyncStore(sync_file)

    def close(self) -> None:
        """Let go of both files."""
        self.told.close()
        super().close()

    def papers(self) -> Iterator[HeldPaper]:
        """Papers that nothing has replaced, with the cases that the feed names for them, and all registrations."""
        superseded = superseded_documents(self.told)
        for paper in super().papers():
            if paper.sha256 not in superseded:
                yield self._completed(paper)
        for entry in registrations(self.told):
            yield _registered(entry)

    def paper(self, sha256: str, row: int) -> HeldPaper:
        """One paper held, with the cases that the feed names for it."""
        return self._completed(super().paper(sha256, row))

    def people(self) -> tuple[Entity, ...]:
        """Persons, parties and seats that the feed gave."""
        return tuple(people(self.told))

    def write_cases(self, entries: Iterable[CaseEntry]) -> Changes:
        """Make the cases exactly these, and note how far the feed is known to be complete."""
        changes = super().write_cases(entries)
        self.note_completeness()
        return changes

    def note_completeness(self) -> None:
        """Note up to which day the feed of cases is known."""
        day = newest_day(self.told)
        if day:
            with sqlite_errors(self.file):
                keep_source_state(self.connection, SOURCE, day, self.told.entities.count_kind(NUMBER["Zaak"], WRITTEN))

    def _completed(self, paper: HeldPaper) -> HeldPaper:
        content = paper.parsed.content
        if not isinstance(content, _PAPERS) or content.heading.question_numbers or not (numbers := self.told.told.cases_of(paper.sha256)):
            return paper
        heading = replace(content.heading, question_numbers=numbers)
        return replace(paper, parsed=replace(paper.parsed, content=replace(content, heading=heading)))


def superseded_documents(store: SyncStore) -> frozenset[str]:
    """The documents that make no cases, since a later or better one has taken their place."""
    return store.told.superseded(
        files=tk_resources.SOURCE, publications=koop_publications.SOURCE, metadata=koop_publications.METADATA, search=koop_sru.SOURCE,
    )


def writer_for(settings: Settings, file: Path | None = None) -> Writer:
    """The writer of a registry: one that knows what the sources said, where they were ever asked."""
    sync_file = settings.home / FILE_NAME
    target = file or settings.registry_path
    return ToldWriter(target, sync_file) if sync_file.is_file() else Writer(target)


def _registered(entry: Registration) -> HeldPaper:
    return HeldPaper(sha256="", row=0, name=f"zaak-{entry.number}", url=None, parsed=Parsed(layout=LAYOUT, content=entry))
