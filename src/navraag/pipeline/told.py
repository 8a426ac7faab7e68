"""What the sources say beside the documents: registrations, cases of papers, people, and what has been replaced.

A registry that was synced has a second file (``sync.sqlite3``); its writer hands all of that to linking together with the papers.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from navraag.pipeline.sync_entities import newest_day, papers, people, registrations
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import Entity, Registration
from navraag.records.parsed import Parsed
from navraag.records.questions import QuestionSet
from navraag.settings import Settings
from navraag.sources import koop_publications, tk_resources
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
        self.sync_file = sync_file
        self._cases: dict[str, tuple[str, ...]] = {}
        self._superseded: frozenset[str] = frozenset()

    def papers(self) -> Iterator[HeldPaper]:
        """Papers that nothing has replaced, with the cases that the feed names for them, and all registrations."""
        with closing(SyncStore(self.sync_file)) as store:
            self._cases, self._superseded = cases_of_documents(store), store.remotes.superseded()
            told = [_registered(entry) for entry in registrations(store)]
        for paper in super().papers():
            if paper.sha256 not in self._superseded:
                yield self._completed(paper)
        yield from told

    def paper(self, sha256: str, row: int) -> HeldPaper:
        """One paper held, with the cases that the feed names for it."""
        return self._completed(super().paper(sha256, row))

    def people(self) -> tuple[Entity, ...]:
        """Persons, parties and seats that the feed gave."""
        with closing(SyncStore(self.sync_file)) as store:
            return tuple(people(store))

    def write_cases(self, entries: Iterable[CaseEntry]) -> Changes:
        """Make the cases exactly these, and note how far the feed is known to be complete."""
        changes = super().write_cases(entries)
        self.note_completeness()
        return changes

    def note_completeness(self) -> None:
        """Note up to which day the feed of cases is known."""
        with closing(SyncStore(self.sync_file)) as store:
            day, count = newest_day(store), store.entities.count_kind(0, "Schriftelijke vragen")
        if day:
            with sqlite_errors(self.file):
                keep_source_state(self.connection, SOURCE, day, count)

    def _completed(self, paper: HeldPaper) -> HeldPaper:
        numbers = self._cases.get(paper.sha256)
        content = paper.parsed.content
        if not numbers or not isinstance(content, _PAPERS) or content.heading.question_numbers:
            return paper
        heading = replace(content.heading, question_numbers=numbers)
        return replace(paper, parsed=replace(paper.parsed, content=replace(content, heading=heading)))


def writer_for(settings: Settings, file: Path | None = None) -> Writer:
    """The writer of a registry: one that knows what the sources said, where they were ever asked."""
    sync_file = settings.home / FILE_NAME
    target = file or settings.registry_path
    return ToldWriter(target, sync_file) if sync_file.is_file() else Writer(target)


def cases_of_documents(store: SyncStore) -> dict[str, tuple[str, ...]]:
    """The cases that the feed names for each document held, by sha256."""
    by_file = {
        (source, remote.source_id): remote.sha256
        for source in (koop_publications.SOURCE, tk_resources.SOURCE) for remote in store.remotes.every(source) if remote.sha256
    }
    found: dict[str, set[str]] = {}
    for paper in papers(store):
        for key in ((koop_publications.SOURCE, paper.publication), (tk_resources.SOURCE, paper.document.id)):
            if sha256 := by_file.get(key):
                found.setdefault(sha256, set()).update(paper.cases)
    return {sha256: tuple(sorted(cases)) for sha256, cases in found.items() if cases}


def _registered(entry: Registration) -> HeldPaper:
    return HeldPaper(sha256="", row=0, name=f"zaak-{entry.number}", url=None, parsed=Parsed(layout=LAYOUT, content=entry))
