"""From the parts that a structured layout marks to records: shared by KOOP's XML (both forms) and HTML.

A layout hands over a ``Paper``: title lines, facts that its markup gives, and sections in document order. That XML and
HTML of one publication give the same pairs follows from their meeting here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from navraag.parsing.headings import read_title
from navraag.parsing.notices import is_withdrawal, reason_of
from navraag.parsing.numbering import read_heading, read_numbers
from navraag.records.answers import AnswerKind, AnswerSet
from navraag.records.evidence import Furniture, Problem
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.papers import Answer, Heading, Question
from navraag.records.parsed import Content, Parsed
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Paragraph, Text

SectionKind = Literal["question", "answer", "remark", "opening", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One marked part: a question or answer with its printed heading, a remark, an opening, or loose words.

    Remarks are notices and explanations; an opening stands before the first answer.
    ``explains`` is set where the markup itself says that a remark is the explanation ("Toelichting").
    """

    kind: SectionKind
    printed: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    explains: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as its layout marks it. ``facts`` are fields known from markup: they win over the title's words.

    ``heading`` is given where the layout has read the whole heading itself (letters); then no title line is read.
    """

    layout: str
    title_lines: tuple[str, ...] = ()
    facts: Heading = field(default_factory=Heading)
    heading: Heading | None = None
    declared: str = ""
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    topics: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    problems: tuple[Problem, ...] = ()


_PLAIN_HEADING = re.compile(r"(?:Vraag|Antwoord) (\d{1,3})", re.ASCII)
_NOTICE_LINE = re.compile(r"(?:^|[.)]\s{1,4})(?:Uitstel)?[Mm]ededeling\b[^.]{0,300}\bvan\b")
_NOTICE_WORD = re.compile(r"\s*(?:Uitstel)?mededeling\s*:?\s*", re.IGNORECASE)
_ORAL = re.compile(r"\s*mondelinge vrag", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:nader|aanvullend|vervolg)e?[- ]?antwoord", re.IGNORECASE)
_CORRECTION = re.compile(r"\b(?:rectificatie|gerectificeerd|gecorrigeerd|correctie)", re.IGNORECASE)
_ONLY_REFERS = re.compile(
    r"(?:(?:ja|nee|neen)[.,;:]?\s+)?(?:zie|ik verwijs|wij verwijzen|verwezen wordt|verwijs|hiervoor|daarvoor|voor)\b[^.?!]{0,120}?"
    r"\b(?:(?:antwoord(?:en)?|beantwoording)\b[^.?!0-9]{0,60}?|(?:vraag|vragen)\s)"
    r"(?P<numbers>\d{1,3}[a-z]?(?:\s?(?:,|en|t/m|tot en met|-|–|&)\s?(?:vraag\s|vragen\s)?\d{1,3}[a-z]?){0,30})"
    r"(?:\s(?:hierboven|hiervoor|van deze set))?\s?[.!]?",
    re.IGNORECASE,
)


def build(paper: Paper) -> Parsed:
    """The records of a paper, with the problems and furniture met on the way."""
    heading = read_heading_block(paper)
    reader = _Reader()
    for section in paper.sections:
        reader.take(section)
    questions = tuple(sorted(reader.questions, key=lambda question: question.number))
    content, found = _content(paper, heading, questions, reader)
    problems = [*paper.problems, *reader.problems, *found, *_note_problems(reader, paper.footnotes)]
    return Parsed(
        layout=paper.layout, content=content, problems=tuple(dict.fromkeys(problems)),
        furniture=paper.furniture + tuple(reader.furniture),
    )


def read_heading_block(paper: Paper) -> Heading:
    """The heading: what the title lines say, with the facts of the markup over it."""
    if paper.heading is not None:
        return paper.heading
    title = " ".join(paper.title_lines)
    said = read_title(title) if title else Heading()
    facts = paper.facts
    known = {
        name: value
        for name in ("question_numbers", "publication", "appendix_number", "session_year", "tabled_on", "received_on")
        if (value := getattr(facts, name))
    }
    if not said.askers and facts.askers:
        known["askers"] = facts.askers
    if not said.answerers and facts.answerers:
        known["answerers"] = facts.answerers
    if facts.subject and (not said.subject or facts.subject not in said.subject):
        known["subject"] = facts.subject
    return replace(said, title=title, **known)


class _Reader:
    """Takes sections in order and keeps what they become."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.answers: list[Answer] = []
        self.preamble: list[Paragraph] = []
        self.closing: list[Paragraph] = []
        self.notice: list[Paragraph] = []
        self.furniture: list[Furniture] = []
        self.problems: list[Problem] = []
        self._asked: tuple[int, ...] = ()

    def take(self, section: Section) -> None:
        """One more section."""
        if section.kind == "question":
            self._take_question(section)
        elif section.kind == "answer":
            self._take_answer(section)
        elif section.kind == "remark" and self._is_notice(section):
            self._take_notice(section)
        else:
            begun = section.kind != "opening" and (self.questions or self.answers)
            place = self.closing if begun else self.preamble
            if section.printed:
                place.append(Paragraph(text=section.printed, kind="heading"))
            place += section.paragraphs

    def _take_question(self, section: Section) -> None:
        numbers, labels = self._numbers(section)
        if not numbers:
            highest = max((question.number for question in self.questions), default=0)
            numbers, labels = (highest + 1,), ("",)
            if section.printed or any(question.heading for question in self.questions):
                self._problem("numbering.missing", "a question without a number takes the next one", f"question {numbers[0]}")
        texts = self._share(numbers, section)
        for number, label, text in zip(numbers, labels, texts, strict=True):
            shown = label if label and label != str(number) else None
            self.questions.append(Question(number=number, label=shown, heading=section.printed, text=text))
        self._asked = numbers

    def _take_answer(self, section: Section) -> None:
        numbers, labels = self._numbers(section)
        if not numbers:
            numbers, labels = self._asked, ()
            if not numbers:
                self._problem("numbering.missing", "an answer without a number and without a question before it", "answer")
        text = Text(paragraphs=section.paragraphs)
        own = tuple(labels) if any(a != str(b) for a, b in zip(labels, numbers, strict=False)) else ()
        self.answers.append(
            Answer(numbers=tuple(dict.fromkeys(numbers)), text=text, heading=section.printed, labels=own, see_also=only_refers_to(text.plain))
        )

    def _numbers(self, section: Section) -> tuple[tuple[int, ...], tuple[str, ...]]:
        printed = section.printed
        if plain := _PLAIN_HEADING.fullmatch(printed):
            return (int(plain[1]),), (plain[1].lstrip("0") or "0",)
        if not printed:
            return (), ()
        if (line := read_heading(printed)) and not line.rest:
            return line.numbers, line.labels
        numbers = read_numbers(printed)
        return numbers, tuple(map(str, numbers))

    def _share(self, numbers: tuple[int, ...], section: Section) -> list[Text]:
        """One text for each number: split where a joint heading holds as many paragraphs as numbers."""
        whole = section.paragraphs
        if len(numbers) == 1:
            return [Text(paragraphs=whole)]
        parts = split_joint(whole, len(numbers))
        if parts is None:
            self._problem(
                "numbering.joint-question", f"the questions under {section.printed!r} are not told apart", f"question {numbers[0]}"
            )
            parts = [whole, *((),) * (len(numbers) - 1)]
        return [Text(paragraphs=part) for part in parts]

    def _is_notice(self, section: Section) -> bool:
        if _NOTICE_WORD.fullmatch(section.printed):
            return True
        return not self.answers and not _is_explanation(section)

    def _take_notice(self, section: Section) -> None:
        if section.printed:
            self.furniture.append(Furniture(kind="separator", text=section.printed))
        paragraphs = list(section.paragraphs)
        if paragraphs and _NOTICE_WORD.fullmatch(paragraphs[0].text):
            self.furniture.append(Furniture(kind="separator", text=paragraphs.pop(0).text))
        self.notice += paragraphs

    def _problem(self, code: str, message: str, where: str) -> None:
        self.problems.append(Problem(code=code, message=message, where=where))


