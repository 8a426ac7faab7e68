"""Documents taken apart into pieces, one for each paper that they show: all that linking needs to know of each.

A case page shows a question paper, an answer paper and notices; metadata tells of a paper without its words. Both become
the same kinds of piece as the papers themselves, so that every later step treats all of them alike.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from navraag.linking.folding import asker_key, fold_subject
from navraag.linking.papers import LinkedPaper
from navraag.records.answers import AnswerSet
from navraag.records.cases import Source
from navraag.records.identifiers import AppendixNumber, PublicationName, QuestionNumber, parse_publication
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import CasePage, PublicationMetadata
from navraag.records.papers import Heading
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Text

Role = Literal["question", "answer", "notice", "withdrawal"]
Where = Literal["question", "answer", "notice", "withdrawal", "metadata", "page"]
PaperContent = QuestionSet | OralQuestions | AnswerSet | DelayNotice | Withdrawal
MatchKey = tuple[date, tuple[str, ...], str]

# The best source of a paper wins by this order (lowest first). What gives structure beats what must be guessed; the
# unformatted first publication of a PDF is the Word file printed, so it stands after that.
_LAYOUT_RANKS = {
    "koop_xml": 0, "koop_xml_old": 0, "koop_html": 1, "pdf": 2, "tk_docx": 3, "odt": 3, "plain_text": 5, "openkamer_page": 6, "koop_metadata": 8,
}
_UNFORMATTED_PDF = 4
_OTHER_LAYOUT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paper as one document shows it. ``names`` are all names of its publication; pieces that share one are twins."""

    role: Role
    where: Where
    source: Source
    content: PaperContent
    rank: int
    numbers: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    publication: PublicationName | None = None
    chamber: Literal["tk", "ek"] = "tk"
    points_to: tuple[str, ...] = ()
    printed_on: date | None = None
    origin: tuple[Hashable, int] = ((), 0)
    """The key of its document, and which of that document's pieces it is."""

    @property
    def heading(self) -> Heading:
        """The heading of the paper."""
        return self.content.heading

    @property
    def edition(self) -> int:
        """0 for the first printing, 1 and more for reprints."""
        return self.publication.edition if self.publication else 0

    @property
    def bare(self) -> bool:
        """Whether only metadata tells of the paper: its words are not at hand."""
        return self.where == "metadata"

    @property
    def match_key(self) -> MatchKey | None:
        """Day of tabling, all askers and subject, folded: what joins papers that print no number."""
        heading = self.heading
        askers = asker_keys(heading)
        subject = fold_subject(heading.subject or "")
        return (heading.tabled_on, askers, subject) if heading.tabled_on and askers and subject else None

    @property
    def order(self) -> tuple[int, int, str, str, str]:
        """Best first: later editions, then the better layout; the rest only makes the order the same every time."""
        publication = self.publication.value if self.publication else ""
        return -self.edition, self.rank, publication, self.source.sha256, self.where


def asker_keys(heading: Heading) -> tuple[str, ...]:
    """The surnames of all askers, folded and sorted."""
    return tuple(sorted(asker_key(asker.name or asker.printed) for asker in heading.askers))


def pieces_of(paper: LinkedPaper) -> Iterator[Piece]:
    """The pieces of one document; none for registrations and for papers of another kind."""
    content = paper.parsed.content
    match content:
        case QuestionSet() | OralQuestions() | AnswerSet() | DelayNotice() | Withdrawal():
            yield _piece(paper, content)
        case CasePage():
            yield from _page_pieces(paper, content)
        case PublicationMetadata():
            yield from _metadata_pieces(paper, content)


def _role(content: PaperContent) -> Role:
    match content:
        case QuestionSet() | OralQuestions():
            return "question"
        case AnswerSet():
            return "answer"
        case DelayNotice():
            return "notice"
        case Withdrawal():
            return "withdrawal"


def _piece(paper: LinkedPaper, content: PaperContent, where: Where | None = None) -> Piece:
    role, heading = _role(content), content.heading
    named = heading.publication or (None if where else paper.source.publication or _file_name(paper.name))
    publication = _publication(named)
    chamber: Literal["tk", "ek"] = "ek" if publication and publication.chamber == "ek" else "tk"
    return Piece(
        role=role, where=where or role, source=paper.source, content=content, publication=publication, chamber=chamber,
        numbers=case_numbers(heading.question_numbers, chamber) or _number_of_name(role, named),
        names=_names(heading, _known_name(named), role=role, chamber=chamber),
        rank=_rank(paper.parsed.layout, publication),
    )


def _file_name(name: str) -> str | None:
    """The publication that a file is named after ("kv-tk-2020Z90001.html"), where its words print none."""
    stem = name.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    return stem if stem.startswith(("kv-", "ah-")) else None


def _publication(name: str | None) -> PublicationName | None:
    read = parse_publication(name) if name else None
    return read if isinstance(read, PublicationName) else None


def _rank(layout: str, publication: PublicationName | None) -> int:
    if layout == "pdf" and (publication is None or not publication.formatted):
        return _UNFORMATTED_PDF
    return _LAYOUT_RANKS.get(layout, _OTHER_LAYOUT)


