"""navraag findings NUMBER, enrich and register: what they print, and what they refuse."""

import csv
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from navraag.surfaces.cli.main import main
from tests.surfaces.web_cases import build
from tests.surfaces.web_findings import KNOWN_UNTIL, cases_with_findings


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of cases with findings."""
    place: Path = tmp_path_factory.mktemp("cli-findings")
    build(place, cases_with_findings(), kind="real", known_until=KNOWN_UNTIL)
    return place


def run(*words: str, home: Path) -> tuple[int, str, str]:
    """A command: status, output, errors."""
    out, errors = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(errors):
        patch.setattr(sys, "argv", ["navraag", *words, "--home", str(home)])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(str(ended.value.code)), out.getvalue(), errors.getvalue()


def test_the_findings_of_a_case(home: Path) -> None:
    """By its number, sort by sort; every sort is there."""
    status, out, _ = run("findings", "2024Z97001", "--json", home=home)
    shape = json.loads(out)

    assert status == 0
    assert shape["case"] == "2024Z97001"
    assert [one["latest"] for one in shape["commitments"] if one["kind"] == "commitment"] == ["2024-07-04"]
    assert [one["quote"] for one in shape["data_gaps"]] == ["Hoeveel sloten er zijn, is niet bekend."]
    assert [one["id"] for one in shape["outlets"]] == ["NOS"]


@pytest.mark.parametrize(("asked", "why"), [("2099Z99999", "a case that is not held"), ("nergens/brief.pdf", "a file that is not there"), ("brief.pdf", "the same")])
def test_what_is_neither_file_nor_case(home: Path, asked: str, why: str) -> None:
    """One line, status 2, no traceback."""
    status, out, err = run("findings", asked, home=home)

    assert (status, out) == (2, ""), why
    assert "Traceback" not in err


def test_everything_was_read_already(home: Path) -> None:
    """A second run has nothing to do."""
    assert run("enrich", home=home)[:2] == (0, "every case was read by these rules already\n")
    assert json.loads(run("enrich", "--json", home=home)[1]) == {"cases": 0, "findings": 0}


def test_no_registry_is_no_reason_to_make_one(tmp_path: Path) -> None:
    """A wrong folder stays as it is."""
    status, _, err = run("enrich", home=tmp_path / "nergens")

    assert status == 2
    assert "no registry" in err
    assert not (tmp_path / "nergens").exists()


def test_registers_for_the_terminal(home: Path) -> None:
    """Text, JSON and CSV say the same."""
    status, out, _ = run("register", "toezeggingen", "--today", "2026-03-02", home=home)
    lines = json.loads(run("register", "toezeggingen", "--today", "2026-03-02", "--json", home=home)[1])["lines"]
    rows = list(csv.DictReader(io.StringIO(run("register", "toezeggingen", "--today", "2026-03-02", "--csv", home=home)[1])))

    assert status == 0
    assert out.endswith("2 in all\n")
    assert [one["id"] for one in lines] == [one["id"] for one in rows]
    assert {one["term"] for one in lines} == {"due", "lapsed"}
    assert run("register", "hiaten", "--year", "2019", home=home)[0] == 1
    assert run("register", "geruchten", home=home)[0] == 2
