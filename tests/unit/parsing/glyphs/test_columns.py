"""Tables, columns, margins."""

import pytest

from navraag.parsing.glyphs.columns import in_order
from tests.unit.parsing.glyph_maker import MEASURES, line


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
