"""Blocks: the common form into which every layout without structure of its own is brought.

A layout module (plain text, Word, PDF) turns bytes into Blocks; ``body.assemble`` turns Blocks into records.
Layouts with structure (KOOP XML and HTML) build records themselves and share headings, numbering and footnotes.
"""

from dataclasses import dataclass

from navraag.records.evidence import Furniture, Problem
from navraag.records.text import Footnote, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of a document in reading order.

    ``number`` is an automatic or printed list number that stands apart from the words ("1.", "a)"); ``bold`` and
    ``heading`` are what the layout knows of the looks. Known note marks are already anchors in ``paragraph.marks``.
    """

    paragraph: Paragraph
    number: str = ""
    bold: bool = False
    heading: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return self.paragraph.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """A whole document as blocks: body, notes that the layout knows to be notes, furniture set aside, problems."""

    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    problems: tuple[Problem, ...] = ()
    marks_known: bool = False
    """True where the layout knows every note mark (Word, PDF glyph sizes); then no mark is guessed from the words."""
