"""The renderers: sound files, the same bytes every time."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from navraag.replica.pdf_pages import note_heights, pages_of, width
from navraag.replica.render_entities import entity_files, local_midnight, odata_rows
from navraag.replica.render_koop_html import STYLES, koop_html
from navraag.replica.render_word import word
from navraag.replica.sample_files import RENDERERS, sample_file, sample_files, write_samples
from navraag.replica.sheets import Sheet, reprint_of, sheet_of, sheets_of
from navraag.replica.story import StoryCase, stories
from navraag.replica.word_lines import STYLES as WORD_STYLES

SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def story(number: str) -> StoryCase:
    """A sample case."""
    return next(case for case in stories() if case.number == number)


LEAD = sheets_of(story("2022Z90001"))[2]


@pytest.mark.parametrize("form", RENDERERS)
def test_bytes_depend_on_the_sheet_alone(form: str) -> None:
    """Printing twice gives the same file, and every sheet can be printed in every form."""
    assert sample_file(LEAD, form) == sample_file(LEAD, form)


def test_all_xml_is_well_formed() -> None:
    """Every XML file of the samples can be read by any XML reader."""
    for file in sample_files():
        if file.name.endswith(".xml"):
            etree.fromstring(file.data, SAFE)


def test_notes_are_numbered_anew_in_each_paper() -> None:
    """The answer repeats note 1 of the questions and adds its own as 2."""
    assert [label for label, _ in LEAD.notes] == ["1", "2"]
    assert [mark for piece in LEAD.pieces for line in piece.lines for mark in line.marks] == ["1", "2"]


@pytest.mark.parametrize(("number", "paper", "headings"), [
    ("2022Z90005", 2, ["question 1", "answer 1", "question 2 t/m 4", "answer 2 t/m 4", "question 5", "answer 5"]),
    ("2024Z90012", 1, ["question 1", "answer 1", "question 2 en 4", "answer 2 en 4", "question 3", "answer 3", "question 5", "answer 5"]),
    ("2022Z90506", 1, ["question 1", "answer 1", "question 2", "question 3", "answer 2 en 3"]),
    ("2022Z90106", 1, ["question 1", "answer 1", "question 2", "answer 2", "question 3", "answer 3", "question 4"]),
    ("2024Z90015", 1, ["question 1", "answer 1", "question 2", "answer 2", "question 2", "answer 2", "question 4", "answer 4"]),
    ("2023Z90008", 4, ["question 3", "answer 3"]),
])
def test_order_of_print(number: str, paper: int, headings: list[str]) -> None:
    """Joint, not contiguous, unanswered, doubled and partial answers."""
    sheet = sheets_of(story(number))[paper]

    assert [f"{piece.kind} {piece.printed}" for piece in sheet.pieces] == headings


def test_reprint_changes_one_sentence_and_its_name() -> None:
    """A reprint has the same number."""
    case = story("2023Z90114")
    again = reprint_of(case)

    assert (again.publication, again.number) == ("kv-tk-2023Z90114-n1", "2023Z90114")
    assert [a.words == b.words for a, b in zip(again.questions, sheet_of(case).questions, strict=True)] == [True, False]


@pytest.mark.parametrize("style", STYLES)
def test_html_styles(style: str) -> None:
    """Each style holds the words of the answer and the note of the question."""
    page = koop_html(LEAD, style).decode()

    assert "Kennisinstituut Grondwater" in page
    assert page.count("https://www.heidebode.example/blind-vertrouwen</a>") == 1


@pytest.mark.parametrize("style", WORD_STYLES)
def test_word_files_are_sound(style: str) -> None:
    """A zip of well-formed parts in every style."""
    with zipfile.ZipFile(BytesIO(word(LEAD, style))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name), SAFE)


def test_pdf_files_open_and_hold_all_words() -> None:
    """A PDF reader finds three pages, the words of the answer and the running lines."""
    document = pypdfium2.PdfDocument(sample_file(LEAD, "pdf").data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()

    assert text.count("Aanhangsel van de Handelingen") == 1
    assert "ISSN 0921 - 7398" in text
    assert all(word in text for word in ("Kennisinstituut", "spreekuur", "dorpshuis"))


def test_lines_stay_in_their_column_and_on_their_page() -> None:
    """Nothing is printed over the edge, notes stand above the running lines, each note once."""
    for sheet in (LEAD, *sheets_of(story("2024Z90313"))):
        pages = pages_of(sheet)
        for page in pages:
            for y, line in (*page.placed, *note_heights(page)):
                end = line.chunks[-1]
                assert end.x + width(end.text, end.size, bold=end.bold) < 545
                assert 60 < y < 760
        assert sum(len(page.notes) > 0 for page in pages) <= len(sheet.notes)


def test_zaken_are_rows_of_the_service() -> None:
    """One row for each written question of the Tweede Kamer, in the fields of the service."""
    rows = [json.loads(row) for row in odata_rows(stories()).decode().splitlines()]
    lead = next(row for row in rows if row["Nummer"] == "2022Z90001")

    assert len(rows) == sum(case.chamber == "tk" and not case.oral for case in stories())
    assert (lead["GestartOp"], lead["Afgedaan"], lead["_actors"]["Indiener"].split(". ")[1]) == ("2022-02-07T00:00:00+01:00", True, "Rozewinkel")


def test_offset_of_summer_time() -> None:
    """Local midnight carries the offset of its day."""
    days = [story(number).tabled for number in ("2022Z90304", "2022Z90303")]

    assert [local_midnight(day)[-6:] for day in days] == ["+02:00", "+01:00"]


def test_entities_refer_to_their_case() -> None:
    """Each document element names the Zaak."""
    files = entity_files(story("2022Z90001"))
    zaak = etree.fromstring(files["zaak-2022Z90001.xml"], SAFE).get("id")

    assert len(files) == 4
    assert all(zaak is not None and zaak.encode() in data for data in files.values())


def test_samples_are_written_once(tmp_path: Path) -> None:
    """Names are unique, and a second run rewrites nothing."""
    folder = tmp_path / "documents"
    count = write_samples(folder)
    stamps = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    write_samples(folder)

    assert len(stamps) == count
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == stamps


def test_samples_are_small() -> None:
    """What is generated on the spot stays small."""
    assert sum(len(file.data) for file in sample_files()) < 2_000_000


def _marks(sheet: Sheet) -> set[str]:
    return {mark for piece in sheet.pieces for line in piece.lines for mark in line.marks}


def test_a_mark_without_a_note_stays_a_mark() -> None:
    """The note is missing, its mark is printed."""
    sheet = sheet_of(story("2024Z90013"))

    assert _marks(sheet) - {label for label, _ in sheet.notes} == {"2"}
