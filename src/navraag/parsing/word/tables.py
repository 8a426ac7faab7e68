"""Tables in Word files: content stays rows with cells; tables that only lay out the page become paragraphs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from navraag.parsing.blocks import Block
from navraag.records.text import Link, Mark, Paragraph

HEADING = re.compile(r"\s*(?:vraag|vragen|antwoord(?:en)?)\b[^.?!]{0,60}", re.IGNORECASE)
NUMBER = re.compile(r"\s*\(?\d{1,3}\s?[a-z]?[.)]?\s*")
CELL_GAP = "\t"
MANY_PARAGRAPHS = 6
SENTENCE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: the blocks in it, tables inside it already taken apart."""

    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(filter(None, (printed(block) for block in self.blocks)))


def printed(block: Block) -> str:
    """The words of a block with the number or bullet in front of it."""
    return " ".join(filter(None, (block.number or block.paragraph.bullet, block.text)))


def table_blocks(rows: Iterable[tuple[Cell, ...]]) -> list[Block]:
    """The blocks of a table: one row each, or its paragraphs where it only lays out the page."""
    filled = [row for row in rows if any(cell.text for cell in row)]
    if is_layout(filled):
        return [block for row in filled for cell in row for block in cell.blocks]
    if is_numbered_list(filled):
        return [block for row in filled for block in numbered_blocks(row)]
    return [row_block(row) for row in filled]


def is_layout(rows: list[tuple[Cell, ...]]) -> bool:
    """True where a table holds running text: one filled cell a row, headings of questions, or whole pages in a cell."""
    cells = [cell for row in rows for cell in row]
    if all(sum(bool(cell.text) for cell in row) <= 1 for row in rows):
        return True
    if any(len(cell.blocks) > MANY_PARAGRAPHS for cell in cells):
        return True
    return any(HEADING.fullmatch(block.text) for cell in cells for block in cell.blocks)


def is_numbered_list(rows: list[tuple[Cell, ...]]) -> bool:
    """True for two columns of which the first only numbers the sentences in the second."""
    pairs = [[cell.text for cell in row] for row in rows]
    return all(
        len(pair) == 2 and (not pair[0] or NUMBER.fullmatch(pair[0])) and len(pair[1]) >= SENTENCE for pair in pairs
    )


def numbered_blocks(row: tuple[Cell, ...]) -> list[Block]:
    """The sentences of one numbered row, the first with its number."""
    number, words = row
    first, *others = words.blocks
    return [replace(first, number=number.text or first.number), *others]


def row_block(row: tuple[Cell, ...]) -> Block:
    """One row of a content table: its cells, and their words in one line with tabs between them."""
    marks: list[Mark] = []
    links: list[Link] = []
    at = 0
    for cell in row:
        place = at
        for block in cell.blocks:
            shift = place + len(printed(block)) - len(block.text)
            marks += [Mark(label=mark.label, at=shift + mark.at) for mark in block.paragraph.marks]
            links += [replace(link, start=shift + link.start, end=shift + link.end) for link in block.paragraph.links]
            place += len(printed(block)) + bool(printed(block))
        at += len(cell.text) + len(CELL_GAP)
    cells = tuple(cell.text for cell in row)
    paragraph = Paragraph(text=CELL_GAP.join(cells), kind="row", cells=cells, marks=tuple(marks), links=tuple(links))
    return Block(paragraph=paragraph, bold=all(block.bold for cell in row for block in cell.blocks))
