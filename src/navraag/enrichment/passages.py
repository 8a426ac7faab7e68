"""The passages of a case: every text that enrichment reads, in the order of the page, each once."""

from collections.abc import Iterable, Iterator
from datetime import date

from navraag.records.cases import Case, CaseAnswers, PairAnswer
from navraag.records.evidence import Part
from navraag.records.found import Passage
from navraag.records.notices import DelayNotice
from navraag.records.papers import Question
from navraag.records.parsed import Content
from navraag.records.text import Footnote, Text


def passages(case: Case) -> Iterator[Passage]:
    """Questions, answers, what stands around them, notes and notices of a case; empty texts are left out."""
    return (passage for passage in _all(case) if passage.text)


def _all(case: Case) -> Iterator[Passage]:
    asked_on = case.tabled_on
    if case.questions:
        yield _text("preamble", case.questions.preamble, anchor=asked_on)
    for place, pair in enumerate(case.pairs):
        yield Passage(
            part="question", text=pair.question.text.plain, labels=(pair.label,), place=place, anchor=asked_on,
            marks=_marks(pair.question.text, case.questions.footnotes if case.questions else ()), rows=rows_of(pair.question.text),
        )
    if case.questions:
        yield _text("closing", case.questions.closing, anchor=asked_on)
        yield from _notes(case.questions.footnotes, "", asked_on)
    yield from _answers(case)
    for notice in (*case.notices, *([case.withdrawal] if case.withdrawal else ())):
        yield _text("notice", notice.text, paper=notice.id, anchor=notice.announced_on)


def document_passages(content: Content, today: date) -> Iterator[Passage]:
    """The passages of one document that stands alone; where it names no day of its own, its times are read on ``today``."""
    return (passage for passage in _document(content, today) if passage.text)


def _document(content: Content, today: date) -> Iterator[Passage]:
    questions: tuple[Question, ...] = getattr(content, "questions", ())
    footnotes: tuple[Footnote, ...] = getattr(content, "footnotes", ())
    heading = getattr(content, "heading", None)
    received = getattr(heading, "received_on", None) or today
    asked = {question.number: question.text.plain for question in questions}
    for place, question in enumerate(questions):
        yield Passage(
            part="question", text=question.text.plain, labels=(str(question.number),), place=place,
            anchor=getattr(heading, "tabled_on", None) or today, marks=_marks(question.text, footnotes), rows=rows_of(question.text),
        )
    for place, answer in enumerate(getattr(content, "answers", ())):
        numbers = [number for number in answer.numbers if number in asked]
        yield Passage(
            part="answer", text=answer.text.plain, labels=tuple(map(str, numbers or answer.numbers)), place=place, anchor=received,
            asked=tuple(asked[number] for number in numbers), marks=_marks(answer.text, footnotes), rows=rows_of(answer.text),
        )
    yield from _notes(footnotes, "", received)
    for place, notice in enumerate((content,) if isinstance(content, DelayNotice) else getattr(content, "notices", ())):
        yield Passage(part="notice", text=notice.text.plain, place=place, anchor=getattr(notice, "announced_on", None) or received)


def _answers(case: Case) -> Iterator[Passage]:
    papers = {paper.id: paper for paper in case.answers}
    labels, asked = _covered(case)
    for paper in case.answers:
        yield _text("preamble", paper.preamble, paper=paper.id, anchor=paper.received_on)
    for place, (key, given) in enumerate(given_answers(case)):
        held = papers.get(given.answer_set)
        yield Passage(
            part="answer", text=given.answer.text.plain, labels=tuple(labels.get(key, ())), paper=given.answer_set,
            place=place, anchor=held.received_on if held else None, asked=tuple(asked.get(key, ())),
            marks=_marks(given.answer.text, held.footnotes if held else ()), rows=rows_of(given.answer.text),
        )
    for paper in case.answers:
        yield from _after(paper)


def _after(paper: CaseAnswers) -> Iterator[Passage]:
    yield _text("closing", paper.closing, paper=paper.id, anchor=paper.received_on)
    yield from _notes(paper.footnotes, paper.id, paper.received_on)


def rows_of(text: Text) -> tuple[tuple[tuple[int, str], ...], ...]:
    """The rows of the tables of a text: each cell with the place at which it begins in ``text.plain``."""
    rows, start = [], 0
    for paragraph in text.paragraphs:
        if paragraph.kind == "row" and paragraph.cells:
            rows.append(_cells(paragraph.text, paragraph.cells, start))
        start += len(paragraph.text) + 1
    return tuple(rows)


def _cells(words: str, cells: tuple[str, ...], start: int) -> tuple[tuple[int, str], ...]:
    placed, at = [], 0
    for cell in cells:
        found = words.find(cell, at)
        at = at if found < 0 else found
        placed.append((start + at, cell))
        at += len(cell)
    return tuple(placed)


_Key = tuple[str, tuple[int, ...], tuple[str, ...]]


def answer_key(given: PairAnswer) -> _Key:
    """What two pairs that share one answer have in common."""
    return given.answer_set, given.answer.numbers, given.answer.labels or (given.answer.heading,)


def given_answers(case: Case) -> Iterable[tuple[_Key, PairAnswer]]:
    """Every answer of the case once, those to no question held last."""
    found: dict[_Key, PairAnswer] = {}
    for pair in case.pairs:
        for given in pair.answers:
            found.setdefault(answer_key(given), given)
    for given in case.orphans:
        found.setdefault(answer_key(given), given)
    return found.items()


def _covered(case: Case) -> tuple[dict[_Key, list[str]], dict[_Key, list[str]]]:
    """The labels, and the words, of the questions that each answer covers."""
    labels: dict[_Key, list[str]] = {}
    asked: dict[_Key, list[str]] = {}
    for pair in case.pairs:
        for key in dict.fromkeys(map(answer_key, pair.answers)):
            labels.setdefault(key, []).append(pair.label)
            asked.setdefault(key, []).append(pair.question.text.plain)
    return labels, asked


def _notes(footnotes: tuple[Footnote, ...], paper: str, anchor: date | None) -> Iterator[Passage]:
    """Notes with their words; an address that stands beside them follows on a line of its own."""
    for place, note in enumerate(footnotes):
        extra = [url for url in note.urls if url not in note.text]
        yield Passage(
            part="footnote", text="\n".join([note.text, *extra]), paper=paper, note=note.label, place=place, anchor=anchor,
        )


def _marks(text: Text, footnotes: tuple[Footnote, ...]) -> tuple[tuple[int, str, str], ...]:
    """Where each note mark stands in the plain words, its label, and the words of its note."""
    notes = {note.label: note.text for note in footnotes}
    found, start = [], 0
    for paragraph in text.paragraphs:
        found += [(start + mark.at, mark.label, notes[mark.label]) for mark in paragraph.marks if mark.label in notes]
        start += len(paragraph.text) + 1
    return tuple(found)


def _text(part: Part, text: Text, *, paper: str = "", anchor: date | None = None) -> Passage:
    return Passage(part=part, text=text.plain, paper=paper, anchor=anchor)
