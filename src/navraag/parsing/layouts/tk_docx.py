"""Word files: of the Tweede Kamer (questions, answers, notices) and answer letters of ministries."""

from navraag.parsing.blocks import Blocks
from navraag.parsing.body import assemble
from navraag.parsing.letters.letter import read_letter
from navraag.parsing.word.document import WordDocument, read_word
from navraag.parsing.word.furniture import as_furniture
from navraag.records.parsed import Parsed

LAYOUT = "tk_docx"


def read(data: bytes, *, name: str) -> Parsed:
    """Records of one Word file; LayoutError where it is damaged, protected or would unpack to gigabytes."""
    document = read_word(data)
    head = [block.text for kind, blocks in document.margins if kind == "header" for block in blocks]
    letter = read_letter(as_blocks(document, letter=True), head)
    if letter is not None:
        return assemble(letter.blocks, layout=LAYOUT, name=name, front=letter.front)
    return assemble(as_blocks(document, letter=False), layout=LAYOUT, name=name)


def as_blocks(document: WordDocument, *, letter: bool) -> Blocks:
    """A Word file as blocks, its headers and footers as furniture; a letter's are its letterhead."""
    furniture = (piece for kind, blocks in document.margins for piece in as_furniture(kind, blocks, letter=letter))
    return Blocks(
        body=document.body,
        footnotes=document.footnotes,
        furniture=tuple(furniture),
        problems=document.problems,
        marks_known=True,
    )
