"""Cutting and changing paragraphs so that their note marks and links stay at the right words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from navraag.records.text import Link, Mark, Paragraph, Text

_BLANKS = re.compile(r"\s+")
_BULLET = re.compile(r"(?P<bullet>[-–—•·▪●○◦‣⁃\uf0b7])\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words ``start:end`` give way to ``words``; marks with ``labels`` come to stand before them."""

    start: int
    end: int
    words: str = ""
    labels: tuple[str, ...] = ()


def edit(paragraph: Paragraph, edits: Sequence[Edit]) -> Paragraph:
    """A paragraph with these changes, in order and without overlap, made in it."""
    if not edits:
        return paragraph
    text = paragraph.text
    pieces: list[str] = []
    shifts: list[int] = []
    marks: list[Mark] = []
    position = length = 0
    for change in edits:
        pieces += [text[position:change.start], change.words]
        length += change.start - position
        marks += [Mark(label=label, at=length) for label in change.labels]
        length += len(change.words)
        position = change.end
        shifts.append(length - position)
    pieces.append(text[position:])
    ends = [change.end for change in edits]

    def moved(at: int) -> int:
        index = bisect_right(ends, at)
        at = min(at, edits[index].start) if index < len(edits) else at
        return at + (shifts[index - 1] if index else 0)

    marks += [Mark(label=m.label, at=moved(m.at)) for m in paragraph.marks]
    marks.sort(key=lambda mark: mark.at)
    links = tuple(Link(start=moved(k.start), end=moved(k.end), url=k.url) for k in paragraph.links)
    return replace(paragraph, text="".join(pieces), marks=tuple(marks), links=links)


def cut(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """The words ``start:end`` of a paragraph, trimmed, with the marks and links that stand in them."""
    stop = len(paragraph.text) if end is None else end
    words = paragraph.text[start:stop]
    first = start + len(words) - len(words.lstrip())
    words = words.strip()
    last = first + len(words)
    marks = tuple(
        Mark(label=mark.label, at=min(max(mark.at, first), last) - first)
        for mark in paragraph.marks
        if (start < mark.at or start == mark.at == 0 or not start) and (mark.at <= stop)
    )
    links = tuple(
        Link(start=max(link.start, first) - first, end=min(link.end, last) - first, url=link.url)
        for link in paragraph.links
        if link.start < last and link.end > first
    )
    return replace(paragraph, text=words, marks=marks, links=links)


def tidy(paragraph: Paragraph) -> Paragraph:
    """A paragraph with single blanks, none at its ends; its marks stay at their words."""
    text = paragraph.text
    spans = [match.span() for match in _BLANKS.finditer(text) if match[0] != " " or match.end() == len(text) or not match.start()]
    inner = [Edit(start=s, end=e, words=" " if 0 < s and e < len(text) else "") for s, e in spans]
    return edit(paragraph, inner)


def itemised(paragraph: Paragraph) -> Paragraph:
    """A paragraph that begins with a typed bullet as a list item with that bullet."""
    match = _BULLET.match(paragraph.text) if paragraph.kind == "paragraph" else None
    if match is None:
        return paragraph
    return replace(cut(paragraph, match.end()), kind="item", bullet=match["bullet"])


def text_of(paragraphs: Iterable[Paragraph]) -> Text:
    """A Text of the paragraphs that hold words, cells or marks."""
    tidied = (itemised(tidy(paragraph)) for paragraph in paragraphs)
    return Text(paragraphs=tuple(p for p in tidied if p.text or p.cells or p.marks))
