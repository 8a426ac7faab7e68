"""KOOP's XML of before about 2009: ``vraagdoc`` with ``vragen`` and ``reactie``.

No whole file of that time is published; the names are those that readers of it used. Numbers stand in ``nummer``, the
title line in ``omschr``, the subject in ``ondw``, notes are ``noot`` with ``nr``, the explanation is ``toelicht``.
"""

import re

from lxml import etree

from navraag.errors import LayoutError
from navraag.parsing.audit import exhaust
from navraag.parsing.dates import find_date
from navraag.parsing.markup.xml_flow import XmlFlow
from navraag.parsing.markup.xml_safe import flat_text, parse_xml
from navraag.parsing.markup.xml_words import EVERYWHERE, VOCABULARY
from navraag.parsing.metadata import Fact, Facts, fact_name, heading_facts, lenient_date, read_person
from navraag.parsing.papers import Paper, Section, SectionKind, build
from navraag.records.papers import Heading
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph

LAYOUT = "koop_xml_old"
_NONE: frozenset[str] = frozenset()
OLD_VOCABULARY = VOCABULARY | {
    "vraagdoc": _NONE, "vragen": _NONE, "reactie": _NONE, "vraagnummer": _NONE, "omschr": frozenset({"type"}), "ondw": _NONE,
    "toelicht": _NONE, "kopregel": _NONE, "kop": _NONE, "mededeling": _NONE, "opmerking": _NONE, "aanhangselnummer": _NONE,
    "vergaderjaar": _NONE, "kamer": _NONE, "titel": _NONE, "lid": _NONE, "partij": _NONE, "minister": _NONE, "i": _NONE,
    "b": _NONE, "ul": _NONE, "ol": _NONE,
}
_PARTS: dict[str, SectionKind] = {"vraag": "question", "antwoord": "answer"}
_REMARKS = frozenset({"toelicht", "toelichting", "mededeling", "opmerking", "kamervraagopmerking"})
_APPENDIX = re.compile(r"\d{1,5}", re.ASCII)


def read(data: bytes, *, name: str) -> Parsed:
    """The records of one document of the old form."""
    root = parse_xml(data, name=name)
    if next(root.iter("vraagdoc"), None) is None:
        raise LayoutError(f"{name or 'document'}: XML without a vraagdoc in it")
    reader = _Reader(root)
    reader.take_all(root, "question")
    facts = Facts(
        Fact(name=fact_name(meta.get("name", "")), scheme=meta.get("scheme", ""), content=meta.get("content", ""))
        for meta in root.iter("meta")
    )
    flow = reader.flow
    return build(
        Paper(
            layout=LAYOUT, title_lines=tuple(reader.titles), facts=reader.heading(heading_facts(facts)),
            declared=facts.kind() or "", sections=tuple(reader.sections), footnotes=flow.notes.notes,
            topics=facts.all("subject"), furniture=tuple(flow.furniture),
            problems=(
                *exhaust(root, OLD_VOCABULARY, everywhere=EVERYWHERE), *flow.problems, *flow.notes.problems, *facts.problems,
            ),
        )
    )


class _Reader:
    """Goes through the old form; what stands in ``reactie`` answers, what stands elsewhere asks."""

    def __init__(self, root: etree._Element) -> None:
        self.flow = XmlFlow(root)
        self.titles: list[str] = []
        self.sections: list[Section] = []
        self._number = ""
        self._subject: str | None = None
        self._days: dict[str, etree._Element] = {}
        self._names: list[str] = []

    def take_all(self, body: etree._Element, side: SectionKind) -> None:
        """Every child of a container and the words between them."""
        self._loose(body.text, side)
        for child in body:
            self._take(child, side)
            self._loose(child.tail, side)

    def _loose(self, text: str | None, side: SectionKind) -> None:
        if text and (words := " ".join(text.split())):
            self._words((Paragraph(text=words),), side)

    def _words(self, paragraphs: tuple[Paragraph, ...], side: SectionKind) -> None:
        if paragraphs:
            answered = any(section.kind == "answer" for section in self.sections)
            kind: SectionKind = "opening" if side == "answer" and not answered else "words"
            self.sections.append(Section(kind=kind, paragraphs=paragraphs))

    def _take(self, child: etree._Element, side: SectionKind) -> None:
        match child.tag:
            case "vraag" | "antwoord":
                self.sections.append(self._part(child))
            case "reactie":
                self.take_all(child, "answer")
            case "vragen" | "vraagdoc":
                self.take_all(child, "question")
            case "omschr":
                self._title(child, side)
            case "vraagnummer" | "aanhangselnummer" if not self._number:
                self._number = flat_text(child)
            case "ondw" if not self._subject:
                self._subject = flat_text(child)
            case "datum" if side not in self._days:
                self._days[side] = child
            case "naam":
                self._names.append(flat_text(child))
            case _:
                self._other(child, side)

    def _other(self, child: etree._Element, side: SectionKind) -> None:
        if child.tag in _REMARKS:
            explains = child.tag in {"toelicht", "toelichting"}
            self.sections.append(Section(kind="remark", paragraphs=self.flow.read(child), explains=explains))
        elif any(True for _ in child.iterdescendants("vraag", "antwoord", "omschr")):
            self.take_all(child, side)
        else:
            self._words(self.flow.read_whole(child), side)

    def _title(self, child: etree._Element, side: SectionKind) -> None:
        printed, _ = self.flow.heading(child)
        self.titles.append(printed)
        for day in child.iter("datum"):
            self._days[side] = day
        if (subject := child.find(".//ondw")) is not None:
            self._subject = flat_text(subject)
        self._names += [flat_text(person) for person in child.iter("naam") if side == "question"]

    def _part(self, child: etree._Element) -> Section:
        number = child.find("nummer")
        if number is None:
            number = child.find("nr")
        kind = _PARTS[str(child.tag)]
        if number is None:
            return Section(kind=kind, paragraphs=self.flow.read(child))
        printed, marks = self.flow.heading(number)
        return Section(kind=kind, printed=printed, paragraphs=self.flow.read(child, without=number, marks=marks))

    def heading(self, meta: Heading) -> Heading:
        """Facts of the markup, with those of the metadata inside the document behind them."""
        appendix = int(self._number) if _APPENDIX.fullmatch(self._number) else None
        days = {side: lenient_date(day.get("isodatum") or "") or find_date(flat_text(day)) for side, day in self._days.items()}
        return Heading(
            question_numbers=((self._number,) if self._number and appendix is None else ()) or meta.question_numbers,
            publication=meta.publication,
            appendix_number=appendix or meta.appendix_number,
            session_year=meta.session_year,
            tabled_on=days.get("question") or meta.tabled_on,
            received_on=days.get("answer") or meta.received_on,
            askers=tuple(read_person(name) for name in self._names) or meta.askers,
            subject=self._subject,
        )

