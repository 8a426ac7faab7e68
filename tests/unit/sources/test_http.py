"""The HTTP client: what it repeats, what it refuses, how long it waits, how much it takes."""

import time
from collections.abc import Callable

import pytest

from navraag.errors import SourceError
from navraag.settings import Services
from navraag.sources.base import Answer, Wanted
from navraag.sources.http import Client, Manners, NotWholeError, RefusedError
from navraag.sources.whole import whole
from tests.unit.sources.scripted import Reply, closed_port, serving

QUICK = Manners(pace=0, wait_first=0.01, wait_most=0.05, read_seconds=1, whole_seconds=2)
FINE = Reply()


def _get(url: str, manners: Manners = QUICK, reader: Callable[[Answer], Answer] = lambda answer: answer, **wanted: object) -> tuple[Answer, Client]:
    with Client(manners) as client:
        return client.read(Wanted(url=url, **wanted), reader), client  # type: ignore[arg-type]


REPEATED = [
    (Reply(500), "an error of theirs"),
    (Reply(503, b"<html>busy</html>"), "busy, in HTML"),
    (Reply(504), "a gateway gave up"),
    (Reply(429, headers={"Retry-After": "0"}), "too many requests"),
    (Reply(408), "a timeout of theirs"),
    (Reply(length=50), "less came than was said"),
]


@pytest.mark.parametrize(("bad", "why"), REPEATED)
def test_what_may_be_better_next_time_is_asked_again(bad: Reply, why: str) -> None:
    """Twice in vain, then an answer; what failed is counted."""
    with serving(bad, bad, FINE) as script:
        answer, client = _get(f"{script.url}/x")

        assert answer.data == b"words", why
        assert len(script.asked) == 3 == client.usage.total
        assert client.usage.failures.total() == 2


FINAL = [
    (Reply(401), RefusedError, "status 40"),
    (Reply(403), RefusedError, "status 40"),
    (Reply(400), SourceError, "status 400"),
    (Reply(302, headers={"Location": "http://elsewhere.example/x"}), SourceError, "another host"),
    (Reply(302, headers={"Location": "/again"}), SourceError, "more than 5 redirects"),
    (Reply(429, headers={"Retry-After": "86400"}), SourceError, "come back in 86400 seconds"),
    (Reply(body=b"x" * 2000), SourceError, "more than 1,000 bytes"),
]


@pytest.mark.parametrize(("reply", "error", "said"), FINAL)
def test_what_will_not_get_better_is_told_at_once(reply: Reply, error: type[Exception], said: str) -> None:
    """Asked once (or as often as redirects allow)."""
    with serving(reply) as script:
        with pytest.raises(error, match=said):
            _get(f"{script.url}/x", limit=1000)
        assert len(script.asked) <= 6


def test_a_service_that_is_down_is_given_up() -> None:
    """After six attempts the last failure is told."""
    with serving(Reply(500)) as script:
        with pytest.raises(SourceError, match="status 500"):
            _get(f"{script.url}/x")
        assert len(script.asked) == QUICK.attempts


def test_no_line_is_told_soon() -> None:
    """A host that was never reached is asked three times."""
    with pytest.raises(SourceError, match=r"^no line to 127"):
        _get(closed_port())


@pytest.mark.parametrize("status", [404, 410])
def test_there_is_none(status: int) -> None:
    """That is an answer."""
    with serving(Reply(status)) as script:
        assert not _get(f"{script.url}/x")[0].found


@pytest.mark.parametrize("location", ["/Errors/404.htm", "http://elsewhere.example/fout404.htm"])
def test_a_page_that_says_there_is_none(location: str) -> None:
    """Old addresses lead to an error page, on whatever host: it is not fetched."""
    with serving(Reply(302, headers={"Location": location})) as script:
        assert _get(f"{script.url}/x")[0].status == 404
        assert len(script.asked) == 1


def test_a_redirect_on_the_same_host_is_followed() -> None:
    """The answer has the final address."""
    with serving(Reply(301, headers={"Location": "/ah-tk-20202021-9001.xml"}), FINE) as script:
        answer, _ = _get(f"{script.url}/ah-9001.xml")

        assert answer.url == f"{script.url}/ah-tk-20202021-9001.xml"
        assert answer.data == b"words"


WAITS = [
    ({"Retry-After": "1"}, "seconds"),
    ({"Retry-After": "Wed, 25 Nov 2026 12:00:01 GMT", "Date": "Wed, 25 Nov 2026 12:00:00 GMT"}, "a moment, by the clock of the service"),
]


@pytest.mark.parametrize(("headers", "why"), WAITS)
def test_retry_after_is_obeyed(headers: dict[str, str], why: str) -> None:
    """However short our own pauses are."""
    with serving(Reply(503, headers=headers), FINE) as script:
        clock = time.monotonic()
        _get(f"{script.url}/x")

        assert time.monotonic() - clock >= 0.95, why


def test_unchanged() -> None:
    """What is known of the last answer is sent along, and 304 is an answer."""
    with serving(Reply(304, b"", {"ETag": '"a"'})) as script:
        answer, _ = _get(f"{script.url}/x", etag='"a"', last_modified="Tue, 24 Nov 2026 12:00:00 GMT")

        assert answer.status == 304
        headers = script.asked[0][1]
        assert headers["if-none-match"] == '"a"'
        assert headers["if-modified-since"] == "Tue, 24 Nov 2026 12:00:00 GMT"
        assert headers["user-agent"].startswith("Navraag")


def test_a_body_that_is_too_short_is_asked_for_again() -> None:
    """The length agrees, the file has no end: asked again, and told where it never has one."""
    with serving(Reply(body=b"%PDF-1.7 half"), Reply(body=b"%PDF-1.7 whole %%EOF")) as script:
        assert _get(script.url, reader=lambda answer: whole(answer, "pdf"))[0].data.endswith(b"%%EOF")
    with serving(Reply(body=b"%PDF-1.7 half")) as script, pytest.raises(NotWholeError, match="end of the file is missing"):
        _get(script.url, reader=lambda answer: whole(answer, "pdf"))


def test_the_pace_is_kept() -> None:
    """So many requests a second for each host, unless the host has a pace of its own."""
    with serving(FINE) as script:
        clock = time.monotonic()
        with Client(Manners(pace=20)) as client:
            for _ in range(5):
                client.get(Wanted(url=script.url))
        assert time.monotonic() - clock >= 4 / 20

        host = script.url.removeprefix("http://")
        clock = time.monotonic()
        with Client.of(Services(pace=0.1, paces={host: 0})) as client:
            for _ in range(3):
                client.get(Wanted(url=script.url))
        assert time.monotonic() - clock < 5


def test_usage_is_counted() -> None:
    """Requests by host and bytes; begun anew when told."""
    with serving(FINE) as script, Client(QUICK) as client:
        client.get(Wanted(url=script.url, params=(("query", "a b"),)))

        assert script.asked[0][0] == "/?query=a%20b" or script.asked[0][0] == "/?query=a+b"
        assert (client.usage.total, client.usage.received) == (1, 5)
        client.forget_usage()
        assert client.usage.total == 0
