"""Drafts: of a case, of a document, of a pasted text."""

import pytest

from navraag.errors import NotFoundError
from navraag.parsing import parse
from navraag.surfaces.drafting.drafts import MOST_QUESTIONS, draft_of_case, draft_of_content, draft_of_text
from tests.unit.surfaces.drafting.make import LEAD

TEXTS = [
    ("Waarom?", [("1", "Waarom?")], "one question"),
    ("Waarom zo?\nEn hoe dan?", [("1", "Waarom zo?\nEn hoe dan?")], "two lines are one question"),
    ("Waarom?\n\nHoe?", [("1", "Waarom?"), ("2", "Hoe?")], "a blank line parts"),
    ("Inleiding zonder vraag.\n\nWaarom?", [("1", "Waarom?")], "what asks nothing stays out"),
    ("1. Waarom?\n\n2a) Hoe?", [("1", "Waarom?"), ("2a", "Hoe?")], "printed numbers"),
    ("Vraag 4\nWaarom?\n\nVraag 5\nHoe?", [("4", "Waarom?"), ("5", "Hoe?")], "headings"),
    ("12 scholen sluiten. Waarom?", [("1", "12 scholen sluiten. Waarom?")], "a number that counts schools"),
    ("2023 was droog. Waarom?", [("1", "2023 was droog. Waarom?")], "a year"),
    ("Een mededeling.", [("1", "Een mededeling.")], "words that ask nothing are compared all the same"),
    ("  \n \n", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS)
def test_pasted_texts(text: str, expected: list[tuple[str, str]], why: str) -> None:
    """Paragraphs that ask, with their numbers."""
    assert expected == [(one.label, one.plain) for one in draft_of_text(text).questions], why


def test_too_many_are_left_out_and_counted() -> None:
    """And said."""
    draft = draft_of_text("\n\n".join(["Waarom?"] * (MOST_QUESTIONS + 3)))

    assert (MOST_QUESTIONS, 3) == (len(draft.questions), draft.left_out)


def test_a_case_and_one_question_of_it() -> None:
    """With what is known of it."""
    whole, one = draft_of_case(LEAD), draft_of_case(LEAD, "2")

    assert (["1", "2", "3"], ["2"]) == ([q.label for q in whole.questions], [q.label for q in one.questions])
    assert ("2020Z00301", "de veerpont van Woerden") == (one.case, one.subject)
    with pytest.raises(NotFoundError, match="no question 9; it has 1, 2, 3"):
        draft_of_case(LEAD, "9")


LETTER = b"""2025Z99001
Vragen van het lid Zwanenvelt (Kustverbond) aan de Minister van Defensie over de vlootdag (ingezonden 3 maart 2025)

1
Wanneer is de vlootdag?

2
Wat kost de vlootdag?
"""


def test_a_document_tells_number_and_ministry() -> None:
    """The questions of a draft on paper, and whom they are for."""
    draft = draft_of_content(parse(LETTER, name="concept.txt").content)

    assert draft is not None
    assert ("2025Z99001", ("def",), "de vlootdag") == (draft.case, draft.ministries, draft.subject)
    assert ["Wanneer is de vlootdag?", "Wat kost de vlootdag?"] == [one.plain for one in draft.questions]


def test_a_document_without_questions_is_no_draft() -> None:
    """None, for whoever must say so."""
    notice = b"Mededeling\nHierbij deel ik u mede dat de vragen van het lid Zwanenvelt over de vlootdag niet binnen de gebruikelijke termijn kunnen worden beantwoord."

    assert draft_of_content(parse(notice, name="uitstel.txt").content) is None