def case_numbers(printed: tuple[str, ...], chamber: Literal["tk", "ek"]) -> tuple[str, ...]:
    """Case numbers of printed question numbers: a Zaak number, or the name of the old or Eerste Kamer publication."""
    return tuple(dict.fromkeys(number for one in printed if (number := _case_number(one, chamber))))


def _case_number(printed: str, chamber: Literal["tk", "ek"]) -> str | None:
    if number := QuestionNumber.read(printed):
        return str(number)
    named = _publication(f"kv-ek-{printed}" if chamber == "ek" else f"kv-{printed}")
    return named.base if named and named.kind in {"old", "senate"} else None


def _number_of_name(role: Role, name: str | None) -> tuple[str, ...]:
    """The case number that a question's publication name is or holds; a mistyped name serves until more is known."""
    known = _known_name(name)
    if role != "question" or known is None or not known.startswith("kv-"):
        return ()
    publication = _publication(name)
    return (publication.question_number or publication.base if publication else known,)


def _known_name(name: str | None) -> str | None:
    """The name that all printings share; a name of an odd but known form as it is; None for what is no name at all."""
    read = parse_publication(name) if name else None
    if isinstance(read, PublicationName):
        return read.base
    return read.value if read and read.known_form else None


def _names(heading: Heading, name: str | None, *, role: Role, chamber: str) -> frozenset[str]:
    names = {name} if name else set[str]()
    if role == "question" or heading.appendix_number is None:
        return frozenset(names)
    if heading.received_on:  # "AH 604" in a Word file: the number within the session, and the day, are one paper
        names.add(f"{chamber} {heading.appendix_number} {heading.received_on}")
    appendix = AppendixNumber.of(heading.session_year, heading.appendix_number) if heading.session_year else None
    if appendix and chamber == "tk":
        names.add(appendix.publication)
    return frozenset(names)


def _page_pieces(paper: LinkedPaper, page: CasePage) -> Iterator[Piece]:
    """Question, answer and notices of a page; the page's numbers hold for all of them."""
    heading = page.heading
    asked = replace(
        heading, received_on=None, answerers=(), on_behalf_of=(), see_also=(), appendix_number=None,
        publication=page.question_publication, title=page.question_title or heading.title,
    )
    question = _piece(paper, QuestionSet(heading=asked, questions=page.questions, footnotes=page.footnotes, topics=page.topics), "page")
    yield question
    answered = replace(heading, publication=page.answer_publication, title=page.answer_title or heading.title)
    if page.answers or page.answer_publication:
        answer = _piece(paper, AnswerSet(heading=answered, answers=page.answers, footnotes=page.footnotes), "page")
        yield replace(answer, numbers=answer.numbers or question.numbers)
    for notice in page.notices:
        announced = replace(
            heading, publication=page.notice_publication if len(page.notices) == 1 else None, received_on=notice.announced_on,
            answerers=(), on_behalf_of=(), see_also=(), appendix_number=None,
        )
        piece = _piece(paper, DelayNotice(heading=announced, text=notice.text), "page")
        yield replace(piece, numbers=piece.numbers or question.numbers)


def _metadata_pieces(paper: LinkedPaper, metadata: PublicationMetadata) -> Iterator[Piece]:
    """The paper that metadata tells of, without its words; none for publications of other kinds."""
    publication = _publication(metadata.publication)
    if publication is None:
        return
    content = _metadata_content(metadata, publication)
    piece = _piece(paper, content, "metadata")
    chamber: Literal["tk", "ek"] = "ek" if "eerste kamer" in (metadata.creator or "").casefold() else piece.chamber
    yield replace(
        piece, chamber=chamber, points_to=tuple(_known_name(name) or name for name in metadata.appendices), printed_on=metadata.available_on or metadata.issued_on,
        numbers=case_numbers(metadata.question_numbers, chamber) or piece.numbers,
        names=_names(piece.heading, publication.base, role=piece.role, chamber=chamber),
    )


def _metadata_content(metadata: PublicationMetadata, publication: PublicationName) -> PaperContent:
    kind = (metadata.kind or "").casefold()
    heading = Heading(
        title=metadata.title or "", question_numbers=metadata.question_numbers, publication=metadata.publication,
        appendix_number=metadata.appendix_number, session_year=metadata.session_year, tabled_on=metadata.tabled_on,
        received_on=metadata.received_on, askers=metadata.askers, addressees=metadata.addressees,
        subject=_registered_subject(metadata.title or "") if publication.series == "kv" else None,
    )
    if publication.series == "kv":
        if "mondeling" in kind or heading.title.casefold().startswith("mondelinge vra"):  # before 2000 only the title says so
            return OralQuestions(heading=heading)
        return QuestionSet(heading=heading, questions=(), topics=metadata.topics)
    answered = replace(heading, received_on=metadata.received_on or metadata.issued_on, addressees=())
    if "mededeling" in kind:
        return DelayNotice(heading=answered, text=Text())
    return AnswerSet(heading=answered, answers=(), topics=metadata.topics, kind="further" if "nader" in kind else "first")


def _registered_subject(title: str) -> str | None:
    """The title of a question's metadata where it is its subject; old ones hold the whole title line."""
    return None if title.casefold().startswith(("vragen van", "vraag van")) else title or None
