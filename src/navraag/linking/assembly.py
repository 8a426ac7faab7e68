"""One case put together from all that belongs to it.

Stated rules. *The questions that are shown* are those of the best question paper; a case without one shows those that its answer
or notice repeats. *The first answer* is the earliest; a later one that calls itself first is a further one. Of two documents that
show one paper the better layout wins (see ``pieces``), a reprint before the first printing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from navraag.linking.facts import Facts
from navraag.linking.grouping import Group
from navraag.linking.pairing import pair
from navraag.linking.pieces import Piece
from navraag.linking.twins import Bundle, merge_twins
from navraag.linking.versions import corrected, earlier_printings
from navraag.records.answers import AnswerKind, AnswerSet
from navraag.records.cases import Case, CaseAnswers, CaseNotice, CaseQuestions, Source, Version
from navraag.records.evidence import Problem
from navraag.records.identifiers import nameless_case_number
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.papers import Heading
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Text

Fact = TypeVar("Fact")
Paper = TypeVar("Paper", CaseAnswers, CaseNotice)
Answered = Callable[[Bundle], tuple[str, ...]]


def assemble(group: Group, answered_by: Answered) -> Case:
    """The case of a group; ``answered_by`` gives the case numbers that a paper belongs to."""
    if not group.bundles:  # most registrations: nothing but themselves
        return Facts(group, ()).case()
    asked = _asked(group)
    answering, noticing, withdrawing = (_of_role(group, role) for role in ("answer", "notice", "withdrawal"))
    pieces = [piece for one in (*asked, *answering, *noticing, *withdrawing) for piece in one.pieces]
    questions = _questions(pieces)
    answers = _answers(answering, answered_by)
    notices = tuple(_told_apart(_notice(one) for one in noticing))
    paired = pair(group.number, questions.questions if questions else (), answers)
    facts = Facts(group, pieces)
    return replace(
        facts.case(),
        questions=questions, answers=answers, notices=notices, withdrawal=_withdrawal(withdrawing),
        pairs=paired.pairs, orphans=paired.orphans,
        versions=(*_versions("questions", asked), *_answer_versions(answering, answers), *_notice_versions(noticing, notices)),
        problems=(*_distinct(group.problems), *facts.problems(), *paired.problems),
    )


def _asked(group: Group) -> tuple[Bundle, ...]:
    """All that print the questions, as one paper: a case has one set, whatever names it was published under."""
    pieces = sorted((piece for one in group.bundles if one.role == "question" for piece in one.pieces), key=lambda piece: piece.order)
    return (Bundle(pieces=tuple(pieces)),) if pieces else ()


def _of_role(group: Group, role: str) -> tuple[Bundle, ...]:
    bundles = [one for one in group.bundles if one.role == role]
    return merge_twins(bundles) if len(bundles) > 1 else tuple(bundles)


def _distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: (problem.code, problem.where, problem.message)))


def _questions(pieces: Sequence[Piece]) -> CaseQuestions | None:
    """The question set as its best document prints it, with all documents that print it."""
    printing = sorted((piece for piece in pieces if piece.role == "question"), key=_completest)
    best = next((piece for piece in printing if piece.content.questions or _oral_words(piece).paragraphs), None)
    if best:
        return _question_set(best, printing)
    repeating = _repeating(pieces)
    if repeating:
        return _question_set(repeating, [repeating])
    return _question_set(printing[0], printing) if printing else None


def _completest(piece: Piece) -> tuple[object, ...]:
    """Best first: later editions, then documents with structure, then those with most questions (pages may be cut off)."""
    structured = piece.rank <= 1
    return -piece.edition, not structured, 0 if structured else -len(piece.content.questions), piece.order


def _repeating(pieces: Sequence[Piece]) -> Piece | None:
    """The answer or notice that repeats the questions, answers first."""
    repeating = [piece for piece in pieces if piece.role != "question" and piece.content.questions]
    return min(repeating, key=lambda piece: (piece.role != "answer", -len(piece.content.questions), piece.order), default=None)


def _question_set(best: Piece, printing: Sequence[Piece]) -> CaseQuestions:
    content = best.content
    own = content if isinstance(content, QuestionSet) else None
    names = (piece.publication.base for piece in printing if piece.publication and piece.publication.series == "kv")
    return CaseQuestions(
        title=best.heading.title, publication=next(names, None), questions=content.questions,
        preamble=own.preamble if own else _oral_words(best), closing=own.closing if own else Text(),
        footnotes=content.footnotes if best.role == "question" else _notes_of_questions(best), sources=_sources(best, printing),
    )


def _oral_words(piece: Piece) -> Text:
    """What a paper of oral questions says: it is printed as one text, without numbered questions."""
    return piece.content.text if isinstance(piece.content, OralQuestions) else Text()


def _notes_of_questions(repeating: Piece) -> tuple[Footnote, ...]:
    """The notes of an answer paper that belong to the questions that it repeats."""
    labels = {label for question in repeating.content.questions for label in question.text.labels}
    return tuple(note for note in repeating.content.footnotes if note.label in labels)


def _sources(best: Piece, pieces: Iterable[Piece]) -> tuple[Source, ...]:
    """The document that is shown first, then the others."""
    return tuple(dict.fromkeys((best.source, *(piece.source for piece in pieces))))


def _answers(bundles: Sequence[Bundle], answered_by: Answered) -> tuple[CaseAnswers, ...]:
    """All answers in order of their days; the first one stays first whatever the later ones call themselves."""
    found = []
    earlier = False
    for one in bundles:
        found.append(_answer(one, earlier=earlier, answers_cases=answered_by(one)))
        earlier = earlier or found[-1].kind != "correction"
    return tuple(_told_apart(found))


def _told_apart(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Papers with names that are unique in their case: two without a publication that came on one day become …, …-2."""
    seen: Counter[str] = Counter()
    for paper in papers:
        seen[paper.id] += 1
        yield paper if seen[paper.id] == 1 else replace(paper, id=f"{paper.id}-{seen[paper.id]}")


