"""Reading order: questions with their answers beneath, joint answers once, notes once."""

from navraag.records.cases import Case, CaseAnswers, CaseQuestions
from navraag.records.papers import Answer, Question
from navraag.records.text import Footnote, Mark, Paragraph, Text, plain_text
from navraag.surfaces.web.passages import Reader
from tests.surfaces.web_cases import pairs_of


def case_of(count: int, *blocks: tuple[int, ...]) -> Case:
    """A case of that many questions with these answer blocks."""
    questions = tuple(Question(number=number, text=plain_text(f"v{number}")) for number in range(1, count + 1))
    answers = tuple(Answer(numbers=block, text=plain_text(f"a{block}")) for block in blocks)
    paper = CaseAnswers(id="ah", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=None, answers=answers)
    return Case(number="2025Z91001", questions=CaseQuestions(title="", publication=None, questions=questions), answers=(paper,), pairs=pairs_of("2025Z91001", questions, (paper,)))


def shape(case: Case) -> list[tuple[list[str], list[tuple[str, ...]], list[tuple[str, ...]]]]:
    """Per passage: its questions, the questions that its answers name, and where else answers stand."""
    return [
        ([q.label for q in p.questions], [a.labels for a in p.answers], [q.elsewhere for q in p.questions if q.elsewhere])
        for p in Reader(case, prefix="", missing="").passages()
    ]


ORDERS = [
    (case_of(2, (1,), (2,)), [(["1"], [("1",)], []), (["2"], [("2",)], [])], "each its own"),
    (case_of(3, (1,), (2, 3)), [(["1"], [("1",)], []), (["2", "3"], [("2", "3")], [])], "neighbours answered together stand together"),
    (
        case_of(4, (1, 3), (2,), (4,)),
        [(["1"], [("1", "3")], []), (["2"], [("2",)], []), (["3"], [], [("1",)]), (["4"], [("4",)], [])],
        "a joint answer stands at its first question, the other leads there",
    ),
    (case_of(2, (1,)), [(["1"], [("1",)], []), (["2"], [], [])], "a question without an answer"),
    (case_of(2, (1,), (1,), (2,)), [(["1"], [("1",), ("1",)], []), (["2"], [("2",)], [])], "two answers to one question"),
    (case_of(3), [(["1"], [], []), (["2"], [], []), (["3"], [], [])], "no answers at all: neighbours stay apart"),
]


def test_passages_follow_the_questions() -> None:
    """Every form of joint answer."""
    for case, expected, why in ORDERS:
        assert shape(case) == expected, why


def test_joint_answers_of_two_papers() -> None:
    """A later answer to one of two joint questions separates them; the joint one still stands once."""
    case = case_of(2, (1, 2), (2,))
    assert shape(case) == [(["1"], [("1", "2")], []), (["2"], [("2",)], [("1",)])]


def test_notes_stand_at_their_first_mark_and_once() -> None:
    """Notes of the questions and of the answers are kept apart though both count from 1; the rest comes last."""
    marked = Text(paragraphs=(Paragraph(text="x", marks=(Mark(label="1", at=1),)),))
    questions = (Question(number=1, text=marked), Question(number=2, text=marked))
    paper = CaseAnswers(
        id="ah", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=None,
        answers=(Answer(numbers=(1,), text=marked),), footnotes=(Footnote(label="1", text="van het antwoord"), Footnote(label="9", text="zonder teken")),
    )
    asked = CaseQuestions(title="", publication=None, questions=questions, footnotes=(Footnote(label="1", text="van de vraag"),))
    case = Case(number="2025Z91001", questions=asked, answers=(paper,), pairs=pairs_of("2025Z91001", questions, (paper,)))
    reader = Reader(case, prefix="", missing="")
    first, second = reader.passages()
    assert [(note.anchor, note.back, str(note.html)) for note in first.notes] == [
        ("noot-v-1", "merk-v-1", "van de vraag"), ("noot-a1-1", "merk-a1-1", "van het antwoord"),
    ]
    assert second.notes == ()
    assert [(note.label, note.back) for note in reader.other_notes()] == [("9", "")]
    assert reader.other_notes() == ()
