"""What the glyph modules make of invented lines: marks, rows, columns, notes, paragraphs, furniture."""

import pytest

from navraag.parsing.glyph_columns import in_order
from navraag.parsing.glyph_furniture import set_aside
from navraag.parsing.glyph_lines import GlyphLine, page_lines
from navraag.parsing.glyph_measures import Measures, measure
from navraag.parsing.glyph_notes import parts_of, take_page_notes
from navraag.parsing.glyph_paragraphs import paragraphs
from navraag.parsing.glyphs import GlyphPage, Run
from navraag.records.text import Mark, Paragraph

MEASURES = Measures(height=8.0, left=200.0, right=500.0, pitch=10.0)


def run(text: str, left: float, bottom: float, height: float = 8.0, width: float | None = None) -> Run:
    """Run."""
    long = width if width is not None else 4.0 * len(text)
    return Run(text=text, left=left, right=left + long, bottom=bottom, height=height, word=4.0 * len(text.split(" ", 1)[0]))


def lines_of(*runs: Run) -> list[tuple[str, list[tuple[str, int]]]]:
    """Lines of."""
    page = GlyphPage(number=0, width=600, height=800, runs=runs)
    return [(line.text, [(mark.label, mark.at) for mark in line.paragraph.marks]) for line in page_lines(page)]


def line(text: str, bottom: float, *, left: float = 200.0, height: float = 8.0, page: int = 0, label: str = "", right: float | None = None) -> GlyphLine:
    """Line."""
    marks = (Mark(label=label, at=0),) if label else ()
    end = right if right is not None else left + 4.0 * len(text)
    word = 4.0 * len(text.split(" ", 1)[0])
    return GlyphLine(page=page, paragraph=Paragraph(text=text, marks=marks), left=left, right=end, bottom=bottom, height=height, word=word)


@pytest.mark.parametrize(
    ("runs", "expected", "why"),
    [
        ((run("zout", 10, 100), run("1", 26, 104, 5.0)), [("zout", [("1", 4)])], "a small high figure is a mark"),
        ((run("CO", 10, 100), run("2", 18, 98, 5.0)), [("CO2", [])], "a small low figure is none"),
        ((run("zout", 10, 100), run("12", 30, 100)), [("zout 12", [])], "a figure of full size is a number"),
        ((run("1", 10, 103, 4.0), run("De Zoutkoerier", 14, 100, 6.0)), [("De Zoutkoerier", [("1", 0)])], "the label of a note"),
        ((run("links", 10, 100), run("rechts", 200, 100)), [("links", []), ("rechts", [])], "two columns"),
        ((run("onder", 10, 90), run("boven", 10, 100)), [("boven", []), ("onder", [])], "from top to bottom"),
        ((run("12", 10, 100),), [("12", [])], "a figure alone"),
    ],
)
def test_lines(runs: tuple[Run, ...], expected: list[tuple[str, list[tuple[str, int]]]], why: str) -> None:
    """Runs become lines; figures that stand small and high become marks."""
    assert lines_of(*runs) == expected, why


def test_measures_follow_most_letters() -> None:
    """Size, left edge and distance of lines are those of the body, not of notes or margins."""
    body = [line("de prijs van zout is gestegen", 700 - 10 * at) for at in range(30)]
    notes = [line("een noot", 60 - 7 * at, height=6.0) for at in range(3)]
    found = measure([*body, *notes, line("marge", 500, left=50)])

    assert (found.height, found.left, found.pitch) == (8.0, 200.0, 10.0)


def test_notes_at_the_foot() -> None:
    """Small lines with labels that count on are notes; the rest of a note may stand on the next page."""
    pages = [
        [line("Zout?", 700), line("De Zoutkoerier,", 60, height=6, label="1"), line("1 maart 2099", 53, height=6)],
        [line("Ja.", 700), line("en verder", 67, height=6), line("Peperbode", 60, height=6, label="2")],
    ]
    found = take_page_notes(pages, MEASURES, {})

    assert [one.text for one in found.body] == ["Zout?", "Ja."]
    assert [(one.label, one.text) for one in found.notes] == [("1", "De Zoutkoerier, 1 maart 2099 en verder"), ("2", "Peperbode")]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([line("Zout?", 700), line("klein gedrukte tabel", 60, height=6)], "small words without a label"),
        ([line("Zout?", 700), line("1 Zoutkoerier", 60)], "words of full size"),
        ([line("Zout?", 700), line("Zoutkoerier", 60, height=6, label="9")], "a label far beyond the last"),
    ],
)
def test_no_notes(lines: list[GlyphLine], why: str) -> None:
    """What only looks like a note stays in the body."""
    found = take_page_notes([lines], MEASURES, {})

    assert (len(found.body), found.notes) == (2, ()), why