def _is_explanation(section: Section) -> bool:
    if section.explains:
        return True
    first = section.printed or (section.paragraphs[0].text if section.paragraphs else "")
    return first.casefold().lstrip().startswith("toelichting")


def split_joint(paragraphs: Sequence[Paragraph], count: int) -> list[tuple[Paragraph, ...]] | None:
    """As many parts as a joint heading names, cut at paragraph borders; None where the paragraphs do not show where.

    A paragraph each is sure. With more, list items and rows stay with the paragraph above, and one that asks
    nothing with the next that does.
    """
    if len(paragraphs) == count:
        return [(paragraph,) for paragraph in paragraphs]
    if len(paragraphs) < count:
        return None
    starts = [i for i, p in enumerate(paragraphs) if p.kind == "paragraph"]
    if len(starts) != count:
        asking = [i for i in starts if paragraphs[i].text.rstrip().endswith("?")]
        if len(asking) != count or asking[-1] != starts[-1]:
            return None
        starts = [0, *(i + 1 for i in asking[:-1])]
    bounds = [0, *starts[1:], len(paragraphs)]
    return [tuple(paragraphs[a:b]) for a, b in pairwise(bounds)]


def only_refers_to(answer: str) -> tuple[int, ...]:
    """Questions whose answer this one only points to.

    >>> only_refers_to("Zie het antwoord op vraag 3.")
    (3,)
    >>> only_refers_to("Zie het antwoord op vraag 3. Daarnaast volgt een evaluatie.")
    ()
    """
    if len(answer) > 300:
        return ()
    found = _ONLY_REFERS.fullmatch(answer.strip())
    return read_numbers(found["numbers"]) if found else ()


