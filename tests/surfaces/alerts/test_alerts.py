"""Alerts from asking to unsubscribing: over HTTP, SMTP and webhooks that are real."""

import contextlib
import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from navraag.settings import Mail
from navraag.store.database import sole_writer
from navraag.store.reader import open_registry
from navraag.store.search.search import Search
from navraag.store.subscriptions import FILE_NAME, Channel, Subject, Subscriptions
from navraag.surfaces.alerts.desk import MOST_UNCONFIRMED, AlertDesk, Asked, RefusedError
from navraag.surfaces.alerts.post import CannotSendError, RealPost, is_public, pinned_address
from navraag.surfaces.alerts.run import PAUSES, Office, Round, take_round
from navraag.surfaces.alerts.secrets import KEY_FILE, Vault
from tests.surfaces.alerts.mailroom import Hook, Mailroom, mailroom, webhook
from tests.surfaces.serving import serving
from tests.surfaces.test_cli_registry import run
from tests.surfaces.web_cases import TODAY, build, cases, small_case

SITE = "https://navraag.example"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


NEW = small_case(3001, tabled=date(2026, 2, 28))
"""A case that is not held yet."""


@pytest.fixture
def letters() -> Iterator[Mailroom]:
    """A mail server."""
    with mailroom() as room:
        yield room


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A registry of its own."""
    build(tmp_path)
    return tmp_path


@contextlib.contextmanager
def office(home: Path, room: Mailroom) -> Iterator[Office]:
    """An office with that mail server."""
    with open_registry(home) as registry:
        store = Subscriptions(home / FILE_NAME)
        post = RealPost(mail_settings=Mail(server=room.address, sender="Navraag <meldingen@navraag.example>"))
        yield Office(registry=registry, search=Search(registry), desk=AlertDesk(store, Vault(home), post, SITE))
        store.close()


def round_of(home: Path, room: Mailroom, now: datetime = NOON, day: date = TODAY) -> Round:
    """One round at a moment."""
    with office(home, room) as held:
        return take_round(held, day=day, clock=lambda: now)


def subscribe(home: Path, room: Mailroom, subject: Subject, value: str, address: str = "lezer@voorbeeld.example", **more: object) -> int:
    """A subscription that is confirmed."""
    with office(home, room) as held:
        identifier = held.desk.subscribe(Asked(channel="email", address=address, subject=subject, value=value, **more), NOON)  # type: ignore[arg-type]
        assert held.desk.confirm(held.desk.vault.seal("bevestig", identifier), NOON)
    room.letters.clear()
    return identifier


def test_the_first_round_tells_nobody_of_thirty_years(home: Path, letters: Mailroom) -> None:
    """It learns what there is."""
    subscribe(home, letters, "query", "sloot")

    assert round_of(home, letters) == Round(happened=0, sent=0, failed=0) or round_of(home, letters).sent == 0
    assert letters.letters == []


def test_a_new_case_is_told_once(home: Path, letters: Mailroom) -> None:
    """To those who search for it, not to others; a second round tells nothing more."""
    subscribe(home, letters, "query", "sloot")
    subscribe(home, letters, "query", "veerpont", address="ander@voorbeeld.example")
    round_of(home, letters)
    build(home, [*cases(), NEW])

    assert round_of(home, letters).sent == 1
    assert round_of(home, letters).sent == 0
    [letter] = letters.letters
    assert (letter["to"], letter["subject"]) == ("lezer@voorbeeld.example", "Nieuwe vragen: De sloten van dorp 3001")
    assert f"{SITE}/kamervraag/{NEW.number}/" in letter.get_body(("plain",)).get_content()


@pytest.mark.parametrize(("subject", "value"), [("case", NEW.number), ("topic", "Natuur en milieu | Bodem"), ("query", "gegraven"), ("query", '"meter sloot" OR niets')])
def test_by_what_can_be_followed(subject: Subject, value: str, home: Path, letters: Mailroom) -> None:
    """A number (also of a case that is not there yet), a topic, words."""
    subscribe(home, letters, subject, value)
    round_of(home, letters)
    build(home, [*cases(), NEW])

    assert round_of(home, letters).sent == 1


def test_what_happens_in_a_case_is_told_paper_by_paper(home: Path, letters: Mailroom) -> None:
    """A notice, an answer, the end of the term."""
    number = NEW.number
    subscribe(home, letters, "case", number)
    build(home, [*cases(), NEW])
    round_of(home, letters)
    build(home, [*cases(), small_case(3001, tabled=date(2026, 2, 28), noticed=date(2026, 3, 10))])
    round_of(home, letters, day=date(2026, 3, 10))
    round_of(home, letters, day=date(2026, 4, 20))
    build(home, [*cases(), small_case(3001, tabled=date(2026, 2, 28), noticed=date(2026, 3, 10), answered=date(2026, 4, 21))])
    round_of(home, letters, day=date(2026, 4, 21))

    assert [letter["subject"].split(":")[0] for letter in letters.letters] == ["Uitstelbericht", "Te laat", "Beantwoord"]


def test_a_daily_message_holds_all_of_a_day(home: Path, letters: Mailroom) -> None:
    """At seven, once."""
    subscribe(home, letters, "topic", "Natuur en milieu | Bodem", rhythm="daily")
    round_of(home, letters)
    build(home, [*cases(), NEW, small_case(3002, tabled=date(2026, 2, 28))])

    assert round_of(home, letters, NOON + timedelta(minutes=1)).sent == 0
    assert round_of(home, letters, NOON + timedelta(hours=20)).sent == 1
    assert letters.letters[0]["subject"] == "2 meldingen van Navraag"


def test_over_http_from_asking_to_unsubscribing(home: Path, letters: Mailroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The form, the message, its link, an alert, and one click to end it; the address is in no file."""
    monkeypatch.setenv("NAVRAAG_MAIL", letters.address)
    monkeypatch.setenv("NAVRAAG_MAIL_FROM", "meldingen@navraag.example")
    monkeypatch.setenv("NAVRAAG_PUBLIC_URL", SITE)
    with serving(home, TODAY) as base, httpx.Client(base_url=base) as client:
        assert "Vraag meldingen aan" in client.get("/meldingen?soort=case&wat=2020Z90001").text
        assert client.post("/meldingen", data={"soort": "case", "wat": "x", "adres": "geen adres", "gebeurtenis": "asked"}).status_code == 422
        asked = client.post("/meldingen", data={"soort": "case", "wat": NEW.number, "adres": "lezer@voorbeeld.example", "gebeurtenis": ["asked", "answered"], "ritme": "once"})
        assert "bevestigt" in asked.text
        confirm = _link(letters, "bevestig")
        round_of(home, letters)
        assert client.get(confirm).status_code == 200
        build(home, [*cases(), NEW])
        assert round_of(home, letters).sent == 0, "not confirmed yet: opening the link does not confirm"
        assert "Bevestigd" in client.post(confirm).text
        build(home, [*cases(), small_case(3001, tabled=date(2026, 2, 28), answered=date(2026, 3, 1))])
        assert round_of(home, letters).sent == 1
        letter = letters.letters[-1]
        assert letter["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
        stop = letter["list-unsubscribe"].strip("<>").removeprefix(SITE)
        held = b"".join(path.read_bytes() for path in home.iterdir() if path.name.startswith("alerts"))
        assert b"lezer@voorbeeld" not in held
        assert client.get(stop).status_code == 200
        assert client.post(stop, data={"List-Unsubscribe": "One-Click"}).status_code == 200
        assert client.post(stop).status_code == 200, "the second time is no error"
        assert client.get("/meldingen/opzeggen/1-" + "0" * 40).status_code == 404
    with office(home, letters) as held_office:
        assert held_office.desk.store.counts()["subscriptions"] == 0


def _link(letters: Mailroom, purpose: str) -> str:
    body = letters.letters[-1].get_body(("plain",)).get_content()
    found = re.search(rf"{SITE}(/meldingen/{purpose}/\S+)", body)
    assert found
    return found[1]


@pytest.mark.parametrize("address", ["", "geen adres", "a@b", "a@b.nl\nBcc: x@y.nl", "<a@b.nl>", "a b@c.nl", "a@-b.nl", "x" * 250 + "@b.nl"])
def test_what_is_no_address_is_refused(address: str, home: Path, letters: Mailroom) -> None:
    """Nothing is sent, nothing kept."""
    with office(home, letters) as held:
        with pytest.raises(RefusedError, match="address"):
            held.desk.subscribe(Asked(channel="email", address=address, subject="case", value="2020Z90001"), NOON)
        assert held.desk.store.counts()["unconfirmed"] == 0
    assert letters.letters == []


def test_nobody_is_flooded_and_nobody_is_kept(home: Path, letters: Mailroom) -> None:
    """A few unconfirmed requests for an address, no more; after two days they are forgotten."""
    asked = Asked(channel="email", address="lezer@voorbeeld.example", subject="case", value="2020Z90001")
    with office(home, letters) as held:
        for _ in range(MOST_UNCONFIRMED):
            held.desk.subscribe(asked, NOON)
        with pytest.raises(RefusedError, match="too_many"):
            held.desk.subscribe(asked, NOON)
        held.desk.subscribe(asked, NOON + timedelta(days=3))
        assert held.desk.store.counts()["unconfirmed"] == 1


def test_an_address_that_nobody_confirms_goes_with_the_next_round(home: Path, letters: Mailroom) -> None:
    """Also where nobody else ever asks for anything; not before its time."""
    with office(home, letters) as held:
        held.desk.subscribe(Asked(channel="email", address="lezer@voorbeeld.example", subject="case", value="2020Z90001"), NOON)
        take_round(held, day=TODAY, clock=lambda: NOON + timedelta(days=1))
        assert held.desk.store.counts()["unconfirmed"] == 1
        take_round(held, day=TODAY, clock=lambda: NOON + timedelta(days=3))
        assert held.desk.store.counts()["unconfirmed"] == 0


def test_two_rounds_at_once_would_tell_twice(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is refused in one line; who writes the registry meanwhile is not in the way."""
    monkeypatch.setenv("NAVRAAG_PUBLIC_URL", SITE)
    with sole_writer(home, purpose="round of alerts", of="alerts"):
        refused = run("alerts", "run", home=home)
    with sole_writer(home, purpose="import"):
        taken = run("alerts", "run", home=home)

    assert (refused.returncode, "another round of alerts is running" in refused.stderr) == (2, True)
    assert taken.returncode == 0, taken.stderr


@pytest.mark.parametrize(("behaves", "again"), [("later", True), ("vanish", True), ("reject", False)])
def test_a_server_that_does_not_take_a_letter(behaves: str, again: bool, home: Path, letters: Mailroom) -> None:  # noqa: FBT001
    """Busy or gone: later, with the same Message-ID; an address that is refused: never."""
    subscribe(home, letters, "case", NEW.number)
    round_of(home, letters)
    build(home, [*cases(), NEW])
    letters.behaves = behaves
    assert round_of(home, letters) == Round(happened=1, sent=0, failed=1)
    letters.behaves = ""

    assert round_of(home, letters).sent == 0, "not at once"
    assert round_of(home, letters, NOON + PAUSES[0]).sent == (1 if again else 0)
    with office(home, letters) as held:
        assert ("deliveries given_up" in held.desk.store.counts()) != again


def test_a_mail_server_that_is_not_there(home: Path, letters: Mailroom) -> None:
    """Asking for alerts fails, and keeps nothing."""
    letters.address = "smtp://127.0.0.1:9"
    with office(home, letters) as held:
        with pytest.raises(CannotSendError):
            held.desk.subscribe(Asked(channel="email", address="lezer@voorbeeld.example", subject="case", value="2020Z90001"), NOON)
        assert held.desk.store.counts()["unconfirmed"] == 0


def test_without_a_mail_server_the_page_says_so(home: Path) -> None:
    """In both languages."""
    with serving(home, TODAY) as base, httpx.Client(base_url=base) as client:
        assert "verstuurt geen meldingen" in client.get("/meldingen").text
        assert "sends no alerts" in client.get("/en/meldingen").text
        assert client.post("/meldingen", data={"soort": "case"}).status_code == 503


def test_hostile_words_stay_words(home: Path, letters: Mailroom) -> None:
    """A subject with line ends and markup adds no header and no tag."""
    subscribe(home, letters, "case", NEW.number)
    round_of(home, letters)
    build(home, [*cases(), replace(NEW, subject="Sloot\r\nBcc: x@y.nl <script>alert(1)</script>")])
    round_of(home, letters)

    [letter] = letters.letters
    assert letter["bcc"] is None
    assert "<script>" not in letter.get_body(("html",)).get_content()


def hooked(home: Path, hook: Hook, room: Mailroom, channel: Channel = "webhook") -> Office:
    """An office whose post may call this machine, with one webhook."""
    registry = open_registry(home)
    post = RealPost(mail_settings=Mail(server=room.address, sender="x@y.nl"), resolve=lambda _host, _port: ["127.0.0.1"], allowed=lambda number: number == "127.0.0.1")
    held = Office(registry=registry, search=Search(registry), desk=AlertDesk(Subscriptions(home / FILE_NAME), Vault(home), post, SITE))
    held.desk.subscribe(Asked(channel=channel, address=hook.url, subject="case", value=NEW.number), NOON)
    return held


def test_a_webhook_is_signed_and_tried_again(home: Path, letters: Mailroom) -> None:
    """The same body until it is taken; then never again."""
    with webhook() as hook:
        held = hooked(home, hook, letters)
        take_round(held, day=TODAY, clock=lambda: NOON)
        build(home, [*cases(), NEW])
        hook.status = 503
        assert take_round(held, day=TODAY, clock=lambda: NOON).failed == 1
        hook.status = 204
        assert take_round(held, day=TODAY, clock=lambda: NOON + PAUSES[0]).sent == 1
        assert take_round(held, day=TODAY, clock=lambda: NOON + timedelta(days=9)).sent == 0

        (first, body), (second, again) = hook.calls
        secret = held.desk.vault.unlock(held.desk.store.active()[0].secret or b"")
        assert first["navraag-id"] == second["navraag-id"]
        assert body == again
        assert first["navraag-signature"] == "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        assert json.loads(body)["events"][0]["case"] == NEW.number


@pytest.mark.parametrize("url", [
    "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://172.16.3.4/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://0.0.0.0/", "http://0/", "http://127.1/", "http://2130706433/",
    "http://0x7f000001/", "http://0177.0.0.1/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://100.64.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
    "http://192.0.2.1/", "http://198.18.0.1/", "http://[::]/", "http://[100::1]/", "http://user:pw@example.org/", "ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1/",
    "javascript:alert(1)", "http:///", "//example.org/", "example.org", "http://example.org\\@127.0.0.1/", "http://exa mple.org/", "http://[::1%25lo]/", "http://[::ffff:10.0.0.1]/",
    "http://[fec0::1]/", "http://[2001:db8::1]/", "http://240.0.0.1/", "http://198.51.100.7/", "http://203.0.113.9/", "http://[ff02::1]/", "http://127.0.0.1:80@example.org:80/",
])
def test_a_webhook_never_leads_inside(url: str) -> None:
    """Addresses of this machine, of private networks and of the cloud's own services, in every spelling."""
    with pytest.raises(CannotSendError):
        RealPost(mail_settings=Mail()).check(url)


def test_what_was_checked_is_what_is_called() -> None:
    """The number goes into the address, so that a name that changes its mind leads nowhere else."""
    assert pinned_address("https://example.org:8443/a?b=c", lambda _host, _port: ["93.184.216.34"]) == ("https://93.184.216.34:8443/a?b=c", "example.org:8443")
    with pytest.raises(CannotSendError, match="private"):
        pinned_address("https://example.org/", lambda _host, _port: ["93.184.216.34", "10.0.0.1"])
    assert (is_public("2a00:1450:400e::1"), is_public("nonsense")) == (True, False)


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Made once, with rights for nobody else; another key opens nothing."""
    locked = Vault(tmp_path).lock("lezer@voorbeeld.example")

    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0
    assert Vault(tmp_path).unlock(locked) == "lezer@voorbeeld.example"
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(Exception, match="not the key"):
        Vault(other).unlock(locked)
