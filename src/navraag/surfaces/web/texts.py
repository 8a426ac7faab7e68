"""Texts of documents as safe HTML: paragraphs, lists, tables, note marks as anchors, references as links.

Every word of a document passes through ``_safe``; only what this module writes itself is markup. Pieces are plain
strings of HTML and become Markup at the very end: that is several times faster than Markup all along.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from markupsafe import Markup

from navraag.records.text import Footnote, Link, Mark, Paragraph, Text
from navraag.surfaces.links import linkify, safe_url, without_overlap

Html = str
Marked = tuple[Paragraph, bool]
_FOUND: dict[bool, Html] = {False: "", True: ' class="found"'}
_SPECIAL = re.compile(r"[&<>\"']")


@dataclass(slots=True, kw_only=True)
class Notes:
    """The notes of one document on one page: which exist, and which were marked so far.

    ``scope`` keeps the anchors of several documents on one page apart; ``prefix`` is the language part of our own
    addresses ("" or "/en"), ``home`` the page of the case, to which "zie het antwoord op vraag 3" leads. It changes while a page is written: that is how a note knows its first mark.
    """

    scope: str
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    prefix: str = ""
    missing: str = ""
    home: str = ""
    used: dict[str, int] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)

    def mark(self, mark: Mark) -> Html:
        """One note mark: a link to its note, or a plain mark that says that the note's text is missing."""
        label = _safe(mark.label)
        if mark.label not in self.footnotes:
            return f'<sup class="mark missing" title="{_safe(self.missing)}">{label}</sup>'
        seen = self.used[mark.label] = self.used.get(mark.label, 0) + 1
        anchor = self.anchor("merk", mark.label) + (f"-{seen}" if seen > 1 else "")
        note = self.anchor("noot", mark.label)
        return f'<sup class="mark"><a role="doc-noteref" id="{anchor}" href="#{note}">{label}</a></sup>'

    def anchor(self, kind: str, label: str) -> str:
        """The id of a mark or a note; of a printed label only what an address can hold."""
        return f"{kind}-{self.scope}-{''.join(letter if letter.isalnum() else '_' for letter in label)}"

    def fresh(self, labels: Iterable[str]) -> tuple[Footnote, ...]:
        """The notes of these marks that no earlier part of the page has shown; each is handed out once."""
        wanted = [label for label in dict.fromkeys(labels) if label in self.footnotes and label not in self.shown]
        self.shown.update(wanted)
        return tuple(self.footnotes[label] for label in wanted)

    def rest(self) -> tuple[Footnote, ...]:
        """The notes that no mark on the page points to."""
        return self.fresh(self.footnotes)


def by_label(footnotes: tuple[Footnote, ...]) -> dict[str, Footnote]:
    """Notes by their label; where a label was printed twice, both texts stand under it."""
    table: dict[str, Footnote] = {}
    for note in footnotes:
        known = table.get(note.label)
        table[note.label] = note if known is None else Footnote(
            label=note.label, text=f"{known.text}\n{note.text}", urls=(*known.urls, *note.urls),
        )
    return table


def render(text: Text, notes: Notes, marked: frozenset[int] = frozenset()) -> Markup:
    """A text as HTML blocks; paragraphs whose place is in ``marked`` have a thin mark in the margin."""
    numbered = ((paragraph, at in marked) for at, paragraph in enumerate(text.paragraphs))
    blocks = (_block(kind, list(group), notes) for kind, group in groupby(numbered, key=_kind))
    return Markup("".join(blocks))  # noqa: S704  # every word in it went through _safe


def render_note(note: Footnote, notes: Notes) -> Markup:
    """The words of a note, with its addresses as links; addresses that stand not in its words follow them."""
    extra = [_anchor(_safe(url), url, notes) for url in note.urls if url not in note.text and safe_url(url)]
    return Markup(" ".join([_inline(Paragraph(text=note.text), notes), *extra]))  # noqa: S704  # same


def _kind(numbered: Marked) -> str:
    return numbered[0].kind


