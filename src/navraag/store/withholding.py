"""A case without the words that were removed: its numbers, days and names of offices stay, and that something is gone is said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from navraag.records.cases import Case, CaseAnswers, CaseNotice, CaseQuestions, Pair, PairAnswer, Source
from navraag.records.evidence import Problem
from navraag.records.papers import Answer, Question
from navraag.records.removals import REMOVED, Removal, Removed
from navraag.records.text import Text


def withhold(case: Case, removals: Iterable[Removal]) -> Case:
    """The case as it may be shown; itself where no removal concerns it."""
    wanted = tuple(removals)
    whole = next((one for one in wanted if one.id in {case.number, *case.former_numbers}), None)
    found = _Parts(wanted, whole)
    questions = found.questions(case.questions)
    answers = tuple(map(found.answers, case.answers))
    notices = tuple(map(found.notice, case.notices))
    withdrawal = found.notice(case.withdrawal) if case.withdrawal else None
    if whole:
        found.removed = [Removed(part="case", reason=whole.reason, on=whole.on)]
    if not found.removed:
        return case
    asked = whole is not None or questions is not case.questions
    gone = {paper.id for paper, before in zip(answers, case.answers, strict=True) if paper is not before}
    return replace(
        case, questions=questions, answers=answers, notices=notices, withdrawal=withdrawal, removed=tuple(found.removed), versions=(),
        subject=REMOVED if asked else case.subject, subjects=() if asked else tuple(one for one in case.subjects if one.where in {"question", "registration"}),
        pairs=tuple(_pair(pair, gone, asked=asked) for pair in case.pairs), orphans=tuple(_pair_answer(one, gone) for one in case.orphans),
        problems=(*_problems(case), Problem(code="case.words-removed", severity="note", message="woorden van deze zaak zijn verwijderd")),
    )


def _problems(case: Case) -> Iterator[Problem]:
    """The problems of a case without the words that they quote."""
    yield from (replace(one, message="", where="") for one in case.problems if one.code != "case.words-removed")


class _Parts:
    """The papers of a case, emptied where a removal concerns them; what was emptied is noted."""

    def __init__(self, removals: tuple[Removal, ...], whole: Removal | None) -> None:
        self.removals, self.whole = removals, whole
        self.removed: list[Removed] = []

    def questions(self, paper: CaseQuestions | None) -> CaseQuestions | None:
        """The questions with their numbers alone."""
        found = self._concerning(paper.publication, paper.sources) if paper else None
        if paper is None or found is None:
            return paper
        self.removed.append(Removed(part="questions", reason=found.reason, on=found.on, publication=paper.publication))
        return replace(
            paper, title="", preamble=Text(), closing=Text(), footnotes=(), questions=tuple(map(_question, paper.questions)),
        )

    def answers(self, paper: CaseAnswers) -> CaseAnswers:
        """The answers with their numbers alone."""
        found = self._concerning(paper.publication, paper.sources)
        if found is None:
            return paper
        self.removed.append(Removed(part="answers", reason=found.reason, on=found.on, publication=paper.publication))
        return replace(paper, title="", preamble=Text(), closing=Text(), footnotes=(), answers=tuple(map(_answer, paper.answers)))

    def notice(self, paper: CaseNotice) -> CaseNotice:
        """The notice with its day alone."""
        found = self._concerning(paper.publication, paper.sources)
        if found is None:
            return paper
        self.removed.append(Removed(part="notice", reason=found.reason, on=found.on, publication=paper.publication))
        return replace(paper, text=Text())

    def _concerning(self, publication: str | None, sources: tuple[Source, ...]) -> Removal | None:
        """The removal of this paper: by case, by publication, or by one of the documents that it was read from."""
        names = {publication, *(source.publication for source in sources)} - {None}
        documents = {source.sha256 for source in sources} - {""}
        own = (one for one in self.removals if one.kind != "case" and (one.id in names or one.id in documents or documents & set(one.documents)))
        return self.whole or next(own, None)


def _question(question: Question) -> Question:
    return Question(number=question.number, label=question.label, text=Text())


def _answer(answer: Answer) -> Answer:
    return Answer(numbers=answer.numbers, labels=answer.labels, text=Text())


def _pair(pair: Pair, gone: set[str], *, asked: bool) -> Pair:
    return replace(
        pair, question=_question(pair.question) if asked else pair.question, answers=tuple(_pair_answer(one, gone) for one in pair.answers),
    )


def _pair_answer(one: PairAnswer, gone: set[str]) -> PairAnswer:
    return replace(one, answer=_answer(one.answer)) if one.answer_set in gone else one
