"""KOOP's HTML of all years: the repository's own files, and web pages around the same classes.

Pages whose markup does not divide questions from answers are read as paragraphs, like a text.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from navraag.errors import LayoutError
from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.body import assemble
from navraag.parsing.decoding import decode
from navraag.parsing.markup.html_notes import read_notes
from navraag.parsing.markup.html_text import BLOCKS, INVISIBLE, HtmlFlow, classes_of, parse_html, visible_text
from navraag.parsing.metadata import Fact, Facts, fact_name, heading_facts
from navraag.parsing.notebook import NoteBook
from navraag.parsing.papers import Paper, Section, SectionKind, build
from navraag.records.evidence import Furniture
from navraag.records.pages import Other
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph, Text

LAYOUT = "koop_html"
_CONTAINERS = ("#broodtekst", "div.stuk", "main", "#main-column", "#content", "body")
_NUMBER_HEADING = re.compile(r"\s*(?:(?:nader |aanvullend )?(?:vra|antwoord)|\d)", re.IGNORECASE)
_NAVIGATION = re.compile(r"\s*(?:naar boven|x\s+noot|terug naar (?:begin|boven))\s*", re.IGNORECASE)
_MASTHEAD = re.compile(
    r"(?:vergaderjaar \d{4}.{0,9}|(?:tweede|eerste) kamer der staten-generaal|aanhangsel van de handelingen|[12]"
    r"|kamervragen (?:zonder antwoord|\(aanhangsel\))|vragen gesteld door de leden der kamer.{0,80}|aanhangsel|kamervragen"
    r"|datum publicatie|organisatie|nummer|vraag|datum (?:ontvangst|indiening))",
    re.IGNORECASE,
)
_DEEPEST_CONTAINER = 60
_NOTES_HEADING = re.compile(r"(?:voet|eind)?noten:?", re.IGNORECASE)
_PARTS: dict[str, SectionKind] = {"vraag": "question", "antwoord": "answer"}
_REMARKS = frozenset({"kamervraagopmerking", "toelichting"})
_TITLE = "kamervraagomschrijving"
_ASKS = re.compile(r"(?:kv|ah)-")


def read(data: bytes, *, name: str) -> Parsed:
    """The records of one page."""
    tree = parse_html(decode(data, name=name, markup=True), name=name)
    body = tree.body
    if body is None:
        raise LayoutError(f"{name or 'document'}: HTML without a body")
    container = next((found for path in _CONTAINERS if (found := tree.css_first(path)) is not None), body)
    facts = Facts(_meta(tree))
    page = _Page(tree, container)
    page.take_all(container)
    page.close(body)
    if page.marked:
        return build(_paper(page, facts))
    return _undivided(page, facts, name=name)


def _meta(tree: LexborHTMLParser) -> list[Fact]:
    found = []
    for meta in tree.css("meta[name]"):
        attributes = meta.attributes
        if content := attributes.get("content"):
            name = fact_name(attributes.get("name") or "")
            found.append(Fact(name=name, scheme=attributes.get("scheme") or "", content=content))
    return found


def _paper(page: "_Page", facts: Facts) -> Paper:
    return Paper(
        layout=LAYOUT,
        title_lines=tuple(page.titles),
        facts=heading_facts(facts),
        declared=facts.kind() or "",
        sections=tuple(page.sections),
        footnotes=page.notes.notes,
        topics=facts.all("subject"),
        furniture=(*page.furniture, *page.flow.furniture),
        problems=(*page.flow.problems, *page.notes.problems, *facts.problems),
    )


class _Page:
    """Goes through the container from top to bottom."""

    def __init__(self, tree: LexborHTMLParser, container: LexborNode) -> None:
        self.notes = NoteBook()
        self.furniture: list[Furniture] = []
        self._note_nodes = read_notes(tree, self.notes, self.furniture)
        labels = frozenset(note.label for note in self.notes.notes)
        self.flow = HtmlFlow(labels, self._special)
        self.titles: list[str] = []
        self.sections: list[Section] = []
        self._container = container
        self._depth = 0

    @property
    def marked(self) -> bool:
        """True where the markup itself tells questions, answers or notices apart, or holds only notes."""
        if any(section.kind != "words" for section in self.sections):
            return True
        return bool(self.titles) or (bool(self.notes.notes) and not self.sections)

    def _special(self, node: LexborNode, names: frozenset[str]) -> bool:
        """Notes are read before; buttons of the page are furniture."""
        if node.mem_id in self._note_nodes:
            return True
        if "note-close" in names or (node.tag == "p" and _NAVIGATION.fullmatch(node.text(deep=True))):
            self._navigation(node.text(deep=True))
            return True
        return False

    def _navigation(self, text: str) -> None:
        if words := " ".join(text.split()):
            self.furniture.append(Furniture(kind="site_navigation", text=words))

    def take_all(self, container: LexborNode) -> None:
        """Every child of a container; words and inline elements between blocks make paragraphs of their own."""
        self._depth += 1
        child = container.first_child
        while child is not None:
            if child.is_text_node:
                if words := " ".join((child.text_content or "").split()):
                    self._words((Paragraph(text=words),))
            elif child.is_element_node:
                self._take(child)
            child = child.next
        self._depth -= 1

    def _take(self, child: LexborNode) -> None:
        tag = child.tag or ""
        if tag in INVISIBLE or child.mem_id in self._note_nodes:
            return
        names = classes_of(child)
        if marked := names & _PARTS.keys():
            self.sections.append(self._part(child, _PARTS[min(marked)]))
        elif any(name.startswith(_TITLE) for name in names):
            self.titles.append(self.flow.heading(child)[0])
        elif names & _REMARKS:
            self.sections.append(self._remark(child))
        elif self._special(child, names):
            return
        elif tag in {"div", "section", "article", "main"} and self._depth < _DEEPEST_CONTAINER and _has_blocks(child):
            self.take_all(child)
        else:
            self._words(self.flow.read_whole(child))

    def _words(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Loose words: the masthead before the title and the heading over the notes are furniture."""
        kept = []
        for paragraph in paragraphs:
            if not self.sections and not self.titles and _MASTHEAD.fullmatch(paragraph.text):
                self.furniture.append(Furniture(kind="running_head", text=paragraph.text))
            elif _NOTES_HEADING.fullmatch(paragraph.text):
                self.furniture.append(Furniture(kind="separator", text=paragraph.text))
            else:
                kept.append(paragraph)
        if kept:
            self.sections.append(Section(kind="words", paragraphs=tuple(kept)))

    def _part(self, node: LexborNode, kind: SectionKind) -> Section:
        number = _number_node(node)
        if number is None:
            return Section(kind=kind, paragraphs=self.flow.read(node))
        printed, marks = self.flow.heading(number)
        return Section(kind=kind, printed=printed, paragraphs=self.flow.read(node, skip=number, marks=marks))

    def _remark(self, node: LexborNode) -> Section:
        title = next((child for child in node.iter() if child.tag in {"h1", "h2", "h3", "h4"}), None)
        if title is None:
            return Section(kind="remark", paragraphs=self.flow.read(node))
        printed, marks = self.flow.heading(title)
        return Section(kind="remark", printed=printed, paragraphs=self.flow.read(node, skip=title, marks=marks))

    def close(self, body: LexborNode) -> None:
        """Words outside the container are the site's."""
        if body.mem_id == self._container.mem_id:
            return
        outside = visible_text(body, skip=self._note_nodes | {self._container.mem_id})
        for line in outside.splitlines():
            self._navigation(line)


