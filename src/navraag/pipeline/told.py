"""What the sources say beside the documents: registrations, cases of papers, people, and what has been replaced.

A registry that was synced has a second file (``sync.sqlite3``); its writer hands all of that to linking together with the papers.
"""

from pathlib import Path

from navraag.pipeline.sync_entities import NUMBER, WRITTEN, newest_day, people
from navraag.records.pages import Entity
from navraag.settings import Settings
from navraag.sources import koop_publications, koop_sru, tk_resources
from navraag.sources.tk_syncfeed import SOURCE
from navraag.store.database import sqlite_errors
from navraag.store.sync import FILE_NAME, SyncStore
from navraag.store.totals import keep_source_state
from navraag.store.writer import Writer


class ToldWriter(Writer):
    """The writer of a registry, with what its sources said."""

    def __init__(self, file: Path, sync_file: Path) -> None:
        super().__init__(file)
        self.told = SyncStore(sync_file)

    def close(self) -> None:
        """Let go of both files."""
        self.told.close()
        super().close()

    def people(self) -> tuple[Entity, ...]:
        """Persons, parties and seats that the feed gave."""
        return tuple(people(self.told))

    def note_completeness(self) -> None:
        """Note up to which day the feed of cases is known."""
        day = newest_day(self.told)
        if day:
            with sqlite_errors(self.file):
                keep_source_state(self.connection, SOURCE, day, self.told.entities.count_kind(NUMBER["Zaak"], WRITTEN))


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
