"""PDF files to records: the official look, letters of ministries, and files that cannot be read."""

import pytest
from fpdf import FPDF

from navraag.errors import LayoutError
from navraag.parsing.glyphs import runs as glyphs
from navraag.parsing.layouts import koop_xml
from navraag.parsing.layouts.pdf import read
from navraag.records.answers import AnswerSet
from tests.conftest import REAL
from tests.unit.parsing.pdf_maker import LetterPdf, OfficialPdf

TITLE = "Vragen van het lid Smit (ABC) aan de Minister van Financiën over de prijs van zout en van andere kruiderij in het noorden (ingezonden 3 maart 2099)."
ANSWER = "Antwoord van Minister Van Dam (Financiën) (ontvangen 20 maart 2099)."
LONG = (
    "De prijs is ge\u00adste\u00adgen om\u00addat de win\u00adter streng was en de voor\u00adra\u00adden van het Bbz-krediet en de win\u00adkels klein "
    "wa\u00adren, zo\u00adals de ex-minister en de pro\u00advin\u00adcie in hun be\u00adant\u00adwoor\u00adding heb\u00adben ge\u00adzegd. "
)


def official(pairs: int = 6) -> bytes:
    """Official."""
    pdf = OfficialPdf()
    pdf.add("9001", bold=True)
    pdf.add(TITLE, gap=9)
    pdf.add(ANSWER, gap=6)
    for number in range(1, pairs + 1):
        pdf.note(str(number), f"De Zoutkoerier, {number} maart 2099, «Zout wordt duurder», https://zout.example/archief/2099/03/{number}")
        pdf.add(f"Vraag {number}", gap=9.6)
        pdf.add(f"Kent u het bericht over de stijging in 2098{{{number}}} en het nieuws? Zo nee, waarom niet?")
        pdf.add(f"Antwoord {number}", gap=9.6)
        pdf.add(LONG * 3)
        pdf.add("Bovendien volg ik dit.")
    return pdf.build()


def test_the_official_look() -> None:
    """Title, pairs, marks, notes at the foot of their pages, furniture; paragraphs run on over pages."""
    parsed = read(official(), name="x.pdf")
    content = parsed.content

    assert isinstance(content, AnswerSet)
    heading = content.heading
    assert (heading.appendix_number, heading.publication, heading.session_year) == (9001, "ah-tk-20242025-9001", "2024-2025")
    assert (str(heading.tabled_on), str(heading.received_on)) == ("2099-03-03", "2099-03-20")
    assert [one.number for one in content.questions] == [1, 2, 3, 4, 5, 6]
    answer = (LONG * 3).replace("\u00ad", "").strip() + "\nBovendien volg ik dit."
    assert {one.text.plain for one in content.answers} == {answer}
    assert parsed.problems == ()


def test_marks_and_notes() -> None:
    """A figure raised behind a year is its note; the note's words are whole, its address too."""
    content = read(official(), name="x.pdf").content

    assert isinstance(content, AnswerSet)
    asked = "Kent u het bericht over de stijging in 2098 en het nieuws? Zo nee, waarom niet?"
    assert [(one.text.plain, one.text.labels) for one in content.questions] == [(asked, (str(n),)) for n in range(1, 7)]
    assert [one.label for one in content.footnotes] == ["1", "2", "3", "4", "5", "6"]
    assert [one.urls for one in content.footnotes] == [(f"https://zout.example/archief/2099/03/{n}",) for n in range(1, 7)]


def test_furniture_is_named() -> None:
    """Heads, feet, page numbers, publication id and ISSN are set aside by kind."""
    parsed = read(official(), name="x.pdf")
    kinds = [piece.kind for piece in parsed.furniture]

    assert {"running_head", "foot", "page_number", "publication_id", "issn"} == set(kinds)
    assert [piece.text for piece in parsed.furniture if piece.kind == "page_number"] == ["1", "2"]


def test_a_heading_that_tops_two_pages_is_no_running_head() -> None:
    """Vraag 4 and Vraag 9 may both stand at the top of a page, and "Ja." at the foot of several."""
    pdf = OfficialPdf()
    for text in ("9001", TITLE, ANSWER):
        pdf.add(text, gap=9)
    for number in range(1, 16):
        pdf.add(f"Vraag {number}", gap=9.6)
        pdf.add("Kent u het bericht?")
        pdf.add(f"Antwoord {number}", gap=9.6)
        for _ in range(7):
            pdf.add("Ja.", gap=9.6)
    content = read(pdf.build(), name="x.pdf").content

    assert isinstance(content, AnswerSet)
    assert [one.numbers for one in content.answers] == [(number,) for number in range(1, 16)]
    assert {one.text.plain for one in content.answers} == {"\n".join(["Ja."] * 7)}


