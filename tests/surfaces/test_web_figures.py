"""Statistics on the site: every page, every file, captions with denominators, and a number that leads to its sets."""

import csv
import io
import re
from collections.abc import Iterator

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from navraag.surfaces.web.pages.figures import PAGES, SUBJECTS
from tests.surfaces.serving import serving
from tests.unit.store.waiting_cases import TODAY, registry


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site with invented cases and people."""
    home = tmp_path_factory.mktemp("figures")
    registry(home).close()
    with serving(home, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", ["", *PAGES])
def test_every_page(figures: httpx.Client, name: str, prefix: str) -> None:
    """Every chart has its rule, population and n in the caption, its numbers as a table, and its files."""
    address = f"{prefix}/cijfers{'/' if name else ''}{name}"
    for query in ("", "?van=2024-01-01&tot=2024-05-01&partij=sp", "?dag=2024-01-01&ministerie=jenv", "?kant=oppositie&omvang=2-3&van="):
        answer = figures.get(address + query)
        assert answer.status_code == 200, (address, query)
        page = LexborHTMLParser(answer.text)
        for figure in page.css("figure"):
            caption = figure.css_first("figcaption").text()
            assert re.search(r"\bn = [\d.,]+ sets", caption), caption
            assert "Tweede Kamer" in caption
            assert figure.parent is not None
            assert figure.parent.css_first("table.numbers") is not None
            for link in figure.css("figcaption a"):
                assert figures.get(str(link.attributes["href"])).status_code == 200
    assert len(LexborHTMLParser(figures.get(address).text).css("figure")) >= 1


@pytest.mark.parametrize("name", [*PAGES, *SUBJECTS, "alles"])
def test_every_file(figures: httpx.Client, name: str) -> None:
    """CSV and JSON hold the same; JSON says what each column counts, of which sets."""
    told = figures.get(f"/cijfers/{name}.json").json()
    rows = list(csv.DictReader(io.StringIO(figures.get(f"/cijfers/{name}.csv").text)))
    assert len(rows) == len(told["rows"]) > 0
    assert set(told["columns"]) == set(rows[0])
    assert "1 januari 2020 tot en met 13 mei 2024" in told["population"]


@pytest.mark.parametrize("address", ["/cijfers", "/cijfers/ministerie", "/cijfers/partij", "/cijfers/omvang?kant=oppositie", "/cijfers/maand", "/cijfers/bewindspersoon?dag=2024-03-03"])
def test_every_number_leads_to_as_many_sets(figures: httpx.Client, address: str) -> None:
    """Each count in a table that is a link leads to a page that says the same number; the points of charts lead somewhere too."""
    page = LexborHTMLParser(figures.get(address).text)
    checked = 0
    for link in page.css("table.numbers td.count a"):
        words, href = link.text().strip(), str(link.attributes["href"])
        behind = LexborHTMLParser(figures.get(href).text)
        if "%" not in words and "binnen=" not in href:
            assert behind.css_first(".total").text().startswith(f"{words} set"), href
            checked += 1
    assert checked > 3
    for link in page.css("svg a"):
        assert figures.get(str(link.attributes["href"])).status_code == 200


def test_a_share_is_its_part_of_the_decided(figures: httpx.Client) -> None:
    """In time and late are together all that is decided."""
    def sets(which: str) -> int:
        return int(figures.get(f"/cijfers/sets.json?uitkomst={which}").json()["rows"].__len__())

    for name in ("streng", "lijst", "gemeld"):
        assert sets(f"op-tijd-{name}") + sets(f"te-laat-{name}") == sets("beslist") == 9


@pytest.mark.parametrize(("address", "status", "told"), [
    ("/cijfers?van=2024-13-01", 400, "van=2024-13-01"), ("/cijfers/planeet", 404, ""), ("/cijfers/planeet.csv", 404, ""), ("/cijfers/jaar.xml", 404, ""),
    ("/cijfers?ministerie=Onbestaand", 404, "Onbestaand is hier niet bekend"), ("/cijfers?onderwerp=Onbestaand", 404, "Onbestaand"),
    ("/cijfers?omvang=veel", 404, "veel"), ("/cijfers?maand=2024-13", 400, "maand=2024-13"), ("/cijfers/sets?uitkomst=ooit", 400, "uitkomst=ooit"),
    ("/cijfers/ministerie.csv?ministerie=Onbestaand", 404, "no ministry"), ("/cijfers/sets?lid=niemand", 404, "niemand"),
    ("/cijfers?van=2030-01-01", 200, "Er zijn geen sets in deze periode"), ("/cijfers?van=2024-05-01&tot=2024-04-01", 200, "geen sets"),
    ("/cijfers?dag=2099-01-01", 200, "naar wat op 13 mei 2024 bekend was"), ("/cijfers/ministerie?pagina=99", 200, "Ministerie"), ("/cijfers/sets?pagina=99", 200, "geen sets"),
    ("/cijfers/werklast?van=2030-01-01", 200, "Op het bureau"), ("/cijfers?ministerie=%00", 400, "ministerie"),
])
def test_what_cannot_be_is_said(figures: httpx.Client, address: str, status: int, told: str) -> None:
    """Days that do not exist, a period with nothing in it, a filter that nobody knows, a day in the future."""
    answer = figures.get(address)
    assert answer.status_code == status
    assert told in answer.text


def test_a_page_is_kept_until_the_registry_changes(figures: httpx.Client) -> None:
    """The second time it is the same page."""
    assert figures.get("/cijfers/ministerie").content == figures.get("/cijfers/ministerie").content
    assert figures.get("/en/cijfers/ministerie").text != figures.get("/cijfers/ministerie").text
