"""Sections of a body in every style of headings."""

import pytest

from navraag.parsing.blocks import Block
from navraag.parsing.papers import Section
from navraag.parsing.sections import before_each_answer, divide, one_each, with_missing_headings
from navraag.records.text import Mark, Paragraph


def blocks(*lines: str) -> list[Block]:
    """A block for each line."""
    return [Block(paragraph=Paragraph(text=line)) for line in lines]


def shown(sections: tuple[Section, ...]) -> list[tuple[str, str, str]]:
    """Kind, printed heading and words of each section."""
    return [(s.kind, s.printed, " | ".join(p.text for p in s.paragraphs)) for s in sections]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Vraag 1", "Is het vol?", "Antwoord 1", "Ja."],
            [("question", "Vraag 1", "Is het vol?"), ("answer", "Antwoord 1", "Ja.")],
        ),
        (
            ["1", "Is het vol?", "Antwoord", "Ja.", "2", "Echt?", "Antwoord", "Nee."],
            [("question", "1", "Is het vol?"), ("answer", "Antwoord", "Ja."), ("question", "2", "Echt?"), ("answer", "Antwoord", "Nee.")],
        ),
        (
            ["1. Is het vol?", "2. Echt?", "Antwoord vraag 1-2:", "Ja.", "1. eerst", "2. dan"],
            [("question", "1.", "Is het vol?"), ("question", "2.", "Echt?"), ("answer", "Antwoord vraag 1-2:", "Ja. | 1. eerst | 2. dan")],
        ),
        (
            ["1. Is het vol?", "Antwoord:", "Ja:", "1. de put", "2. het deksel", "2. Echt?", "Antwoord:", "Ja."],
            [
                ("question", "1.", "Is het vol?"), ("answer", "Antwoord:", "Ja: | 1. de put | 2. het deksel"),
                ("question", "2.", "Echt?"), ("answer", "Antwoord:", "Ja."),
            ],
        ),
        (
            ["Vooraf.", "Vraag 1", "Is het vol?", "Toelichting:", "Zie eerder."],
            [("words", "", "Vooraf."), ("question", "Vraag 1", "Is het vol?"), ("words", "", "Toelichting: | Zie eerder.")],
        ),
        (
            ["Vraag 1", "Is het vol?", "Mededeling", "De vragen kunnen niet worden beantwoord."],
            [("question", "Vraag 1", "Is het vol?"), ("remark", "Mededeling", "De vragen kunnen niet worden beantwoord.")],
        ),
        (
            ["Vraag 1 Is het vol?", "Antwoord 1 Ja."],
            [("question", "Vraag 1", "Is het vol?"), ("answer", "Antwoord 1", "Ja.")],
        ),
        (
            ["1", "Vol?", "4", "Leeg?", "2", "Diep?"],
            [("question", "1", "Vol?"), ("question", "4", "Leeg?"), ("question", "2", "Diep?")],
        ),
    ],
)
def test_styles(lines: list[str], expected: list[tuple[str, str, str]]) -> None:
    """Worded and bare headings, lists that are none, parts that belong to no question."""
    assert expected == shown(divide(blocks(*lines), answering=True).sections)


def test_cells_of_a_table_are_no_headings() -> None:
    """Numbers alone on a line in an answer, as flattened tables give them."""
    lines = ["1", "Hoeveel?", "Antwoord", "Per jaar:", "2", "3", "4", "2", "Waarom?", "Antwoord", "Daarom."]

    assert ["question", "answer", "question", "answer"] == [s.kind for s in divide(blocks(*lines), answering=True).sections]


def test_old_papers_print_answers_below_a_second_title() -> None:
    """All questions, then "Antwoord van …", then the same numbers again."""
    lines = ["1", "Vol?", "2", "Diep?", "Antwoord van minister Proefman (Financiën). (Ontvangen 12 november 2008)", "1", "Ja.", "2", "Nee."]
    division = divide(blocks(*lines), answering=False)

    assert [("question", "1"), ("question", "2"), ("answer", "1"), ("answer", "2")] == [(s.kind, s.printed) for s in division.sections]
    assert 1 == len(division.titles)


def test_automatic_numbers_are_headings() -> None:
    """A number that Word counts itself stands apart from the words."""
    body = [Block(paragraph=Paragraph(text="Is het vol?"), number="1."), Block(paragraph=Paragraph(text="Echt?"), number="2.")]

    assert [("question", "1.", "Is het vol?"), ("question", "2.", "Echt?")] == shown(divide(body, answering=False).sections)


def test_no_break_spaces_do_not_eat_words() -> None:
    """The heading goes, every word after it stays."""
    section = divide(blocks("1.\xa0Is\xa0het vol?"), answering=False).sections[0]

    assert "Is het vol?" == section.paragraphs[0].text


def test_a_paragraph_of_marks_joins_the_one_above() -> None:
    """Marks on a line of their own belong to the words before them."""
    lone = Block(paragraph=Paragraph(text="", marks=(Mark(label="1", at=0),)))
    section = divide([*blocks("Vraag 1", "Is het vol?"), lone], answering=False).sections[0]

    assert [("1", 11)] == [(mark.label, mark.at) for mark in section.paragraphs[0].marks]


def test_unnumbered_questions_are_a_paragraph_each() -> None:
    """Items, and lines broken in a sentence, belong to the paragraph above."""
    lines = ["Is het vol?", "Zo ja:", "a) sinds wanneer?", "en waarom", "Wie leegt het?"]

    assert ["Is het vol?", "Zo ja: | a) sinds wanneer? | en waarom", "Wie leegt het?"] == [
        words for _, _, words in shown(one_each([block.paragraph for block in blocks(*lines)]))
    ]


def test_questions_without_heading_stand_above_their_answer() -> None:
    """What asks above "Antwoord" is the question; what stated before it was the answer to the last one."""
    division = divide(blocks("Is het vol?", "Antwoord", "Ja.", "Is het diep?", "Antwoord", "Nee."), answering=True)

    assert [("question", "Is het vol?"), ("answer", "Ja."), ("question", "Is het diep?"), ("answer", "Nee.")] == [
        (kind, words) for kind, _, words in shown(before_each_answer(division.sections))
    ]


def test_an_answer_without_its_heading() -> None:
    """Below the last sentence that asks, in a paper that answers the other questions."""
    division = divide(blocks("Vraag 1", "Is het vol?", "Ja, helaas.", "Vraag 2", "Echt?", "Antwoord 2", "Ja."), answering=True)
    sections, inferred = with_missing_headings(division.sections)

    assert [("question", "Is het vol?"), ("answer", "Ja, helaas."), ("question", "Echt?"), ("answer", "Ja.")] == [
        (kind, words) for kind, _, words in shown(sections)
    ]
    assert ("Vraag 1",) == inferred
