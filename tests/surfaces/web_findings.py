"""Invented cases with findings of every kind: what the tests of registers read."""

from dataclasses import replace
from datetime import date

from navraag.records.cases import Case
from navraag.records.papers import Answer, Question
from navraag.records.text import Footnote, plain_text
from tests.surfaces.web_cases import pairs_of, small_case

KNOWN_UNTIL = date(2026, 2, 27)
WORDS = (
    "Ik zal uw Kamer voor de zomer van 2024 informeren over de sloten. Het onderzoek van Rijkswaterstaat zal naar verwachting in 2027 gereed zijn. "
    "In Zwolle waren er tussen 2019 en 2021 1.200 meldingen. Hoeveel sloten er zijn, is niet bekend. Zie Kamerstuk 99 123, nr. 45."
)


def said(case: Case, words: str, asked: str = "Hoe staat het met de sloten?", note: str = "") -> Case:
    """The case with one question and one answer of these words."""
    questions = (Question(number=1, text=plain_text(asked)),)
    answers = (replace(case.answers[0], answers=(Answer(numbers=(1,), text=plain_text(words)),)),)
    papers = replace(case.questions, questions=questions, footnotes=(Footnote(label="1", text=note),) if note else ()) if case.questions else None
    return replace(case, questions=papers, answers=answers, pairs=pairs_of(case.number, questions, answers))


def cases_with_findings() -> list[Case]:
    """One with everything, one with a term to come, and one that cites the first."""
    first = replace(small_case(7001, tabled=date(2024, 3, 1), answered=date(2024, 3, 18)))
    second = small_case(7002, tabled=date(2026, 1, 5), answered=date(2026, 1, 20))
    third = small_case(7003, tabled=date(2025, 3, 1), answered=date(2025, 3, 20))
    return [
        said(first, WORDS, asked="Hoeveel meldingen waren er tussen 2022 en 2024?", note="NOS, 28 februari 2024, «Sloten vol», https://nos.nl/artikel/1-sloten"),
        said(second, "Ik zal uw Kamer voor 1 juli 2026 een brief sturen over de sloten (TZ202601-014)."),
        said(third, "Ja. In antwoord op eerdere vragen (2024Z97001) heb ik de sloten geteld."),
    ]
