"""Findings on the site: silent on the page of a case until asked for; registers, who cites what, how good it is."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from navraag.store.writer import Writer
from tests.surfaces.serving import serving
from tests.surfaces.web_cases import LEAD, TODAY, build
from tests.surfaces.web_findings import KNOWN_UNTIL, cases_with_findings

CASE = f"/kamervraag/{LEAD}/"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site of cases with undertakings of every term, gaps, figures and citations."""
    home: Path = tmp_path_factory.mktemp("findings")
    build(home, cases_with_findings(), kind="real", known_until=KNOWN_UNTIL)
    with serving(home, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client


def page(client: httpx.Client, address: str) -> HTMLParser:
    """A page, parsed."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return HTMLParser(answer.text)


def words(client: httpx.Client, address: str, selector: str = "main") -> str:
    """The words of a page, white space squeezed."""
    return " ".join(page(client, address).css_first(selector).text(separator=" ").split())


def test_a_case_is_silent_until_asked(site: httpx.Client) -> None:
    """Findings are in the page, hidden; a thin mark stands beside the paragraph; the words bear no colour."""
    tree = page(site, CASE)

    assert tree.css("aside.findings")
    assert all("hidden" in aside.attributes for aside in tree.css("aside.findings"))
    assert tree.css(".words .found")
    assert not tree.css(".words mark, .words [style], .words span[class^=finding]")
    assert re.fullmatch(r"Toon \d+ bevindingen", words(site, CASE, ".switch"))


@pytest.mark.parametrize("address", [CASE, f"/en{CASE}", f"/kamervraag/{LEAD}/2"])
def test_the_switch_works_without_javascript(site: httpx.Client, address: str) -> None:
    """Its link leads to the same page with the findings in sight, and back."""
    link = page(site, address).css_first("[data-findings]").attributes["href"]
    shown = page(site, link)

    assert all("hidden" not in aside.attributes for aside in shown.css("aside.findings"))
    assert shown.css_first("[data-findings]").attributes["href"]== f"{address}#vragen"
    assert [one.text() for one in shown.css("aside.findings q")]


def test_every_quote_stands_in_the_text(site: httpx.Client) -> None:
    """What is shown as a finding are words of the page."""
    tree = page(site, CASE)
    text = " ".join(tree.css_first(".paper").text(separator=" ").split()) + " ".join(tree.css_first(".course").text(separator=" ").split())

    for quote in tree.css("aside.findings q"):
        assert " ".join(quote.text().split())[:60] in text


def test_findings_are_data_too(site: httpx.Client) -> None:
    """Sort by sort, each with its words and its place."""
    shape = site.get(f"{CASE}bevindingen.json").json()

    assert shape["read"] is True
    assert [one["quote"] for one in shape["data_gaps"]] == ["Hoeveel woningen sindsdien zijn verkocht, wordt niet geregistreerd."]
    assert shape["data_gaps"][0]["where"]["pair"] == f"{LEAD}/2"
    assert {one["quote"]: one["value"] for one in shape["figures"]}["91"] == 91


REGISTERS = ["/toezeggingen", "/hiaten", "/cijfers-uit-antwoorden", "/bevindingen", "/aangehaald", "/medium", "/naam"]


@pytest.mark.parametrize("address", REGISTERS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_registers_are_pages(found: httpx.Client, prefix: str, address: str) -> None:
    """One heading, no id twice, and every link of ours leads somewhere."""
    tree = page(found, prefix + address)

    assert len(tree.css("h1")) == 1
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    own = {node.attributes["href"] for node in tree.css("main a[href^='/']")}
    assert {href: found.get(href).status_code for href in own if found.get(href).status_code >= 400} == {}


def test_only_undertakings_are_on_the_public_list(found: httpx.Client) -> None:
    """Announcements, intentions and expectations are shown in their place, and on no list."""
    listed = found.get("/toezeggingen.json").json()

    assert {one["quote"] for one in listed["lines"]} == {
        "Ik zal uw Kamer voor de zomer van 2024 informeren over de sloten.", "Ik zal uw Kamer voor 1 juli 2026 een brief sturen over de sloten (TZ202601-014).",
    }
    assert listed["total"] == 2
    assert {one["registered_as"] for one in listed["lines"]} == {None, "TZ202601-014"}
    assert "in het register van de Kamer: TZ202601-014" in words(found, "/toezeggingen?stand=komt")


def test_a_lapsed_term_is_no_verdict(found: httpx.Client) -> None:
    """It says what was looked at, and until when; later papers that cite the case are candidates, and people decide."""
    told = words(found, "/toezeggingen?stand=verstreken")

    assert "termijn verstreken; mogelijk vervolg gevonden in" in told
    assert f"tot {KNOWN_UNTIL.day} februari 2026" in told
    assert "niet nagekomen" not in told
    assert "2025Z97003" in told
    one = page(found, "/toezeggingen?stand=verstreken").css_first(".row a[href^='/toezeggingen/']").attributes["href"]
    assert "beslissen mensen" in words(found, one)
    assert '"decision": "followed_up"' in words(found, one)


def test_what_the_sources_do_not_reach_is_on_no_list(tmp_path: Path) -> None:
    """A registry without any list of cases says nothing of lapsed terms; the undertaking itself says that it cannot be checked."""
    build(tmp_path, cases_with_findings(), kind="real")
    with serving(tmp_path, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        assert client.get("/toezeggingen.json?stand=verstreken").json()["total"] == 0
        assert client.get("/toezeggingen.json").json()["total"] == 1
        assert "niet na te gaan" in words(client, "/toezeggingen/2024Z97001/commitments-0")


def test_a_register_is_narrowed(found: httpx.Client) -> None:
    """By ministry, topic, year and term; what cannot be is refused."""
    assert found.get("/hiaten.json?jaar=2024").json()["total"] == 1
    assert found.get("/hiaten.json?jaar=2019").json()["total"] == 0
    assert found.get("/hiaten.json?onderwerp=Natuur en milieu | Bodem").json()["total"] == 1
    for query in ("jaar=zes", "pagina=0", "stand=misschien", "pagina=-1", "jaar=20245"):
        assert found.get(f"/toezeggingen?{query}").status_code == 400, query
    assert found.get("/toezeggingen?pagina=99").status_code == 302


def test_all_figures_as_csv(found: httpx.Client) -> None:
    """Value, unit, what is counted and where it stands; the period that was asked for beside the one that was given."""
    answer = found.get("/cijfers-uit-antwoorden.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))

    assert answer.headers["content-type"].startswith("text/csv")
    assert all(row["quote"] and row["path"].startswith("/kamervraag/") for row in rows)
    one = next(row for row in rows if row["value"] == "1200.0" and row["case"] == "2024Z97001")
    assert (one["counted"], one["period"], one["asked_period"]) == ("meldingen", "2019/2021", "2022/2024")


def test_undertakings_as_feed_and_calendar(found: httpx.Client) -> None:
    """Only undertakings have days in a calendar; both are narrowed like the page, and say where each stands."""
    feed, days = found.get("/toezeggingen.atom").text, found.get("/toezeggingen.ics").text

    assert feed.count("<entry>") == 2
    assert "/kamervraag/2024Z97001/1" in feed
    assert days.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20240704" in days
    assert found.get("/toezeggingen.ics?stand=komt").text.count("BEGIN:VEVENT") == 1
    assert found.get("/hiaten.atom").text.count("<entry>") == 1
    assert found.get("/hiaten.ics").status_code == 404
    assert found.get("/toezeggingen.atom?stand=misschien").status_code == 400


LETTER = """AH 9999
2025Z99001
Antwoord van minister Duinker (Infrastructuur en Waterstaat) (ontvangen 12 januari 2026)

Vraag 1
Hoeveel scheuren zijn er?

Antwoord 1
Dat is niet bekend. Ik zal uw Kamer voor de zomer informeren over de 40 woningen.
"""


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_document_that_is_handed_in_shows_its_findings_when_asked(site: httpx.Client, prefix: str) -> None:
    """Only with the box ticked; a text that is too long for it is shown without."""
    def read(text: str, **more: str) -> list[str]:
        answer = site.post(f"{prefix}/lees", files={"bestand": ("", b"")}, data={"tekst": text} | more)
        assert answer.status_code == 200
        return [node.text() for node in HTMLParser(answer.text).css("aside.findings q")]

    assert read(LETTER) == []
    assert {"Dat is niet bekend.", "40"} <= set(read(LETTER, bevindingen="toon"))
    assert read(LETTER + "Ik zal uw Kamer informeren. " * 4000, bevindingen="toon") == []


def test_who_cites_what(found: httpx.Client) -> None:
    """A page for a paper, a medium and a name; and on the page of a case by whom it is cited."""
    assert "2024Z97001" in words(found, "/aangehaald/kst-99123-45")
    assert "Kamerstuk 99 123, nr. 45" in words(found, "/aangehaald/kst-99123-45", "h1")
    assert "2025Z97003" in words(found, "/kamervraag/2024Z97001/", "[aria-labelledby=aangehaald]")
    assert found.get("/aangehaald/kst-99123-45.json").json()["cases"][0]["questions"] == ["1"]
    assert found.get("/aangehaald/2024Z97001").headers["location"] == "/kamervraag/2024Z97001/"
    assert found.get("/aangehaald/kst-11111-1").status_code == 404
    assert "Kamerstuk 99 123, nr. 45" in words(found, "/aangehaald/kst-99123")
    assert found.get("/aangehaald/kst-11111").status_code == 404
    assert "2024Z97001" in words(found, "/medium/NOS")
    assert "2024Z97001" in words(found, "/naam/Rijkswaterstaat")
    assert found.get("/naam/Nergensdienst").status_code == 404


def test_a_cited_paper_bears_the_title_that_the_kamer_gave_it(tmp_path: Path) -> None:
    """Where it is known; with its kind, day and dossier."""
    build(tmp_path, cases_with_findings(), kind="real")
    writer = Writer(tmp_path / "registry.sqlite3")
    known = '{"title": "Motie over een meetnet voor sloten", "kind": "Motie", "day": "2023-05-06", "dossier": "Slootbeheer", "actors": ["Okonjo"]}'
    writer.write_reference((), [("cited_paper", "kst-99123-45", known)])
    writer.close()
    with serving(tmp_path, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        assert "Motie over een meetnet voor sloten Motie · 6 mei 2023 · Okonjo · Slootbeheer" in words(client, "/aangehaald/kst-99123-45")
        assert "Motie over een meetnet voor sloten" in words(client, "/aangehaald")
        assert "Motie over een meetnet voor sloten" in words(client, "/kamervraag/2024Z97001/?bevindingen=toon", ".passage .findings")
        assert client.get("/aangehaald/kst-99123-45.json").json()["title"] == "Motie over een meetnet voor sloten"


def test_places_alone(found: httpx.Client) -> None:
    """The regional view: towns, provinces, islands and units of the police."""
    assert "Zwolle" in words(found, "/naam?soort=plaats")
    assert "Rijkswaterstaat" not in words(found, "/naam?soort=plaats")
    assert "Rijkswaterstaat" in words(found, "/naam")


def test_sub_questions_are_told_only_to_who_asks(found: httpx.Client) -> None:
    """Where no answer was recognised, no public page says anything of it."""
    assert found.get("/kamervraag/2024Z97001/bevindingen.json").json()["statuses"] == []
    assert found.get("/kamervraag/2024Z97001/bevindingen.json?deelvragen=toon").json()["statuses"]
    assert "deelvraag" not in words(found, "/kamervraag/2024Z97001/?bevindingen=toon").lower()


def test_a_figure_says_both_periods(found: httpx.Client) -> None:
    """Asked for one, given for another."""
    told = words(found, "/kamervraag/2024Z97001/?bevindingen=toon", "aside.findings")

    assert "meldingen; Zwolle; periode: 2019/2021 (gevraagd: 2022/2024)" in told


def test_how_good_it_is(found: httpx.Client) -> None:
    """Each measure with n and interval, called provisional; and the line that puts an error right."""
    told = words(found, "/bevindingen")

    assert "Voorlopig" in told
    assert "n = 89" in told
    assert "judgements.jsonl" in told
