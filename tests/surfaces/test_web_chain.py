"""Before and after a case: its chain, and the same question that was answered otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from navraag.records.cases import Case, CaseQuestions, Relation
from navraag.records.papers import Answer, Question
from navraag.records.text import plain_text
from navraag.store.reader import Registry, open_registry
from navraag.surfaces.drafting.chains import answered_otherwise, chain_of
from tests.surfaces.serving import serving
from tests.surfaces.web_cases import TODAY, build, pairs_of, small_case

ASKED = "Hoeveel veerdiensten over het Oesterdiep vervielen wegens ijsgang en motorschade?"


def told(place: int, day: date, answer: str, *relations: Relation) -> Case:
    """A case that asks the one question, with its answer."""
    case = small_case(place, tabled=day, answered=day.replace(day=28))
    questions = (Question(number=1, text=plain_text(ASKED)),)
    answers = tuple(replace(one, answers=(Answer(numbers=(1,), text=plain_text(answer)),)) for one in case.answers)
    whole = replace(case, questions=CaseQuestions(title="", publication=None, questions=questions), answers=answers, pairs=pairs_of(case.number, questions, answers))
    return replace(whole, relations=relations)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three cases in a chain: each follows up the one before; and one that stands alone."""
    folder = tmp_path_factory.mktemp("chain")
    first = told(1, date(2025, 1, 6), "Dat waren er tien.")
    second = told(2, date(2025, 3, 3), "Dat waren er bij nader inzien veertien, waarvan vier door motorschade.", Relation(kind="follows_up", target=first.number))
    third = told(3, date(2025, 5, 5), "Dat waren er tien.", Relation(kind="supplements", target=second.number), Relation(kind="see_also", target="ah-tk-20242025-1"))
    assert third.questions
    assert second.questions
    third = replace(third, questions=replace(third.questions, preamble=plain_text(f"In vervolg op eerdere vragen ({second.number}).")))
    second = replace(second, questions=replace(second.questions, preamble=plain_text(f"In vervolg op eerdere vragen ({first.number}).")))
    build(folder, [first, second, third, small_case(9, tabled=date(2025, 2, 3))])
    return folder


@pytest.fixture(scope="module")
def registry(home: Path) -> Iterator[Registry]:
    """Open for reading."""
    with open_registry(home) as held:
        yield held


NUMBERS = ("2025Z90001", "2025Z90002", "2025Z90003")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_chain_is_the_same_from_each_of_its_cases(number: str, registry: Registry) -> None:
    """Backwards by what a case names, forwards by what names it; the oldest first."""
    assert tuple(one.number for one in chain_of(registry, registry.case(number))) == NUMBERS


def test_a_case_that_stands_alone(registry: Registry) -> None:
    """It is its whole chain."""
    assert [one.number for one in chain_of(registry, registry.case("2025Z90009"))] == ["2025Z90009"]


def test_the_same_question_with_another_answer(registry: Registry) -> None:
    """The same answer is none of these."""
    found = answered_otherwise(registry, registry.case(NUMBERS[0]))

    assert [one.other.case for one in found] == [NUMBERS[1]]


def test_the_page(home: Path) -> None:
    """In both languages, with both answers side by side."""
    with serving(home, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        page = client.get(f"/kamervraag/{NUMBERS[0]}/keten").text
        assert "Dat waren er tien." in page
        assert "bij nader inzien veertien" in page
        assert all(number in page for number in NUMBERS)
        assert "Before and after" in client.get(f"/en/kamervraag/{NUMBERS[0]}/keten").text
        assert f'href="/kamervraag/{NUMBERS[0]}/keten"' in client.get(f"/kamervraag/{NUMBERS[0]}/").text
        assert client.get("/kamervraag/1999Z99999/keten").status_code == 404
