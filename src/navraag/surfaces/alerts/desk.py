"""The desk of alerts: subscribe, confirm, unsubscribe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Literal, get_args

from navraag.errors import ConfigurationError
from navraag.store.happened import EventKind
from navraag.store.subscriptions import Channel, Rhythm, Subject, Subscription, Subscriptions, Wish
from navraag.surfaces.alerts.letters import LANGUAGES, confirmation
from navraag.surfaces.alerts.post import CannotSendError, Post
from navraag.surfaces.alerts.secrets import Vault

Purpose = Literal["bevestig", "opzeggen"]
MOST = 20
"""More subscriptions than one address may have."""
MOST_UNCONFIRMED = 3
"""More messages to confirm than anybody can have sent to an address that may not be theirs."""
FORGOTTEN_AFTER = timedelta(days=2)
EVENTS: tuple[EventKind, ...] = get_args(EventKind)
_MAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")


class RefusedError(Exception):
    """What was asked for cannot be: the name of the sentence that says why."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks for, as typed."""

    channel: Channel
    address: str
    subject: Subject
    value: str
    events: tuple[EventKind, ...] = EVENTS
    rhythm: Rhythm = "once"
    language: str = "nl"


class AlertDesk:
    """Takes and ends subscriptions. ``site`` is the address that links in messages begin with."""

    def __init__(self, store: Subscriptions, vault: Vault, post: Post, site: str) -> None:
        self.store = store
        self.vault = vault
        self.post = post
        self.site = site.rstrip("/")

    def subscribe(self, asked: Asked, now: datetime) -> int:
        """Take a subscription; gives its id.

        An e-mail address gets a message to confirm and nothing else until it does. Raises RefusedError, and CannotSendError
        where the message to confirm cannot be sent: then nothing is kept.
        """
        address = self._checked(asked)
        wish = Wish(
            channel=asked.channel, address=self.vault.lock(address), address_id=self.vault.id_of(address),
            secret=self.vault.lock(token_urlsafe(24)) if asked.channel == "webhook" else None, subject=asked.subject, value=asked.value.strip(),
            events=asked.events, rhythm=asked.rhythm, language=asked.language,
        )
        with self.store.transaction():
            self.store.forget_unconfirmed(now - FORGOTTEN_AFTER)
            held, unconfirmed = self.store.count_of(wish.address_id)
            if held >= MOST or unconfirmed >= MOST_UNCONFIRMED:
                raise RefusedError("too_many")
            identifier = self.store.add(wish, now)
            if asked.channel == "email":
                letter = confirmation(f"{asked.subject} {wish.value}", self.link("bevestig", identifier), asked.language)
                self.post.mail(address, letter, message_id=f"confirm-{self.vault.seal('message', identifier)}", stop="", taken=_noted)
        return identifier

    def forget(self, now: datetime) -> None:
        """Addresses that nobody confirmed in time go."""
        with self.store.transaction():
            self.store.forget_unconfirmed(now - FORGOTTEN_AFTER)

    def link(self, purpose: Purpose, identifier: int) -> str:
        """The address at which a subscription is confirmed, or ended."""
        return f"{self.site}/meldingen/{purpose}/{self.vault.seal(purpose, identifier)}"

    def find(self, purpose: Purpose, sealed: str) -> Subscription | None:
        """The subscription that a link belongs to."""
        identifier = self.vault.opened(purpose, sealed)
        return self.store.find(identifier) if identifier is not None else None

    def confirm(self, sealed: str, now: datetime) -> bool:
        """The address is theirs. False where the link is none, or too old."""
        identifier = self.vault.opened("bevestig", sealed)
        with self.store.transaction():
            self.store.forget_unconfirmed(now - FORGOTTEN_AFTER)
            return identifier is not None and self.store.confirm(identifier, now)

    def unsubscribe(self, sealed: str) -> bool:
        """Everything about it is gone; the second time too. False where the link is none."""
        identifier = self.vault.opened("opzeggen", sealed)
        if identifier is None:
            return False
        with self.store.transaction():
            self.store.remove(identifier)
        return True

    def _checked(self, asked: Asked) -> str:
        address = asked.address.strip()
        value = asked.value.strip()
        if asked.channel == "email" and (len(address) > 254 or not _MAIL.fullmatch(address)):
            raise RefusedError("address")
        if asked.channel == "webhook":
            try:
                self.post.check(address)
            except CannotSendError as error:
                raise RefusedError("webhook") from error
        if not value or len(value) > 500 or not asked.events or not set(asked.events) <= set(EVENTS) or asked.language not in LANGUAGES:
            raise RefusedError("what")
        return address


def need_site(site: str) -> str:
    """The address of the site. ConfigurationError where there is none: links in messages would lead nowhere."""
    if not site:
        raise ConfigurationError("alerts need NAVRAAG_PUBLIC_URL: the address of the site, for the links in messages")
    return site


def chosen(names: Iterable[str]) -> tuple[EventKind, ...]:
    """The kinds of events of which these are the names; unknown ones are left out."""
    wanted = set(names)
    return tuple(kind for kind in EVENTS if kind in wanted)


def _noted() -> None:
    """A message to confirm needs no note: whoever lost it asks again."""
