"""Reading order of PDF lines: tables row by row, columns one after the other, margins apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from navraag.parsing.glyphs.lines import GlyphLine
from navraag.parsing.glyphs.measures import EDGE, Measures
from navraag.parsing.numbering import read_heading
from navraag.records.text import Mark, Paragraph

LONG_CELL = 18
COLUMN_ROWS = 8
COLUMN_SHARE = 0.6
CELL_GAP = "\t"
LABEL = re.compile(r"[-–—•·▪●○‣\uf0b7]|\(?(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5})[.)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """The lines of each page in reading order, and the lines in the margin to the right."""

    pages: tuple[tuple[GlyphLine, ...], ...]
    margin: tuple[GlyphLine, ...]


def in_order(lines: Sequence[GlyphLine], measures: Measures) -> Ordered:
    """Lines in the order in which people read them; cells beside each other become one line with cells."""
    margin = [line for line in lines if line.left >= measures.right - EDGE]
    column = [line for line in lines if line.left < measures.right - EDGE]
    pages = groupby(column, key=lambda line: line.page)
    return Ordered(pages=tuple(tuple(page_order(list(page))) for _, page in pages), margin=tuple(margin))


def page_order(lines: Sequence[GlyphLine]) -> Iterator[GlyphLine]:
    """The lines of one page in reading order."""
    rows = [list(row) for row in as_rows(lines)]
    edges = column_edges(rows)
    if not edges:
        for row in rows:
            yield from row_lines(row)
        return
    for left, right in pairwise((0.0, *edges, float("inf"))):
        yield from (line for row in rows for line in row if left <= line.left < right)


def as_rows(lines: Sequence[GlyphLine]) -> Iterator[list[GlyphLine]]:
    """Lines that stand beside each other together."""
    row: list[GlyphLine] = []
    for line in lines:
        if row and abs(row[0].bottom - line.bottom) > 0.4 * line.height:
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda one: one.left)


def column_edges(rows: Sequence[Sequence[GlyphLine]]) -> tuple[float, ...]:
    """The left edges of the second and third column of running text; none where a page has one column."""
    for columns in (3, 2):
        full = [row for row in rows if len(row) == columns and all(len(line.text) >= LONG_CELL for line in row)]
        if len(full) < COLUMN_ROWS or len(full) < COLUMN_SHARE * len(rows):
            continue
        edges = tuple(min(row[at].left for row in full) - EDGE for at in range(1, columns))
        if all(row[at].right < edge for row in full for at, edge in enumerate(edges)):
            return edges
    return ()


def row_lines(row: Sequence[GlyphLine]) -> Iterator[GlyphLine]:
    """The lines of a row: one as it is, a heading and its sentence, a number with its sentence, or a table's row."""
    if len(row) == 1 or (len(row) == 2 and stands_alone(row[0].text)):
        yield from row
    elif len(row) == 2 and LABEL.fullmatch(row[0].text):
        yield labelled(*row)
    else:
        yield table_row(row)


def stands_alone(text: str) -> bool:
    """Whether a cell is a heading to the left of its question: "Vraag 1", "1"."""
    heading = read_heading(text)
    return heading is not None and not heading.rest and not LABEL.fullmatch(text)


def labelled(label: GlyphLine, words: GlyphLine) -> GlyphLine:
    """A number or bullet and the sentence that it stands before, as one line."""
    shift = len(label.text) + 1
    moved = tuple(Mark(label=mark.label, at=shift + mark.at) for mark in words.paragraph.marks)
    paragraph = replace(words.paragraph, text=f"{label.text} {words.text}", marks=(*label.paragraph.marks, *moved))
    return replace(label, paragraph=paragraph, right=words.right, bold=label.bold and words.bold)


def table_row(row: Sequence[GlyphLine]) -> GlyphLine:
    """Lines beside each other as one row with cells."""
    marks: list[Mark] = []
    at = 0
    for line in row:
        marks += [Mark(label=mark.label, at=at + mark.at) for mark in line.paragraph.marks]
        at += len(line.text) + len(CELL_GAP)
    cells = tuple(line.text for line in row)
    paragraph = Paragraph(text=CELL_GAP.join(cells), kind="row", cells=cells, marks=tuple(marks))
    return replace(row[0], paragraph=paragraph, right=row[-1].right, bold=all(line.bold for line in row))