def _safe(words: str) -> Html:
    """Words of a document as HTML: the one way by which they enter a page."""
    return escape(words) if _SPECIAL.search(words) else words


def _block(kind: str, paragraphs: list[Marked], notes: Notes) -> Html:
    match kind:
        case "item":
            return f'<ul class="items">{"".join(_item(paragraph, notes, _FOUND[found]) for paragraph, found in paragraphs)}</ul>'
        case "row":
            rows = "".join(_row(paragraph, notes) for paragraph, _ in paragraphs)
            return f'<div class="table{" found" if any(found for _, found in paragraphs) else ""}" tabindex="0"><table>{rows}</table></div>'
    tag = {"heading": "h4", "quote": "blockquote"}.get(kind, "p")
    return "".join(f"<{tag}{_FOUND[found]}>{_inline(paragraph, notes)}</{tag}>" for paragraph, found in paragraphs)


def _item(paragraph: Paragraph, notes: Notes, found: Html) -> Html:
    bullet = _safe(paragraph.bullet.strip() or "–")
    return f'<li{found}><span class="bullet">{bullet}</span> <span>{_inline(paragraph, notes)}</span></li>'


def _row(paragraph: Paragraph, notes: Notes) -> Html:
    cells = paragraph.cells or (paragraph.text,)
    starts = _starts(paragraph.text, cells)
    marks: list[list[Mark]] = [[] for _ in cells]
    for mark in paragraph.marks:
        cell = max(bisect_right(starts, mark.at) - 1, 0)
        marks[cell].append(Mark(label=mark.label, at=mark.at - starts[cell]))
    parts = [Paragraph(text=words, marks=tuple(held)) for words, held in zip(cells, marks, strict=True)]
    return f"<tr>{''.join(f'<td>{_inline(part, notes)}</td>' for part in parts)}</tr>"


def _starts(text: str, cells: tuple[str, ...]) -> list[int]:
    """Where each cell starts in the words of its row."""
    starts, place = [], 0
    for cell in cells:
        found = text.find(cell, place)
        place = place if found < 0 else found
        starts.append(place)
        place += len(cell)
    return starts


def _inline(paragraph: Paragraph, notes: Notes) -> Html:
    """The words of one paragraph with its links and marks; a mark inside a link follows it."""
    text, place = paragraph.text, 0
    pieces: list[Html] = []
    marks = sorted(paragraph.marks, key=_place)
    for link in _links(paragraph, notes.home):
        before = [mark for mark in marks if mark.at <= link.start]
        marks = marks[len(before):]
        pieces.append(_plain(text[place:link.start], place, before, notes))
        pieces.append(_anchor(_safe(text[link.start:link.end]), link.url, notes))
        place = link.end
    pieces.append(_plain(text[place:], place, marks, notes))
    return "".join(pieces)


def _place(mark: Mark) -> int:
    return mark.at


def _plain(words: str, offset: int, marks: list[Mark], notes: Notes) -> Html:
    """Words without links, that start at ``offset`` in their paragraph, with the marks in them."""
    if not marks:
        return _safe(words)
    pieces, place = [], 0
    for mark in marks:
        at = max(place, min(mark.at - offset, len(words)))
        pieces += [_safe(words[place:at]), notes.mark(mark)]
        place = at
    return "".join([*pieces, _safe(words[place:])])


def _links(paragraph: Paragraph, home: str) -> tuple[Link, ...]:
    """What the source itself linked, and in the words between what we can link ourselves."""
    found = linkify(paragraph.text, home=home)
    if not paragraph.links:
        return found
    own = [link for link in paragraph.links if safe_url(link.url) and 0 <= link.start < link.end <= len(paragraph.text)]
    between = [link for link in found if not any(link.start < other.end and other.start < link.end for other in own)]
    return without_overlap([*own, *between])


def _anchor(words: Html, url: str, notes: Notes) -> Html:
    if url.startswith("/"):
        return f'<a href="{_safe(notes.prefix + url)}">{words}</a>'
    return f'<a rel="external noopener nofollow" href="{_safe(url)}">{words}</a>'
