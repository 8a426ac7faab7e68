"""The pages around the register: help, legal, reporting an error, the sitemap, cards, and what was promised."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import httpx
import pytest

from navraag.linking.judgements import read_judgements
from navraag.surfaces.web.pages.words import TERMS
from tests.surfaces.test_cli_registry import run

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_term_is_explained(prefix: str, country: httpx.Client) -> None:
    """In both languages, each with a place to link to; no sentence is missing."""
    page = country.get(f"{prefix}/hulp").text

    assert [f'id="{term}"' in page for term in TERMS] == [True] * len(TERMS)
    assert "help.t" not in page
    assert "legal." not in country.get(f"{prefix}/juridisch").text


def test_the_sitemap_names_every_case(country: httpx.Client) -> None:
    """By its index and parts; a part that is not there is told."""
    index = ET.fromstring(country.get("/sitemap.xml").content)
    parts = [loc.text or "" for loc in index.iter(f"{SPACE}loc")]
    found = [loc.text or "" for part in parts for loc in ET.fromstring(country.get(part).content).iter(f"{SPACE}loc")]

    assert sum("/kamervraag/" in address for address in found) == 120
    assert len(set(found)) == len(found)
    assert all(country.get(address).status_code == 200 for address in found[:20])
    assert country.get("/sitemap-99.xml").status_code == 404
    assert "Sitemap: " in country.get("/robots.txt").text


def test_a_page_has_a_card(country: httpx.Client) -> None:
    """What other sites show of a link to it."""
    page = country.get("/kamervraag/2022Z90108/").text

    assert '<meta property="og:title" content="' in page
    assert "/kamervraag/2022Z90108/" in page.split('og:url" content="')[1].split('"')[0]


def test_home_says_what_was_promised(country: httpx.Client) -> None:
    """New, answered, waiting, promised."""
    page = country.get("/").text

    assert [f'id="{part}"' in page for part in ("nieuw", "beantwoord", "wachtend")] == [True] * 3


def test_an_error_becomes_a_line_of_judgements(country: httpx.Client, country_home: Path) -> None:
    """The line is one that the register reads; reports can be listed."""
    form = {"zaak": "2022Z90108", "soort": "subject", "citaat": "De werktijden", "moet": "De werktijden op het water", "reden": "staat zo in het stuk"}
    page = country.post("/fout-melden", data=form)
    listed = [json.loads(line) for line in run("reports", home=country_home).stdout.splitlines()]

    assert page.status_code == 200
    assert "staat zo in het stuk" in page.text
    line = {key: value for key, value in listed[-1].items() if key != "reported_at"}
    [judgement] = read_judgements(json.dumps(line))
    assert (judgement.case, judgement.decision, judgement.value) == ("2022Z90108", "subject", "De werktijden op het water")


@pytest.mark.parametrize(("form", "words"), [
    ({"zaak": "2022Z90108", "soort": "subject"}, "zeg waarom"), ({"zaak": "2022Z90108", "soort": "nonsense", "reden": "x"}, "zeg waarom"),
    ({"zaak": "1999Z99999", "soort": "subject", "reden": "x"}, "kennen we niet"), ({}, "kennen we niet"),
])
def test_a_report_that_says_nothing_is_not_kept(form: dict[str, str], words: str, country: httpx.Client) -> None:
    """The form comes back, with what is wrong."""
    answer = country.post("/fout-melden", data=form)

    assert (answer.status_code, words in answer.text) == (422, True)


def test_a_report_from_another_site_is_refused(country: httpx.Client) -> None:
    """A page elsewhere cannot fill in the form for its readers."""
    assert country.post("/fout-melden", data={"zaak": "2022Z90108"}, headers={"sec-fetch-site": "cross-site"}).status_code == 400


def test_hostile_words_stay_words(country: httpx.Client) -> None:
    """Markup in a report is shown, not run."""
    answer = country.post("/fout-melden", data={"zaak": "2022Z90108", "soort": "other", "citaat": "<script>alert(1)</script>", "reden": "<b>"})

    assert "<script>alert" not in answer.text
