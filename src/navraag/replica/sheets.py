"""Sheets: every paper of a sample case as it will be printed, before any format is chosen.

A sheet knows its title lines, its pieces in print order, and its notes, numbered from 1 in the order of their marks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from navraag.replica.markup import Body, Line, Part, Run
from navraag.replica.story import StoryCase, StoryPaper
from navraag.replica.titles import answer_title, notice_lines, question_title, session_year

SheetKind = Literal["questions", "oral", "delay_notice", "withdrawal", "answer", "further", "correction"]
PieceKind = Literal["question", "answer", "preamble", "closing", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A question, an answer or unnumbered words, as printed in one place."""

    kind: PieceKind
    printed: str = ""
    numbers: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper, ready to be printed."""

    kind: SheetKind
    case: StoryCase
    paper: StoryPaper | None
    publication: str
    appendix: int | None
    titles: tuple[str, ...]
    pieces: tuple[Piece, ...]
    notes: tuple[tuple[str, str], ...]
    questions: tuple[Part, ...]
    answers: tuple[Part, ...]

    @property
    def printed_on(self) -> date:
        """The day of the paper."""
        return self.paper.on if self.paper else self.case.tabled

    @property
    def session_year(self) -> str:
        """The parliamentary year that the paper belongs to."""
        return session_year(self.printed_on)

    @property
    def number(self) -> str:
        """The number under which the questions are known."""
        if self.case.chamber == "ek":
            return self.case.publication.rpartition("-")[2]
        return self.case.mistyped if self.case.mistyped and not self.paper else self.case.number


def _publication(case: StoryCase, paper: StoryPaper | None) -> str:
    if paper is None:
        return case.publication or f"kv-tk-{case.mistyped or case.number}"
    year = session_year(paper.on).replace("-", "")
    return paper.publication or f"ah-{case.chamber}-{year}-{paper.appendix}"


def _questions_of(answer: Part, left: list[Part]) -> list[Part]:
    """The questions that an answer covers and that are not yet printed."""
    same = [part for part in left if part.printed == answer.printed]
    return same[:1] or [part for part in left if part.numbers[0] in answer.numbers]


def _may_merge(answer: Part, covered: list[Part], paper: StoryPaper) -> bool:
    """Whether the paper prints these questions under one heading: one paragraph each, and no word in the number."""
    plain = all(len(part.lines) == 1 and part.lines[0].kind == "paragraph" for part in covered)
    return paper.joint == "merged" and len(covered) > 1 and plain and "vraag" not in answer.printed


def _numbered(part: Part, kind: PieceKind) -> Piece:
    return Piece(kind=kind, printed=part.printed, numbers=part.numbers, lines=part.lines)


def _pairs(paper: StoryPaper, questions: Iterable[Part], answers: Iterable[Part]) -> Iterator[Piece]:
    """Questions, each followed by its answer, in the order of the answers; questions without one come last."""
    left = list(questions)
    for answer in answers:
        covered = _questions_of(answer, left)
        left = [part for part in left if part not in covered]
        if _may_merge(answer, covered, paper):
            lines = tuple(line for part in covered for line in part.lines)
            yield Piece(kind="question", printed=answer.printed, numbers=answer.numbers, lines=lines)
        else:
            yield from (_numbered(part, "question") for part in covered)
        yield _numbered(answer, "answer")
    if paper.kind == "answer":
        yield from (_numbered(part, "question") for part in left)


def _unnumbered(body: Body, printed: Literal["preamble", "closing"]) -> list[Piece]:
    return [Piece(kind=printed, lines=part.lines) for part in body.parts if part.printed == printed]


def _with_numbers(body: Body) -> tuple[Part, ...]:
    return tuple(part for part in body.parts if part.numbers)


def _pieces(case: StoryCase, paper: StoryPaper | None) -> tuple[Piece, ...]:
    questions = _with_numbers(case.questions)
    asked = tuple(_numbered(part, "question") for part in questions)
    if paper is None:
        return (*_unnumbered(case.questions, "preamble"), *asked, *_unnumbered(case.questions, "closing"))
    if paper.kind in {"delay_notice", "withdrawal"}:
        lines = tuple(Line(runs=(Run(text=words),)) for words in notice_lines(case, paper))
        return (*asked, Piece(kind="notice", lines=lines))
    pairs = _pairs(paper, questions, _with_numbers(paper.answers))
    return (*_unnumbered(paper.answers, "preamble"), *pairs, *_unnumbered(paper.answers, "closing"))


def _labels(pieces: Iterable[Piece]) -> dict[str, str]:
    """Keys of notes → labels, from 1 in the order of their first marks."""
    keys = dict.fromkeys(mark for piece in pieces for line in piece.lines for mark in line.marks)
    return {key: str(n) for n, key in enumerate(keys, 1)}


def _relabel(line: Line, labels: dict[str, str]) -> Line:
    runs = tuple(replace(run, mark=labels.get(run.mark, run.mark)) if run.mark else run for run in line.runs)
    return replace(line, runs=runs)


def _relabelled(part: Part, labels: dict[str, str]) -> Part:
    return replace(part, lines=tuple(_relabel(line, labels) for line in part.lines))


def _kind(case: StoryCase, paper: StoryPaper | None) -> SheetKind:
    if paper is not None:
        return paper.kind
    return "oral" if case.oral else "questions"


def _answer_labels(answers: Body, notes: dict[str, str]) -> Body:
    """Marks of an answer that have their own note under a key that the questions use too get a key of their own."""
    clash = {key for key in answers.notes if key in notes and notes[key] != answers.notes[key]}
    if not clash:
        return answers
    keys = {key: f"{key}a" for key in clash}
    parts = tuple(_relabelled(part, keys) for part in answers.parts)
    return Body(parts=parts, notes={keys.get(key, key): text for key, text in answers.notes.items()})


def sheet_of(case: StoryCase, paper: StoryPaper | None = None) -> Sheet:
    """The sheet of the questions (``paper`` None) or of a paper that follows them."""
    if paper is not None:
        paper = replace(paper, answers=_answer_labels(paper.answers, case.questions.notes))
    bodies = (case.questions, paper.answers) if paper else (case.questions,)
    pieces = _pieces(case, paper)
    labels = _labels(pieces)
    texts = {key: text for body in bodies for key, text in body.notes.items()}
    printed = {number for piece in pieces if piece.kind == "question" for number in piece.numbers}
    return Sheet(
        kind=_kind(case, paper),
        case=case,
        paper=paper,
        publication=_publication(case, paper),
        appendix=paper.appendix if paper else None,
        titles=(question_title(case), answer_title(paper)) if paper else (question_title(case),),
        pieces=tuple(replace(p, lines=tuple(_relabel(line, labels) for line in p.lines)) for p in pieces),
        notes=tuple((label, texts[key]) for key, label in labels.items() if key in texts),
        questions=tuple(_relabelled(p, labels) for p in _with_numbers(case.questions) if p.numbers[0] in printed),
        answers=tuple(_relabelled(p, labels) for p in _with_numbers(paper.answers)) if paper else (),
    )


def sheets_of(case: StoryCase) -> tuple[Sheet, ...]:
    """All sheets of a case, in the order of their days."""
    return (sheet_of(case), *(sheet_of(case, paper) for paper in case.papers))


def _changed(line: Line, old: str, new: str) -> Line:
    return replace(line, runs=tuple(replace(run, text=run.text.replace(old, new)) for run in line.runs))


def reprint_of(case: StoryCase) -> Sheet:
    """The questions as printed again ("herdruk"): under the same number with a suffix, one sentence changed."""
    parts = tuple(
        replace(part, lines=tuple(_changed(line, case.reprint_from, case.reprint_to) for line in part.lines))
        for part in case.questions.parts
    )
    again = replace(case, questions=replace(case.questions, parts=parts), publication=f"kv-tk-{case.number}-{case.reprint}")
    return sheet_of(again)
