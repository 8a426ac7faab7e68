"""Notes at the foot of PDF pages: known by their size, their place and their labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from navraag.parsing.blocks import Block
from navraag.parsing.footnotes import footnote
from navraag.parsing.glyphs.lines import PLAIN_LABEL, GlyphLine, label_of
from navraag.parsing.glyphs.measures import Measures
from navraag.parsing.printed.glue import joined_words
from navraag.records.text import Footnote, Mark, Paragraph

FURTHEST = 4  # labels may skip a few that stand on a page read badly


@dataclass(slots=True, kw_only=True)
class Note:
    """A note in the making: its label and its lines, which may run on over pages."""

    label: str
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """The body's lines without the notes, and the notes."""

    body: tuple[GlyphLine, ...]
    notes: tuple[Footnote, ...]


def take_page_notes(pages: Sequence[Sequence[GlyphLine]], measures: Measures, known: dict[str, int]) -> Noted:
    """Body and notes of a document, given the lines of each page; ``known`` counts its words, for hyphens."""
    body: list[GlyphLine] = []
    notes: list[Note] = []
    for lines in pages:
        start = foot_start(lines, measures, notes)
        body += lines[:start]
        for line in lines[start:]:
            add_line(line, notes)
    return Noted(body=tuple(body), notes=tuple(footnote(note.label, joined_words(note.lines, known)) for note in notes))


def foot_start(lines: Sequence[GlyphLine], measures: Measures, notes: Sequence[Note]) -> int:
    """The index at which the notes of a page begin; its length where it has none.

    Notes are the small lines that reach the foot of the page, from the first that bears the next label on; before it
    there may stand the rest of a note of the page before.
    """
    start = len(lines)
    while start and measures.is_small(lines[start - 1]):
        start -= 1
    labelled = [at for at in range(start, len(lines)) if label_of(lines[at])]
    last = notes[-1].label if notes else "0"
    first = next((at for at in labelled if follows(last, label_of(lines[at]))), None)
    if first is None:
        return len(lines)
    return start if notes and first > start and not labelled[0] < first else first


def add_line(line: GlyphLine, notes: list[Note]) -> None:
    """A line begins the next note, or goes on with the last one."""
    label = label_of(line)
    if label and (not notes or follows(notes[-1].label, label)):
        notes.append(Note(label=label, lines=[without_label(line)]))
    elif notes:
        notes[-1].lines.append(line.text)


def without_label(line: GlyphLine) -> str:
    """The words of a note's first line."""
    if line.label:
        return line.text
    match = PLAIN_LABEL.match(line.text)
    return line.text[match.end() :] if match else line.text


def follows(last: str, label: str) -> bool:
    """Whether a label counts on from the last one."""
    if last.isdigit() and label.isdigit():
        return int(last) < int(label) <= int(last) + FURTHEST
    return not label.isdigit() and label != last


def split_marks(blocks: Iterable[Block], labels: frozenset[str]) -> tuple[Block, ...]:
    """Blocks in which marks that stood without a blank between them ("123") are marks of the notes 1, 2 and 3."""
    return tuple(replace(block, paragraph=_split(block.paragraph, labels)) if block.paragraph.marks else block for block in blocks)


def _split(paragraph: Paragraph, labels: frozenset[str]) -> Paragraph:
    marks = [Mark(label=label, at=mark.at) for mark in paragraph.marks for label in parts_of(mark.label, labels)]
    return replace(paragraph, marks=tuple(marks))


def parts_of(label: str, labels: frozenset[str]) -> tuple[str, ...]:
    """The labels that a row of figures holds: itself, or labels of notes that count on by one.

    >>> parts_of("123", frozenset({"1", "2", "3"})), parts_of("12", frozenset({"12", "1", "2"}))
    (('1', '2', '3'), ('12',))
    """
    if label in labels or not label.isdigit():
        return (label,)
    for size in range(1, len(label)):
        first = int(label[:size])
        parts = [str(first)]
        while len("".join(parts)) < len(label):
            parts.append(str(first + len(parts)))
        if "".join(parts) == label and labels.issuperset(parts):
            return tuple(parts)
    return (label,)
