"""PDF files: official publications, unformatted papers, and letters of ministries; glyphs tell notes and furniture."""

from collections.abc import Iterator, Sequence

from navraag.errors import LayoutError
from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.body import assemble
from navraag.parsing.glyphs.columns import in_order
from navraag.parsing.glyphs.furniture import set_aside
from navraag.parsing.glyphs.lines import GlyphLine, page_lines
from navraag.parsing.glyphs.measures import measure
from navraag.parsing.glyphs.notes import split_marks, take_page_notes
from navraag.parsing.glyphs.paragraphs import paragraphs
from navraag.parsing.glyphs.runs import GlyphPage, read_pages
from navraag.parsing.letters.letter import read_letter
from navraag.parsing.printed.glue import count_words
from navraag.records.evidence import Furniture, Problem
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph

LAYOUT = "pdf"
FEW_LETTERS = 20


def read(data: bytes, *, name: str) -> Parsed:
    """Records of one PDF; LayoutError where it is protected, damaged, or a scan without text."""
    blocks, margin = read_blocks(data)
    letter = read_letter(with_letterhead(blocks, margin), margin)
    if letter is not None:
        return assemble(letter.blocks, layout=LAYOUT, name=name, front=letter.front)
    return assemble(with_margin(blocks, margin), layout=LAYOUT, name=name)


def read_blocks(data: bytes) -> tuple[Blocks, tuple[str, ...]]:
    """The document as blocks, and the lines in its right margin."""
    pages: list[GlyphPage] = []
    lines: list[GlyphLine] = []
    for page in read_pages(data):
        lines += page_lines(page)
        pages.append(GlyphPage(number=page.number, width=page.width, height=page.height, runs=page.runs[:1]))
    if sum(map(str.isalpha, "".join(line.text for line in lines[:200]))) < FEW_LETTERS:
        raise LayoutError(f"PDF without a text layer ({len(pages)} pages of pictures): it would need character recognition")
    measures = measure(lines)
    sorted_out = set_aside(lines, pages, measures)
    known = count_words("\n".join(line.text for line in lines))
    ordered = in_order(sorted_out.body, measures)
    noted = take_page_notes(ordered.pages, measures, known)
    blocks = Blocks(
        body=split_marks(paragraphs(noted.body, measures, known), frozenset(note.label for note in noted.notes)),
        footnotes=noted.notes,
        furniture=sorted_out.furniture,
        problems=tuple(empty_pages(pages)),
        marks_known=True,
    )
    return blocks, tuple(line.text for line in ordered.margin)


def empty_pages(pages: Sequence[GlyphPage]) -> Iterator[Problem]:
    """A problem for each page on which no text was found."""
    for page in pages:
        if not page.runs:
            message = f"page {page.number + 1} holds no text"
            yield Problem(code="pdf.page-without-text", message=message, where=f"page {page.number + 1}")


def with_letterhead(blocks: Blocks, margin: Sequence[str]) -> Blocks:
    """Blocks with the margin as letterhead."""
    letterhead = tuple(Furniture(kind="letterhead", text=line) for line in margin if line)
    return Blocks(
        body=blocks.body, footnotes=blocks.footnotes, furniture=(*letterhead, *blocks.furniture),
        problems=blocks.problems, marks_known=True,
    )


def with_margin(blocks: Blocks, margin: Sequence[str]) -> Blocks:
    """Blocks with the lines of the margin at the end of the body: no word is lost."""
    added = tuple(Block(paragraph=Paragraph(text=line)) for line in margin if line)
    return Blocks(
        body=(*blocks.body, *added), footnotes=blocks.footnotes, furniture=blocks.furniture,
        problems=blocks.problems, marks_known=True,
    )
