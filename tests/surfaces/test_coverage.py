"""navraag coverage, /dekking and its badge: the same figures in a terminal and on the site."""

import json
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.surfaces.test_cli_registry import run
from tests.unit.pipeline.make import collection


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of the invented collection."""
    folder = tmp_path_factory.mktemp("coverage")
    run("import", collection(folder / "in"), home=folder / "home")
    return folder / "home"


def test_the_table_in_a_terminal(home: Path) -> None:
    """A line for each year, a total, the sources, the reasons, and the share."""
    result = run("coverage", home=home)
    line = next(line for line in result.stdout.splitlines() if line.lstrip().startswith("2031"))

    assert result.returncode == 0
    assert line.split()[:3] == ["2031", "6", "6"]
    assert "published, and not in the register" in result.stdout
    assert result.stdout.splitlines()[-1].endswith("(75.0 %).")


def test_one_year_with_examples_and_json(home: Path) -> None:
    """--year narrows and names examples; --json has everything."""
    assert "2031Z" in run("coverage", "--year", "2031", home=home).stdout
    assert run("coverage", "--year", "1900", home=home).stdout == "nothing is known of this year\n"
    found = json.loads(run("coverage", "--json", home=home).stdout)
    assert (found["known"], found["worded"], found["share"]) == (8, 6, 0.75)


@pytest.mark.parametrize(("prefix", "title", "share"), [("", "Dekking", "100,0"), ("/en", "Coverage", "100.0")])
def test_the_page_and_the_badge(site: httpx.Client, prefix: str, title: str, share: str) -> None:
    """Both languages; the badge is an SVG with the share."""
    page = LexborHTMLParser(site.get(f"{prefix}/dekking").text)
    badge = site.get(f"{prefix}/dekking.svg")

    assert page.css_first("h1").text() == title
    assert page.css_first("table.coverage") is not None
    assert (badge.status_code, badge.headers["content-type"]) == (200, "image/svg+xml")
    assert f"{share} %" in badge.text
