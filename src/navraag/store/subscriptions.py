"""Subscriptions: who wants to be told what, what happened, and what is on its way; a file of their own, never the registry."""

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

from navraag.errors import StoreError
from navraag.store.database import sqlite_errors, transaction
from navraag.store.happened import EventKind, Happened

FILE_NAME = "alerts.sqlite3"
VERSION = 1
Channel = Literal["email", "webhook"]
Subject = Literal["case", "query", "member", "party", "ministry", "topic"]
Rhythm = Literal["once", "daily"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """Who (encrypted) wants to be told what."""

    id: int
    channel: Channel
    address: bytes
    secret: bytes | None
    subject: Subject
    value: str
    events: tuple[EventKind, ...]
    rhythm: Rhythm
    language: str
    since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A subscription that is asked for: encrypted address, and its keyed hash."""

    channel: Channel
    address: bytes
    address_id: str
    secret: bytes | None
    subject: Subject
    value: str
    events: tuple[EventKind, ...]
    rhythm: Rhythm
    language: str


SUBSCRIPTION = "id, channel, address, secret, subject, value, events, rhythm, language, since"


class Subscriptions:
    """The file of alerts. Changes stand in ``transaction()``."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{file} cannot be opened: {error}") from error
        with sqlite_errors(file):
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = FULL")
            self.connection.execute("PRAGMA foreign_keys = ON")
            self.connection.execute("PRAGMA secure_delete = ON")  # an address that goes leaves nothing in the file
            self._make()
        self.happened = Happened(self.connection)

    def _make(self) -> None:
        version = int(self.connection.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            raise StoreError(f"{self.file} was made by a newer Navraag: upgrade Navraag")
        if version < VERSION:
            script = files("navraag.store").joinpath("alerts.sql").read_text(encoding="utf-8")
            self.connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {VERSION}; COMMIT;")

    def transaction(self) -> AbstractContextManager[None]:
        """All of it, or nothing."""
        return transaction(self.connection)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def add(self, wish: Wish, now: datetime) -> int:
        """A subscription that waits for confirmation (a webhook needs none)."""
        since = now.isoformat() if wish.channel == "webhook" else None
        row = self.connection.execute(
            "INSERT INTO subscription (channel, address, address_id, secret, subject, value, events, rhythm, language, asked_at, since)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (wish.channel, wish.address, wish.address_id, wish.secret, wish.subject, wish.value, " ".join(wish.events), wish.rhythm,
             wish.language, now.isoformat(), since),
        ).fetchone()
        return int(row[0])

    def find(self, identifier: int) -> Subscription | None:
        """The subscription with this id."""
        row = self.connection.execute(f"SELECT {SUBSCRIPTION} FROM subscription WHERE id = ?", (identifier,)).fetchone()  # noqa: S608 - a constant
        return subscription_of(row) if row else None

    def confirm(self, identifier: int, now: datetime) -> bool:
        """Confirmed now, or before."""
        done = self.connection.execute("UPDATE subscription SET since = coalesce(since, ?) WHERE id = ?", (now.isoformat(), identifier))
        return done.rowcount > 0

    def remove(self, identifier: int) -> bool:
        """Gone, with its address and everything on its way to it."""
        return self.connection.execute("DELETE FROM subscription WHERE id = ?", (identifier,)).rowcount > 0

    def forget_unconfirmed(self, before: datetime) -> int:
        """Those that nobody confirmed in time are gone, with their addresses."""
        return self.connection.execute("DELETE FROM subscription WHERE since IS NULL AND asked_at < ?", (before.isoformat(),)).rowcount

    def count_of(self, address_id: str) -> tuple[int, int]:
        """How many subscriptions an address has, and how many of them nobody confirmed."""
        held, confirmed = self.connection.execute("SELECT count(*), count(since) FROM subscription WHERE address_id = ?", (address_id,)).fetchone()
        return int(held), int(held - confirmed)

    def active(self) -> tuple[Subscription, ...]:
        """All that are confirmed."""
        rows = self.connection.execute(f"SELECT {SUBSCRIPTION} FROM subscription WHERE since IS NOT NULL ORDER BY id")  # noqa: S608 - a constant
        return tuple(map(subscription_of, rows))

    def counts(self) -> dict[str, int]:
        """How many subscriptions, events, and deliveries in each state."""
        states = self.connection.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall()
        confirmed, asked = self.connection.execute("SELECT count(since), count(*) FROM subscription").fetchone()
        events = self.connection.execute("SELECT count(*) FROM event").fetchone()[0]
        return {"subscriptions": confirmed, "unconfirmed": asked - confirmed, "events": events} | {f"deliveries {state}": count for state, count in states}


def subscription_of(row: tuple[object, ...]) -> Subscription:
    """A Subscription out of ``SUBSCRIPTION``."""
    identifier, channel, address, secret, subject, value, events, rhythm, language, since = row
    return Subscription(
        id=identifier, channel=channel, address=address, secret=secret, subject=subject, value=value,  # type: ignore[arg-type]
        events=tuple(str(events).split()), rhythm=rhythm, language=language,  # type: ignore[arg-type]
        since=datetime.fromisoformat(str(since)) if since else None,
    )
