"""Word files that hold whatever a paper held: characters that would break the file are left out, addresses become links."""

import re
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from navraag.records.text import Paragraph, Text

# What XML 1.0 cannot hold: control characters, halves of surrogate pairs, and two that are no characters.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Marks that turn the direction of what follows, and deletion, can make a line read as what it is not.
_MISLEADING = re.compile("[\u007f-\u0084\u0086-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")
_LONGEST_ADDRESS = 2_000


def clean(text: str) -> str:
    r"""A text that a Word file can hold.

    >>> clean("nul\x00 en \x1bbel\ud800")
    'nul en bel'
    """
    return _MISLEADING.sub("", _IMPOSSIBLE.sub("", text))


class WordFile:
    """A Word file in the making: headings, paragraphs, quotations, notes."""

    def __init__(self, title: str) -> None:
        self.document: WordDocument = Document()
        self.document.core_properties.title = clean(title)[:255]
        self.document.core_properties.author = "Navraag"
        self.document.core_properties.language = "nl-NL"
        style = self.document.styles["Normal"]
        style.font.size = Pt(10.5)
        style.element.get_or_add_rPr().append(_language())

    def heading(self, text: str, level: int = 1) -> None:
        """A heading."""
        self.document.add_heading(_line(text), level)

    def line(self, text: str, *, bold: bool = False, italic: bool = False) -> WordParagraph:
        """A paragraph of one line; addresses in it are links."""
        paragraph = self.document.add_paragraph()
        _fill(paragraph, _line(text), bold=bold, italic=italic)
        return paragraph

    def text(self, text: Text) -> None:
        """The paragraphs of a text, with its note marks raised and the rows of its tables parted."""
        for paragraph in text.paragraphs:
            made = self.document.add_paragraph(style="List Bullet" if paragraph.kind == "item" and not paragraph.bullet else None)
            for words, raised in _runs(paragraph):
                made.add_run(_line(words, trimmed=False)).font.superscript = raised or None

    def quotation(self, text: str) -> None:
        """Words of another paper, set in."""
        for words in text.split("\n"):
            if words.strip():
                self.document.add_paragraph(_line(words), style="Quote").paragraph_format.left_indent = Cm(1)

    def room(self, prompt: str = "[…]") -> None:
        """Where somebody still has to write."""
        self.document.add_paragraph(prompt)

    def new_page(self) -> None:
        """What follows stands on a page of its own."""
        self.document.add_page_break()  # type: ignore[no-untyped-call]

    def data(self) -> bytes:
        """The bytes of the file."""
        held = BytesIO()
        self.document.save(held)
        return held.getvalue()


def _line(text: str, *, trimmed: bool = True) -> str:
    flat = re.sub(r"\s+", " ", clean(text))
    return flat.strip() if trimmed else flat


def _runs(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """The words of a paragraph between its note marks, and the marks."""
    if paragraph.kind == "row":
        yield " | ".join(paragraph.cells), False
        return
    at = 0
    if paragraph.bullet:
        yield f"{paragraph.bullet} ", False
    for mark in sorted(paragraph.marks, key=lambda one: one.at):
        yield paragraph.text[at:mark.at], False
        yield mark.label, True
        at = mark.at
    yield paragraph.text[at:], False


def _fill(paragraph: WordParagraph, text: str, *, bold: bool, italic: bool) -> None:
    at = 0
    for match in _ADDRESS.finditer(text):
        if len(match[0]) <= _LONGEST_ADDRESS:
            _run(paragraph, text[at:match.start()], bold=bold, italic=italic)
            _link(paragraph, match[0])
            at = match.end()
    _run(paragraph, text[at:], bold=bold, italic=italic)


def _run(paragraph: WordParagraph, words: str, *, bold: bool, italic: bool) -> None:
    if words:
        run = paragraph.add_run(words)
        run.bold, run.italic = bold or None, italic or None


def _link(paragraph: WordParagraph, address: str) -> None:
    """Words that lead to the address that they are."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(address)
    run.font.underline = True
    element.append(run._r)  # noqa: SLF001 - the library has no other way to put a run in a link
    paragraph._p.append(element)  # noqa: SLF001 - same


def _language() -> object:
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), "nl-NL")
    return element
