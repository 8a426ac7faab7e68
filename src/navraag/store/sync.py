"""SyncStore: how far the sources were followed, what entities they gave, and which remote files are held."""

import sqlite3
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from navraag.errors import StoreError
from navraag.store.database import sqlite_errors, transaction
from navraag.store.sync_entities import Entities
from navraag.store.sync_remotes import Remotes
from navraag.store.sync_told import Told

FILE_NAME = "sync.sqlite3"
VERSION = 4
ARRIVALS = "arrivals"

_COUNT = "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one stream was followed; ``floor`` is not "" where the part before it is still to be read."""

    stream: str
    cursor: str = ""
    floor: str = ""
    behind: str = ""
    caught_up: str | None = None
    newest: str | None = None


class SyncStore:
    """The file beside the registry. Changes stand in ``transaction()``."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(file, timeout=10, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{file} cannot be opened: {error}") from error
        with sqlite_errors(file):
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute("PRAGMA cache_size = -32768")
            self._make()
        self.entities = Entities(self.connection)
        self.remotes = Remotes(self.connection)
        self.told = Told(self.connection)

    def _make(self) -> None:
        version = int(self.connection.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            raise StoreError(f"{self.file} was made by a newer Navraag: upgrade Navraag")
        for step in range(version, VERSION):
            name = f"sync_{step:04}.sql" if step else "sync.sql"
            script = files("navraag.store").joinpath(name).read_text(encoding="utf-8")
            self.connection.executescript(f"BEGIN;{script};PRAGMA user_version = {step + 1};COMMIT;")

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        with sqlite_errors(self.file):
            self.connection.execute("PRAGMA optimize")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All of what follows, or nothing."""
        return transaction(self.connection)

    def settle(self) -> None:
        """Everything committed so far stands on disk when this returns."""
        self.connection.execute("PRAGMA wal_checkpoint(FULL)")

    # -- streams ------------------------------------------------------------------------------------------------------

    def progress(self, stream: str) -> Progress:
        """How far a stream was followed."""
        row = self.connection.execute("SELECT * FROM progress WHERE stream = ?", (stream,)).fetchone()
        return Progress(stream=stream, cursor=row[1], floor=row[2], behind=row[3], caught_up=row[4], newest=row[5]) if row else Progress(stream=stream)

    def every_progress(self) -> tuple[Progress, ...]:
        """All streams that were ever followed."""
        rows = self.connection.execute("SELECT stream FROM progress ORDER BY stream").fetchall()
        return tuple(self.progress(stream) for (stream,) in rows)

    def keep_progress(self, progress: Progress) -> None:
        """Note how far a stream was followed."""
        self.connection.execute(
            "INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?)",
            (progress.stream, progress.cursor, progress.floor, progress.behind, progress.caught_up, progress.newest),
        )

    @property
    def arrivals(self) -> int:
        """How many groups of pages have come in."""
        return int(self.progress(ARRIVALS).cursor or 0)

    def next_arrival(self) -> int:
        """The number of a group of pages that comes in now; within a transaction."""
        number = self.arrivals + 1
        self.keep_progress(Progress(stream=ARRIVALS, cursor=str(number)))
        return number

    def count(self, stream: str, counts: Mapping[str, int]) -> None:
        """Add to the counts of a stream."""
        self.connection.executemany(_COUNT, ((stream, what, number) for what, number in counts.items()))

    def tallies(self) -> dict[str, dict[str, int]]:
        """All counts, by stream."""
        found: dict[str, dict[str, int]] = {}
        for stream, what, count in self.connection.execute("SELECT stream, what, count FROM tally ORDER BY stream, what"):
            found.setdefault(stream, {})[what] = count
        return found