def _answer(one: Bundle, *, earlier: bool, answers_cases: tuple[str, ...]) -> CaseAnswers:
    best = _worded(one)
    content = best.content
    assert isinstance(content, AnswerSet)
    headings = [best.heading, *(piece.heading for piece in one.pieces)]
    kind: AnswerKind = "further" if earlier and content.kind == "first" else content.kind
    return CaseAnswers(
        id=_name(one), kind=kind, title=best.heading.title, publication=one.names[0] if one.names else None,
        appendix_number=_first(headings, lambda heading: heading.appendix_number),
        session_year=_first(headings, lambda heading: heading.session_year) or _session_of_name(one),
        received_on=_first(headings, lambda heading: heading.received_on),
        answerers=_first(headings, lambda heading: heading.answerers) or (),
        on_behalf_of=_first(headings, lambda heading: heading.on_behalf_of) or (),
        preamble=content.preamble, answers=content.answers, closing=content.closing, footnotes=content.footnotes,
        see_also=_first(headings, lambda heading: heading.see_also) or (),
        answers_cases=answers_cases, sources=_sources(best, one.pieces),
    )


def _worded(one: Bundle) -> Piece:
    """The best piece that has the role of the paper and its words; metadata where nothing else tells of it."""
    fitting = [piece for piece in one.pieces if piece.role == one.role]
    return next((piece for piece in fitting if not piece.bare), fitting[0])


def _first(headings: Iterable[Heading], of: Callable[[Heading], Fact | None]) -> Fact | None:
    return next((fact for heading in headings if (fact := of(heading))), None)


def _session_of_name(one: Bundle) -> str | None:
    return next((piece.publication.session_year for piece in one.pieces if piece.publication and piece.publication.session_year), None)


def _name(one: Bundle) -> str:
    """What a paper is called within its case: its publication, else its appendix number, its day, or its bytes."""
    headings = [piece.heading for piece in one.pieces]
    number = _first(headings, lambda heading: heading.appendix_number)
    day = _first(headings, lambda heading: heading.received_on)
    if one.names:
        return one.names[0]
    if number:
        return f"AH-{number}"
    return day.isoformat() if day else nameless_case_number(one.best.source.sha256)


def _notice(one: Bundle) -> CaseNotice:
    best = _worded(one)
    content = best.content
    assert isinstance(content, DelayNotice | Withdrawal)
    headings = [best.heading, *(piece.heading for piece in one.pieces)]
    return CaseNotice(
        id=_name(one), announced_on=_first(headings, lambda heading: heading.received_on),
        announced_by=_first(headings, lambda heading: heading.answerers) or (), text=content.text,
        reason=content.reason if isinstance(content, DelayNotice) else "other",
        publication=one.names[0] if one.names else None, sources=_sources(best, one.pieces),
    )


def _withdrawal(bundles: Sequence[Bundle]) -> CaseNotice | None:
    """The earliest withdrawal; those that say it again are among its sources."""
    if not bundles:
        return None
    first = _notice(bundles[0])
    return replace(first, sources=tuple(dict.fromkeys((*first.sources, *(piece.source for one in bundles[1:] for piece in one.pieces)))))


def _versions(part: str, bundles: Iterable[Bundle]) -> Iterator[Version]:
    for one in bundles:
        yield from earlier_printings(part, one)


def _answer_versions(bundles: Sequence[Bundle], answers: Sequence[CaseAnswers]) -> Iterator[Version]:
    """Other printings of each answer, and what a correction changed in the answer before it."""
    before: tuple[Bundle, CaseAnswers] | None = None
    for one, answer in zip(bundles, answers, strict=True):
        yield from earlier_printings(answer.id, one)
        if answer.kind != "correction":
            before = one, answer
        elif before:
            yield from corrected(before[1].id, before[0], one)


def _notice_versions(bundles: Sequence[Bundle], notices: Sequence[CaseNotice]) -> Iterator[Version]:
    for one, notice in zip(bundles, notices, strict=True):
        yield from earlier_printings(notice.id, one)
