"""What happened in cases, each thing once, and up to where the registry was read for it."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

EventKind = Literal["asked", "noticed", "answered", "corrected", "withdrawn", "late", "promise_due", "promise_lapsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened in a case; ``key`` says what, so that it can happen only once."""

    key: str
    kind: EventKind
    number: str
    day: date
    detail: Mapping[str, str]
    id: int = 0


class Happened:
    """Events of the file of alerts. Changes stand in its ``transaction()``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def seen(self, number: str) -> tuple[str, ...] | None:
        """The papers that were last seen of a case; None where it was never seen."""
        row = self.connection.execute("SELECT papers FROM seen WHERE number = ?", (number,)).fetchone()
        return tuple(json.loads(row[0])) if row else None

    def see(self, number: str, papers: Iterable[str]) -> None:
        """These are seen now."""
        self.connection.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (number, json.dumps(list(papers))))

    def reached(self, key: str) -> str | None:
        """Up to where something was read."""
        row = self.connection.execute("SELECT value FROM reached WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def reach(self, key: str, value: str) -> None:
        """Read up to here."""
        self.connection.execute("INSERT OR REPLACE INTO reached VALUES (?, ?)", (key, value))

    def happen(self, event: Event, now: datetime, *, quiet: bool = False) -> bool:
        """Notes an event, unless it is known already; a ``quiet`` one is told to nobody."""
        done = self.connection.execute(
            "INSERT OR IGNORE INTO event (key, kind, number, day, told_at, detail, matched) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (event.key, event.kind, event.number, event.day.isoformat(), now.isoformat(), json.dumps(dict(event.detail)), int(quiet)),
        )
        return done.rowcount > 0

    def unmatched(self, most: int) -> tuple[Event, ...]:
        """Events of which nobody was told yet."""
        rows = self.connection.execute("SELECT id, key, kind, number, day, detail FROM event WHERE matched = 0 ORDER BY id LIMIT ?", (most,))
        return tuple(map(event_of, rows))


def event_of(row: tuple[object, ...]) -> Event:
    """An Event out of its row."""
    identifier, key, kind, number, day, detail = row
    return Event(
        id=identifier, key=key, kind=kind, number=number, day=date.fromisoformat(str(day)), detail=json.loads(str(detail)),  # type: ignore[arg-type]
    )