@pytest.mark.parametrize(
    ("label", "labels", "expected"),
    [
        ("12", {"12"}, ("12",)),
        ("12", {"1", "2"}, ("1", "2")),
        ("123", {"1", "2", "3"}, ("1", "2", "3")),
        ("910", {"9", "10"}, ("9", "10")),
        ("13", {"1", "3"}, ("13",)),
        ("*", {"1"}, ("*",)),
    ],
)
def test_marks_without_a_blank_between(label: str, labels: set[str], expected: tuple[str, ...]) -> None:
    """A row of figures is one mark, or marks that count on."""
    assert parts_of(label, frozenset(labels)) == expected


@pytest.mark.parametrize(
    ("above", "below", "parted", "why"),
    [
        (line("De prijs is", 700, right=498), line("gestegen.", 690), False, "a full line"),
        (line("De prijs is gestegen.", 700, right=300), line("Ik volg dit.", 690), True, "room was left after a sentence"),
        (line("De prijs is gestegen.", 700, right=498), line("Ik volg dit.", 690), False, "a sentence that filled the line"),
        (line("De prijs", 700, right=480), line("gestegen", 680), True, "a gap"),
        (line("gaf de heer", 700, right=470), line("Smit", 690), False, "words tied together leave a little room"),
        (line("Vraag 1", 700), line("Wat is zout?", 690), True, "a heading"),
        (line("Bij zout:", 700, right=498), line("– keukenzout", 690), True, "a bullet"),
        (line("het zout", 700, right=498), line("– zo zegt men – is", 690), False, "a dash in running text"),
        (line("het zout", 700, right=498), line("inspringend", 690, left=212), True, "an indent"),
        (line("– keukenzout", 700, right=498), line("en meer", 690, left=208), False, "an item's second line hangs"),
        (line("het zout", 60, right=498), line("wordt duur", 700, page=1), False, "a sentence that runs on over pages"),
        (line("commis-", 700, right=260), line("sie", 690), False, "a hyphen joins"),
    ],
)
def test_paragraphs(above: GlyphLine, below: GlyphLine, *, parted: bool, why: str) -> None:
    """Where a paragraph ends and the next one begins."""
    blocks = list(paragraphs([above, below], MEASURES, {}))

    assert (len(blocks) == 2) == parted, why


def test_tables_keep_their_cells() -> None:
    """Cells beside each other are a row."""
    cells = in_order([line("jaar", 700), line("ton", 700, left=300)], MEASURES).pages[0]

    assert [one.paragraph.cells for one in cells] == [("jaar", "ton")]


@pytest.mark.parametrize("lefts", [(200.0, 355.0), (200.0, 305.0, 410.0)], ids=["two", "three"])
def test_columns_are_read_one_after_the_other(lefts: tuple[float, ...]) -> None:
    """Running text in columns is no table."""
    lines = [
        line(f"kolom {column} regel {at} van de tekst", 700 - 10 * at, left=left, right=left + 95)
        for at in range(10)
        for column, left in enumerate(lefts)
    ]
    ordered = [one.text.split()[1] for one in in_order(lines, MEASURES).pages[0]]

    assert ordered == [str(column) for column in range(len(lefts)) for _ in range(10)]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("1.", ["1. Kent u het bericht?"]),
        ("a)", ["a) Kent u het bericht?"]),
        ("•", ["• Kent u het bericht?"]),
        ("1", ["1", "Kent u het bericht?"]),
        ("Vraag 1", ["Vraag 1", "Kent u het bericht?"]),
        ("Antwoord 2 en 3", ["Antwoord 2 en 3", "Kent u het bericht?"]),
    ],
)
def test_a_number_beside_its_sentence(label: str, expected: list[str]) -> None:
    """A number with a wide gap before its sentence is no table: one line, or a heading and its sentence."""
    found = in_order([line("Kent u het bericht?", 700, left=270), line(label, 700)], MEASURES).pages[0]

    assert [(one.text, one.paragraph.kind) for one in found] == [(words, "paragraph") for words in expected]


def test_the_margin_is_kept_apart() -> None:
    """Lines to the right of the column are no part of its sentences."""
    found = in_order([line("de prijs", 700), line("Ons kenmerk", 695, left=510)], MEASURES)

    assert [one.text for one in found.margin] == ["Ons kenmerk"]


def test_furniture_by_place() -> None:
    """Words that stand in one place on several pages are a running head or foot; a note with such words is none."""
    pages = [GlyphPage(number=at, width=600, height=800, runs=()) for at in range(3)]
    heads = [line("Ministerie van Zout", 780, page=at) for at in range(3)]
    numbers = [line(f"Pagina {at + 1} van 3", 20, left=450, page=at) for at in range(3)]
    note = line("Tweede Kamer, vergaderjaar 2098–2099, 31 066, nr. 5", 60, height=6, label="1")
    found = set_aside([*heads, line("Zout?", 400), note, *numbers], pages, MEASURES)

    assert [one.text for one in found.body] == ["Zout?", note.text]
    assert [piece.kind for piece in found.furniture] == ["running_head"] * 3 + ["page_number"] * 3
