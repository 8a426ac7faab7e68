"""Candidates: earlier pairs that share rare words with a text, within limits."""

from datetime import date
from pathlib import Path

import pytest

from navraag.errors import StoreError
from navraag.store.search.candidates import Among, Candidates
from navraag.store.search.engine import OpenIndex
from navraag.store.session import ReadOnly
from tests.unit.store.make import case, fill
from tests.unit.store.search.make import CASES, fill_and_index

ASKED = "Is bekend hoeveel stikstof veerponten uitstoten, en welke bruggen dicht zijn?"


@pytest.fixture
def registry(tmp_path: Path):
    """The usual cases."""
    fill_and_index(tmp_path)
    with ReadOnly(tmp_path / "registry.sqlite3") as opened:
        yield opened


def found(registry: ReadOnly, text: str, **among) -> list[str]:
    """The ids of the candidates."""
    return [one.pair for one in Candidates(registry, OpenIndex(registry.file.parent), among=Among(**among))(text)]


def test_a_candidate_has_its_words(registry: ReadOnly) -> None:
    """The pair that shares most comes first, with its question, its answer, and who asked and answered."""
    first = next(iter(Candidates(registry, OpenIndex(registry.file.parent))(ASKED)))

    assert ("2020Z00201/2", "2020Z00201", "2") == (first.pair, first.case, first.label)
    assert "vier ton" in first.answer
    assert (CASES[0].askers, "Hakvoort") == (first.askers, first.answerers[0].name)
    assert (date(2020, 2, 10), date(2020, 3, 2)) == (first.tabled_on, first.answered_on)
    assert first.score > 0


LIMITS = [
    ({"until": date(2020, 3, 1)}, {"2020Z00201"}, "a period"),
    ({"since": date(2020, 3, 1)}, {"2020Z00202"}, "the rest of it"),
    ({"ministry": "fin"}, {"2020Z00202"}, "a ministry"),
    ({"answered": True, "since": date(2020, 3, 1)}, {"2020Z00202"}, "answered ones"),
    ({"ministry": "def"}, set(), "a ministry that was never asked"),
]


@pytest.mark.parametrize(("among", "cases", "why"), LIMITS)
def test_limits(registry: ReadOnly, among: dict, cases: set[str], why: str) -> None:
    """A ministry, a period, an answer."""
    assert cases == {name.partition("/")[0] for name in found(registry, ASKED, **among)}, why


@pytest.mark.parametrize("text", ["", "de het een", "zzzzz", "? ! …", "x" * 100_000])
def test_a_text_that_says_nothing_has_no_candidates(registry: ReadOnly, text: str) -> None:
    """And is no error."""
    assert [] == found(registry, text)


def test_without_an_index_it_says_so(tmp_path: Path) -> None:
    """And how to mend that."""
    fill(tmp_path, (case("2020Z00201"),)).close()
    with ReadOnly(tmp_path / "registry.sqlite3") as opened, pytest.raises(StoreError, match="rebuild --index"):
        found(opened, ASKED)
