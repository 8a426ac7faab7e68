"""navraag runs: what was done, and what came of it."""

import json
from pathlib import Path

import pytest

from tests.surfaces.test_cli_registry import run
from tests.unit.pipeline.make import collection, number


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry that was imported, rebuilt, and from which something was removed."""
    folder = tmp_path_factory.mktemp("runs")
    run("import", collection(folder / "in"), home=folder / "home")
    run("rebuild", home=folder / "home")
    run("suppress", number(1), "--reason", "privacy", home=folder / "home")
    return folder / "home"


def test_the_newest_first(home: Path) -> None:
    """One line each."""
    result = run("runs", home=home)
    lines = result.stdout.splitlines()

    assert result.returncode == 0
    assert [line.split()[3] for line in lines] == ["suppress", "rebuild", "import"]
    assert "removed: 2031Z00001: privacy" in lines[0]
    assert lines[2].endswith("6 new")
    assert len(run("runs", "--limit", "1", home=home).stdout.splitlines()) == 1


def test_one_report(home: Path) -> None:
    """Everything that a run told, as text and as JSON."""
    assert "  cases · added: 6" in run("runs", "1", home=home).stdout
    assert json.loads(run("runs", "1", "--json", home=home).stdout)[0]["report"]["cases"]["added"] == 6
    missing = run("runs", "99", home=home)
    assert (missing.returncode, missing.stderr) == (2, "navraag: there is no run 99; navraag runs lists them\n")


def test_a_run_that_failed_in_part(tmp_path: Path) -> None:
    """Status 1, and the file is named in its report."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.docx").write_bytes(b"PK\x03\x04 cut off")
    run("import", tmp_path / "in", home=tmp_path / "home")
    result = run("runs", home=tmp_path / "home")

    assert result.returncode == 1
    assert "1 failed or not as expected" in result.stdout
    assert "letter.docx" in run("runs", "1", home=tmp_path / "home").stdout