def _content(
    paper: Paper, heading: Heading, questions: tuple[Question, ...], reader: _Reader
) -> tuple[Content, list[Problem]]:
    title = heading.title
    if _ORAL.match(title) or _ORAL.match(paper.declared):
        text = Text(paragraphs=(*reader.preamble, *reader.notice, *reader.closing))
        return OralQuestions(heading=heading, questions=questions, text=text, footnotes=paper.footnotes), []
    if reader.answers:
        return _answer_set(paper, heading, questions, reader), []
    if _NOTICE_LINE.search(title) or paper.declared.casefold().startswith("mededeling") or _only_notice(reader):
        return _notice(paper, heading, questions, reader)
    if heading.answerers or heading.received_on or "antwoord" in paper.declared.casefold():
        missing = Problem(code="answer.none-marked", message="an answer document in which no answer is marked")
        return _answer_set(paper, heading, questions, reader), [missing]
    asked = QuestionSet(
        heading=heading, questions=questions, preamble=Text(paragraphs=tuple(reader.preamble)),
        closing=Text(paragraphs=(*reader.notice, *reader.closing)), footnotes=paper.footnotes, topics=paper.topics,
    )
    none = [] if questions else [Problem(code="question.none-marked", message="a question document in which no question is marked")]
    return asked, none


def _only_notice(reader: _Reader) -> bool:
    """A remark in a paper that asks is a notice only if it says so."""
    if not reader.notice:
        return False
    return any(_NOTICE_WORD.fullmatch(s.text) for s in reader.furniture if s.kind == "separator")


def _answer_set(paper: Paper, heading: Heading, questions: tuple[Question, ...], reader: _Reader) -> AnswerSet:
    return AnswerSet(
        heading=heading, answers=tuple(reader.answers), kind=answer_kind(heading.title, paper.declared),
        questions=questions, preamble=Text(paragraphs=(*reader.preamble, *reader.notice)),
        closing=Text(paragraphs=tuple(reader.closing)), footnotes=paper.footnotes, topics=paper.topics,
    )


def answer_kind(title: str, declared: str = "") -> AnswerKind:
    """Whether an answer is the first, a further one or a correction, by its title line and KOOP's own type."""
    said = f"{title} {declared}"
    if _CORRECTION.search(said):
        return "correction"
    return "further" if _FURTHER.search(said) else "first"


def _notice(
    paper: Paper, heading: Heading, questions: tuple[Question, ...], reader: _Reader
) -> tuple[DelayNotice | Withdrawal, list[Problem]]:
    text = Text(paragraphs=(*reader.preamble, *reader.notice))
    if not text.paragraphs:  # a notice in loose paragraphs, without the element that marks it
        text, reader.closing = Text(paragraphs=tuple(reader.closing)), []
    problems = []
    if not text.paragraphs:
        problems.append(Problem(code="notice.no-text", message="a notice that says nothing", where="notice"))
    closing = Text(paragraphs=tuple(reader.closing))
    if is_withdrawal(text.plain, subject=heading.subject):
        return Withdrawal(heading=heading, text=text, questions=questions, closing=closing, footnotes=paper.footnotes), problems
    notice = DelayNotice(
        heading=heading, text=text, reason=reason_of(text.plain), questions=questions, closing=closing,
        footnotes=paper.footnotes,
    )
    return notice, problems


def _note_problems(reader: _Reader, footnotes: Iterable[Footnote]) -> list[Problem]:
    """Marks without a note, notes without a mark."""
    known = {note.label for note in footnotes}
    marked: dict[str, str] = {}
    parts = [(f"question {question.label or question.number}", question.text.paragraphs) for question in reader.questions]
    parts += [(f"answer {answer.heading}", answer.text.paragraphs) for answer in reader.answers]
    parts.append(("text", (*reader.preamble, *reader.notice, *reader.closing)))
    for where, paragraphs in parts:
        for paragraph in paragraphs:
            if paragraph.marks:
                marked |= dict.fromkeys((mark.label for mark in paragraph.marks), where)
    missing = [
        Problem(code="footnote.text-missing", message=f"note {label} is marked but its text is not in the document", where=where)
        for label, where in marked.items()
        if label not in known
    ]
    unmarked = [
        Problem(code="footnote.unmarked", message=f"note {label} has no mark in the text", severity="note", where=f"footnote {label}")
        for label in known - marked.keys()
    ]
    return missing + sorted(unmarked, key=lambda problem: problem.where)
