"""From marked parts to records: what the structured layouts share."""

import pytest

from navraag.parsing.papers import Paper, Section, answer_kind, build, only_refers_to, split_joint
from navraag.records.answers import AnswerSet
from navraag.records.papers import Heading
from navraag.records.text import Paragraph

REFERS = [
    ("Zie het antwoord op vraag 3.", (3,)),
    ("Zie mijn antwoord op de vragen 2 en 4.", (2, 4)),
    ("Ik verwijs u naar het antwoord op vraag 1", (1,)),
    ("Hiervoor verwijs ik naar de antwoorden op vragen 2 t/m 4.", (2, 3, 4)),
    ("Zie het antwoord op vraag 3. Daarnaast komt er een bel.", ()),                               # it says more
    ("Zie het antwoord op vraag 3 van het lid Pieters over bellen in de stad, die vorig jaar nog rinkelden.", ()),
    ("Ja.", ()),
]


@pytest.mark.parametrize(("answer", "expected"), REFERS)
def test_answers_that_only_refer(answer: str, expected: tuple[int, ...]) -> None:
    """The numbers of the questions whose answer is meant."""
    assert expected == only_refers_to(answer)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Paragraphs; a text that begins with a dash is an item."""
    return tuple(Paragraph(text=text.lstrip("- "), kind="item" if text.startswith("-") else "paragraph") for text in texts)


SPLITS = [
    (("Een?", "Twee?"), 2, ["Een?", "Twee?"]),
    (("Een:", "- a", "- b", "Twee?"), 2, ["Een:\na\nb", "Twee?"]),                                 # items stay with their sentence
    (("Inleiding.", "Een?", "Twee?"), 2, ["Inleiding.\nEen?", "Twee?"]),                           # what asks nothing goes with what does
    (("Een?", "Twee?", "Slot."), 2, None),
    (("Een? Twee?",), 2, None),
]


@pytest.mark.parametrize(("texts", "count", "expected"), SPLITS)
def test_joint_questions_are_split_only_where_it_shows(texts: tuple[str, ...], count: int, expected: list[str] | None) -> None:
    """A guess would give a question the words of another."""
    parts = split_joint(paragraphs(*texts), count)

    assert expected == (parts and ["\n".join(p.text for p in part) for part in parts])


def test_facts_of_the_markup_win_over_the_words() -> None:
    """An id and a number from the markup stand above what the title can say."""
    paper = Paper(
        layout="koop_xml", title_lines=("Vragen van het lid Jansma (VVN) aan de Minister van Justitie en Veiligheid over bellen (ingezonden 3 maart 2019).",),
        facts=Heading(publication="kv-tk-2019Z90001", question_numbers=("2019Z90001",)), sections=(Section(kind="question", printed="Vraag 1", paragraphs=paragraphs("Een?")),),
    )
    heading = build(paper).content.heading  # type: ignore[union-attr]

    assert ("kv-tk-2019Z90001", ("2019Z90001",), "bellen") == (heading.publication, heading.question_numbers, heading.subject)


def test_answers_without_a_number_take_that_of_their_question() -> None:
    """Also of a joint question; without any question the record says so."""
    asked = Section(kind="question", printed="Vraag 2 en 3", paragraphs=paragraphs("Twee?", "Drie?"))
    answered = Section(kind="answer", printed="Antwoord", paragraphs=paragraphs("Ja."))
    content = build(Paper(layout="koop_xml", sections=(asked, answered))).content
    bare = build(Paper(layout="koop_xml", sections=(answered,)))

    assert isinstance(content, AnswerSet)
    assert [(2, 3)] == [answer.numbers for answer in content.answers]
    assert "numbering.missing" in [problem.code for problem in bare.problems]


KINDS = [
    ("Antwoord van Minister De Vries", "first"), ("Nader antwoord van Minister De Vries", "further"),
    ("Aanvullend antwoord van Minister De Vries", "further"), ("Gerectificeerd antwoord van Minister De Vries", "correction"),
]


@pytest.mark.parametrize(("title", "expected"), KINDS)
def test_kinds_of_answers(title: str, expected: str) -> None:
    """D-16: a further answer and a correction are no first answer."""
    assert expected == answer_kind(title)
