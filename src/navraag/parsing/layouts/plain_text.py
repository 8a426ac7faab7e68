"""Plain text: taken from an official PDF (pages, furniture, notes in mid-sentence) or from a Word file (a paragraph a line)."""

import re

from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.body import assemble
from navraag.parsing.decoding import decode
from navraag.parsing.footnotes import footnote
from navraag.parsing.letters.letter import read_letter
from navraag.parsing.numbering import read_heading
from navraag.parsing.paragraphs import Edit, edit
from navraag.parsing.printed.page_text import from_pages
from navraag.parsing.printed.pages import is_paged
from navraag.parsing.titles.front import title_kind
from navraag.records.parsed import Parsed
from navraag.records.text import Footnote, Paragraph

LAYOUT = "plain_text"

_OWN_NOTE = re.compile(r"\s*\[\^(?P<label>\d{1,3})\]:\s*")
_OWN_MARK = re.compile(r"\[\^(?P<label>\d{1,3})\]")
_SENTENCE_ENDS = re.compile(r"[.?!:;»”\"')\]]\s*$")
_ITEM = re.compile(r"\s*(?:[-–•*]|\[?\d{1,3}[\])]|[a-z]\))\s")
_WRAP_LEAST, _WRAP_MOST, _BROKEN_LEAST = 55, 120, 5
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1f]")
_LINES = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def read(data: bytes, *, name: str) -> Parsed:
    """The records of a text file; LayoutError where its bytes are no text."""
    text = _INVISIBLE.sub("", decode(data, name=name))
    lines = _LINES.split(text)
    if is_paged(lines):
        return assemble(from_pages(lines), layout=LAYOUT, name=name)
    blocks = from_word(lines)
    letter = read_letter(blocks)
    if letter is not None:
        return assemble(letter.blocks, layout=LAYOUT, name=name, front=letter.front)
    return assemble(blocks, layout=LAYOUT, name=name)


def from_word(lines: list[str]) -> Blocks:
    """Text of a Word file: each line is a paragraph; "[^1]" is how converters print Word's own notes."""
    body: list[Block] = []
    notes: list[Footnote] = []
    for line in _unwrapped(lines):
        note = _OWN_NOTE.match(line)
        if note:
            notes.append(footnote(note["label"], line[note.end():]))
        elif line.strip():
            paragraph = Paragraph(text=line.strip(), kind="item" if line.startswith("\t") else "paragraph")
            marks = [Edit(start=m.start(), end=m.end(), labels=(m["label"],)) for m in _OWN_MARK.finditer(paragraph.text)]
            body.append(Block(paragraph=edit(paragraph, marks)))
    return Blocks(body=tuple(body), footnotes=tuple(notes))


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines, those of a text that was wrapped at some width put together to paragraphs again.

    A text is wrapped where hardly a line is long and a good part of the lines stop in the middle of a sentence.
    """
    spoken = [line for line in lines if line.strip()]
    broken = sum(_WRAP_LEAST < len(line) <= _WRAP_MOST and not _SENTENCE_ENDS.search(line) for line in spoken)
    long = sum(len(line) > _WRAP_MOST for line in spoken)
    if long * 10 > max(len(spoken), 20) or broken < _BROKEN_LEAST or broken * 4 < len(spoken):
        return lines
    whole: list[str] = []
    for line in lines:
        above = whole[-1] if whole else ""
        last = len(above) - above.rfind("\n") - 1
        goes_on = _WRAP_LEAST < last <= _WRAP_MOST and line.strip() and not _begins(line)
        if goes_on:
            whole[-1] = f"{above}\n{line}"
        else:
            whole.append(line)
    return [line.replace("\n", " ") for line in whole]


def _begins(line: str) -> bool:
    """Whether a line of wrapped text begins a paragraph by its looks."""
    heading = read_heading(line)
    return heading is not None or title_kind(line) is not None or _ITEM.match(line) is not None
