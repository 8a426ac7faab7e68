"""Texts of documents as safe HTML: paragraphs, lists, tables, note marks as anchors, references as links.

Every word of a document passes through ``escape``; only what this module writes itself is markup.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup, escape

from navraag.records.text import Footnote, Link, Mark, Paragraph, Text
from navraag.surfaces.links import linkify, safe_url, without_overlap


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

    def mark(self, mark: Mark) -> Markup:
        """One note mark: a link to its note, or a plain mark that says that the note's text is missing."""
        if mark.label not in self.footnotes:
            return Markup('<sup class="mark missing" title="{}">{}</sup>').format(self.missing, mark.label)
        seen = self.used[mark.label] = self.used.get(mark.label, 0) + 1
        anchor = self.anchor("merk", mark.label) + (f"-{seen}" if seen > 1 else "")
        return Markup('<sup class="mark"><a role="doc-noteref" id="{}" href="#{}">{}</a></sup>').format(
            anchor, self.anchor("noot", mark.label), mark.label,
        )

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


def render(text: Text, notes: Notes) -> Markup:
    """A text as HTML blocks."""
    return Markup("").join(
        _block(kind, list(group), notes) for kind, group in groupby(text.paragraphs, key=lambda part: part.kind)
    )


def render_note(note: Footnote, notes: Notes) -> Markup:
    """The words of a note, with its addresses as links; addresses that stand not in its words follow them."""
    body = _inline(Paragraph(text=note.text), notes)
    extra = [url for url in note.urls if url not in note.text and safe_url(url)]
    return Markup(" ").join([body, *(_anchor(Markup.escape(url), url, notes) for url in extra)])


def _block(kind: str, paragraphs: list[Paragraph], notes: Notes) -> Markup:
    match kind:
        case "item":
            items = Markup("").join(_item(paragraph, notes) for paragraph in paragraphs)
            return Markup('<ul class="items">{}</ul>').format(items)
        case "row":
            rows = Markup("").join(_row(paragraph, notes) for paragraph in paragraphs)
            return Markup('<div class="table" tabindex="0"><table>{}</table></div>').format(rows)
    tag = {"heading": "h4", "quote": "blockquote"}.get(kind, "p")
    opening, closing = Markup(f"<{tag}>"), Markup(f"</{tag}>")
    return Markup("").join(opening + _inline(paragraph, notes) + closing for paragraph in paragraphs)


def _item(paragraph: Paragraph, notes: Notes) -> Markup:
    bullet = paragraph.bullet.strip() or "–"
    return Markup('<li><span class="bullet">{}</span><span>{}</span></li>').format(bullet, _inline(paragraph, notes))


def _row(paragraph: Paragraph, notes: Notes) -> Markup:
    cells = paragraph.cells or (paragraph.text,)
    starts = _starts(paragraph.text, cells)
    marks: list[list[Mark]] = [[] for _ in cells]
    for mark in paragraph.marks:
        cell = max(bisect_right(starts, mark.at) - 1, 0)
        marks[cell].append(Mark(label=mark.label, at=mark.at - starts[cell]))
    parts = [Paragraph(text=words, marks=tuple(held)) for words, held in zip(cells, marks, strict=True)]
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(_inline(part, notes)) for part in parts))


def _starts(text: str, cells: tuple[str, ...]) -> list[int]:
    """Where each cell starts in the words of its row."""
    starts, place = [], 0
    for cell in cells:
        found = text.find(cell, place)
        place = place if found < 0 else found
        starts.append(place)
        place += len(cell)
    return starts


def _inline(paragraph: Paragraph, notes: Notes) -> Markup:
    """The words of one paragraph with its links and marks; a mark inside a link follows it."""
    text, pieces, place = paragraph.text, [], 0
    marks = sorted(paragraph.marks, key=lambda mark: mark.at)
    for link in _links(paragraph, notes.home):
        before = [mark for mark in marks if mark.at <= link.start]
        marks = marks[len(before):]
        pieces.append(_plain(text[place:link.start], place, before, notes))
        pieces.append(_anchor(escape(text[link.start:link.end]), link.url, notes))
        place = link.end
    pieces.append(_plain(text[place:], place, marks, notes))
    return Markup("").join(pieces)


def _plain(words: str, offset: int, marks: list[Mark], notes: Notes) -> Markup:
    """Words without links, that start at ``offset`` in their paragraph, with the marks in them."""
    pieces, place = [], 0
    for mark in marks:
        at = max(place, min(mark.at - offset, len(words)))
        pieces += [escape(words[place:at]), notes.mark(mark)]
        place = at
    return Markup("").join([*pieces, escape(words[place:])])


def _links(paragraph: Paragraph, home: str) -> tuple[Link, ...]:
    """What the source itself linked, and in the words between what we can link ourselves."""
    own = [link for link in paragraph.links if safe_url(link.url) and 0 <= link.start < link.end <= len(paragraph.text)]
    found = [link for link in linkify(paragraph.text, home=home) if not any(link.start < other.end and other.start < link.end for other in own)]
    return without_overlap([*own, *found])


def _anchor(words: Markup, url: str, notes: Notes) -> Markup:
    if url.startswith("/"):
        return Markup('<a href="{}">{}</a>').format(notes.prefix + url, words)
    return Markup('<a rel="external noopener nofollow" href="{}">{}</a>').format(url, words)
