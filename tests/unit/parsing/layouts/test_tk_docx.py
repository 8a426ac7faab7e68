"""Word files to records: the papers of the Chamber and letters of ministries."""

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts.tk_docx import read
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice
from navraag.records.questions import QuestionSet
from tests.conftest import REAL
from tests.unit.parsing.docx_maker import NAMES, docx, level, note, notes_part, p, r, rels, table

SENTENCE = (
    "In antwoord op uw brief van 3 maart 2099, nr. 2099Z90001, deel ik u mede dat de vragen van het lid Smit (ABC) aan de minister van "
    "Financiën over zout worden beantwoord zoals aangegeven in de bijlage van deze brief."
)


def test_questions_with_automatic_numbers() -> None:
    """Numbers that only Word knows make questions; items below them stay items."""
    lists = {"1": level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)")}
    data = docx(
        p("2099Z90001"), p("(ingezonden 3 maart 2099)"), p("Vragen van het lid Smit (ABC) aan de minister van Financiën over zout"),
        p("Kent u het bericht? 1)", numbered=("1", 0)), p("Graag per soort:", numbered=("1", 0)), p("keukenzout;", numbered=("1", 1)),
        p("strooizout.", numbered=("1", 1)), p(), p("1) De Zoutkoerier, 1 maart 2099"), lists=lists,
    )
    content = read(data, name="x.docx").content

    assert isinstance(content, QuestionSet)
    assert [(one.number, one.text.plain, one.text.labels) for one in content.questions] == [
        (1, "Kent u het bericht?", ("1",)),
        (2, "Graag per soort:\nkeukenzout;\nstrooizout.", ()),
    ]
    assert [one.bullet for one in content.questions[1].text.paragraphs] == ["", "a)", "b)"]
    assert content.heading.subject == "zout"


def test_answers_with_numbers_on_lines_of_their_own() -> None:
    """A break between number and question, Word notes, a table in the answer."""
    data = docx(
        p("AH 9001"), p("2099Z90001"), p("Antwoord van minister Van Dam (Financiën) (ontvangen 20 maart 2099)"),
        p("1", r("<w:br/>"), "Kent u het bericht?", note(1)), p("Antwoord"), p("Ja."), p("2"), p("Hoeveel?"), p("Antwoord"),
        table(("jaar", "ton"), ("2098", "31")), parts={"word/footnotes.xml": notes_part("footnote", {1: " De Zoutkoerier"})},
    )
    content = read(data, name="x.docx").content

    assert isinstance(content, AnswerSet)
    assert [(one.number, one.text.labels) for one in content.questions] == [(1, ("1",)), (2, ())]
    assert [(one.numbers, one.text.plain) for one in content.answers] == [((1,), "Ja."), ((2,), "jaar ton\n2098 31")]
    assert content.answers[1].text.paragraphs[1].cells == ("2098", "31")
    assert [(one.label, one.text) for one in content.footnotes] == [("1", "De Zoutkoerier")]


def letter(*annex: str, headed: bool = False) -> bytes:
    """Letter."""
    head = table(("Aan de Voorzitter van de Tweede Kamer",), ("Datum", "14 april 2099"), ("Onderwerp", "Kamervragen over zout"))
    foot = (p(SENTENCE), p("De minister van Financiën,"), p("A.B. van Dam"))
    if not headed:
        return docx(head, *foot, *annex, parts={"word/footnotes.xml": notes_part("footnote", {1: " Bijlage."})})
    section = '<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>'
    parts = {
        "word/_rels/document.xml.rels": rels(h1=("header", "header1.xml")),
        "word/header1.xml": f"<w:hdr {NAMES}>{p('De voorzitter van de Tweede Kamer')}{p('Datum')}{p('14 april 2099')}</w:hdr>",
    }
    return docx(*foot, *annex, section, parts=parts)


PAIR = (p("Vraag 1"), p("Kent u het bericht? 1)"), p("Antwoord op vraag 1"), p("Ja."))


@pytest.mark.parametrize("headed", [False, True], ids=["letterhead in a table", "letterhead in headers"])
def test_letters(*, headed: bool) -> None:
    """A letter's dates, signer and pairs, wherever its letterhead stands."""
    parsed = read(letter(*PAIR, headed=headed), name="x.docx")
    content = parsed.content

    assert isinstance(content, AnswerSet)
    heading = content.heading
    assert (str(heading.tabled_on), str(heading.received_on), heading.question_numbers) == ("2099-03-03", "2099-04-14", ("2099Z90001",))
    assert [(one.name, one.portfolio) for one in heading.answerers] == [("A.B. van Dam", "Financiën")]
    assert [(one.numbers, one.text.plain) for one in content.answers] == [((1,), "Ja.")]
    assert {piece.kind for piece in parsed.furniture} == {"letterhead"}


def test_two_systems_of_notes() -> None:
    """A typed list keeps its labels, Word's own notes are w1, w2 … (PARSED.md, convention 19)."""
    annex = (*PAIR[:3], p("Ja.", note(1)), p("1) De Zoutkoerier, 1 maart 2099"))
    content = read(letter(*annex), name="x.docx").content

    assert isinstance(content, AnswerSet)
    assert [(one.label, one.text) for one in content.footnotes] == [("1", "De Zoutkoerier, 1 maart 2099"), ("w1", "Bijlage.")]
    assert content.questions[0].text.labels == ("1",)
    assert content.answers[0].text.labels == ("w1",)


def test_a_notice_of_delay() -> None:
    """Word notices of the Chamber have members and subject in their sentence."""
    data = docx(
        p("AH 9002"), p("2099Z90001"), p("Mededeling van minister Van Dam (Financiën) (ontvangen 20 maart 2099)"),
        p("De vragen van het lid Smit (ABC) over zout (2099Z90001) kunnen niet binnen de gebruikelijke termijn worden beantwoord."),
    )

    assert isinstance(read(data, name="x.docx").content, DelayNotice)


@pytest.mark.parametrize("data", [b"PK\x03\x04", docx(p("Wat?"))[:-40], docx(parts={"word/document.xml": "<a>"})])
def test_damage_is_one_clear_line(data: bytes) -> None:
    """A file that cannot be read says why, in one line."""
    with pytest.raises(LayoutError) as caught:
        read(data, name="x.docx")

    assert "\n" not in str(caught.value)


@pytest.mark.real
@pytest.mark.parametrize("name", ["arnhem", "beckerman", "teunissen", "wassenberg", "wolvega"])
def test_real_letters_lose_no_question(name: str) -> None:
    """Each real letter gives answers for its questions and no problem of the Word reader."""
    parsed = read((REAL / "docx" / f"{name}.docx").read_bytes(), name=f"{name}.docx")

    assert isinstance(parsed.content, AnswerSet)
    answered = {number for one in parsed.content.answers for number in one.numbers}
    assert answered == {one.number for one in parsed.content.questions}
    assert not [one for one in parsed.problems if one.code.startswith("word.")]
