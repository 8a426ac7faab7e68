"""``navraag demo``: builds, shows, checks, and never touches what is not its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.routing import Route

from navraag.errors import ConfigurationError
from navraag.replica.sample_files import LEAD_CASE
from navraag.replica.story import SAMPLES_TODAY
from navraag.store.reader import open_registry
from navraag.surfaces.cli.demo import prepare
from navraag.surfaces.cli.tour import Stop, stops, take_tour
from navraag.surfaces.web.routes import routes


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The command as people start it, in a folder of its own, with NAVRAAG_HOME pointing elsewhere."""
    environment = os.environ | {"NAVRAAG_HOME": str(folder / "home"), "NO_COLOR": "1", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, "-c", "from navraag.surfaces.cli.main import main; main()", "demo", *options], cwd=folder, env=environment, capture_output=True, text=True,
        timeout=120, check=False, stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A first run."""
    folder = tmp_path_factory.mktemp("clone")
    return folder, run(folder, "--once")


def test_first_run_ends_well(first: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """Status 0, every kind of page answers, nothing to complain about."""
    _, done = first

    assert (done.returncode, "NOT OK" in done.stdout) == (0, False), done.stderr + done.stdout[-3000:]
    assert done.stdout.count("  ok  GET ") >= 15
    assert "  ok  POST /lees" in done.stdout


def test_it_shows_the_lead_case_what_came_out_and_what_is_late(first: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """The three things that a visitor wants to see, and the address."""
    _, done = first

    assert f"Kamervraag {LEAD_CASE}" in done.stdout
    assert "na 105 dagen" in done.stdout
    assert "120 cases: 120 new" in done.stdout
    assert re.search(r"^\d{3} requests \(127\.0\.0\.1:\d+ \d{3}\), 0 of them repeated", done.stdout, re.MULTILINE)
    assert f"Late on {SAMPLES_TODAY}" in done.stdout
    assert "2024Z90016" in done.stdout
    assert "The site: http://127.0.0.1:" in done.stdout


def test_everything_stays_in_its_folder(first: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """One folder, and NAVRAAG_HOME untouched."""
    folder, _ = first

    assert [path.name for path in folder.iterdir()] == [".demo"]


def test_second_run_changes_nothing(first: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """Everything is held already."""
    folder, _ = first
    done = run(folder)

    assert done.returncode == 0
    assert "120 cases: 0 new, 0 changed, 0 gone, 120 as they were" in done.stdout


def test_registry_is_of_samples(first: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """The ordinary registry, marked as samples, its clock at the samples' day."""
    folder, _ = first
    with open_registry(folder / ".demo") as registry:
        assert (registry.kind, registry.samples_today) == ("samples", SAMPLES_TODAY)


def test_every_kind_of_page_is_visited(first: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """Each route of the site is one of the stops."""
    folder, _ = first
    with open_registry(folder / ".demo") as registry:
        visited = {(stop.method, stop.path.partition("?")[0]) for stop in stops(registry)}
    unvisited = [
        route.path for route in routes()
        if isinstance(route, Route) and not any(route.path_regex.fullmatch(path) for method, path in visited if method in (route.methods or ()))
    ]

    assert [path for path in unvisited if not path.startswith("/en")] == []


def test_a_folder_that_is_no_demo_is_refused(tmp_path: Path) -> None:
    """What lies there is not ours to delete."""
    (tmp_path / "letter.txt").write_text("van mij", encoding="utf-8")

    with pytest.raises(ConfigurationError, match="no demo"):
        prepare(tmp_path)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "van mij"


def test_an_outdated_demo_is_made_anew(tmp_path: Path) -> None:
    """Samples of another version leave no trace."""
    folder = tmp_path / ".demo"
    prepare(folder)
    (folder / "documents" / "old.xml").write_text("<oud/>", encoding="utf-8")
    mark = folder / "VOORBEELD.txt"
    mark.write_text(mark.read_text(encoding="utf-8").replace("\n", "\nold", 1), encoding="utf-8")
    prepare(folder)

    assert not (folder / "documents" / "old.xml").exists()


def test_a_stop_says_what_is_wrong() -> None:
    """No answer is a flaw, not an exception."""
    assert take_tour("http://127.0.0.1:1/", Stop(path="/")).flaw.startswith("no answer")
