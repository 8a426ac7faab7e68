"""Question numbers and answer numbers made pairs, by what is printed and never by order.

A pair is called ``<case>/<printed number>``: "3a" keeps its letter, and where a paper prints a number twice the second
question is called ``7-2``. An answer that covers several questions stands with each of them; an answer whose questions do not
exist is an orphan and stays visible.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from navraag.records.cases import CaseAnswers, Pair, PairAnswer
from navraag.records.evidence import Problem
from navraag.records.papers import Answer, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The pairs of a case, the answers without a question, and what was odd."""

    pairs: tuple[Pair, ...]
    orphans: tuple[PairAnswer, ...]
    problems: tuple[Problem, ...]


def pair(case: str, questions: Sequence[Question], answer_sets: Sequence[CaseAnswers]) -> Pairing:
    """Each question with the answers that cover it, in the order of the questions."""
    labels = _labels(questions)
    covered: dict[str, list[PairAnswer]] = defaultdict(list)
    orphans: list[PairAnswer] = []
    problems = list(_number_problems(questions, labels))
    for answer_set in answer_sets:
        for paired, hits in _placed(answer_set, questions, labels):
            for label in hits:
                covered[label].append(paired)
            if not hits:
                orphans.append(paired)
        problems += _answer_problems(answer_set, questions, labels) if questions else _no_questions(answer_set)
    pairs = tuple(
        Pair(id=f"{case}/{label}", case=case, label=label, question=question, answers=tuple(covered[label]))
        for question, label in zip(questions, labels, strict=True)
    )
    problems += _unanswered(pairs, answer_sets)
    return Pairing(pairs=pairs, orphans=tuple(orphans), problems=tuple(problems))


def printed_number(question: Question) -> str:
    """The number as printed, fit for an address: "3a", or "3"."""
    return "".join(sign for sign in question.label or "" if sign.isalnum()) or str(question.number)


def _labels(questions: Iterable[Question]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    labels: list[str] = []
    for question in questions:
        printed = printed_number(question)
        seen[printed] += 1
        labels.append(printed if seen[printed] == 1 else f"{printed}-{seen[printed]}")
    return tuple(labels)


def _placed(answer_set: CaseAnswers, questions: Sequence[Question], labels: Sequence[str]) -> list[tuple[PairAnswer, tuple[str, ...]]]:
    """Each answer with the labels of the questions that it covers."""
    covers = _covered(answer_set.answers, questions)
    shares = Counter(covers)
    used: Counter[tuple[int, ...]] = Counter()
    placed = []
    for answer, hits in zip(answer_set.answers, covers, strict=True):
        mine = hits
        if len(answer.numbers) == 1 and 1 < len(hits) == shares[hits]:
            # "7, 7" asked and "7, 7" answered: the first answer is of the first question, the second of the second.
            mine = (hits[used[hits]],)
            used[hits] += 1
        joint = answer.numbers if len(answer.numbers) > 1 else ()
        paired = PairAnswer(answer_set=answer_set.id, answer=answer, joint_with=joint)
        placed.append((paired, tuple(labels[at] for at in mine)))
    return placed


def _covered(answers: Sequence[Answer], questions: Sequence[Question]) -> list[tuple[int, ...]]:
    """The places of the questions that each answer covers; looked up by number, never compared one by one."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, question in enumerate(questions):
        places[question.number].append(at)
    return [
        tuple(at for number in dict.fromkeys(answer.numbers) for at in places.get(number, ()) if _covers(answer, questions[at]))
        for answer in answers
    ]


def _covers(answer: Answer, question: Question) -> bool:
    """Whether an answer that names a question's number covers it: "3" covers 3a and 3b, "3a" covers 3 and 3a, not 3b."""
    if not question.label or question.label in answer.labels:
        return True
    lettered = any(_letter_of(label, question.number) for label in answer.labels)
    return not (lettered and _letter_of(question.label, question.number))


def _letter_of(label: str, number: int) -> bool:
    return label.startswith(str(number)) and label[len(str(number)):].isalpha()


def _number_problems(questions: Sequence[Question], labels: Sequence[str]) -> list[Problem]:
    twice = [label for question, label in zip(questions, labels, strict=True) if label != printed_number(question)]
    return [
        Problem(code="pairing.number-twice", message=f"een vraagnummer is meer dan eens gedrukt; de latere vraag heet {label}", where=label)
        for label in twice
    ]


def _answer_problems(answer_set: CaseAnswers, questions: Sequence[Question], labels: Sequence[str]) -> list[Problem]:
    asked = {question.number for question in questions}
    answered = [number for answer in answer_set.answers for number in answer.numbers]
    again = [label for question, label in zip(questions, labels, strict=True) if label != printed_number(question)]
    meant = f"; mogelijk is vraag {again[0]} bedoeld" if len(again) == 1 else ""
    problems = [
        Problem(code="pairing.answer-without-question", message=f"antwoord {number} beantwoordt een vraag die niet bestaat{meant}", where=answer_set.id)
        for number in dict.fromkeys(answered) if number not in asked
    ]
    if any(not answer.numbers for answer in answer_set.answers):
        problems.append(Problem(code="pairing.answer-without-number", message="een antwoord noemt geen vraag", where=answer_set.id))
    return problems


def _no_questions(answer_set: CaseAnswers) -> list[Problem]:
    if not answer_set.answers:
        return []
    return [Problem(code="pairing.questions-missing", message="de tekst van de vragen is niet aanwezig", severity="note", where=answer_set.id)]


def _unanswered(pairs: Sequence[Pair], answer_sets: Sequence[CaseAnswers]) -> list[Problem]:
    """Questions without an answer in a case that is answered: where at least one answer has words and is no correction."""
    if not any(answer_set.answers and answer_set.kind != "correction" for answer_set in answer_sets):
        return []
    return [
        Problem(code="pairing.question-without-answer", message=f"vraag {one.label} heeft geen antwoord", where=one.label)
        for one in pairs if not one.answers
    ]
