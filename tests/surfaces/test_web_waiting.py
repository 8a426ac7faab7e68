"""Lists of a day on the site: every form, stable addresses, and what is said of days and names that cannot be."""

import csv
import io
from collections.abc import Iterator
from datetime import date

import feedparser
import httpx
import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from tests.surfaces.serving import serving
from tests.unit.store.waiting_cases import TODAY, registry

LISTS = ("te-laat", "binnenkort", "zonder-uitstelbericht", "langst-open")


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site with invented cases and people."""
    home = tmp_path_factory.mktemp("waiting")
    registry(home).close()
    with serving(home, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_page(lists: httpx.Client, name: str, prefix: str) -> None:
    """With its rule, its population, and the ways to take it along."""
    for query in ("", "?per=ambt", "?per=partij&dag=2024-05-06", "?per=lid", "?ministerie=jenv&partij=sp", "?dag=&ministerie="):
        answer = lists.get(f"{prefix}/{name}{query}")
        assert answer.status_code == 200, query
        page = LexborHTMLParser(answer.text)
        forms = {str(link.attributes["href"]).split("?")[0] for link in page.css("#mee ~ p a, section a")}
        assert forms >= {f"/{name}.{form}" for form in ("json", "csv", "atom", "ics")}


def test_a_list_by_minister(lists: httpx.Client) -> None:
    """Beside the number late: open sets and questions, notices with reasons, the first thirty days, what was inherited."""
    page = LexborHTMLParser(lists.get("/te-laat?per=ambt").text)
    row = page.css("table.numbers")[0].css("tbody tr")[0].text(separator=" ", deep=True).split()
    words = " ".join(row)
    assert "Minister van Justitie en Veiligheid Mia Minister 20 april 2024 eerste 30 dagen 3 3 11 1 1 0 0 100 3 11" in words
    assert "rangnummer" in page.text()


def test_the_address_is_stable(lists: httpx.Client) -> None:
    """With a day it gives that day for ever; the feeds and the other language carry the same question."""
    page = LexborHTMLParser(lists.get("/te-laat?dag=2024-05-06&ministerie=jenv").text)
    links = {str(link.attributes["href"]) for link in page.css("a")}
    assert "/te-laat.csv?dag=2024-05-06&ministerie=jenv" in links
    assert "/en/te-laat?dag=2024-05-06&ministerie=jenv" in links
    heads = {str(link.attributes.get("type")): str(link.attributes["href"]) for link in page.css("link[rel=alternate][type]")}
    assert heads["application/atom+xml"] == "/te-laat.atom?dag=2024-05-06&ministerie=jenv"
    assert "altijd de lijst van 6 mei 2024" in page.text()


def test_the_forms_hold_the_same_sets(lists: httpx.Client) -> None:
    """JSON, CSV, Atom and calendar."""
    for name in LISTS:
        told = lists.get(f"/{name}.json").json()
        numbers = [case["number"] for case in told["cases"]]
        assert (told["sets"], told["day"], told["beyond"]) == (len(numbers), "2024-05-13", False)
        sheet = lists.get(f"/{name}.csv")
        assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
        assert [row["number"] for row in csv.DictReader(io.StringIO(sheet.text))] == numbers
        read = feedparser.parse(lists.get(f"/{name}.atom").content)
        assert [entry.id.rsplit("/", 2)[1] for entry in read.entries] == numbers
        assert len(Calendar.from_ical(lists.get(f"/{name}.ics").content).walk("VEVENT")) == len(numbers)
    grouped = list(csv.DictReader(io.StringIO(lists.get("/te-laat.csv?tabel=groepen&per=ambt").text)))
    assert [row["key"] for row in grouped] == ["minister-jenv", "minister-vws"]


def test_what_one_member_waits_for(lists: httpx.Client) -> None:
    """A page and feeds of one's own; somebody who waits for nothing has an empty one."""
    page = LexborHTMLParser(lists.get("/lid/tom-toets/open").text)
    assert "Open vragen van Tom Toets" in page.css_first("h1").text()
    assert [case["number"][-4:] for case in lists.get("/lid/tom-toets/open.json").json()["cases"]] == ["0004", "0003"]
    assert len(feedparser.parse(lists.get("/lid/tom-toets/open.atom").content).entries) == 2
    assert lists.get("/lid/mia-minister/open").status_code == 200
    assert lists.get("/lid/niemand/open").status_code == 404


@pytest.mark.parametrize(("address", "status", "told"), [
    ("/te-laat?dag=2024-02-30", 400, "dag=2024-02-30"), ("/te-laat?dag=gisteren", 400, "dag=gisteren"), ("/te-laat?dag=20240513", 400, "dag=20240513"),
    ("/te-laat?per=planeet", 400, "per=planeet"), ("/te-laat?ministerie=Onbestaand", 404, "Onbestaand is hier niet bekend"),
    ("/te-laat?partij=%00", 400, "partij"), ("/te-laat?pagina=-1", 400, "pagina"), ("/te-laat.atom?ministerie=Onbestaand", 404, "no ministry"),
    ("/te-laat.json?lid=niemand", 404, "no member"), ("/te-laat?dag=2099-01-01", 200, "Over 1 januari 2099 is niets te zeggen"),
    ("/te-laat?dag=1990-01-01", 200, "Er staat niets in deze lijst"), ("/te-laat?pagina=999", 200, "De sets"),
])
def test_what_cannot_be_is_said(lists: httpx.Client, address: str, status: int, told: str) -> None:
    """A day that does not exist, a day that the sources do not reach, a ministry that nobody knows."""
    answer = lists.get(address)
    assert answer.status_code == status
    assert told in answer.text


def test_the_forms_of_a_day_beyond_say_so(lists: httpx.Client) -> None:
    """Not an empty list that looks like good news."""
    told = lists.get("/te-laat.json?dag=2099-01-01").json()
    assert (told["beyond"], told["known_until"], told["cases"]) == (True, str(date(2024, 12, 31)), [])
    assert "onbekend" in feedparser.parse(lists.get("/te-laat.atom?dag=2099-01-01").content).feed.subtitle


def test_names_that_stay_as_printed_are_listed(lists: httpx.Client) -> None:
    """On the page of checks, with how many are resolved."""
    for prefix, words in (("", "blijven zoals gedrukt"), ("/en", "stay as printed")):
        page = LexborHTMLParser(lists.get(f"{prefix}/check").text)
        assert words in page.css_first("#namen").text()
        assert [row.css_first("td").text() for row in page.css("details")[0].css("tr")[1:]] == ["Wie Ook"]
