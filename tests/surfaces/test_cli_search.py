"""navraag search: as a user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.surfaces.test_cli_registry import run
from tests.surfaces.web_cases import LEAD
from tests.unit.pipeline.make import collection


def search(home: Path, *arguments: str):
    """One search on the day of the samples."""
    return run("search", *arguments, "--today", "2026-03-02", home=home)


def test_hits_are_readable(web_home: Path) -> None:
    """The search in words, the total, the hits under their case, and what to narrow by."""
    done = search(web_home, "scheuren", "gemeten")

    assert 0 == done.returncode
    assert "Vragen en antwoorden met ‘scheuren’ en ‘gemeten’." in done.stdout
    assert f"{LEAD}  Wiersema (Veenpartij), Okonjo (Stadslijst)" in done.stdout
    assert "    Vraag 2: " in done.stdout
    assert "Kamerlid: " in done.stdout
    assert "\x1b" not in done.stdout


def test_json_gives_everything(web_home: Path) -> None:
    """Hits by case, facets, notes and offers."""
    told = json.loads(search(web_home, "Wiersema", "NIET", "--json").stdout)

    assert ["van:Wiersema"] == [offer["query"] for offer in told["offers"]]
    assert ["lone_not"] == [note["code"] for note in told["notes"]]
    assert {"year", "party", "member"} <= {facet["name"] for facet in told["facets"]}
    assert told["total"] >= len(told["groups"]) > 0


def test_csv_gives_all(web_home: Path) -> None:
    """Every pair with its words, or so many of them."""
    rows = list(csv.DictReader(io.StringIO(search(web_home, "", "--csv").stdout)))

    assert json.loads(search(web_home, "", "--json").stdout)["total"] == len(rows)
    assert 2 == len(list(csv.DictReader(io.StringIO(search(web_home, "", "--csv", "--limit", "2").stdout))))


OPTIONS = [
    (("--member", "Wiersema"), "van:Wiersema"), (("--party", "Veenpartij"), "partij:Veenpartij"), (("--to", "Infrastructuur en Waterstaat"), 'aan:"Infrastructuur en Waterstaat"'),
    (("--since", "2025", "--until", "2026-01"), "na:2025 voor:2026-01"), (("--status", "te-laat"), "status:te-laat"), (("--in", "antwoord"), "in:antwoord"),
]


@pytest.mark.parametrize(("options", "query"), OPTIONS)
def test_options_are_fields(web_home: Path, options: tuple[str, ...], query: str) -> None:
    """The same search, in one way or the other."""
    told = json.loads(search(web_home, "de", *options, "--json").stdout)

    assert f"de {query}" == told["query"]


def test_a_word_with_blanks_among_others_is_a_phrase(web_home: Path) -> None:
    """The shell has taken the quotes away."""
    assert 'dijk "langs de kade"' == json.loads(search(web_home, "dijk", "langs de kade", "--json").stdout)["query"]
    assert "langs de kade" == json.loads(search(web_home, "langs de kade", "--json").stdout)["query"]


def test_pages_and_orders(web_home: Path) -> None:
    """The second page goes on where the first one ends."""
    def ids(*options: str) -> list[str]:
        told = json.loads(search(web_home, "", "--json", "--limit", "2", *options).stdout)
        return [pair["id"] for group in told["groups"] for pair in group["pairs"]]

    assert len({*ids("--sort", "oudste"), *ids("--sort", "oudste", "--page", "2")}) == 4


def test_nothing_found_is_status_1(web_home: Path) -> None:
    """And no error."""
    done = search(web_home, "qqqq")

    assert (1, "", True) == (done.returncode, done.stderr, "0 vraag-antwoordparen" in done.stdout)


def test_without_an_index_there_is_one_line(tmp_path: Path, web_home: Path) -> None:
    """That says how to mend it, and then it is."""
    (tmp_path / "registry.sqlite3").write_bytes((web_home / "registry.sqlite3").read_bytes())
    failed = search(tmp_path, "scheuren")
    mended = run("rebuild", "--index", home=tmp_path)

    assert failed.returncode
    assert "navraag rebuild --index" in failed.stderr
    assert 1 == len(failed.stderr.splitlines())
    assert (0, True) == (mended.returncode, mended.stdout.startswith("search index made: "))
    assert 0 == search(tmp_path, "scheuren").returncode


def test_an_import_is_found_at_once(tmp_path: Path) -> None:
    """Without another command."""
    run("import", collection(tmp_path / "in"), home=tmp_path / "home")

    assert 0 == run("search", "veerpont", "--today", "2032-01-01", home=tmp_path / "home").returncode
