"""Flaws in the numbering of a paper, as problems: numbers are kept as printed, also wrong ones (convention 11)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from navraag.records.evidence import Problem, Severity
from navraag.records.papers import Answer, Question

REPEATED_QUESTION = "numbering.repeated-question"
"""Two questions bear one number; both are kept."""
REPEATED_ANSWER = "numbering.repeated-answer"
"""Two answers claim one question; both are kept."""
GAP = "numbering.gap"
"""A number between the first and the last question is nowhere printed."""
NO_QUESTION = "numbering.answer-without-question"
"""An answer's number is that of no question of this paper that repeats its questions."""
NO_ANSWER = "numbering.question-without-answer"
"""A question of an answer paper that no answer names."""
HEADING_MISSING = "numbering.answer-heading-missing"
"""An answer stood below its question without a heading of its own."""


def _flaw(code: str, message: str, where: str, severity: Severity = "warning") -> Problem:
    return Problem(code=code, message=message, where=where, severity=severity)


def _repeated(values: Iterable[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


def numbering_flaws(questions: Sequence[Question], answers: Sequence[Answer]) -> tuple[Problem, ...]:
    """What is wrong with the numbers of questions and answers, in a stable order."""
    asked = [question.number for question in questions]
    found = [
        _flaw(REPEATED_QUESTION, f"question {label} is printed more than once", f"question {label}")
        for label in _repeated(question.label or str(question.number) for question in questions)
    ]
    found += [
        _flaw(GAP, f"there is no question {number}", f"question {number}")
        for number in sorted(set(range(min(asked, default=0), max(asked, default=0))) - set(asked))[:20]
    ]
    return (*found, *_answer_flaws(asked, answers))


def _answer_flaws(asked: Sequence[int], answers: Sequence[Answer]) -> list[Problem]:
    if not answers:
        return []
    labels = [label for answer in answers for label in (answer.labels or tuple(map(str, answer.numbers)))]
    answered = {number for answer in answers for number in answer.numbers}
    found = [
        _flaw(REPEATED_ANSWER, f"question {label} is answered more than once", f"answer {label}", "note")
        for label in _repeated(labels)
    ]
    if not asked:
        return found
    found += [
        _flaw(NO_QUESTION, f"answer {number} answers no question of this paper", f"answer {number}")
        for number in sorted(answered - set(asked))[:20]
    ]
    found += [
        _flaw(NO_ANSWER, f"no answer names question {number}", f"question {number}")
        for number in sorted(set(asked) - answered)[:20]
    ]
    return found
