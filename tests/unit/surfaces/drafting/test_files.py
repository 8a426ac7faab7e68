"""Word files, read back with our own parser: precedents, the file of an answer, follow-up questions."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from navraag.parsing import parse
from navraag.records.answers import AnswerSet
from navraag.records.cases import Case, CaseQuestions
from navraag.records.questions import QuestionSet
from navraag.surfaces.drafting.annex import precedents_file
from navraag.surfaces.drafting.concept import ROOM, concept_file, heading_of
from navraag.surfaces.drafting.drafts import draft_of_case
from navraag.surfaces.drafting.finding import Wanted, find_precedents
from navraag.surfaces.drafting.followup import followup_file, proposals
from navraag.surfaces.drafting.word import WordFile, clean
from tests.unit.store.make import office
from tests.unit.store.search.make import told
from tests.unit.surfaces.drafting.make import CRUEL, LEAD, QUIET, TODAY, history


def words(data: bytes) -> str:
    """All paragraphs of a Word file."""
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def concept_of(home: Path, case: Case) -> bytes:
    """The file of an answer."""
    with history(home, CRUEL) as registry:
        return concept_file(case, find_precedents(registry, draft_of_case(case), Wanted(answered=True)))


def test_the_file_of_an_answer_reads_back(tmp_path: Path) -> None:
    """Heading, questions, room for answers and notes, as our own parser finds them; the annex is no part of an answer."""
    content = parse(concept_of(tmp_path, LEAD), name="concept.docx").content

    assert isinstance(content, AnswerSet)
    assert (("2020Z00301",), "de veerpont van Woerden", date(2020, 4, 1)) == (content.heading.question_numbers, content.heading.subject, content.heading.tabled_on)
    assert [pair.question.text.plain for pair in LEAD.pairs] == [one.text.plain for one in content.questions]
    assert [((number,), ROOM) for number in (1, 2, 3)] == [(one.numbers, one.text.plain) for one in content.answers]
    assert ["De Woerdense Krant, 1 april 2020, https://voorbeeld.example/a"] == [note.text for note in content.footnotes]
    assert ("1",) == content.questions[0].text.labels
    assert "De uitstoot van stikstof is vier ton per jaar." in content.closing.plain


def test_the_annex_names_its_sources(tmp_path: Path) -> None:
    """At most five a question, with number, words and an address that is a link; never the case itself."""
    data = concept_of(tmp_path, LEAD)
    said = words(data)

    assert "Kamervraag 2020Z00201, vraag 2, van Wiersma-Kok (NPV), ingediend op 10 februari 2020, beantwoord door Hakvoort" in said
    assert "Kamervraag 2020Z00301" not in said
    assert "id=2020Z00201" in zipfile.ZipFile(BytesIO(data)).read("word/_rels/document.xml.rels").decode()


def test_headings_without_a_printed_title() -> None:
    """Made of what is known."""
    assert "Vragen van het lid Wiersma-Kok (NPV) aan de Minister van Waterstaat over de veerpont van Woerden (ingezonden 1 april 2020)." == heading_of(LEAD)
    assert "Vragen over een onbekend onderwerp." == heading_of(Case(number="x"))
    assert "aan de Minister van Waterstaat en de Minister van Financiën over" in heading_of(Case(number="x", subject="y", addressees=(office("Waterstaat"), office("Financiën"))))


TITLES = [
    ("Vragen van het lid Linde (De Brug) over de dijk (ingezonden 3 maart 2025)", "Vragen van het lid Linde (De Brug) over de dijk (ingezonden 3 maart 2025)", "as printed"),
    ("Vragen van het lid Linde over de dijk (ingezonden 3 maart 2025). Antwoord van Minister Eik (ontvangen 4 april 2025).", "Vragen van het lid Linde over de dijk (ingezonden 3 maart 2025).", "without the answer's own title"),
    ("Antwoord van Minister Eik (ontvangen 4 april 2025)", "Vragen over de dijk.", "only the answer's title is printed"),
    ("Vragen over het antwoord van Minister Eik op de brief", "Vragen over het antwoord van Minister Eik op de brief", "an answer that the subject names"),
]


@pytest.mark.parametrize(("printed", "expected", "why"), TITLES)
def test_titles_as_printed(printed: str, expected: str, why: str) -> None:
    """The title of the questions alone."""
    assert expected == heading_of(Case(number="x", subject="de dijk", questions=CaseQuestions(title=printed, publication=None))), why


def test_hostile_words_break_no_file(tmp_path: Path) -> None:
    """Control characters and halves of characters are left out, the rest stands as it was; Word and our parser open it."""
    for data in (concept_of(tmp_path, CRUEL), followup_file(CRUEL, ()), followup_file(CRUEL, proposals(CRUEL, TODAY))):
        said = words(data)
        assert "<w:p> & ]]>" in said
        assert not {"\x00", "\x1b", "\x08", "\x7f", "\u202e", "\ufffe"} & set(said)
        parse(data, name="wreed.docx")


CLEAN = [("gewoon", "gewoon"), ("half \ud800 teken", "half  teken"), ("a\x0bb", "ab"), ("tab\ten\nregel", "tab\ten\nregel"), ("\U0001f600", "\U0001f600"), ("\uffff\ufffe", ""), ("\u202eomgekeerd", "omgekeerd")]


@pytest.mark.parametrize(("text", "expected"), CLEAN)
def test_clean(text: str, expected: str) -> None:
    """What a Word file can hold."""
    assert expected == clean(text)


def test_follow_up_questions_rest_on_words() -> None:
    """A gap, an undertaking whose day has passed, a question without an answer; each with its words and its ground."""
    found = proposals(LEAD, date(2021, 3, 1))
    data = followup_file(LEAD, found)
    content = parse(data, name="vervolg.docx").content

    grounds = {one.why.split(",")[0]: one for one in found}
    assert "Hoeveel stikstof de veerpont uitstoot wordt niet geregistreerd." == grounds["het antwoord noemt een leemte in gegevens"].quote
    assert "Ik zal de Kamer hierover voor 1 juli 2020 informeren." in {one.quote for one in found}
    assert any("verstreken" in one.why for one in found)
    assert any("geen antwoord aangetroffen" in one.why and ("1",) == one.labels for one in found)
    assert isinstance(content, QuestionSet)
    assert len(found) == len(content.questions)
    assert all(one.question in content.questions[at].text.plain for at, one in enumerate(found))


def test_an_undertaking_of_the_future_is_asked_otherwise() -> None:
    """Its day has not passed: the state of affairs is asked."""
    assert not any("verstreken" in one.why for one in proposals(LEAD, date(2020, 5, 1)))
    assert any("stand van zaken" in one.question for one in proposals(LEAD, date(2020, 5, 1)))


def test_conditional_parts_are_not_held_against_an_answer() -> None:
    """"Zo nee, waarom niet?" is asked only where the answer is no."""
    assert "Zo nee, waarom niet?" not in {one.quote for one in proposals(LEAD, TODAY)}


def test_where_nothing_is_left_open_the_pairs_are_listed() -> None:
    """And that is said."""
    said = words(followup_file(QUIET, ()))

    assert "geen leemte, weigering of toezegging herkend" in said
    assert "Er zijn twaalf sluizen." in said


def test_questions_without_any_answer_are_listed() -> None:
    """There is nothing to follow up yet."""
    waiting = told("2021Z00400", "sluizen", [("Hoeveel sluizen zijn er?", "")])

    assert () == proposals(waiting, TODAY)
    assert "nog geen antwoord aangetroffen" in words(followup_file(waiting, ()))


def test_precedents_as_a_file(tmp_path: Path) -> None:
    """Each question with what was found, or that nothing was."""
    with history(tmp_path) as registry:
        said = words(precedents_file(find_precedents(registry, draft_of_case(LEAD), Wanted())))

    assert "Precedenten bij 2020Z00301" in said
    assert said.count("Bij vraag ") == 3
    assert "geen oordeel" in said


def test_tables_and_bullets_are_kept() -> None:
    """Rows have their cells parted, items their bullets."""
    from navraag.records.text import Paragraph, Text

    made = WordFile("proef")
    made.text(Text(paragraphs=(Paragraph(text="a b", kind="row", cells=("a", "b")), Paragraph(text="een", kind="item", bullet="a)"), Paragraph(text="twee", kind="item"))))

    assert "a | b\na) een\ntwee" == words(made.data())
