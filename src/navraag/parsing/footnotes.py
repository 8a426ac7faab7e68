"""Footnotes that are typed as words: a list at the end ("1) …", "[1] …") and marks in the text ("? 1)", "[2]", "»?1").

Layouts that know their notes (Word, PDF glyph sizes) hand them over as anchors; a document may hold both kinds. Then
the typed list keeps its labels and the other notes get ``w1``, ``w2`` … (PARSED.md, convention 19).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from navraag.parsing.blocks import Block
from navraag.parsing.numbering import read_heading
from navraag.parsing.paragraphs import Edit, cut, edit
from navraag.records.text import Footnote, Mark, Paragraph

_LABEL = re.compile(
    r"(?:\[(?P<square>\d{1,3}|\*{1,5})\]:?|\(?(?P<round>\d{1,3}|\*{1,5})\)|(?P<raised>[⁰¹²³⁴-⁹]{1,3}|\*{1,5}))\s*(?=\S)"
)
_PLAIN_LABEL = re.compile(r"(?P<plain>\d{1,3})(?:\.\s+|\s+(?=\S)|(?=[A-Zhw«(]))")
_SEPARATOR = re.compile(r"(?:[_=*~–—-]\s?){5,}\s*$|(?:voet|eind)?noten\s*:?\s*$|bronn?en\s*:?\s*$", re.IGNORECASE)
_CONTINUES = re.compile(r"https?:|www\.|\(http|\(www\.|[a-z()]")
_SOURCE = re.compile(r"https?:|www\.|\b(?:19|20)\d\d\b|\bnr\.|Kamerstuk")
_TYPED = re.compile(
    r"[ \t\xa0]*(?:\[(?P<square>\d{1,3}|\*{1,5})\]|(?<![\d.,])(?P<round>\d{1,3}|\*{1,5})\)|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))"
)
_GLUED = re.compile(r"(?<=[?!»”’)\]])(?P<glued>\d{1,2})(?=[\s,.;:?!)»”]|$)|(?<=[a-zà-ÿ][.,\"'])(?P<weak>\d{1,2})(?=\s|$)")
_ENUMERATES = re.compile(r"(?:[:;,(]|\b(?:en|of|dat|namelijk|door|om|als|zijn))\s*$")
_ENDS = "?!.»”\"’')"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteList:
    """The body without its list of notes, the notes, and the separators that stood before it."""

    body: tuple[Block, ...]
    notes: tuple[Footnote, ...] = ()
    separators: tuple[str, ...] = ()


def label_key(label: str) -> tuple[int, int, str]:
    """Sorts labels as readers count them: 1, 2, 10, then *, then w1."""
    digits = re.sub(r"\D", "", label)
    return (label.startswith("w"), int(digits) if digits else 0, label)


_URL = re.compile(r"(?:https?://|www\.)[^\s<>«»\"”]+")


def addresses(words: str) -> tuple[str, ...]:
    """The web addresses that stand in a note."""
    return tuple(dict.fromkeys(match[0].rstrip(".,;:)]’'") for match in _URL.finditer(words)))


def footnote(label: str, words: str) -> Footnote:
    """A note with the addresses in it."""
    text = " ".join(words.split())
    return Footnote(label=label, text=text, urls=addresses(text))


def _label(block: Block, *, plain: bool) -> tuple[str, int] | None:
    """The label with which a block begins as a note would, and where its words start."""
    if block.number:
        match = _LABEL.match(block.number + "\u00a0x")
        return (_printed(match), 0) if match else None
    match = _LABEL.match(block.text) or (_PLAIN_LABEL.match(block.text) if plain else None)
    return (_printed(match), match.end()) if match else None


def _printed(match: re.Match[str]) -> str:
    groups = match.groupdict()
    label = next(value for value in groups.values() if value)
    return str(label).translate(_RAISED)


def _start(blocks: Sequence[Block]) -> int | None:
    """Where the list of notes begins: the last label 1 or * after which no heading follows."""
    for index in range(len(blocks) - 1, 0, -1):
        block = blocks[index]
        heading = read_heading(block.text)
        if heading is not None and not heading.bare:
            return None
        label = _label(block, plain=_after_separator(blocks, index))
        if label is not None and label[0] in {"1", "*"}:
            return index
    return None


def _after_separator(blocks: Sequence[Block], index: int) -> bool:
    """Whether a separator line stands before this block, with nothing but notes between."""
    return any(_SEPARATOR.match(block.text) for block in blocks[max(0, index - 12):index])


def _collect(blocks: Sequence[Block], start: int) -> tuple[list[tuple[str, list[str]]], int]:
    """Notes from ``start`` on as label and paragraphs, and the index after the last one."""
    notes: list[tuple[str, list[str]]] = []
    plain = _after_separator(blocks, start)
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


def _unglued(notes: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Notes, where "[2] …[3] …" ran together in one paragraph taken apart."""
    apart: list[tuple[str, list[str]]] = []
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


