"""The page of the search: what is found, narrowed, kept, followed; whatever is typed; and without an index."""

import csv
import io
import shutil
from pathlib import Path

import feedparser
import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.surfaces.serving import serving
from tests.surfaces.web_cases import LEAD, TODAY, build


def page(site: httpx.Client, query: str, *, language: str = "") -> HTMLParser:
    """The page of a search."""
    answer = site.get(f"{language}/zoek", params={"q": query})
    assert answer.status_code == 200, query
    return HTMLParser(answer.text)


def pairs(tree: HTMLParser) -> list[str]:
    """The addresses of the pairs on a page."""
    return [link.attributes["href"] for link in tree.css(".hit h4 a")]


def test_a_search_shows_pairs_under_their_case(site: httpx.Client) -> None:
    """With what was found marked, in question and answer apart, and the search in words."""
    tree = page(site, "scheuren gemeten")

    assert f"/kamervraag/{LEAD}/2" in pairs(tree)
    assert f"/kamervraag/{LEAD}/" == tree.css_first(".hits h3 a").attributes["href"]
    assert {"scheuren", "gemeten"} <= {mark.text().lower() for mark in tree.css(".asked mark")}
    assert "Vragen en antwoorden met ‘scheuren’ en ‘gemeten’." == tree.css_first(".described").text()
    assert tree.css_first(".total").text().endswith(("vraag-antwoordpaar", "vraag-antwoordparen"))


def test_facets_narrow_and_widen(site: httpx.Client) -> None:
    """Links that lead to what they promise, there and back."""
    link = next(one for one in page(site, "scheuren").css(".facets a") if one.text().strip() == "Veenpartij")
    narrowed = HTMLParser(site.get(link.attributes["href"]).text)
    back = narrowed.css_first(".facets a.chosen")

    assert "gesteld door Veenpartij" in narrowed.css_first(".described").text()
    assert pairs(page(site, "scheuren")) == pairs(HTMLParser(site.get(back.attributes["href"]).text))


def test_the_box_in_the_head_leads_here(site: httpx.Client) -> None:
    """From every page, in both languages."""
    for address, action in ((f"/kamervraag/{LEAD}/", "/zoek"), ("/en/over", "/en/zoek")):
        assert action == HTMLParser(site.get(address).text).css_first("form.find").attributes["action"]


def test_pages_go_on_to_the_end(site: httpx.Client) -> None:
    """Every pair once; beyond the last page is the last page."""
    seen: list[str] = []
    address: str | None = "/zoek?q="
    while address:
        tree = HTMLParser(site.get(address).text)
        seen += pairs(tree)
        link = tree.css_first(".paging a[rel=next]")
        address = link.attributes["href"] if link else None

    assert len(seen) == len(set(seen)) > 0
    assert site.get("/zoek?q=&pagina=99999").status_code == 302


def test_everything_found_can_be_kept_and_followed(site: httpx.Client) -> None:
    """As CSV, as JSON, as a feed; each the whole of it."""
    rows = list(csv.DictReader(io.StringIO(site.get("/zoek.csv?q=scheuren").text)))
    told = site.get("/zoek.json?q=scheuren").json()
    feed = feedparser.parse(site.get("/zoek.atom?q=scheuren").content)

    assert [row["id"] for row in rows] == [pair["id"] for pair in told["pairs"]]
    assert "Vragen en antwoorden met ‘scheuren’" == told["described"]
    assert not feed.bozo
    assert {pair["url"] for pair in told["pairs"]} == {entry.link for entry in feed.entries}
    assert any("scheuren" in row["question"] for row in rows)


def test_what_may_have_been_meant_is_offered(site: httpx.Client) -> None:
    """A name typed without a field, and a word that is spelt otherwise."""
    assert ["Bedoelt u vragen van Wiersema?"] == [link.text() for link in page(site, "Wiersema").css(".offers a")]
    assert ["Bedoelt u ‘bewoners’?"] == [link.text() for link in page(site, "beworners").css(".offers a")]
    assert ["Did you mean questions by Wiersema?"] == [link.text() for link in page(site, "Wiersema", language="/en").css(".offers a")]


def test_names_go_on_while_typing(site: httpx.Client) -> None:
    """For the script of the page."""
    assert [{"kind": "member", "value": "Wiersema", "query": "van:Wiersema"}] == [
        {name: value for name, value in one.items() if name != "count"} for one in site.get("/zoek/aanvullen?q=wier").json() if one["kind"] == "member"
    ]


NOTED = [
    ('"op weg', "Er ontbreekt een aanhalingsteken"), ("NIET", "‘NIET’ staat zonder woord"), ("kleur:rood", "‘kleur:’ is geen veld. Gezocht is op het woord ‘rood’."),
    ("*", "Een sterretje alleen"), ("na:gisteren", "geen datum"), ("van:Wiersena", "Bedoeld kan zijn: wiersema"), ("x " * 3_000, "te lang"), ("(dijk", "haakjes"),
]


@pytest.mark.parametrize(("typed", "told"), NOTED)
def test_a_mistake_is_told_in_words(site: httpx.Client, typed: str, told: str) -> None:
    """And what was made of it."""
    assert told in " ".join(line.text() for line in page(site, typed).css(".read-as li"))


BAD = ["", "%00", "%F0%28%8C%28", "x" * 10_000, "%22", "-", "NIET", "((((", "a*", "e* n* s*", "van:", "nr:/", "%3Cscript%3Ealert(1)%3C/script%3E", "..%2f..%2f", "in:x", "OF" * 500]


@pytest.mark.parametrize("typed", BAD)
@pytest.mark.parametrize("path", ["/zoek", "/zoek.csv", "/zoek.json", "/zoek.atom", "/zoek/aanvullen"])
def test_whatever_is_typed_there_is_an_answer(site: httpx.Client, path: str, typed: str) -> None:
    """Never a 500, and nothing that was typed becomes markup."""
    answer = site.get(f"{path}?q={typed}&pagina=x&volgorde=onzin")

    assert answer.status_code in {200, 302}
    assert "<script>alert" not in answer.text or path != "/zoek"


def test_without_an_index_the_page_says_so(tmp_path: Path) -> None:
    """In words, with what mends it; the rest of the site goes on; and it works again as soon as it is mended."""
    build(tmp_path)
    shutil.move(tmp_path / "index", tmp_path / "away")
    with serving(tmp_path, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        answer = client.get("/zoek?q=scheuren")
        assert (503, True) == (answer.status_code, "de zoekindex ontbreekt of is beschadigd" in answer.text)
        assert "navraag rebuild --index" in answer.text
        assert [503] * 3 == [client.get(f"/zoek.{form}?q=x").status_code for form in ("csv", "json", "atom")]
        assert 200 == client.get("/kamervragen/").status_code
        shutil.move(tmp_path / "away", tmp_path / "index")
        assert 200 == client.get("/zoek?q=scheuren").status_code
