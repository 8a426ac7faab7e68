"""The visible text of a document, taken without its reader: what an account is measured against."""

import re
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from lxml import etree

from navraag.errors import LayoutError
from navraag.parsing.decoding import decode
from navraag.parsing.detect import Layout
from navraag.parsing.markup.html_text import parse_html, visible_text
from navraag.parsing.markup.xml_flow import ROLES
from navraag.parsing.markup.xml_safe import local_name, parse_xml, raw_text
from navraag.parsing.packages import Package

_WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_WORD_HIDDEN = frozenset({"delText", "moveFrom", "instrText", "Fallback"})
_WORD_BREAKS = frozenset({"tab", "br", "cr", "ptab"})
_IN_LINE = frozenset({"inline", "link", "note", "noteref"})
_ENVELOPE = re.compile(r"\s+")


def source_text(data: bytes, layout: Layout, *, name: str = "") -> str:
    """The text that a reader of the document sees, in the order in which the file holds it."""
    return _SOURCES[layout](data, name)


def _xml(data: bytes, name: str) -> str:
    pieces: list[str] = []
    _gather(parse_xml(data, name=name), pieces)
    return "".join(pieces)


def _gather(element: etree._Element, pieces: list[str]) -> None:
    """Words of an element; what is no part of a running line stands on a line of its own."""
    border = "" if ROLES.get(str(element.tag)) in _IN_LINE else "\n"
    pieces.append(border)
    pieces.append(element.text or "")
    for child in element:
        _gather(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(border)


def _html(data: bytes, name: str) -> str:
    return visible_text(parse_html(decode(data, name=name, markup=True), name=name).body)


def _text(data: bytes, name: str) -> str:
    return decode(data, name=name).lstrip("\ufeff")


def _page(data: bytes, name: str) -> str:
    return _html(data, name) if data.lstrip()[:1] == b"<" else _text(data, name)


def _metadata(data: bytes, name: str) -> str:
    """Metadata has its words in attributes or in elements; addresses of files and times of loading are no words."""
    lines = []
    for element in parse_xml(data, name=name).iter(etree.Element):
        if (content := element.get("content")) is not None:
            lines.append(content)
        elif not len(element):
            lines.append(raw_text(element))
    return "\n".join(line for line in (_ENVELOPE.sub(" ", line).strip() for line in lines) if line)


def _word(data: bytes, _name: str) -> str:
    package = Package(data, what="Word file")
    roots = [root for part in _WORD_PARTS if (root := package.optional_xml(part)) is not None]
    return "\n".join("".join(_word_pieces(root)) for root in roots)


def _word_pieces(element: etree._Element) -> Iterator[str]:
    """Words of all ``w:t``; text boxes that are written twice (for old programs) count once."""
    for child in element:
        tag = local_name(child)
        if tag in _WORD_HIDDEN or _is_separator(child, tag):
            continue
        if tag == "t":
            yield child.text or ""
        elif tag in _WORD_BREAKS:
            yield "\t"
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag == "r" and _is_hidden(child):
            continue
        else:
            yield from _word_pieces(child)
            if tag == "p":
                yield "\n"


def _is_hidden(run: etree._Element) -> bool:
    return any(local_name(mark) == "vanish" for properties in run if local_name(properties) == "rPr" for mark in properties)


def _is_separator(note: etree._Element, tag: str) -> bool:
    kinds = {"separator", "continuationSeparator", "continuationNotice"}
    return tag in {"footnote", "endnote"} and any(value in kinds for value in note.attrib.values())


def _open_document(data: bytes, _name: str) -> str:
    return raw_text(Package(data, what="OpenDocument text").xml("content.xml"))


def _pdf(data: bytes, name: str) -> str:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise LayoutError(f"{name or 'document'}: damaged or protected PDF") from error
    try:
        return "\n".join(_pdf_page(document, number) for number in range(len(document)))
    finally:
        document.close()


def _pdf_page(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()


_SOURCES: dict[Layout, Callable[[bytes, str], str]] = {
    "koop_xml": _xml, "koop_xml_old": _xml, "koop_html": _html, "koop_metadata": _metadata, "tk_docx": _word, "pdf": _pdf,
    "plain_text": _text, "openkamer_page": _page, "tk_entities": _xml, "odt": _open_document,
}