def _follows(before: str, label: str) -> bool:
    if before.isdigit() and label.isdigit():
        return int(before) < int(label) <= int(before) + 3
    return label == before + "*"


def _is_list(blocks: Sequence[Block], start: int, notes: list[tuple[str, list[str]]]) -> bool:
    """Whether these are notes and not a list that happens to stand last."""
    if _after_separator(blocks, start):
        return True
    labels = frozenset(label for label, _ in notes)
    if any(_find(block.paragraph, Seen(notes=labels)) for block in blocks[:start]):
        return True
    return all(_SOURCE.search(" ".join(words)) and "?" not in " ".join(words)[-2:] for _, words in notes)


def take_notes(blocks: Sequence[Block]) -> NoteList:
    """The body and the list of notes at its end, wherever "Toelichting" stands."""
    start = _start(blocks)
    if start is None:
        return NoteList(body=tuple(blocks))
    notes, end = _collect(blocks, start)
    notes = _unglued(notes)
    if not _is_list(blocks, start, notes):
        return NoteList(body=tuple(blocks))
    before = list(blocks[:start])
    separators: list[str] = []
    while before and _SEPARATOR.match(before[-1].text):
        separators.insert(0, before.pop().text)
    return NoteList(
        body=(*before, *blocks[end:]),
        notes=tuple(footnote(label, " ".join(words)) for label, words in notes),
        separators=tuple(separators),
    )


@dataclass(slots=True, kw_only=True)
class Seen:
    """Labels that have a note, and labels whose mark was met so far."""

    notes: frozenset[str] = frozenset()
    met: set[str] = field(default_factory=set)

    @property
    def expected(self) -> str:
        """The label that a mark without a note would bear."""
        return str(max((int(label) for label in self.met if label.isdigit()), default=0) + 1)

    def accepts(self, label: str, *, strong: bool) -> bool:
        """Whether a mark with this label may stand here; ``strong`` is at the end of a sentence or quotation."""
        if label in self.notes:
            return strong or label not in self.met
        return strong and label == self.expected


def _depths(text: str) -> list[int]:
    """For each character, how many round brackets stand open before it."""
    depth = 0
    depths = []
    for char in text:
        depths.append(depth)
        depth = depth + 1 if char == "(" else max(0, depth - 1) if char == ")" else depth
    return depths


def _candidates(text: str, *, glued: bool) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Spans that look like marks: start, end, label, at the end of a sentence, beyond doubt by its form."""
    depths = _depths(text)
    for match in _TYPED.finditer(text):
        label = _printed(match)
        at = match.start("round")
        before = text[:match.start()].rstrip()
        if at >= 0 and (depths[at] or not before or _ENUMERATES.search(before[-12:])):
            continue
        yield match.start(), match.end(), label, before[-1:] in _ENDS or before.endswith(("]", ")")), at < 0
    if glued:
        for match in _GLUED.finditer(text):
            yield match.start(), match.end(), _printed(match), True, False


def _find(paragraph: Paragraph, seen: Seen, *, glued: bool = False) -> list[Edit]:
    """The typed marks of a paragraph as edits that take them out of the words."""
    edits: list[Edit] = []
    for start, end, label, strong, certain in sorted(_candidates(paragraph.text, glued=glued)):
        if edits and start < edits[-1].end:
            continue
        if certain or seen.accepts(label, strong=strong):
            seen.met.add(label)
            edits.append(Edit(start=start, end=end, labels=(label,)))
    return edits


def anchor(blocks: Iterable[Block], notes: Iterable[Footnote], *, glued: bool) -> tuple[Block, ...]:
    """Blocks with their typed marks as anchors; ``glued`` also takes bare digits ("plek»?1") for marks."""
    seen = Seen(notes=frozenset(note.label for note in notes))
    return tuple(replace(block, paragraph=edit(block.paragraph, _find(block.paragraph, seen, glued=glued))) for block in blocks)


def renamed(blocks: Iterable[Block], notes: Sequence[Footnote], taken: frozenset[str]) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Blocks and notes of the layout itself, named ``w1`` … where a typed list uses the same labels."""
    clash = bool(taken & {note.label for note in notes})
    if not clash:
        return tuple(blocks), tuple(notes)

    def changed(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, marks=tuple(Mark(label=f"w{m.label}", at=m.at) for m in paragraph.marks))

    return (
        tuple(replace(block, paragraph=changed(block.paragraph)) for block in blocks),
        tuple(replace(note, label=f"w{note.label}") for note in notes),
    )


__all__ = ["NoteList", "Seen", "addresses", "anchor", "cut", "footnote", "label_key", "renamed", "take_notes"]
