"""Precedents of a draft: found, filtered, the own ministry first."""

from datetime import date
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.surfaces.drafting.drafts import Draft, draft_of_case, draft_of_text
from navraag.surfaces.drafting.finding import Wanted, find_precedents, is_own, ministry_called
from tests.unit.surfaces.drafting.make import LEAD, history

ASKED = draft_of_text("Hoeveel stikstof stoot de veerpont van Woerden jaarlijks uit?")


def pairs(home: Path, draft: Draft = ASKED, wanted: Wanted | None = None) -> list[str]:
    """The pairs that are found for the first question."""
    with history(home) as registry:
        return [one.candidate.pair for one in find_precedents(registry, draft, wanted or Wanted()).questions[0].found]


def test_the_likest_first(tmp_path: Path) -> None:
    """Nearly the same question, then the kindred ones, and nothing about sluices."""
    found = pairs(tmp_path)

    assert {"2020Z00202/1", "2020Z00301/2"} == set(found[:2])
    assert "2020Z00201/2" == found[2]
    assert "2019Z00204/1" not in found


LIMITS = [
    (Wanted(until=date(2020, 3, 1)), {"2020Z00201"}, "a period"),
    (Wanted(since=date(2020, 4, 5)), {"2020Z00202"}, "the rest of it"),
    (Wanted(ministry="fin"), {"2020Z00202"}, "a ministry"),
    (Wanted(ministry="bz"), set(), "a ministry that was never asked"),
]


@pytest.mark.parametrize(("wanted", "cases", "why"), LIMITS)
def test_limits(tmp_path: Path, wanted: Wanted, cases: set[str], why: str) -> None:
    """Only pairs of that ministry and period."""
    assert cases == {pair.partition("/")[0] for pair in pairs(tmp_path, wanted=wanted)}, why


def test_only_answered_ones(tmp_path: Path) -> None:
    """A pair without an answer is no precedent for who wants answers."""
    asked = draft_of_text("Kent u het bericht over de veerpont van Woerden?")

    assert "2020Z00301/1" in pairs(tmp_path, asked)
    assert "2020Z00301/1" not in pairs(tmp_path, asked, Wanted(answered=True))


def test_a_case_never_finds_itself(tmp_path: Path) -> None:
    """Nor does a question of it."""
    assert not any(pair.startswith(LEAD.number) for pair in pairs(tmp_path, draft_of_case(LEAD, "2")))


def test_what_came_later_is_no_precedent(tmp_path: Path) -> None:
    """Of a case that was asked already; unless another day is wanted."""
    later = Wanted(until=date(2021, 1, 1))

    assert {"2020Z00201/1", "2020Z00201/2"} == set(pairs(tmp_path, draft_of_case(LEAD, "2")))
    assert "2020Z00202/1" in pairs(tmp_path, draft_of_case(LEAD, "2"), later)


def test_the_own_ministry_comes_first(tmp_path: Path) -> None:
    """Where it is about as like."""
    own = Draft(questions=ASKED.questions, ministries=("fin",))
    with history(tmp_path) as registry:
        found = find_precedents(registry, own, Wanted()).questions[0].found

    assert "2020Z00202/1" == found[0].candidate.pair
    assert [True, False] == [is_own(one, own) for one in found[:2]]


def test_as_many_as_wanted(tmp_path: Path) -> None:
    """The best ones."""
    assert 1 == len(pairs(tmp_path, wanted=Wanted(most=1)))


MINISTRIES = [("", ""), ("fin", "fin"), ("Financiën", "fin"), ("FIN", "fin"), ("Veiligheid en Justitie", "jenv"), (" defensie ", "def")]


@pytest.mark.parametrize(("printed", "line"), MINISTRIES)
def test_ministries_by_any_name(printed: str, line: str) -> None:
    """The line of the ministry."""
    assert line == ministry_called(printed)


def test_an_unknown_ministry_is_said() -> None:
    """With its name."""
    with pytest.raises(ConfigurationError, match="'Zeezaken'"):
        ministry_called("Zeezaken")
