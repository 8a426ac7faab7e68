"""Events on their way to subscribers: each is sent once, whatever happens in between."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from navraag.store.database import transaction
from navraag.store.happened import Event, event_of
from navraag.store.subscriptions import SUBSCRIPTION, Subscription, subscription_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Events that go to one subscriber in one message, by the id of that message."""

    subscription: Subscription
    batch: str
    events: tuple[Event, ...]
    tries: int


class Deliveries:
    """The queue of the file of alerts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def queue(self, event: Event, subscriptions: Iterable[int], next_at: Mapping[int, datetime]) -> None:
        """The event is on its way to these, each once."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO delivery (subscription, event, state, next_at) VALUES (?, ?, 'waiting', ?)",
            [(one, event.id, next_at[one].isoformat()) for one in subscriptions],
        )
        self.connection.execute("UPDATE event SET matched = 1 WHERE id = ?", (event.id,))

    def due(self, now: datetime, most: int) -> Iterator[Due]:
        """What may be sent now, message by message.

        What goes together is fixed before it is sent, so that a message that is tried again is the same message.
        """
        waiting = self.connection.execute(
            "SELECT DISTINCT subscription FROM delivery WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at LIMIT ?", (now.isoformat(), most),
        ).fetchall()
        for (identifier,) in waiting:
            row = self.connection.execute(f"SELECT {SUBSCRIPTION} FROM subscription WHERE id = ?", (identifier,)).fetchone()  # noqa: S608 - a constant
            if row:
                yield from self._batches(subscription_of(row), now)

    def _batches(self, subscription: Subscription, now: datetime) -> Iterator[Due]:
        with transaction(self.connection):
            if subscription.rhythm == "daily":
                mark = "'d' || subscription || '-' || (SELECT max(event) FROM delivery AS one WHERE one.subscription = delivery.subscription AND one.state = 'waiting' AND one.batch IS NULL AND one.next_at <= :now)"
            else:
                mark = "'e' || subscription || '-' || event"
            self.connection.execute(
                f"UPDATE delivery SET batch = {mark} WHERE subscription = :id AND state = 'waiting' AND batch IS NULL AND next_at <= :now",  # noqa: S608 - constants
                {"id": subscription.id, "now": now.isoformat()},
            )
        batches = self.connection.execute(
            "SELECT batch, max(tries) FROM delivery WHERE subscription = ? AND state = 'waiting' AND batch IS NOT NULL AND next_at <= ? GROUP BY batch ORDER BY min(event)",
            (subscription.id, now.isoformat()),
        ).fetchall()
        for batch, tries in batches:
            rows = self.connection.execute(
                "SELECT event.id, key, kind, number, day, detail FROM delivery JOIN event ON event.id = delivery.event WHERE subscription = ? AND batch = ? ORDER BY event.id",
                (subscription.id, batch),
            ).fetchall()
            yield Due(subscription=subscription, batch=batch, events=tuple(map(event_of, rows)), tries=tries)

    def sent(self, due: Due, now: datetime) -> None:
        """A message is out."""
        self.connection.execute(
            "UPDATE delivery SET state = 'sent', sent_at = ?, tries = tries + 1, trouble = NULL WHERE subscription = ? AND batch = ?",
            (now.isoformat(), due.subscription.id, due.batch),
        )

    def failed(self, due: Due, trouble: str, next_at: datetime | None) -> None:
        """It could not be sent: again at that moment, or (None) never."""
        self.connection.execute(
            "UPDATE delivery SET tries = tries + 1, trouble = ?, state = CASE WHEN ? IS NULL THEN 'given_up' ELSE state END, next_at = coalesce(?, next_at)"
            " WHERE subscription = ? AND batch = ? AND state = 'waiting'",
            (trouble[:500], next_at and next_at.isoformat(), next_at and next_at.isoformat(), due.subscription.id, due.batch),
        )