def test_a_letter_of_a_ministry() -> None:
    """A PDF made from a Word letter: letterhead, margin column, "Pagina 2 van 3"."""
    pdf = LetterPdf()
    pdf.add("Geachte voorzitter,")
    pdf.add(
        "In antwoord op uw brief van 3 maart 2099, nr. 2099Z90001, bied ik u hierbij de antwoorden aan op de vragen van het lid Smit (ABC) "
        "aan de Minister van Financiën over de prijs van zout."
    )
    pdf.add("de Minister van Financiën,")
    pdf.add("A.B. van Dam", gap=40)
    pdf.page()
    pdf.add("Antwoorden van de minister van Financiën op de Kamervragen van het lid Smit (ABC) over de prijs van zout.", bold=True)
    for number in (1, 2, 3, 4, 5, 6, 7, 8, 9):
        pdf.add(f"Vraag {number}", bold=True)
        pdf.add("Kent u het bericht dat de prijs van zout in het hele land gestegen is, ook voor wie het nodig heeft om wegen te strooien?", gap=0)
        pdf.add(f"Antwoord op vraag {number}", bold=True)
        pdf.add("Ja. De prijs is gestegen omdat de winter streng was. In het najaar lagen de voorraden nog op peil, daarna raakten zij op.", gap=0)
        pdf.add("Ik volg dit.", gap=0)
    parsed = read(pdf.build(), name="x.pdf")

    assert isinstance(parsed.content, AnswerSet)
    heading = parsed.content.heading
    assert (str(heading.tabled_on), str(heading.received_on), heading.question_numbers) == ("2099-03-03", "2099-04-14", ("2099Z90001",))
    assert [one.name for one in heading.answerers] == ["A.B. van Dam"]
    assert {len(one.text.paragraphs) for one in parsed.content.answers} == {2}
    assert len(parsed.content.answers) == 9
    assert {piece.kind for piece in parsed.furniture} == {"letterhead", "page_number"}


def blank(pages: int = 1) -> FPDF:
    """Blank."""
    pdf = FPDF()
    for _ in range(pages):
        pdf.add_page()
    return pdf


def locked() -> bytes:
    """Locked."""
    pdf = blank()
    pdf.set_encryption(owner_password="x", user_password="y", permissions=0)
    return bytes(pdf.output())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (bytes(blank().output()), "without a text layer"),
        (b"%PDF-1.7 and then nothing", "damaged"),
        (b"", "damaged"),
        (official()[:300], "damaged"),
        (locked(), "password"),
    ],
    ids=["scan", "not a pdf", "empty", "truncated", "locked"],
)
def test_what_cannot_be_read(data: bytes, sentence: str) -> None:
    """One clear line that says why."""
    with pytest.raises(LayoutError, match=sentence) as caught:
        read(data, name="x.pdf")

    assert "\n" not in str(caught.value)


def test_a_page_without_text_is_a_problem() -> None:
    """A picture among pages of text is said."""
    pdf = OfficialPdf()
    for text in ("9001", TITLE, ANSWER, "Vraag 1", "Kent u het bericht?", "Antwoord 1", "Ja."):
        pdf.add(text, gap=9)
    parsed = read(pdf.build(blank_pages=1), name="x.pdf")

    assert [(one.code, one.where) for one in parsed.problems] == [("pdf.page-without-text", "page 2")]


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit nothing is read."""
    monkeypatch.setattr(glyphs, "MAX_PAGES", 2)

    with pytest.raises(LayoutError, match="3 pages, more than 2"):
        read(bytes(blank(3).output()), name="x.pdf")


@pytest.mark.real
def test_the_real_answer_gives_the_pairs_of_its_xml() -> None:
    """The PDF of ah-tk-20202021-3235 says what its XML says, line-end hyphens included."""
    folder = REAL / "koop"
    name = "ah-tk-20202021-3235"
    printed = read((folder / f"{name}.pdf").read_bytes(), name=f"{name}.pdf").content
    marked = koop_xml.read((folder / f"{name}.xml").read_bytes(), name=f"{name}.xml").content

    assert isinstance(printed, AnswerSet)
    assert isinstance(marked, AnswerSet)
    assert [one.text.plain for one in printed.questions] == [one.text.plain for one in marked.questions]
    assert [(one.numbers, one.text.plain) for one in printed.answers] == [(one.numbers, one.text.plain) for one in marked.answers]
