"""Pairs by printed numbers, never by order."""

from navraag.linking.pairing import pair
from navraag.records.cases import CaseAnswers
from navraag.records.papers import Answer, Question
from navraag.records.text import plain_text


def asked(*printed: str) -> tuple[Question, ...]:
    """Questions with these printed numbers."""
    return tuple(Question(number=int("".join(sign for sign in label if sign.isdigit())), label=None if label.isdigit() else label, text=plain_text(label)) for label in printed)


def given(*groups: tuple[int | str, ...]) -> tuple[CaseAnswers, ...]:
    """One answer paper with an answer for each group of printed numbers."""
    answers = tuple(
        Answer(
            numbers=tuple(int(str(one).rstrip("abc")) for one in group), labels=tuple(one for one in group if isinstance(one, str)),
            text=plain_text(f"{at}"),
        )
        for at, group in enumerate(groups, start=1)
    )
    return (CaseAnswers(id="ah", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=None, answers=answers),)


PAIRS = [
    # questions, answers, which answer (by place) stands with which pair, orphans, problem codes: why
    (("1", "2"), ((1,), (2,)), {"1": [1], "2": [2]}, 0, []),
    (("1", "2", "3"), ((3,), (1, 2)), {"1": [2], "2": [2], "3": [1]}, 0, []),  # out of order, joint
    (("1", "2", "3", "4"), ((1, 4), (2, 3)), {"1": [1], "2": [2], "3": [2], "4": [1]}, 0, []),  # not contiguous
    (("2", "1"), ((1,), (2,)), {"2": [2], "1": [1]}, 0, []),  # numbers count, not places (D-7)
    (("1",), ((1,), (1,)), {"1": [1, 2]}, 0, []),  # answered twice
    (("1", "2"), ((1,), (5,)), {"1": [1], "2": []}, 1, ["pairing.answer-without-question", "pairing.question-without-answer"]),
    (("1", "2"), ((1,), (2, 5)), {"1": [1], "2": [2]}, 0, ["pairing.answer-without-question"]),
    (("1", "2"), ((1, 2), ()), {"1": [1], "2": [1]}, 1, ["pairing.answer-without-number"]),
    (("3a", "3b"), (("3a",), ("3b",)), {"3a": [1], "3b": [2]}, 0, []),  # letters keep apart
    (("3a", "3b"), ((3,),), {"3a": [1], "3b": [1]}, 0, []),  # one answer for both
    (("3",), (("3a",), ("3b",)), {"3": [1, 2]}, 0, []),  # sub-questions answered apart
    (("7", "7"), ((7,), (7,)), {"7": [1], "7-2": [2]}, 0, ["pairing.number-twice"]),  # asked twice, answered twice
    (("7", "7"), ((7,),), {"7": [1], "7-2": [1]}, 0, ["pairing.number-twice"]),  # asked twice, answered once: of both
    (("7", "7", "9"), ((8,), (9,)), {"7": [], "7-2": [], "9": [2]}, 1,
     ["pairing.answer-without-question", "pairing.number-twice", "pairing.question-without-answer", "pairing.question-without-answer"]),
    ((), ((1,),), {}, 1, ["pairing.questions-missing"]),
    (("1",), (), {"1": []}, 0, []),  # not answered yet: no problem
]


def test_pairs_follow_printed_numbers() -> None:
    """Each pair has the answers that name its question; what names none is an orphan and told."""
    for questions, groups, expected, orphans, codes in PAIRS:
        sets = given(*groups) if groups else ()
        result = pair("2020Z90001", asked(*questions), sets)
        assert {one.label: [int(answer.answer.text.plain) for answer in one.answers] for one in result.pairs} == expected, (questions, groups)
        assert [one.id for one in result.pairs] == [f"2020Z90001/{one.label}" for one in result.pairs]
        assert len(result.orphans) == orphans
        assert sorted(problem.code for problem in result.problems) == codes, (questions, groups)


def test_joint_answers_name_all_their_questions() -> None:
    """Shown once with the questions that they cover."""
    result = pair("2020Z90001", asked("1", "2", "3"), given((1, 3), (2,)))
    assert [[answer.joint_with for answer in one.answers] for one in result.pairs] == [[(1, 3)], [()], [(1, 3)]]


def test_an_orphan_says_what_it_may_answer() -> None:
    """Where one number was printed twice, the answer without a question is likely that of the second."""
    result = pair("2020Z90001", asked("7", "7"), given((8,)))
    assert any("7-2" in problem.message for problem in result.problems if problem.code == "pairing.answer-without-question")


def test_labels_are_fit_for_addresses() -> None:
    """Signs around a printed label are no part of it."""
    result = pair("2020Z90001", (Question(number=3, label="3 a)", text=plain_text("x")),), ())
    assert [one.id for one in result.pairs] == ["2020Z90001/3a"]
