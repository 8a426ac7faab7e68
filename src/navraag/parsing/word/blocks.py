"""The body of a Word part as blocks: paragraphs with their list numbers, text boxes, tables."""

from collections.abc import Iterator
from dataclasses import replace

from navraag.parsing.blocks import Block
from navraag.parsing.drafts import Draft, Line
from navraag.parsing.packages import Element
from navraag.parsing.word.inline import InlineReader, chosen_branch, count_letters
from navraag.parsing.word.names import W, integer, local, switch, value
from navraag.parsing.word.numbering import Numbering, Printed
from navraag.parsing.word.styles import Style, Styles, is_heading
from navraag.parsing.word.tables import Cell, table_blocks
from navraag.records.text import Paragraph

WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
DROPPED = frozenset({"del", "moveFrom"})
MAX_DEPTH = 40


class BlockReader:
    """Turns the paragraphs and tables of one part into blocks; keeps the counters of its lists."""

    def __init__(self, inline: InlineReader, styles: Styles, numbering: Numbering) -> None:
        """``inline`` reads the words, ``numbering`` counts the lists."""
        self._inline = inline
        self._styles = styles
        self._numbering = numbering
        self._carried: Draft | None = None

    def read(self, container: Element, depth: int = MAX_DEPTH) -> list[Block]:
        """The blocks of a body, cell, text box, note, header or footer, in reading order."""
        blocks: list[Block] = []
        for child in container if depth else ():
            name = local(child)
            if name == "p":
                blocks += self._paragraph(child, depth)
            elif name == "tbl":
                blocks += table_blocks(self._rows(child, depth))
            elif name in WRAPPERS:
                blocks += self.read(child, depth - 1)
            elif name == "AlternateContent":
                branch = chosen_branch(child)
                blocks += self.read(branch, depth - 1) if branch is not None else []
            elif name in DROPPED:
                self._inline.findings.deleted_letters += count_letters(child)
        return blocks + self._carried_over()

    def _carried_over(self) -> list[Block]:
        carried, self._carried = self._carried, None
        return [as_block(line, None, heading=False) for line in carried.lines()] if carried is not None else []

    def _paragraph(self, element: Element, depth: int) -> list[Block]:
        properties = element.find(W + "pPr")
        style = self._styles.paragraph(properties)
        draft, boxes = self._inline.read(element, style, self._carried)
        self._carried = draft if is_deleted(properties) else None
        lines = draft.lines() if self._carried is None else []
        printed = self._printed(properties, style)
        if printed is not None and printed.number and not lines:
            lines = [Line(paragraph=Paragraph(text=""))]  # a number alone: its words stand in the next paragraph
        heading = style.heading or is_heading(properties, "")
        blocks = [as_block(line, printed if at == 0 else None, heading=heading) for at, line in enumerate(lines)]
        for box in boxes:
            blocks += self.read(box, depth - 1)
        return blocks

    def _printed(self, properties: Element | None, style: Style) -> Printed | None:
        own = properties.find(W + "numPr") if properties is not None else None
        num_id = value(own, "numId") or style.num_id
        level = integer(value(own, "ilvl"), style.level or 0)
        mark = properties.find(W + "rPr") if properties is not None else None
        if switch(mark, "vanish") or is_deleted(properties):
            return None
        return self._numbering.next(num_id, level)

    def _rows(self, table: Element, depth: int) -> Iterator[tuple[Cell, ...]]:
        for row in children(table, "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self._inline.findings.deleted_letters += count_letters(row)
                continue
            yield tuple(Cell(blocks=tuple(self.read(cell, depth - 1))) for cell in children(row, "tc"))


def is_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted, so that the next paragraph goes on with its words."""
    mark = properties.find(W + "rPr") if properties is not None else None
    return mark is not None and mark.find(W + "del") is not None


def children(parent: Element, name: str) -> Iterator[Element]:
    """The children of that name, also where content controls are wrapped around them."""
    pending = list(parent)[::-1]
    while pending:
        child = pending.pop()
        if local(child) == name:
            yield child
        elif local(child) in WRAPPERS:
            pending += list(child)[::-1]


def as_block(line: Line, printed: Printed | None, *, heading: bool) -> Block:
    """One line as a block, with the number or bullet that Word prints in front of it."""
    paragraph = line.paragraph
    if printed is not None and printed.bullet:
        paragraph = replace(paragraph, kind="item", bullet=printed.bullet)
    elif printed is not None and printed.level > 0:
        paragraph = replace(paragraph, kind="item")
    number = printed.number if printed is not None else ""
    return Block(paragraph=paragraph, number=number, bold=line.bold, heading=heading)
