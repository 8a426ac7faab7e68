"""Whatever a case holds, it is read for findings in time that grows with its length, and nothing is raised."""

import time
from datetime import date

import pytest

from navraag.enrichment.base import findings
from navraag.records.cases import Case, CaseAnswers, CaseQuestions, Pair, PairAnswer
from navraag.records.papers import Answer, Question
from navraag.records.text import plain_text

PROSE = "Ik zal uw Kamer voor de zomer informeren over 12 procent van de ponten; zie Kamerstuk 99 123, nr. 4 en de politie in Zwolle (PiZ). "


def with_answer(words: str, on: date | None = date(2031, 5, 6)) -> Case:
    """A case with one answer of these words."""
    question, answer = Question(number=1, text=plain_text("Hoeveel ponten zijn er? Zo nee, waarom niet?")), Answer(numbers=(1,), text=plain_text(words))
    pair = Pair(id="2031Z00001/1", case="2031Z00001", label="1", question=question, answers=(PairAnswer(answer_set="a1", answer=answer),))
    paper = CaseAnswers(id="a1", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=on, answers=(answer,))
    asked = CaseQuestions(title="", publication=None, questions=(question,))
    return Case(number="2031Z00001", tabled_on=on, questions=asked, answers=(paper,), pairs=(pair,))


BAD = [
    ("", "nothing"), ("\u00a0\u200b\u202e\x00", "blanks and controls"), ("💧" * 500, "no letters"), ("a" * 5000, "one word"), ("(" * 5000, "brackets"), ("«" * 5000, "quotation marks"),
    ("The minister will inform the House before 1 July 2031. Der Minister wird die Kammer informieren.", "other languages"), ("1" * 5000, "one number"), ("\t" * 5000, "cells of nothing"),
    (PROSE, "an anchor day at the ends of the calendar"), ("Dit gaat over twee jaar in, na de zomer van 9999 en uiterlijk eind volgend jaar zal ik u informeren.", "far off"),
    ("voor voor voor 31 februari 2031 uiterlijk uiterlijk", "times that are none"),
]


@pytest.mark.parametrize(("words", "why"), BAD)
@pytest.mark.parametrize("on", [date(2031, 5, 6), date.min, date.max, None])
def test_nothing_is_raised(words: str, why: str, on: date | None) -> None:
    """Every quote still stands at its place."""
    for one in findings(with_answer(words, on)):
        if one.part == "answer":
            assert words[one.found.start : one.found.end] == one.found.quote, why


def test_a_text_of_one_long_paragraph_costs_its_length() -> None:
    """Four times the words cost no more than some six times the time."""
    spent = []
    for size in (40_000, 160_000):
        clock = time.perf_counter()
        assert list(findings(with_answer((PROSE * (size // len(PROSE) + 1))[:size])))
        spent.append(time.perf_counter() - clock)

    assert spent[1] < 6.5 * spent[0] + 0.5
