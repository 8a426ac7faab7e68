"""One round of alerts: look what happened, put it on its way, send what may be sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from navraag.store.deliveries import Deliveries, Due
from navraag.store.reader import Registry
from navraag.store.search.search import Search
from navraag.store.subscriptions import Subscription
from navraag.surfaces.alerts.desk import AlertDesk
from navraag.surfaces.alerts.events import look
from navraag.surfaces.alerts.letters import notification
from navraag.surfaces.alerts.matching import wanting
from navraag.surfaces.alerts.post import CannotSendError
from navraag.surfaces.links import case_path

DIGEST_HOUR = 7
"""The hour (UTC) at which daily messages go out."""
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8), timedelta(hours=24), timedelta(hours=24))
"""How long after each failure it is tried again; after the last it is given up."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round did."""

    happened: int
    sent: int
    failed: int


@dataclass(frozen=True, kw_only=True)
class Office:
    """What a round works with: the registry and its search, and the desk with its store, key and post."""

    registry: Registry
    search: Search
    desk: AlertDesk


def take_round(office: Office, *, day: date, clock: Callable[[], datetime]) -> Round:
    """One round. Interrupted anywhere, the next one goes on: no event is lost, and none is told twice to anybody.

    The one exception is outside our reach: a mail server that took a message and died with us before it said so gets the
    same message again, with the same Message-ID.
    """
    office.desk.forget(clock())
    happened = look(office.registry, office.desk.store, day=day, now=clock())
    _match(office, day=day, now=clock())
    sent = failed = 0
    deliveries = Deliveries(office.desk.store.connection)
    while True:
        outcomes = [_send(office, deliveries, due, clock) for due in deliveries.due(clock(), AT_ONCE)]
        if not outcomes:
            return Round(happened=happened, sent=sent, failed=failed)
        sent, failed = sent + sum(outcomes), failed + len(outcomes) - sum(outcomes)


def _match(office: Office, *, day: date, now: datetime) -> None:
    """Puts every event on its way to all who want it, in one step per event."""
    active = office.desk.store.active()
    deliveries = Deliveries(office.desk.store.connection)
    while events := office.desk.store.happened.unmatched(AT_ONCE):
        for event in events:
            wanted = [one for one in wanting(event, active, office.registry, office.search, day) if one.since]
            with office.desk.store.transaction():
                deliveries.queue(event, (one.id for one in wanted), {one.id: _when(one, now) for one in wanted})


def _when(subscription: Subscription, now: datetime) -> datetime:
    """At once, or with the next daily message."""
    if subscription.rhythm == "once":
        return now
    hour = now.astimezone(UTC).replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return hour if now <= hour else hour + timedelta(days=1)


def _send(office: Office, deliveries: Deliveries, due: Due, clock: Callable[[], datetime]) -> bool:
    subscription = due.subscription

    def taken() -> None:
        with office.desk.store.transaction():
            deliveries.sent(due, clock())

    try:
        address = office.desk.vault.unlock(subscription.address)
        if subscription.channel == "email":
            stop = office.desk.link("opzeggen", subscription.id)
            letter = notification(due.events, f"{subscription.subject} {subscription.value}", site=office.desk.site, stop=stop, language=subscription.language)
            office.desk.post.mail(address, letter, message_id=f"{due.batch}-{office.desk.vault.id_of(due.batch)[:12]}", stop=stop, taken=taken)
        else:
            secret = office.desk.vault.unlock(subscription.secret or b"")
            office.desk.post.hook(address, secret, payload_of(due, office.desk.site), message_id=due.batch)
            taken()
    except CannotSendError as error:
        pause = PAUSES[due.tries] if error.again and due.tries < len(PAUSES) else None
        with office.desk.store.transaction():
            deliveries.failed(due, str(error), clock() + pause if pause else None)
        return False
    return True


def payload_of(due: Due, site: str) -> dict[str, Any]:
    """What a webhook gets."""
    return {
        "id": due.batch, "subject": due.subscription.subject, "value": due.subscription.value,
        "events": [
            {"key": one.key, "kind": one.kind, "case": one.number, "day": one.day.isoformat(), "page": site + case_path(one.number), **one.detail}
            for one in due.events
        ],
    }
