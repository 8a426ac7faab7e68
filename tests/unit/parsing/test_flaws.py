"""Flaws of the numbering."""

import pytest

from navraag.parsing.flaws import numbering_flaws
from navraag.records.papers import Answer, Question
from navraag.records.text import plain_text

TEXT = plain_text("x")


@pytest.mark.parametrize(
    ("asked", "answered", "codes"),
    [
        ([1, 2, 3], [(1,), (2, 3)], []),
        ([1, 2], [], []),
        ([1, 2, 2, 4], [], ["numbering.repeated-question", "numbering.gap"]),
        ([4, 5], [(4,), (5,)], []),
        ([1], [(1,), (1,)], ["numbering.repeated-answer"]),
        ([1], [(1,), (9,)], ["numbering.answer-without-question"]),
        ([1, 2], [(1,)], ["numbering.question-without-answer"]),
        ([], [(1,), (2,)], []),
    ],
)
def test_flaws(asked: list[int], answered: list[tuple[int, ...]], codes: list[str]) -> None:
    """Questions and answers by number, and the problems that they make."""
    questions = [Question(number=number, text=TEXT) for number in asked]
    answers = [Answer(numbers=numbers, text=TEXT) for numbers in answered]

    assert codes == [problem.code for problem in numbering_flaws(questions, answers)]


def test_letters_tell_questions_apart() -> None:
    """3a and 3b are not one number printed twice."""
    questions = [Question(number=3, label=label, text=TEXT) for label in ("3a", "3b")]

    assert () == numbering_flaws(questions, [Answer(numbers=(3,), labels=("3a", "3b"), text=TEXT)])
