"""A case as Akoma Ntoso 3.0 (OASIS): a debate of which the questions, the notices and the answers are the sections.

Notes stand in the text where their marks stand (``authorialNote``). The words of every question and answer, read
without these notes and paragraph by paragraph, are those of the registry.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseNotice
from navraag.records.text import Footnote, Paragraph, Text
from navraag.surfaces.links import case_path

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_UNKNOWN_DAY = "0001-01-01"
"""Akoma Ntoso wants a date; this one says that none is known."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_ID = re.compile(r"[^A-Za-z0-9_-]+")


def akoma_ntoso(case: Case) -> bytes:
    """The case as one XML document in UTF-8."""
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None is the default namespace
    debate = _add(root, "debate", name="kamervragen")
    people = _People()
    body = etree.Element(f"{{{NAMESPACE}}}debateBody")
    _questions(body, case, people)
    for place, notice in enumerate((*case.notices, *((case.withdrawal,) if case.withdrawal else ())), 1):
        _notice(body, notice, f"notice_{place}")
    for place, paper in enumerate(case.answers, 1):
        _answers(body, paper, f"answers_{place}", people)
    _meta(debate, case, people)
    preface = _add(debate, "preface")
    line = _add(preface, "p")
    _add(line, "docNumber", case.number)
    _add(line, "docTitle", case.subject or case.number)
    debate.append(body)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class _People:
    """Who speaks in the document: every one with an id of its own, for the list of references."""

    def __init__(self) -> None:
        self.listed: dict[str, tuple[str, str, str]] = {}

    def speaker(self, people: Sequence[Attribution]) -> str:
        """A reference to the first who speaks; Akoma Ntoso wants one also where no name is known."""
        if not people:
            self.listed["unknown"] = ("TLCPerson", "/ontology/person/unknown", "onbekend")
        return self.refer(people, "TLCPerson") or "#unknown"

    def refer(self, people: Sequence[Attribution], tag: str) -> str | None:
        """A reference to the first of them, after all are listed; None where there are none."""
        ids = []
        for one in people:
            kind = "person" if tag == "TLCPerson" else "organization"
            known = one.person_id if tag == "TLCPerson" else one.organization_id
            shown = _clean(one.name or one.printed) if tag == "TLCPerson" else _clean(one.portfolio or one.role or one.printed)
            identifier = f"{kind}-{_NO_ID.sub('-', known or shown).strip('-') or 'unknown'}"
            href = f"/ontology/{kind}/{_NO_ID.sub('-', known or shown)}"
            self.listed[identifier] = (tag, href, shown or "?")
            ids.append(f"#{identifier}")
        return ids[0] if ids else None


def _meta(debate: etree._Element, case: Case, people: _People) -> None:
    meta = _add(debate, "meta")
    identification = _add(meta, "identification", source="#navraag")
    day = case.tabled_on.isoformat() if case.tabled_on else _UNKNOWN_DAY
    uri = f"/akn/nl/debate/{day}/{_NO_ID.sub('-', case.number)}"
    for level, suffix in (("Work", ""), ("Expression", "/nld@"), ("Manifestation", "/nld@.xml")):
        part = _add(identification, f"FRBR{level}")
        _add(part, "FRBRthis", value=f"{uri}{suffix}/!main")
        _add(part, "FRBRuri", value=f"{uri}{suffix}")
        if level == "Work":
            _add(part, "FRBRalias", value=case_path(case.number), name="navraag")
        _add(part, "FRBRdate", date=day, name="tabled" if level == "Work" else level.casefold())
        _add(part, "FRBRauthor", href="#staten-generaal")
        if level == "Work":
            _add(part, "FRBRcountry", value="nl")
        if level == "Expression":
            _add(part, "FRBRlanguage", language="nld")
    references = _add(meta, "references", source="#navraag")
    _add(references, "TLCOrganization", eId="navraag", href="/ontology/organization/navraag", showAs="Navraag")
    _add(references, "TLCOrganization", eId="staten-generaal", href="/ontology/organization/staten-generaal", showAs="Staten-Generaal")
    for identifier, (tag, href, shown) in people.listed.items():
        _add(references, tag, eId=identifier, href=href, showAs=shown)


def _questions(body: etree._Element, case: Case, people: _People) -> None:
    section = _add(body, "questions", eId="questions")
    asked = case.questions
    if asked is None:
        _add(section, "p")
        return
    if asked.title:
        _add(section, "heading", asked.title)
    notes = _by_label(asked.footnotes)
    _write(section, asked.preamble, notes)
    by, to = people.speaker(case.askers), people.refer(case.addressees, "TLCOrganization")
    spoken = {"by": by} | ({"to": to} if to else {})
    for pair in case.pairs:
        question = _add(section, "question", eId=f"questions__question_{_NO_ID.sub('-', pair.label)}", **spoken)
        _add(question, "num", pair.label)
        _say(question, case.askers)
        _write(question, pair.question.text, notes, required=True)
    _write(section, asked.closing, notes)
    if not len(section):
        _add(section, "p")


def _notice(body: etree._Element, notice: CaseNotice, identifier: str) -> None:
    section = _add(body, "communication", eId=identifier)
    _write(section, notice.text, {}, required=True)


def _answers(body: etree._Element, paper: CaseAnswers, identifier: str, people: _People) -> None:
    section = _add(body, "questions", eId=identifier)
    if paper.title:
        _add(section, "heading", paper.title)
    notes = _by_label(paper.footnotes)
    _write(section, paper.preamble, notes)
    by = people.speaker(paper.answerers)
    for place, given in enumerate(paper.answers, 1):
        answer = _add(section, "answer", eId=f"{identifier}__answer_{place}", by=by)
        _add(answer, "num", ", ".join(given.labels or map(str, given.numbers)))
        _say(answer, paper.answerers)
        _write(answer, given.text, notes, required=True)
    _write(section, paper.closing, notes)
    if not len(section):
        _add(section, "p")


def _say(speech: etree._Element, people: Iterable[Attribution]) -> None:
    names = ", ".join(one.name or one.printed for one in people)
    if names:
        _add(speech, "from", names)


def _by_label(notes: Iterable[Footnote]) -> dict[str, str]:
    return {note.label: note.text for note in notes}


def _write(parent: etree._Element, text: Text, notes: Mapping[str, str], *, required: bool = False) -> None:
    for paragraph in text.paragraphs:
        _paragraph(parent, paragraph, notes)
    if required and not text.paragraphs:
        _add(parent, "p")


def _paragraph(parent: etree._Element, paragraph: Paragraph, notes: Mapping[str, str]) -> None:
    """A paragraph; each mark becomes a note at its place. Its kind (item, row, heading) is its class."""
    kind = {} if paragraph.kind == "paragraph" else {"class": paragraph.kind}
    element = _add(parent, "p", **kind)
    done, last = 0, None
    for mark in sorted(paragraph.marks, key=lambda one: one.at):
        _append(element, last, paragraph.text[done:mark.at])
        last = _add(element, "authorialNote", marker=_clean(mark.label), placement="bottom")
        _add(last, "p", notes.get(mark.label, ""))
        done = mark.at
    _append(element, last, paragraph.text[done:])


def _append(element: etree._Element, last: etree._Element | None, words: str) -> None:
    if last is None:
        element.text = (element.text or "") + _clean(words)
    else:
        last.tail = (last.tail or "") + _clean(words)


def _add(parent: etree._Element, tag: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    if words:
        element.text = _clean(words)
    return element


def _clean(words: str) -> str:
    """Words without the characters that XML cannot hold."""
    return _NO_XML.sub("", words)
