"""Blocks to records, whatever layout they come from."""

import pytest

from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.body import assemble
from navraag.records.answers import AnswerSet
from navraag.records.evidence import Problem
from navraag.records.questions import QuestionSet
from navraag.records.text import Mark, Paragraph


def blocks(*lines: str, marks_known: bool = False) -> Blocks:
    """A block for each line."""
    return Blocks(body=tuple(Block(paragraph=Paragraph(text=line)) for line in lines), marks_known=marks_known)


def answers(*lines: str) -> AnswerSet:
    """The answer set that these lines are."""
    content = assemble(blocks(*lines), layout="plain_text", name="x").content
    assert isinstance(content, AnswerSet)
    return content


TITLE = "Antwoord van minister Proefman (Financiën) (ontvangen 19 november 2019)"


def test_hard_line_breaks_part_paragraphs() -> None:
    """A paragraph with line breaks is as many lines; marks stay at their words."""
    paragraph = Paragraph(text="Vraag 1\nIs het vol?\nAntwoord 1\nJa.", marks=(Mark(label="1", at=19),))
    content = assemble(Blocks(body=(Block(paragraph=paragraph),), marks_known=True), layout="tk_docx", name="x").content

    assert isinstance(content, AnswerSet)
    assert (("1",), "Ja.") == (content.questions[0].text.labels, content.answers[0].text.plain)


def test_a_joint_heading_is_kept_once() -> None:
    """As many questions as it names, the printed heading with the first."""
    content = answers(TITLE, "Vraag 1 en 2", "Is het vol?", "Is het diep?", "Antwoord 1 en 2", "Ja.")

    assert [(1, "Vraag 1 en 2", "Is het vol?"), (2, "", "Is het diep?")] == [
        (q.number, q.heading, q.text.plain) for q in content.questions
    ]


def test_an_answer_that_only_refers() -> None:
    """It says whose answer it is; one that says more does not."""
    content = answers(TITLE, "Vraag 1", "A?", "Antwoord 1", "Zie het antwoord op vraag 3.", "Vraag 2", "B?", "Antwoord 2", "Zie vraag 3. En meer.")

    assert [(3,), ()] == [answer.see_also for answer in content.answers]


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [
        ("Zie vraag 3.", (3,)), ("Nee, zie antwoord 6.", (6,)), ("Zie mijn antwoord bij vraag 2", (2,)),
        ("Zie hiervoor mijn antwoorden op de vragen 3 t/m 5.", (3, 4, 5)), ("Ja.", ()),
        ("Zie antwoord 3, daarnaast komt er een plan.", ()), ("Zie Kamerstuk 12 345, nr. 6.", ()),
    ],
)
def test_wordings_of_referring(answer: str, numbers: tuple[int, ...]) -> None:
    """An answer that says more than where to look refers to nothing only."""
    assert numbers == answers(TITLE, "Vraag 9", "A?", "Antwoord 9", answer).answers[0].see_also


def test_wrong_numbers_stay_and_are_problems() -> None:
    """7, 7 and answer 8, as printed."""
    parsed = assemble(
        blocks(TITLE, "Vraag 7", "A?", "Vraag 7", "A?", "Antwoord 8", "Ja."), layout="plain_text", name="x"
    )
    content = parsed.content

    assert isinstance(content, AnswerSet)
    assert ([7, 7], [(8,)]) == ([q.number for q in content.questions], [a.numbers for a in content.answers])
    assert {"numbering.repeated-question", "numbering.answer-without-question"} <= {problem.code for problem in parsed.problems}


def test_problems_of_the_layout_are_kept() -> None:
    """What the layout met comes out too."""
    given = Problem(code="word.hidden-text", message="x")
    parsed = assemble(
        Blocks(body=blocks("Vraag 1", "Is het vol?").body, problems=(given,)), layout="tk_docx", name="x"
    )

    assert given in parsed.problems


def test_only_printed_numbers_make_questions() -> None:
    """Where one number is printed, paragraphs without belong to the question above (convention 12)."""
    title = "Vragen van het lid Testman (VPX) aan de minister van Financiën over putten (ingezonden 3 mei 2019)"
    content = assemble(
        blocks(title, "1. Kunt u antwoorden:", "Is het vol?", "Is het diep?", "2. En het deksel?"), layout="plain_text", name="x"
    ).content

    assert isinstance(content, QuestionSet)
    assert ["Kunt u antwoorden:\nIs het vol?\nIs het diep?", "En het deksel?"] == [q.text.plain for q in content.questions]


def test_words_before_the_first_heading_are_a_preamble() -> None:
    """They belong to no question."""
    content = answers(TITLE, "Vooraf merk ik op dat putten diep zijn.", "Vraag 1", "Is het vol?", "Antwoord 1", "Ja.")

    assert "Vooraf merk ik op dat putten diep zijn." == content.preamble.plain
