"""``navraag alerts``: tell subscribers what happened; take and end subscriptions by hand."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

import click
import msgspec

from navraag.errors import ConfigurationError
from navraag.settings import load_settings
from navraag.store.database import sole_writer
from navraag.store.reader import open_registry
from navraag.store.search.search import Search
from navraag.store.subscriptions import FILE_NAME, Rhythm, Subject, Subscriptions
from navraag.surfaces.alerts.desk import EVENTS, AlertDesk, Asked, RefusedError, chosen, need_site
from navraag.surfaces.alerts.post import RealPost
from navraag.surfaces.alerts.run import Office, Round, take_round
from navraag.surfaces.alerts.secrets import Vault
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.cli.sync import read_span


@click.group()
def alerts() -> None:
    """Tell subscribers what happened: new questions, notices, answers, terms that pass, undertakings that come due.

    E-mail goes by NAVRAAG_MAIL (smtp://name:password@host:port) from NAVRAAG_MAIL_FROM; links begin with NAVRAAG_PUBLIC_URL.
    """


@contextmanager
def _office(home: Path | None) -> Iterator[Office]:
    settings = load_settings(home)
    with open_registry(settings.home) as registry:
        store = Subscriptions(settings.home / FILE_NAME)
        try:
            desk = AlertDesk(store, Vault(settings.home), RealPost(mail_settings=settings.mail), need_site(settings.public_url))
            yield Office(registry=registry, search=Search(registry), desk=desk)
        finally:
            store.close()


@alerts.command("run", epilog="Examples: navraag alerts run · navraag alerts run --watch 60s")
@home_option
@json_option
@click.option("--watch", default="", metavar="TIME", help="Go on, and look again after this time: 60s, 5m, 1h.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which terms are looked at (default: today).")
def run_(*, home: Path | None, as_json: bool, watch: str, today: datetime | None) -> int:
    """Look what happened and send what is to be sent. The first run ever only learns what there is.

    Status 1: something could not be sent; it is tried again later.
    """
    pause = read_span(watch) if watch else 0
    with sole_writer(load_settings(home).home, purpose="round of alerts", of="alerts"), _office(home) as office:
        while True:
            done = take_round(office, day=day_for(office.registry, today), clock=lambda: datetime.now(UTC))
            _tell(done, as_json=as_json)
            if not pause:
                return 1 if done.failed else 0
            time.sleep(pause)


def _tell(done: Round, *, as_json: bool) -> None:
    if as_json:
        print_json(msgspec.to_builtins(done))
    else:
        click.echo(f"{done.happened} events, {done.sent} messages sent, {done.failed} to be tried again")


@alerts.command("status")
@home_option
@json_option
def status(*, home: Path | None, as_json: bool) -> int:
    """How many subscriptions, events and deliveries there are."""
    store = Subscriptions(load_settings(home).home / FILE_NAME)
    counts = store.counts()
    store.close()
    if as_json:
        print_json(counts)
    else:
        click.echo("\n".join(f"{count:>7} {name}" for name, count in counts.items()))
    return 0


@alerts.command("hook", epilog="Example: navraag alerts hook https://example.org/navraag --about ministry --what jenv")
@click.argument("url")
@click.option("--about", "subject", type=click.Choice(get_args(Subject)), required=True, help="What is followed.")
@click.option("--what", "value", required=True, help="Number, query, or id.")
@click.option("--event", "events", multiple=True, type=click.Choice(EVENTS), help="Only these events; by default all.")
@click.option("--rhythm", type=click.Choice(get_args(Rhythm)), default="once", show_default=True)
@home_option
def hook(url: str, *, subject: str, value: str, events: tuple[str, ...], rhythm: str, home: Path | None) -> int:
    """Register a webhook: an address outside private networks that gets every event as a signed POST.

    Prints the secret with which the header Navraag-Signature is made (sha256= HMAC of the body), and the link that ends it.
    """
    with _office(home) as office:
        asked = Asked(
            channel="webhook", address=url, subject=cast("Subject", subject), value=value, events=chosen(events) or EVENTS, rhythm=cast("Rhythm", rhythm),
        )
        try:
            identifier = office.desk.subscribe(asked, datetime.now(UTC))
        except RefusedError as error:
            raise ConfigurationError(f"{url!r} cannot be called: a webhook is an http or https address outside private networks ({error})") from error
        held = office.desk.store.find(identifier)
        assert held is not None
        print_json({"secret": office.desk.vault.unlock(held.secret or b""), "unsubscribe": office.desk.link("opzeggen", identifier)})
    return 0
