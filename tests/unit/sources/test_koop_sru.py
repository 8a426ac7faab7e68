"""The search: windows that can be reached, errors that come with status 200, records with official addresses."""

from datetime import date
from itertools import pairwise

import pytest

from navraag.errors import SourceError
from navraag.settings import Endpoints
from navraag.sources.http import Client, Manners
from navraag.sources.koop_sru import MOST_HITS, QUESTIONS, Search, Window
from tests.unit.sources.scripted import Reply, serving

HEAD = '<?xml version="1.0"?><sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse">'
RECORD = (
    '<sru:records><sru:record><sru:recordData><gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru"><gzd:originalData>'
    '<dcterms:identifier xmlns:dcterms="http://purl.org/dc/terms/">kv-tk-2024Z90001</dcterms:identifier>'
    '<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/">2024-11-05</dcterms:modified></gzd:originalData><gzd:enrichedData>'
    "<gzd:url>{base}/frbr/officielepublicaties/kv-tk/2024/kv-tk-2024Z90001/1/xml/kv-tk-2024Z90001.xml</gzd:url>"
    '<gzd:itemUrl manifestation="xml">{base}/x.xml</gzd:itemUrl><gzd:itemUrl manifestation="pdf">{base}/x.pdf</gzd:itemUrl>'
    "</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record></sru:records>"
)
QUICK = Manners(pace=0, wait_first=0.01, wait_most=0.02)


def answer(inner: str, hits: int = 1) -> Reply:
    """A response of the search service."""
    return Reply(body=f"{HEAD}<sru:numberOfRecords>{hits}</sru:numberOfRecords>{inner}</sru:searchRetrieveResponse>".encode())


class Counted(Search):
    """A search whose counts are given: so many hits a day."""

    def __init__(self, per_day: int) -> None:
        self.per_day = per_day

    def count(self, clause: str) -> int:
        """Hits between the two days of a clause."""
        first, last = (date.fromisoformat(part.partition('"')[0]) for part in clause.split('dt.modified>="')[1].split('" and dt.modified<="')[0:2])
        return self.per_day * ((last - first).days + 1)


def _windows(per_day: int) -> list[Window]:
    return list(Counted(per_day).windows(QUESTIONS, date(2020, 1, 1), date(2020, 12, 31)))


WINDOWS = [(10, 1, "all at once"), (100, 8, "halved three times"), (9000, 366, "day by day")]


@pytest.mark.parametrize(("per_day", "count", "why"), WINDOWS)
def test_windows_that_can_be_reached(per_day: int, count: int, why: str) -> None:
    """In order, without a gap, none with more hits than can be read."""
    found = _windows(per_day)

    assert len(found) == count, why
    assert (found[0].first, found[-1].last) == (date(2020, 1, 1), date(2020, 12, 31))
    assert all((later.first - earlier.last).days == 1 for earlier, later in pairwise(found))
    assert all(per_day * ((one.last - one.first).days + 1) <= MOST_HITS for one in found)


def test_a_day_that_holds_too_many_is_split_by_session() -> None:
    """As happens when everything is published again."""
    found = list(Counted(20_000).windows(QUESTIONS, date(2020, 1, 1), date(2020, 1, 1)))

    assert [one.session for one in found][:2] == ["1994-1995", "1995-1996"]
    assert found[-1].session == "2020-2021"
    assert 'w.vergaderjaar=="2020-2021"' in found[-1].clause


def test_records_bear_official_addresses() -> None:
    """A stand-in names its own, which would differ from day to day."""
    with serving(Reply()) as script, Client(QUICK) as client:
        script.replies[0] = answer(RECORD.format(base=script.url))
        (found,) = Search(client, Endpoints.at(script.url)).records("x")

        assert (found.publication, found.modified, sorted(found.files)) == ("kv-tk-2024Z90001", "2024-11-05", ["pdf", "xml"])
        assert script.url.encode() not in found.data
        assert b"https://repository.overheid.nl/frbr/" in found.data


WRONG = [
    (answer("<diagnostics><diagnostic><message>Unsupported index</message><details>w.x</details></diagnostic></diagnostics>", 0), "Unsupported index: w.x"),
    (answer(f"{RECORD.format(base='http://x')}<d:diagnostic xmlns:d='urn:d'><d:message>SEARCH-IGNOREDQTEXT</d:message></d:diagnostic>"), "SEARCH-IGNOREDQTEXT"),
    (Reply(body=b"<html>busy</html>"), "no answer"),
    (Reply(body=HEAD.encode()), "not whole"),
]


@pytest.mark.parametrize(("reply", "said"), WRONG)
def test_errors_with_status_200(reply: Reply, said: str) -> None:
    """A diagnostic is an error though records come with it: they answer another question."""
    with serving(reply) as script, Client(QUICK) as client, pytest.raises(SourceError, match=said):
        list(Search(client, Endpoints.at(script.url)).records("x"))


def test_values_are_quoted() -> None:
    """A quote in a value ends nothing."""
    clause = Window(name='a"b', first=date(2020, 1, 1), last=date(2020, 1, 2)).clause
    assert 'w.publicatienaam=="a\\"b"' in clause
