"""Rows of tables: cells apart, marks and links at their words."""

from navraag.parsing.tables import row_paragraph
from navraag.records.text import Link, Mark, Paragraph


def test_marks_and_links_move_along() -> None:
    """The text of a row is its cells parted by tabs; paragraphs of one cell are parted by blanks."""
    first = (Paragraph(text="Jaar", marks=(Mark(label="1", at=4),)),)
    second = (Paragraph(text="bel", bullet="a."), Paragraph(text="ring", links=(Link(start=0, end=4, url="https://r.nl"),)))
    row = row_paragraph([first, (), second])

    assert ("row", "Jaar\t\ta. bel ring", ("Jaar", "", "a. bel ring")) == (row.kind, row.text, row.cells)
    assert (Mark(label="1", at=4),) == row.marks
    assert "ring" == row.text[row.links[0].start : row.links[0].end]
