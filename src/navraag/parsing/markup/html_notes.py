"""The notes of a KOOP page: ``div#noten`` with a block for each, in the marks of every year since 2010."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from navraag.parsing.markup.html_text import HtmlFlow, classes_of
from navraag.parsing.notebook import NoteBook
from navraag.records.evidence import Furniture
from navraag.records.text import Paragraph

_NOTES = "div.noot, p.noot, li.noot, aside.noot, div.voet, div.notedefault"
_LABEL = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?[.:]?\s+(?=\S)")


def read_notes(tree: LexborHTMLParser, book: NoteBook, furniture: list[Furniture]) -> frozenset[int]:
    """Puts every note into the book; gives the mem_ids of the elements that were read."""
    taken: set[int] = set()
    for node in tree.css(_NOTES):
        if _inside(node, taken):
            continue
        _read_note(node, book, furniture)
        taken.add(node.mem_id)
    return frozenset(taken)


def _inside(node: LexborNode, taken: set[int]) -> bool:
    if not taken:
        return False
    above: LexborNode | None = node
    for _ in range(12):
        if above is None:
            return False
        if above.mem_id in taken:
            return True
        above = above.parent
    return False


def _read_note(node: LexborNode, book: NoteBook, furniture: list[Furniture]) -> None:
    labels: list[str] = []

    def special(child: LexborNode, names: frozenset[str]) -> bool:
        if "note-close" not in names:
            return False
        if words := " ".join(child.text(deep=True).split()):
            furniture.append(Furniture(kind="site_navigation", text=words))
        return True

    flow = HtmlFlow(special=special)
    marked = node.css_first(".nootnum")
    if marked is not None:
        labels.append(" ".join(marked.text(deep=True).split()))
    paragraphs = [_without_marks(paragraph) for paragraph in flow.read(node)]
    if not labels and paragraphs and (found := _LABEL.match(paragraphs[0].text)):
        labels.append(found[1])
        paragraphs[0] = Paragraph(text=paragraphs[0].text[found.end() :])
    table = "tabelnoot" in classes_of(node) or "tabel" in classes_of(node)
    book.add(labels[0] if labels else "", paragraphs, note_id=_note_id(node), table=table)
    book.problems += flow.problems


def _without_marks(paragraph: Paragraph) -> Paragraph:
    return Paragraph(text=paragraph.text, kind=paragraph.kind, bullet=paragraph.bullet, links=paragraph.links)


def _note_id(node: LexborNode) -> str:
    return (node.attributes.get("id") or "").removeprefix("supernote-note-")
