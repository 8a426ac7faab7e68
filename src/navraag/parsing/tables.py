"""Rows of tables: cells kept apart, and one line of text in which marks and links keep their places."""

from collections.abc import Sequence

from navraag.records.text import Link, Mark, Paragraph

CELL_BORDER = "\t"


def row_paragraph(cells: Sequence[Sequence[Paragraph]]) -> Paragraph:
    """One table row from the paragraphs of its cells; cells are parted by a tab in ``text``."""
    text = ""
    shown: list[str] = []
    marks: list[Mark] = []
    links: list[Link] = []
    for number, cell in enumerate(cells):
        text += CELL_BORDER if number else ""
        start = len(text)
        for paragraph in cell:
            lead = " " if len(text) > start and paragraph.text else ""
            lead += f"{paragraph.bullet} " if paragraph.bullet else ""
            base = len(text) + len(lead)
            marks += [Mark(label=mark.label, at=base + mark.at) for mark in paragraph.marks]
            links += [Link(start=base + link.start, end=base + link.end, url=link.url) for link in paragraph.links]
            text += lead + paragraph.text.replace(CELL_BORDER, " ")
        shown.append(text[start:])
    return Paragraph(text=text, kind="row", cells=tuple(shown), marks=tuple(marks), links=tuple(links))
