"""Pages of the feed: what belongs to them, where they go on, and what is no page at all; and where a day begins."""

from datetime import date

import pytest

from navraag.errors import ConfigurationError
from navraag.replica.holdings import samples
from navraag.replica.server import running
from navraag.replica.tokens import moment_of
from navraag.settings import Endpoints
from navraag.sources.http import Client, Manners, TryAgainError
from navraag.sources.tk_syncfeed import SyncFeed, moment, read_page

TK = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
FEED = "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0/Feed"


def entry(token: int, *, kind: str = "zaak", body: str = "", deleted: str = "false", category_first: bool = False, prefix: str = "tk") -> str:
    """One entry; its own next link has the token."""
    query = f"category={kind}&amp;skiptoken={token}" if category_first else f"skiptoken={token}&amp;category={kind}"
    element = (
        f'<{kind} xmlns="{TK}" xmlns:{prefix}="{TK}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="0000000{token % 10}-0000-4000-8000-000000000000" '
        f'{prefix}:verwijderd="{deleted}" {prefix}:bijgewerkt="2024-11-05T10:00:00.1234567">{body}</{kind}>'
    )
    return (
        f'<entry><title>x</title><updated>2024-11-05T09:00:00.1234567Z</updated><category term="{kind}"/>'
        f'<link rel="next" href="{FEED}?{query}"/><content type="application/xml">{element}</content></entry>'
    )


def page(*entries: str, after: str = "resume", token: int = 0) -> bytes:
    """A page of the feed."""
    link = f'<link rel="{after}" href="{FEED}?skiptoken={token}"/>' if after else ""
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{link}{"".join(entries)}</feed>'.encode()


def test_a_page_is_read() -> None:
    """Fields and relations by name, in whatever order, nil and empty ones left out."""
    body = (
        f'<persoon ref="p1"/><nummer>2024Z90001</nummer><soort>Schriftelijke  vragen</soort><titel xsi:nil="true"/><alias/>'
        f'<x:onderwerp xmlns:x="{TK}">Over bruggen</x:onderwerp><persoon ref="p2"/>'
    )
    found = read_page(page(entry(12, body=body), entry(17, category_first=True), after="next", token=17), "Zaak", 5)

    assert (found.following, found.last, len(found.entities)) == (17, False, 2)
    one = found.entities[0]
    assert (one.one("nummer"), one.one("soort"), one.one("onderwerp"), one.one("titel"), one.one("alias")) == ("2024Z90001", "Schriftelijke vragen", "Over bruggen", "", "")
    assert one.references == {"persoon": ["p1", "p2"]}
    assert (one.sequence, one.changed, one.deleted) == (12, "2024-11-05T10:00:00.1234567", False)


ENDS = [
    (page(token=9), 9, True, 0, "an empty page with a resume link is the end"),
    (page(entry(10), token=10), 10, True, 1, "the last page"),
    (page(entry(10), after=""), 10, True, 1, "few entries and no link"),
    (page(entry(10), after="next", token=10), 10, False, 1, "a next link"),
    (page(entry(3), entry(4), entry(10), token=10), 10, True, 1, "entries from before are no part of it"),
    (page(entry(900, kind="document"), entry(10), token=10), 10, True, 1, "nor are those of other categories"),
    (page(entry(3), entry(9), token=9), 9, True, 0, "only old ones: the end"),
    (page(entry(12), entry(10), entry(14), after="next", token=14), 14, False, 3, "shuffled"),
]


@pytest.mark.parametrize(("data", "following", "last", "count", "why"), ENDS)
def test_where_it_goes_on(data: bytes, following: int, *, last: bool, count: int, why: str) -> None:
    """By the numbers of entries of its own."""
    found = read_page(data, "Zaak", 9)
    assert (found.following, found.last, len(found.entities)) == (following, last, count), why


NO_PAGES = [
    (page(entry(10))[:-9], "cut off"),
    (b"<html><body>busy</body></html>", "something else"),
    (b"", "nothing"),
    (page(entry(8), entry(9), after="next", token=9), "a page of another place, and more to come"),
    (page(entry(20, kind="document"), after="next", token=20), "another category, and more to come"),
    (page(entry(20, kind="document"), after=""), "another category and no link"),
]


@pytest.mark.parametrize(("data", "why"), NO_PAGES)
def test_what_is_no_page_is_asked_again(data: bytes, why: str) -> None:
    """So that nothing is skipped."""
    with pytest.raises(TryAgainError):
        read_page(data, "Zaak", 9)
    assert why


def test_a_sign_that_xml_does_not_allow() -> None:
    """A whole page is read though one of its entities holds a control sign."""
    found = read_page(page(entry(10, body="<titel>Brug\x1f</titel>"), entry(12), token=12), "Zaak", 9)
    assert [one.sequence for one in found.entities] == [10, 12]


TOMBSTONES = [("true", "<nummer>1</nummer>", "with a body"), ("True", "", "as it is spelled sometimes")]


@pytest.mark.parametrize(("mark", "body", "why"), TOMBSTONES)
def test_tombstones(mark: str, body: str, why: str) -> None:
    """Nothing is kept of what stands in them; prefixes do not matter."""
    one = read_page(page(entry(10, body=body, deleted=mark, prefix="ns1")), "Zaak", 9).entities[0]
    assert (one.deleted, one.fields) == (True, {}), why


def test_an_unknown_category_is_refused() -> None:
    """The service would give an empty feed, without an error."""
    with Client(Manners(pace=0)) as client, pytest.raises(ConfigurationError, match="no category"):
        SyncFeed(client, Endpoints.at("http://127.0.0.1:9")).page("Zaken", 0)


MOMENTS = [
    ("2019-08-29T18:37:46.0616108+02:00", "2019-08-29T16:37:46.061610+00:00"),
    ("2023-08-29T11:10:11.0962032Z", "2023-08-29T11:10:11.096203+00:00"),
    ("2019-06-28T23:59:41.5570000", "2019-06-28T23:59:41.557000+00:00"),
    ("2023-08-29T11:10:11Z", "2023-08-29T11:10:11+00:00"),
]


@pytest.mark.parametrize(("printed", "expected"), MOMENTS)
def test_moments(printed: str, expected: str) -> None:
    """None to seven decimals, with a zone or without."""
    assert expected == moment(printed).isoformat()


def test_a_day_is_found_by_halving() -> None:
    """Every later change follows the token, few earlier ones do, and it takes some twenty requests."""
    with running(samples()) as server, Client(Manners(pace=0)) as client:
        day = date(2023, 6, 1)
        token = SyncFeed(client, Endpoints.at(server.url)).token_on(day)

        assert moment_of(token).date() < day
        assert (day - moment_of(token + 2000).date()).days < 30
        assert client.usage.total <= 24
