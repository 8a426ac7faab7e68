"""navraag get: one case in at most six requests and ten seconds, kept, and one clear sentence without a line."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.pipeline.get import MOST_REQUESTS, case_number
from navraag.replica.holdings import samples
from navraag.replica.server import Running, running
from navraag.replica.story import stories
from tests.surfaces.test_cli_registry import run
from tests.unit.pipeline.make import collection

LEAD = "2021Z90402"


@pytest.fixture(scope="module")
def replica() -> Iterator[Running]:
    """The services, with the samples."""
    with running(samples()) as server:
        yield server


def test_one_case_at_the_polite_pace(replica: Running, tmp_path: Path) -> None:
    """Questions, notice and answer in four requests; shown at once and kept with address and metadata."""
    begin = time.monotonic()
    result = run("get", LEAD, "--at", replica.url, home=tmp_path)
    took = time.monotonic() - begin

    assert result.returncode == 0, result.stderr
    assert took < 10
    assert result.stdout.splitlines()[-1].startswith("4 requests")
    shown = run("show", LEAD, "--today", "2022-03-01", home=tmp_path).stdout
    assert "Een zorgplicht voor bibliotheken" in shown
    assert run("list", LEAD, home=tmp_path).stdout.splitlines()[-1] == "1–1 of 1"


def test_every_sample_case_stays_within_its_requests(replica: Running, tmp_path: Path) -> None:
    """However many papers a case has, and in whatever form they are."""
    numbers = [case.number for case in stories() if case.chamber == "tk"][::3]
    result = run("get", *numbers, "--json", "--at", replica.url, "--pace", "0", home=tmp_path)
    found = [json.loads(text) for text in _objects(result.stdout)]

    assert len(found) == len(numbers)
    assert max(case["requests"] for case in found) <= MOST_REQUESTS
    assert all(case["fetched"] for case in found if case["requests"] > 2)


def _objects(printed: str) -> Iterator[str]:
    """JSON objects that stand one behind the other."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(printed):
        _, end = decoder.raw_decode(printed, at)
        yield printed[at:end]
        at = end
        while at < len(printed) and printed[at].isspace():
            at += 1


def test_a_number_that_nobody_knows(replica: Running, tmp_path: Path) -> None:
    """Status 1, and nothing is kept."""
    result = run("get", "2021Z99999", "--at", replica.url, "--pace", "0", home=tmp_path / "none")

    assert result.returncode == 1
    assert result.stderr.startswith("navraag: 2021Z99999: no publication of it is known")
    assert not (tmp_path / "none").exists()


def test_without_a_line(tmp_path: Path) -> None:
    """One sentence and status 3, soon."""
    begin = time.monotonic()
    result = run("get", LEAD, "--at", "http://127.0.0.1:1", home=tmp_path / "none")

    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == 1
    assert "no line to 127.0.0.1:1" in result.stderr
    assert time.monotonic() - begin < 10


def test_samples_do_not_enter_a_registry_of_real_cases(replica: Running, tmp_path: Path) -> None:
    """The case is shown; that it is not kept is said."""
    run("import", collection(tmp_path / "in"), home=tmp_path / "home")
    result = run("get", LEAD, "--at", replica.url, "--pace", "0", home=tmp_path / "home")

    assert result.returncode == 1
    assert result.stderr == "navraag: not kept: samples and real cases belong in registries of their own (--home)\n"
    assert LEAD in result.stdout


NUMBERS = [("2020Z02502", "2020Z02502"), ("kv-tk-2020Z02502", "2020Z02502"), ("kv-2009Z00012", "2009Z00012"), ("2020z02502", "2020Z02502")]


@pytest.mark.parametrize(("printed", "expected"), NUMBERS)
def test_what_names_a_case(printed: str, expected: str) -> None:
    """A number, or the publication of the questions."""
    assert expected == case_number(printed)


@pytest.mark.parametrize("printed", ["", "2020", "ah-tk-20192020-2893", "x" * 1000])
def test_what_names_none(printed: str) -> None:
    """Said in one line."""
    with pytest.raises(ConfigurationError, match="is no number of a set of questions"):
        case_number(printed)
