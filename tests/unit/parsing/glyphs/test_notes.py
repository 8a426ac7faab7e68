"""Notes at the foot of pages."""

import pytest

from navraag.parsing.glyphs.lines import GlyphLine
from navraag.parsing.glyphs.notes import parts_of, take_page_notes
from tests.unit.parsing.glyph_maker import MEASURES, line


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
