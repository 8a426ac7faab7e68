"""KOOP's current XML (about 2009 to now): ``officiele-publicatie/kamervragen``; other papers are kept whole."""

import re
from datetime import date

from lxml import etree

from navraag.errors import LayoutError
from navraag.parsing.audit import exhaust
from navraag.parsing.markup.xml_flow import XmlFlow
from navraag.parsing.markup.xml_safe import flat_text, parse_xml
from navraag.parsing.markup.xml_words import EVERYWHERE, VOCABULARY
from navraag.parsing.metadata import Fact, Facts, fact_name, heading_facts, lenient_date, read_person
from navraag.parsing.papers import Paper, Section, SectionKind, build
from navraag.records.attribution import Attribution
from navraag.records.evidence import Furniture
from navraag.records.pages import Other
from navraag.records.papers import Heading
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph, Text

LAYOUT = "koop_xml"
_SESSION = re.compile(r"\d{4}\s?[-–]\s?\d{4}")
_RECORD = re.compile(r"/([a-z]{1,8}-[\w-]{1,80})/metadata\.xml")
_APPENDIX = re.compile(r"\d{1,5}", re.ASCII)
_REMARKS = frozenset({"kamervraagopmerking", "toelichting", "toelicht", "opmerking"})
_PARTS: dict[str, SectionKind] = {"vraag": "question", "antwoord": "answer"}
_NUMBERS = frozenset({"nr", "nummer"})


def read(data: bytes, *, name: str) -> Parsed:
    """The records of one document; LayoutError where the XML is damaged or holds no paper."""
    root = parse_xml(data, name=name)
    if root.tag == "kamervragen" or root.find("kamervragen") is not None:
        return build(read_paper(root))
    return read_other(root, name=name)


def read_paper(root: etree._Element) -> Paper:
    """The document as its markup divides it."""
    reader = _BodyReader(root)
    reader.take_all(root)
    facts = Facts(_meta(root))
    flow = reader.flow
    problems = [*exhaust(root, VOCABULARY, everywhere=EVERYWHERE), *flow.problems, *flow.notes.problems]
    return Paper(
        layout=LAYOUT,
        title_lines=tuple(reader.titles),
        facts=reader.heading(heading_facts(facts), root),
        declared=facts.kind() or "",
        sections=tuple(reader.sections),
        footnotes=flow.notes.notes,
        topics=facts.all("subject"),
        furniture=(*reader.furniture, *flow.furniture),
        problems=(*problems, *facts.problems),
    )


def _meta(root: etree._Element) -> list[Fact]:
    return [
        Fact(name=fact_name(meta.get("name", "")), scheme=meta.get("scheme", ""), content=meta.get("content", ""))
        for meta in root.iter("meta")
    ]


def publication_of(root: etree._Element) -> str | None:
    """The id in the address of the metadata record."""
    for meta in root.iter("meta"):
        if found := _RECORD.search(meta.get("content", "")):
            return found[1]
    return None


