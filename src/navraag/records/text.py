"""Words with anchors. Offsets are defined here and only here.

An offset counts Unicode code points in ``Text.plain``: the paragraphs joined by one newline. Note marks are no part
of the words: they are anchors beside them, so that "91" with note 1 can never be read as 911.
"""

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["paragraph", "item", "row", "heading", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A note mark: its printed label, and the offset in the paragraph before which it stood."""

    label: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words of a paragraph (``start:end``) that the source itself linked to an address."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, list item, table row (with its cells) or sub-heading, without note marks."""

    text: str
    kind: ParagraphKind = "paragraph"
    bullet: str = ""
    cells: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words of one question, answer, note or notice, in paragraphs."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def plain(self) -> str:
        """The words alone, paragraphs separated by a newline; what offsets count in."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the note marks, in the order in which they stand."""
        return tuple(mark.label for paragraph in self.paragraphs for mark in paragraph.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note as printed: its label ("1", "w1"), its words and the addresses in it."""

    label: str
    text: str
    urls: tuple[str, ...] = ()


def plain_text(*paragraphs: str) -> Text:
    r"""A Text of plain paragraphs.

    >>> plain_text("Ja.", "Zie verder.").plain
    'Ja.\nZie verder.'
    """
    return Text(paragraphs=tuple(Paragraph(text=words) for words in paragraphs if words))
