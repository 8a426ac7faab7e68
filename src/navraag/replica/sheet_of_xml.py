"""A publication's XML as a sheet, so that it can be printed in the other forms too: HTML, PDF, Word, OpenDocument."""

import re
from datetime import date

from lxml import etree

from navraag.replica.archive_papers import ArchivePaper, words_of
from navraag.replica.markup import Body, Line, Part, Run
from navraag.replica.sheets import Piece, Sheet
from navraag.replica.story import Asker, Office, StoryCase, StoryPaper

_ASKER = re.compile(r"<achternaam>([^<]*)</achternaam></naam> \(([^)]*)\)")
_OFFICE = re.compile(r"aan de (Minister|Staatssecretaris) (van|voor) (.+?) over ")
_SIGNER = re.compile(r"van (Minister|Staatssecretaris) <naam><achternaam>([^<]*)</achternaam></naam> \(<organisatie[^>]*>([^<]*)</organisatie>\)")
_DIGITS = re.compile(r"\d+")


def askers_of(paper: ArchivePaper) -> tuple[Asker, ...]:
    """The members who ask, with their parties."""
    return tuple(Asker(name=words_of(name), party=words_of(party)) for name, party in _ASKER.findall(paper.question))


def asked_of(paper: ArchivePaper) -> Office:
    """The office that is asked."""
    found = _OFFICE.search(words_of(paper.question))
    return Office(role=found[1], joint=found[2], portfolio=found[3]) if found else Office(role="Minister", portfolio="Algemene Zaken")


def signer_of(paper: ArchivePaper) -> Office | None:
    """Who answers."""
    found = _SIGNER.search(paper.answer)
    return Office(role=found[1], name=words_of(found[2]), portfolio=words_of(found[3])) if found else None


def _pieces(root: etree._Element) -> list[Piece]:
    kinds = {"vraag": "question", "antwoord": "answer", "kamervraagopmerking": "notice"}
    pieces: list[Piece] = []
    for element in root.iter("vraag", "antwoord", "kamervraagopmerking"):
        printed = re.sub(r"^\s*(?:Vraag|Antwoord)\s*", "", element.findtext("nr") or "")
        lines = tuple(Line(runs=(Run(text="".join(map(str, al.itertext()))),)) for al in element.iter("al"))
        numbers = tuple(map(int, _DIGITS.findall(printed)))
        pieces.append(Piece(kind=kinds[str(element.tag)], printed=printed, numbers=numbers, lines=lines))  # type: ignore[arg-type]
    return pieces


def _parts(pieces: list[Piece], kind: str) -> tuple[Part, ...]:
    return tuple(Part(printed=p.printed, numbers=p.numbers, lines=p.lines) for p in pieces if p.kind == kind)


def sheet_of_xml(data: bytes, paper: ArchivePaper, *, publication: str, number: str) -> Sheet:
    """The sheet of a paper, under the id that it has at KOOP."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    pieces = _pieces(root)
    case = StoryCase(
        number=number, tabled=paper.tabled, askers=askers_of(paper), to=(asked_of(paper),), subject=paper.subject, registered=paper.subject,
        topics=(), questions=Body(parts=_parts(pieces, "question"), notes={}), papers=(), word="numbered_heading",
    )
    signer, received = signer_of(paper), paper.received
    answer = _story_paper(paper, received, signer) if signer and received else None
    titles = (words_of(paper.question), words_of(paper.answer)) if answer else (words_of(paper.question),)
    return Sheet(
        kind=answer.kind if answer else "questions", case=case, paper=answer, publication=publication,
        appendix=answer.appendix if answer else None, titles=titles, pieces=tuple(pieces), notes=(),
        questions=_parts(pieces, "question"), answers=_parts(pieces, "answer"),
    )


def _story_paper(paper: ArchivePaper, received: date, signer: Office) -> StoryPaper:
    is_notice = words_of(paper.answer).startswith("Mededeling")
    appendix = int(paper.printed) if paper.printed.isdigit() else None
    return StoryPaper(kind="delay_notice" if is_notice else "answer", on=received, by=(signer,), appendix=appendix)
