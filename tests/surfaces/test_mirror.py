"""The site as files: every page is there, every link leads to a file, and a run that was cut short goes on."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.store.reader import Registry, open_registry
from navraag.surfaces.web.mirror import mirror
from tests.surfaces.test_cli_registry import run

DAY = date(2024, 6, 28)


@pytest.fixture(scope="module")
def registry(country_home: Path) -> Iterator[Registry]:
    """The samples."""
    with open_registry(country_home) as held:
        yield held


@pytest.fixture(scope="module")
def mirrored(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror of them."""
    folder = tmp_path_factory.mktemp("mirror") / "site"
    mirror(registry, folder, day=DAY)
    return folder


def links_of(page: Path) -> list[str]:
    """Where the page leads within the site."""
    found = re.findall(r'\s(?:href|src|action)="([^"]*)"', page.read_text(encoding="utf-8"))
    return [to for to in found if not to.startswith(("http", "#", "mailto:", "data:"))]


def test_every_link_leads_to_a_file(mirrored: Path, registry: Registry) -> None:
    """None to the root of a server, none into nothing, and nothing loads from elsewhere."""
    pages = list(mirrored.rglob("*.html"))
    links = [(page, to) for page in pages for to in links_of(page)]

    assert len(pages) > 120
    assert len(links) > 1000
    assert [] == [(page.name, to) for page, to in links if to.startswith("/") or not (page.parent / to.split("#")[0]).is_file()]
    assert all((mirrored / "kamervraag" / case.number / "index.html").is_file() for case in registry.every_case())
    assert not any("<form" in page.read_text(encoding="utf-8") for page in pages)


def test_every_case_can_be_walked_to_from_home(mirrored: Path) -> None:
    """By links alone, over the pages of the list."""
    seen, waiting = set(), [mirrored / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".html":
            continue
        seen.add(page)
        waiting += [(page.parent / to.split("#")[0]).resolve() for to in links_of(page)]

    assert set(mirrored.rglob("kamervraag/*/index.html")) <= seen


def test_a_mirror_goes_on_where_it_was(registry: Registry, tmp_path: Path) -> None:
    """Only what is missing is written; another day writes everything anew."""
    first = mirror(registry, tmp_path / "site", day=DAY)
    (tmp_path / "site" / "kamervraag" / "2024Z90117" / "index.html").unlink()
    lists = sum(1 for page in (tmp_path / "site").rglob("*") if page.is_file() and "kamervraag/" not in str(page) and "static/" not in str(page)) - 1
    again = mirror(registry, tmp_path / "site", day=DAY)
    anew = mirror(registry, tmp_path / "site", day=date(2024, 6, 1))

    assert first.files == first.written == again.files == anew.written
    assert again.written == 1 + lists


def test_what_needs_a_server_leads_to_the_public_site(registry: Registry, tmp_path: Path) -> None:
    """Where its address is known."""
    mirror(registry, tmp_path / "site", day=DAY, public_url="https://navraag.example")

    assert 'href="https://navraag.example/lees"' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_another_folder_is_left_alone(registry: Registry, tmp_path: Path) -> None:
    """Only a mirror is written over."""
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(ConfigurationError, match="no mirror"):
        mirror(registry, tmp_path, day=DAY)


def test_command(country_home: Path, tmp_path: Path) -> None:
    """The command says how many files there are."""
    done = run("export", "static-site", "--to", tmp_path / "site", home=country_home)

    assert done.returncode == 0, done.stderr
    assert "files written to" in done.stdout
