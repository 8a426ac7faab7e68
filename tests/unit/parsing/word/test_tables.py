"""When a Word table is content, and when it only lays out the page."""

import pytest

from navraag.parsing.blocks import Block
from navraag.parsing.word.tables import Cell, table_blocks
from navraag.records.text import Mark, Paragraph


def cell(*words: str, label: str = "") -> Cell:
    """A cell of paragraphs, the last with a note mark at its end."""
    blocks = [Block(paragraph=Paragraph(text=text)) for text in words]
    if label:
        blocks[-1] = Block(paragraph=Paragraph(text=words[-1], marks=(Mark(label=label, at=len(words[-1])),)))
    return Cell(blocks=tuple(blocks))


SENTENCE = "Hoe verklaart u dat de prijs van zout in een jaar gestegen is?"
TABLES = [
    ([(cell("jaar"), cell("ton")), (cell("2098"), cell("31"))], [("row", "jaar\tton"), ("row", "2098\t31")], "figures"),
    ([(cell("a", "b"), cell("c"))], [("row", "a b\tc")], "two paragraphs in a cell"),
    ([(cell("Een brief"), cell())], [("paragraph", "Een brief")], "one filled cell"),
    ([(cell("Vraag 1"), cell("Wat is zout?"))], [("paragraph", "Vraag 1"), ("paragraph", "Wat is zout?")], "a heading in a cell"),
    ([(cell("1."), cell(SENTENCE))], [("paragraph", SENTENCE)], "a numbered sentence"),
    ([(cell(), cell())], [], "an empty table"),
    ([(cell(*"abcdefgh"), cell("x"))], [("paragraph", letter) for letter in "abcdefghx"], "a page in a cell"),
]


@pytest.mark.parametrize(("rows", "expected", "why"), TABLES)
def test_tables(rows: list[tuple[Cell, ...]], expected: list[tuple[str, str]], why: str) -> None:
    """Rows with cells, or paragraphs."""
    assert [(block.paragraph.kind, block.text) for block in table_blocks(rows)] == expected, why


def test_marks_move_with_their_cell() -> None:
    """A mark in the second cell stands at its word in the line of the row."""
    block = table_blocks([(cell("jaar"), cell("ton", label="1")), (cell("2098"), cell("31"))])[0]

    assert [(mark.label, block.text[: mark.at]) for mark in block.paragraph.marks] == [("1", "jaar\tton")]


def test_a_number_goes_before_its_sentence() -> None:
    """The number of a numbered sentence stands in ``number``."""
    assert [block.number for block in table_blocks([(cell("3."), cell(SENTENCE))])] == ["3."]
