"""Plain text: taken from an official PDF (pages, furniture, notes in mid-sentence) or from a Word file (a paragraph a line)."""

import re

from navraag.parsing import body
from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.decoding import decode
from navraag.parsing.page_text import from_pages
from navraag.parsing.pages import is_paged
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1f]")
_LINES = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def read(data: bytes, *, name: str) -> Parsed:
    """The records of a text file; LayoutError where its bytes are no text."""
    text = _INVISIBLE.sub("", decode(data, name=name))
    lines = _LINES.split(text)
    blocks = from_pages(lines) if is_paged(lines) else from_word(lines)
    return body.assemble(blocks, layout="plain_text", name=name)


def from_word(lines: list[str]) -> Blocks:
    """Text of a Word file: each line is a paragraph."""
    return Blocks(body=tuple(Block(paragraph=Paragraph(text=line)) for line in lines if line.strip()))
