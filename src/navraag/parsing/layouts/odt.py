"""OpenDocument texts: kept whole as another kind of paper, since every one of them exists in a better form too."""

from lxml import etree

from navraag.parsing.markup.xml_safe import local_name
from navraag.parsing.packages import Package
from navraag.records.pages import Other
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph, ParagraphKind, Text

LAYOUT = "odt"
_TITLE_LENGTH = 300


def read(data: bytes, *, name: str) -> Parsed:  # noqa: ARG001 - every layout is called alike
    """The words of the text, paragraph by paragraph."""
    root = Package(data, what="OpenDocument text").xml("content.xml")
    paragraphs = [Paragraph(text=text, kind=kind) for text, kind in _paragraphs(root)]
    title = next((p.text for p in paragraphs), "")[:_TITLE_LENGTH]
    return Parsed(layout=LAYOUT, content=Other(title=title, text=Text(paragraphs=tuple(paragraphs))))


def _paragraphs(root: etree._Element) -> list[tuple[str, ParagraphKind]]:
    found: list[tuple[str, ParagraphKind]] = []
    for element in root.iter(etree.Element):
        tag = local_name(element)
        if tag not in {"p", "h"} or _inside_paragraph(element):
            continue
        text = " ".join(_words(element).split())
        if text:
            found.append((text, "heading" if tag == "h" else "paragraph"))
    return found


def _inside_paragraph(element: etree._Element) -> bool:
    return any(local_name(above) in {"p", "h"} for above in element.iterancestors())


def _words(element: etree._Element) -> str:
    """All words of a paragraph; ODF writes repeated blanks, tabs and line breaks as elements."""
    pieces = [element.text or ""]
    for child in element:
        tag = local_name(child)
        words = " " if tag in {"s", "tab", "line-break"} else _words(child)
        pieces.append(f" {words} " if tag in {"note", "annotation", "note-citation"} else words)
        pieces.append(child.tail or "")
    return "".join(pieces)
