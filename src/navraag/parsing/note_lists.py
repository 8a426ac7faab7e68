"""Lists of notes at the end of a paper: "1) …", "[1] …", "*) …", below a line or not, before or after "Toelichting"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from navraag.parsing.blocks import Block
from navraag.parsing.footnotes import footnote
from navraag.parsing.note_marks import Seen, glued_marks, printed_label, typed_marks
from navraag.parsing.numbering import read_heading
from navraag.records.text import Footnote

_LABEL = re.compile(
    r"(?:\[(?P<square>\d{1,3}|\*{1,5})\]:?|\(?(?P<round>\d{1,3}|\*{1,5})\)|(?P<raised>[⁰¹²³⁴-⁹]{1,3}|\*{1,5}))\s*(?=\S)"
)
_PLAIN_LABEL = re.compile(r"(?P<plain>\d{1,3})(?:\.\s+|\s+(?=\S)|(?=[A-Zhw«(]))")
_SEPARATOR = re.compile(r"(?:[_=*~–—-]\s?){5,}\s*$|(?:voet|eind)?noten\s*:?\s*$|bronn?en\s*:?\s*$", re.IGNORECASE)
_CONTINUES = re.compile(r"https?:|www\.|\(http|\(www\.|[a-z(]|\)\s")
_SOURCE = re.compile(r"https?:|www\.|\b(?:19|20)\d\d\b|\bnr\.|Kamerstuk")
_CLOSE = re.compile(r"\s*X\s+Noot\s*$")
_TO_TOP = re.compile(r"\s*Naar boven\s*$", re.IGNORECASE)
_ALONE = re.compile(r"\s*(\d{1,3}|\*+)\s*$")
_SEPARATED_BY = 12
"""So many lines may stand between a separator and the note that it makes plain."""

_Notes = list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteList:
    """The body without its list of notes, the notes, and the separators that stood before it."""

    body: tuple[Block, ...]
    notes: tuple[Footnote, ...] = ()
    separators: tuple[str, ...] = ()


def _label(block: Block, *, plain: bool) -> tuple[str, int] | None:
    """The label with which a block begins as a note would, and where its words start."""
    if block.number:
        match = _LABEL.match(f"{block.number} x")
        return (printed_label(match), 0) if match else None
    match = _LABEL.match(block.text) or (_PLAIN_LABEL.match(block.text) if plain else None)
    return (printed_label(match), match.end()) if match else None


def _separated(blocks: Sequence[Block], index: int) -> bool:
    return any(_SEPARATOR.match(block.text) for block in blocks[max(0, index - _SEPARATED_BY):index])


def _start(blocks: Sequence[Block], *, plain: bool) -> int | None:
    """Where the list of notes begins: the last label 1 or * after which no heading follows."""
    for index in range(len(blocks) - 1, 0, -1):
        block = blocks[index]
        heading = read_heading(block.text)
        if heading is not None and not heading.bare:
            return None
        label = _label(block, plain=plain or _separated(blocks, index))
        if label is not None and label[0] in {"1", "*"}:
            return index
    return None


def _follows(before: str, label: str) -> bool:
    if before.isdigit() and label.isdigit():
        return int(before) < int(label) <= int(before) + 3
    return label == before + "*"


def _collect(blocks: Sequence[Block], start: int, *, plain: bool) -> tuple[_Notes, int]:
    """Notes from ``start`` on as label and paragraphs, and the index after the last one."""
    notes: _Notes = []
    plain = plain or _separated(blocks, start)
    for index in range(start, len(blocks)):
        block = blocks[index]
        label = _label(block, plain=plain)
        if label and (not notes or _follows(notes[-1][0], label[0])):
            notes.append((label[0], [block.text[label[1]:]]))
        elif label is None and notes and _CONTINUES.match(block.text):
            notes[-1][1].append(block.text)
        else:
            return notes, index
    return notes, len(blocks)


def _unglued(notes: _Notes) -> _Notes:
    """Notes, where "[2] …[3] …" ran together in one paragraph taken apart."""
    apart: _Notes = []
    for label, words in notes:
        apart.append((label, words))
        while apart[-1][0].isdigit():
            following = str(int(apart[-1][0]) + 1)
            head, mark, tail = apart[-1][1][-1].partition(f"[{following}]")
            if not mark or not head.strip() or not tail.strip() or any(following == other for other, _ in notes):
                break
            apart[-1][1][-1] = head
            apart.append((following, [tail]))
    return apart


def _is_list(blocks: Sequence[Block], start: int, notes: _Notes) -> bool:
    """Whether these are notes and not a list that happens to stand last."""
    if _separated(blocks, start):
        return True
    labels = frozenset(label for label, _ in notes)
    if any(typed_marks(block.paragraph, Seen(notes=labels)) for block in blocks[:start]):
        return True
    return all(_SOURCE.search(" ".join(words)) and "?" not in " ".join(words)[-2:] for _, words in notes)


def _is_plain_list(blocks: Sequence[Block], start: int, notes: _Notes) -> bool:
    """Whether "1 …", "2 …" are notes: each has a mark glued to a word above."""
    wanted = {int(label) for label, _ in notes if label.isdigit()}
    edits = glued_marks([block.text for block in blocks[:start]], wanted)
    return {int(label) for row in edits.values() for change in row for label in change.labels} >= wanted


def take_notes(blocks: Sequence[Block], *, glued: bool = False) -> NoteList:
    """The body and the list of notes at its end. ``glued``: bare digits may be marks, so "1 …" may be a note."""
    if any(_CLOSE.match(block.text) for block in blocks):
        return _page_notes(blocks)
    for plain in (False, True) if glued else (False,):
        start = _start(blocks, plain=plain)
        if start is None:
            continue
        collected, end = _collect(blocks, start, plain=plain)
        notes = _unglued(collected)
        if (_is_plain_list if plain else _is_list)(blocks, start, notes):
            return _cut(blocks, (start, end), notes)
    return NoteList(body=tuple(blocks))


def _page_notes(blocks: Sequence[Block]) -> NoteList:
    """Notes as a page of officielebekendmakingen.nl copies them: "X Noot", the label, the words, each on a line."""
    body: list[Block] = []
    notes: list[tuple[str, list[str]]] = []
    aside: list[str] = []
    inside = False
    for block in blocks:
        if _CLOSE.match(block.text) or _TO_TOP.match(block.text):
            aside.append(block.text)
            inside = _CLOSE.match(block.text) is not None
            continue
        label = _ALONE.match(block.text) if inside else None
        if label:
            notes.append((label[1], []))
            inside = False
        elif notes:
            notes[-1][1].append(block.text)
        else:
            body.append(block)
    listed = tuple(footnote(label, " ".join(words)) for label, words in notes)
    return NoteList(body=tuple(body), notes=listed, separators=tuple(aside))


def _cut(blocks: Sequence[Block], span: tuple[int, int], notes: _Notes) -> NoteList:
    start, end = span
    before = list(blocks[:start])
    separators: list[str] = []
    while before and _SEPARATOR.match(before[-1].text):
        separators.insert(0, before.pop().text)
    return NoteList(
        body=(*before, *blocks[end:]),
        notes=tuple(footnote(label, " ".join(words)) for label, words in notes),
        separators=tuple(separators),
    )