class _BodyReader:
    """Goes through ``kamervragen`` from top to bottom."""

    def __init__(self, root: etree._Element) -> None:
        self.flow = XmlFlow(root)
        self.titles: list[str] = []
        self.sections: list[Section] = []
        self.furniture: list[Furniture] = []
        self._session_year: str | None = None
        self._number = ""
        self._dates: dict[str, date] = {}
        self._subject: str | None = None
        self._names: dict[str, list[str]] = {}

    def take_all(self, body: etree._Element) -> None:
        """Every child of a container, and the words that stand between them."""
        self._loose(body.text)
        for child in body:
            self._take(child)
            self._loose(child.tail)

    def _loose(self, text: str | None) -> None:
        if text and (words := " ".join(text.split())):
            self._words((Paragraph(text=words),))

    def _take(self, child: etree._Element) -> None:
        tag = child.tag
        if tag in _PARTS:
            self.sections.append(self._part(child))
        elif tag == "kamervraagomschrijving":
            self._title(child)
        elif tag == "kamervraagkop":
            self._head(child)
        elif tag == "kamervraagnummer" and not self._number:
            self._number = flat_text(child)
        elif tag in _REMARKS:
            self.sections.append(self._remark(child))
        elif tag == "kamervragen" or any(True for _ in child.iterdescendants(*_PARTS)):
            self.take_all(child)
        else:
            self._words(self.flow.read_whole(child))

    def _words(self, paragraphs: tuple[Paragraph, ...]) -> None:
        if paragraphs:
            self.sections.append(Section(kind="words", paragraphs=paragraphs))

    def _part(self, child: etree._Element) -> Section:
        """A question or an answer."""
        kind = _PARTS[str(child.tag)]
        number = next((below for below in child if below.tag in _NUMBERS), None)
        if number is None:
            return Section(kind=kind, paragraphs=self.flow.read(child))
        printed, marks = self.flow.heading(number)
        paragraphs = self.flow.read(child, without=number, marks=marks)
        return Section(kind=kind, printed=printed, paragraphs=paragraphs)

    def _remark(self, child: etree._Element) -> Section:
        explains = str(child.tag).startswith("toelicht")
        title = child.find("titel")
        if title is None:
            return Section(kind="remark", paragraphs=self.flow.read(child), explains=explains)
        printed, marks = self.flow.heading(title)
        paragraphs = self.flow.read(child, without=title, marks=marks)
        return Section(kind="remark", printed=printed, paragraphs=paragraphs, explains=explains)

    def _title(self, child: etree._Element) -> None:
        kind = child.get("type") or "vraag"
        printed, _ = self.flow.heading(child)
        self.titles.append(printed)
        for day in child.iter("datum"):
            if found := lenient_date(day.get("isodatum") or ""):
                self._dates[kind] = found
        if (subject := child.find(".//kamervraagonderwerp")) is not None:
            self._subject = self._subject or flat_text(subject)
        self._names.setdefault(kind, []).extend(flat_text(person) for person in child.iter("naam"))

    def _head(self, child: etree._Element) -> None:
        """The masthead: running words of the publication; the session year is a fact too."""
        self._loose(child.text)
        for line in child:
            words = flat_text(line)
            if words:
                self.furniture.append(Furniture(kind="running_head", text=words))
            if line.get("inhoud") == "vergaderjaar" and (found := _SESSION.search(words)):
                self._session_year = re.sub(r"\s?[-–]\s?", "-", found[0])
            self._loose(line.tail)

    def heading(self, meta: Heading, root: etree._Element) -> Heading:
        """Facts of the markup, with those of the metadata inside the document behind them."""
        appendix = int(self._number) if _APPENDIX.fullmatch(self._number) else None
        numbers = (self._number,) if self._number and appendix is None else ()
        answerers = tuple(Attribution(printed=name, name=name) for name in self._names.get("antwoord", ()))
        return Heading(
            question_numbers=numbers or meta.question_numbers,
            publication=meta.publication or publication_of(root),
            appendix_number=appendix or meta.appendix_number,
            session_year=self._session_year or meta.session_year,
            tabled_on=self._dates.get("vraag") or meta.tabled_on,
            received_on=self._dates.get("antwoord") or meta.received_on,
            askers=tuple(read_person(name) for name in self._names.get("vraag", ())) or meta.askers,
            answerers=answerers,
            subject=self._subject,
        )


def read_other(root: etree._Element, *, name: str) -> Parsed:
    """Another kind of paper (a motion, a letter): its title and all its words, not divided."""
    flow = XmlFlow(root)
    title = next((words for path in (".//stuk/titel", ".//titel", ".//kop") for el in root.iterfind(path) if (words := flat_text(el))), "")
    paragraphs = list(flow.read_whole(root))
    for index, paragraph in enumerate(paragraphs):
        if paragraph.text == title:
            del paragraphs[index]
            break
    notes = tuple(Paragraph(text=note.text, bullet=note.label) for note in flow.notes.notes)
    if not paragraphs and not title:
        raise LayoutError(f"{name or 'document'}: XML without a paper in it")
    other = Other(title=title, publication=publication_of(root), text=Text(paragraphs=(*paragraphs, *notes)))
    return Parsed(layout=LAYOUT, content=other, problems=tuple(dict.fromkeys(flow.problems)), furniture=tuple(flow.furniture))
