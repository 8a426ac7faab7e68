"""One document as if it were a case: what ``/lees`` shows before anything is linked."""

from collections import Counter

from navraag.records.answers import AnswerSet
from navraag.records.cases import Case, CaseAnswers, CaseNotice, CaseQuestions, Pair, PairAnswer
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import CasePage
from navraag.records.papers import Answer, Heading, Question
from navraag.records.parsed import Content
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Text

Paper = QuestionSet | AnswerSet | DelayNotice | Withdrawal | CasePage | OralQuestions
PAPER_ID = "document"


def preview(content: Content) -> Case | None:
    """The paper as a case of its own; None for what is no paper with questions, answers or a notice."""
    if not isinstance(content, Paper):
        return None
    heading = content.heading
    answers = content.answers if isinstance(content, AnswerSet | CasePage) else ()
    asked = {label for question in content.questions for label in question.text.labels}
    notices, withdrawal = _notices(content)
    pairs = _pairs(content.questions, answers)
    used = {id(held.answer) for pair in pairs for held in pair.answers}
    return Case(
        number=next(iter(heading.question_numbers), "") or heading.publication or "document",
        subject=heading.subject or heading.title, session_year=heading.session_year, tabled_on=heading.tabled_on,
        askers=heading.askers, addressees=heading.addressees,
        questions=_questions(content, tuple(note for note in content.footnotes if note.label in asked or not answers)),
        answers=_answers(content, answers, tuple(note for note in content.footnotes if note.label not in asked)),
        notices=notices, withdrawal=withdrawal, pairs=pairs,
        orphans=tuple(_held(answer) for answer in answers if id(answer) not in used),
    )


def heading_of(content: Content) -> Heading | None:
    """The heading of a paper; None for what has none."""
    return content.heading if isinstance(content, Paper) else None


def _questions(content: Paper, notes: tuple[Footnote, ...]) -> CaseQuestions:
    own = content if isinstance(content, QuestionSet) else None
    return CaseQuestions(
        title=content.heading.title, publication=content.heading.publication, questions=content.questions, footnotes=notes,
        preamble=own.preamble if own else content.text if isinstance(content, OralQuestions) else Text(),
        closing=own.closing if own else Text(),
    )


def _answers(content: Paper, answers: tuple[Answer, ...], notes: tuple[Footnote, ...]) -> tuple[CaseAnswers, ...]:
    if not isinstance(content, AnswerSet | CasePage):
        return ()
    heading, own = content.heading, content if isinstance(content, AnswerSet) else None
    return (CaseAnswers(
        id=PAPER_ID, kind=own.kind if own else "first", title=heading.title, publication=heading.publication,
        appendix_number=heading.appendix_number, session_year=heading.session_year, received_on=heading.received_on,
        answerers=heading.answerers, on_behalf_of=heading.on_behalf_of, answers=answers, footnotes=notes,
        preamble=own.preamble if own else Text(), closing=own.closing if own else Text(), see_also=heading.see_also,
    ),)


def _notices(content: Paper) -> tuple[tuple[CaseNotice, ...], CaseNotice | None]:
    match content:
        case CasePage():
            held = (CaseNotice(id=PAPER_ID, announced_on=n.announced_on, announced_by=(), text=n.text) for n in content.notices)
            return tuple(held), None
        case DelayNotice():
            return (_notice(content),), None
        case Withdrawal():
            return (), _notice(content)
    return (), None


def _notice(content: DelayNotice | Withdrawal) -> CaseNotice:
    heading = content.heading
    return CaseNotice(
        id=PAPER_ID, announced_on=heading.received_on, announced_by=heading.answerers, text=content.text,
        reason=content.reason if isinstance(content, DelayNotice) else "other", publication=heading.publication,
    )


def _pairs(questions: tuple[Question, ...], answers: tuple[Answer, ...]) -> tuple[Pair, ...]:
    """Questions with the answers that name their number; a number printed twice gets ``7-2``."""
    seen: Counter[str] = Counter()
    by_number: dict[int, list[PairAnswer]] = {}
    for answer in answers:
        for number in dict.fromkeys(answer.numbers):
            by_number.setdefault(number, []).append(_held(answer))
    pairs = []
    for question in questions:
        label = question.label or str(question.number)
        seen[label] += 1
        label = label if seen[label] == 1 else f"{label}-{seen[label]}"
        given = tuple(by_number.get(question.number, ()))
        pairs.append(Pair(id=f"{PAPER_ID}/{label}", case=PAPER_ID, label=label, question=question, answers=given))
    return tuple(pairs)


def _held(answer: Answer) -> PairAnswer:
    return PairAnswer(answer_set=PAPER_ID, answer=answer, joint_with=answer.numbers)
