"""HTML as paragraphs: lists, tables, headings, note marks and links keep their form; what is no text is left out."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from navraag.errors import LayoutError
from navraag.parsing.drafts import UNIT_BEFORE
from navraag.parsing.markup.flow import Flow
from navraag.parsing.notebook import clean_label
from navraag.parsing.tables import row_paragraph
from navraag.records.evidence import Problem
from navraag.records.text import Paragraph, ParagraphKind

MAX_DEPTH = 120
DEEPEST = 2000

INVISIBLE = frozenset({"script", "style", "template", "head", "title", "svg", "noscript", "iframe", "object", "meta", "link"})
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "button", "input", "select", "option", "o:p",
})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(_HEADINGS, "heading"), "li": "item", "dt": "item", "dd": "item", "blockquote": "quote",
}
_LONGEST_LABEL = 6
_SITE = "https://zoek.officielebekendmakingen.nl/"
_KNOWN_SCHEMES = ("http://", "https://", "mailto:", "ftp://")
_PUBLICATION_PAGE = re.compile(r"(?:\./|/)?((?:[a-z]{1,8}-)[\w-]{1,80})(?:\.html)?")
_DIGITS = re.compile(r"\d{1,3}", re.ASCII)

_NO_CLASSES: frozenset[str] = frozenset()
Special = Callable[[LexborNode, frozenset[str]], bool]


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,12})")
_CLOSED_BY_THEMSELVES = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th", "tr", "dt",
    "dd", "option", "tbody", "thead", "tfoot",
})
_FEW_TAGS = 4000


def parse_html(html: str, *, name: str) -> LexborHTMLParser:
    """The tree of a page; LayoutError where elements are nested far deeper than on any page.

    The library takes time that grows with the square of the depth.
    """
    if html.count("<") > _FEW_TAGS and _depth(html) > DEEPEST:
        raise LayoutError(f"{name or 'document'}: nested too deeply")
    return LexborHTMLParser(html)


def _depth(html: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _CLOSED_BY_THEMSELVES:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def classes_of(node: LexborNode) -> frozenset[str]:
    """The class names of an element."""
    names = node.attributes.get("class")
    return frozenset(names.split()) if names else _NO_CLASSES


def visible_text(node: LexborNode | None, *, skip: frozenset[int] = frozenset(), inline: frozenset[str] = frozenset()) -> str:
    """All visible words under a node, blocks on lines of their own.

    ``skip`` holds mem_ids of nodes to leave out; ``inline`` names blocks that are to stay on the line (table cells).
    """
    if node is None:
        return ""
    pieces: list[str] = []
    _gather(node, pieces, skip, BLOCKS - inline, 0)
    return "".join(pieces)


def _gather(node: LexborNode, pieces: list[str], skip: frozenset[int], blocks: frozenset[str], depth: int) -> None:
    if depth > MAX_DEPTH:
        pieces.append(_folded(node.text(deep=True)))
        return
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            pieces.append(_folded(child.text_content or ""))
        elif child.is_element_node and child.tag not in INVISIBLE and child.mem_id not in skip:
            pieces.append("\n" if child.tag in blocks or child.tag == "br" else "")
            _gather(child, pieces, skip, blocks, depth + 1)
            pieces.append("\n" if child.tag in blocks else "")
        child = child.next


def _folded(text: str) -> str:
    """Line breaks in the source of a page are no line breaks on it."""
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")


class HtmlFlow(Flow):
    """Reads the content of elements; marks become anchors, labels of known notes decide what a raised figure is."""

    def __init__(self, labels: frozenset[str] = frozenset(), special: Special | None = None) -> None:
        super().__init__()
        self._labels = labels
        self._special = special
        self._depth = 0

    def read(self, node: LexborNode, *, skip: LexborNode | None = None, marks: tuple[str, ...] = ()) -> tuple[Paragraph, ...]:
        """The paragraphs under a node; ``skip`` is a child that was read, ``marks`` the note marks that it bore."""
        if not marks and (plain := _plain_paragraphs(node, skip)) is not None:
            return plain
        with self._apart(marks) as paragraphs:
            self._walk(node, skip.mem_id if skip is not None else None)
            self._flush()
        return tuple(paragraphs)

    def read_whole(self, node: LexborNode) -> tuple[Paragraph, ...]:
        """The paragraphs of an element that is itself a paragraph, a list, a table or a heading."""
        outer = self._out
        self._out = []
        self._child(node)
        self._flush()
        paragraphs = tuple(self._out)
        self._out = outer
        return paragraphs

    def heading(self, node: LexborNode) -> tuple[str, tuple[str, ...]]:
        """The words of a heading on one line, and the labels of the note marks in it."""
        if (words := _plain_words(node)) is not None:
            return words, ()
        paragraphs = self.read(node)
        marks = tuple(mark.label for paragraph in paragraphs for mark in paragraph.marks)
        return " ".join(paragraph.text for paragraph in paragraphs if paragraph.text), marks

    def _walk(self, node: LexborNode, skip: int | None = None) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._builder.add(node.text(deep=True))
            self._depth -= 1
            return
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                self._builder.add(child.text_content)
            elif child.is_element_node and (skip is None or child.mem_id != skip):
                self._child(child)
            child = child.next
        self._depth -= 1

    def _child(self, child: LexborNode) -> None:
        tag = child.tag or ""
        if tag in INVISIBLE:
            return
        if tag in BLOCKS:
            self._block(child, tag)
        elif tag == "br":
            self._builder.space()
        elif tag == "a":
            self._anchor(child)
        elif tag in {"span", "sup"}:
            self._raised(child, tag)
        elif tag == "img":
            self._picture(child)
        else:
            if tag not in INLINE:
                self._unknown(tag)
            self._walk(child)

    def _block(self, child: LexborNode, tag: str) -> None:
        self._flush()
        if tag == "tr":
            self._row(child)
            return
        if self._special is not None and tag in {"div", "h5", "p"} and self._special(child, classes_of(child)):
            return
        before = self._kind
        self._kind = _KINDS.get(tag, before)
        self._walk(child)
        self._flush()
        if tag == "li":
            self._flush_bullet()
        self._kind = before

    def _row(self, row: LexborNode) -> None:
        cells = [self.read(cell) for cell in row.iter() if cell.tag in {"td", "th"}]
        if any(cells):
            self._out.append(row_paragraph(cells))

    def _anchor(self, child: LexborNode) -> None:
        attributes = child.attributes
        target = attributes.get("href") or ""
        if "nootnum" in (attributes.get("class") or "") or (target.startswith("#") and self._is_label(child)):
            self._mark(child, target)
            return
        url = full_address(target)
        if not url:
            self._walk(child)
            return
        self._builder.open_link(url)
        self._walk(child)
        self._builder.close_link()

    def _is_label(self, node: LexborNode) -> bool:
        return clean_label(node.text(deep=True)) in self._labels

    def _mark(self, node: LexborNode, target: str = "") -> None:
        label = clean_label(node.text(deep=True)) or target.lstrip("#")
        if len(label) > _LONGEST_LABEL:
            self._walk(node)
        elif label:
            self._builder.mark(label)

    def _raised(self, child: LexborNode, tag: str) -> None:
        """A span or a raised figure: a list number, a note mark, or words."""
        names = (child.attributes.get("class") or "").split()
        if "ol" in names and not self._builder.begun:
            self._flush_bullet()
            self._bullet = " ".join(child.text(deep=True).split())
            self._kind = "item"
        elif ("nootnum" in names and child.css_first("a[href]") is None) or (tag == "sup" and self._is_mark(child)):
            self._mark(child)
        else:
            self._walk(child)

    def _is_mark(self, sup: LexborNode) -> bool:
        label = clean_label(sup.text(deep=True))
        return label in self._labels and bool(_DIGITS.fullmatch(label)) and not UNIT_BEFORE.search(self._builder.tail)

    def _picture(self, child: LexborNode) -> None:
        shown = child.attributes.get("alt") or child.attributes.get("src") or "img"
        self.problems.append(Problem(code="content.picture", message=f"a picture is not shown: {shown[:200]}", severity="note"))

    def _unknown(self, tag: str) -> None:
        self.problems.append(
            Problem(code="html.unknown-element", message=f"element <{tag[:60]}> is not known; its words are kept", severity="note")
        )


def _plain_words(node: LexborNode) -> str | None:
    """The short way for what most elements hold: words, and empty anchors that only links point to."""
    pieces = []
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            pieces.append(child.text_content or "")
        elif child.is_element_node and (child.tag != "a" or child.first_child is not None):
            return None
        child = child.next
    words = " ".join("".join(pieces).split())
    return words.replace("\u00ad", "") if "\u00ad" in words else words


def _plain_paragraphs(node: LexborNode, skip: LexborNode | None) -> tuple[Paragraph, ...] | None:
    """The short way where every child is a paragraph of plain words."""
    paragraphs = []
    left_out = skip.mem_id if skip is not None else None
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            if not (child.text_content or "").isspace():
                return None
        elif child.is_element_node and child.mem_id != left_out:
            if child.tag != "p" or child.attributes or (words := _plain_words(child)) is None:
                return None
            if words:
                paragraphs.append(Paragraph(text=words))
        child = child.next
    return tuple(paragraphs)


def full_address(target: str) -> str:
    """The address that a link leads to; "" for links inside the page and scripts.

    >>> full_address("stb-2020-118.html")
    'https://zoek.officielebekendmakingen.nl/stb-2020-118.html'
    """
    target = target.strip()
    if target.startswith(_KNOWN_SCHEMES):
        return target
    if found := _PUBLICATION_PAGE.fullmatch(target):
        return f"{_SITE}{found[1]}.html"
    if target.startswith("/dossier/"):
        return f"{_SITE}{target[1:]}"
    return ""