def _number_node(node: LexborNode) -> LexborNode | None:
    """The child that bears the number: a heading, or in older pages ``p.nummer``."""
    for child in node.iter():
        tag = child.tag or ""
        if tag[:1] == "h" and tag[1:].isdigit():
            text = child.text(deep=True)
            return child if "stuktitel" in classes_of(child) or _NUMBER_HEADING.match(text) else None
        if tag == "p":
            return child if "nummer" in classes_of(child) else None
    return None


def _has_blocks(node: LexborNode) -> bool:
    return any(child.tag in BLOCKS for child in node.iter())


def _undivided(page: _Page, facts: Facts, *, name: str) -> Parsed:
    """A page without the classes of Kamervragen: another paper, or one that its words must divide."""
    paragraphs = tuple(p for section in page.sections for p in section.paragraphs)
    publication = facts.one("identifier")
    furniture = (*page.furniture, *page.flow.furniture)
    problems = (*page.flow.problems, *page.notes.problems)
    if not paragraphs and not page.notes.notes:
        raise LayoutError(f"{name or 'document'}: HTML without words")
    if publication is None or _ASKS.match(publication):
        blocks = tuple(Block(paragraph=p, number=p.bullet, heading=p.kind == "heading") for p in paragraphs)
        return assemble(
            Blocks(
                body=blocks, footnotes=page.notes.notes, furniture=furniture, problems=problems,
                marks_known=bool(page.notes.notes),
            ),
            layout=LAYOUT, name=name,
        )
    notes = tuple(Paragraph(text=note.text, bullet=note.label) for note in page.notes.notes)
    other = Other(title=facts.one("title") or "", publication=publication, text=Text(paragraphs=(*paragraphs, *notes)))
    return Parsed(layout=LAYOUT, content=other, problems=problems, furniture=furniture)
