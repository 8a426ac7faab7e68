"""Passages and findings of a whole case: each text once, each finding with its place."""

from datetime import date

from navraag.enrichment.base import ENRICHMENTS, findings
from navraag.enrichment.passages import passages
from navraag.records.cases import Case, CaseAnswers, CaseNotice, CaseQuestions, Pair, PairAnswer
from navraag.records.papers import Answer, Question
from navraag.records.text import Footnote, plain_text

ANSWERED = date(2031, 5, 6)
JOINT = Answer(numbers=(1, 2), text=plain_text("Zie Kamerstuk 99 123, nr. 45.", "Hoeveel pontons er liggen, is niet bekend."))


def a_case() -> Case:
    """Two questions with one joint answer, a note on either side, and a notice."""
    questions = tuple(Question(number=at, text=plain_text(f"Kent u bericht {at}?")) for at in (1, 2))
    paper = CaseAnswers(
        id="a1", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=ANSWERED,
        answers=(JOINT,), footnotes=(Footnote(label="2", text="Veerblad", urls=("https://www.veerblad.example/a",)),),
    )
    pairs = tuple(
        Pair(id=f"2031Z00007/{one.number}", case="2031Z00007", label=str(one.number), question=one, answers=(PairAnswer(answer_set="a1", answer=JOINT, joint_with=(1, 2)),))
        for one in questions
    )
    notice = CaseNotice(id="n1", announced_on=date(2031, 4, 1), announced_by=(), text=plain_text("Ik zal de vragen voor de zomer beantwoorden."))
    asked = CaseQuestions(title="", publication=None, questions=questions, footnotes=(Footnote(label="1", text="Zie 2030Z00009."),))
    return Case(number="2031Z00007", tabled_on=date(2031, 3, 1), questions=asked, answers=(paper,), notices=(notice,), pairs=pairs)


def test_every_text_is_read_once() -> None:
    """A joint answer is one passage with both labels; addresses beside a note belong to its words."""
    read = [(one.part, one.labels, one.paper, one.note, one.text.splitlines()[0][:18], one.anchor) for one in passages(a_case())]

    assert read == [
        ("question", ("1",), "", "", "Kent u bericht 1?", date(2031, 3, 1)),
        ("question", ("2",), "", "", "Kent u bericht 2?", date(2031, 3, 1)),
        ("footnote", (), "", "1", "Zie 2030Z00009.", date(2031, 3, 1)),
        ("answer", ("1", "2"), "a1", "", "Zie Kamerstuk 99 1", ANSWERED),
        ("footnote", (), "a1", "2", "Veerblad", ANSWERED),
        ("notice", (), "n1", "", "Ik zal de vragen v", date(2031, 4, 1)),
    ]
    assert [one.asked for one in passages(a_case()) if one.part == "answer"] == [("Kent u bericht 1?", "Kent u bericht 2?")]


def test_a_finding_says_where_its_words_stand() -> None:
    """Quote and offsets agree with the passage, for every finding of every reader."""
    texts = {(one.part, one.labels, one.paper, one.note, one.place): one.text for one in passages(a_case())}
    found = list(findings(a_case()))

    assert {"reference", "data_gap"} <= {one.found.kind for one in found}
    for one in found:
        assert texts[one.part, one.labels, one.paper, one.note, one.place][one.found.start:one.found.end] == one.found.quote
    paper = next(one for one in found if one.found.key == "kst-99123-45")
    assert (paper.pair_id, paper.labels) == ("2031Z00007/1", ("1", "2"))


def test_versions_name_rules_and_tables() -> None:
    """Short, distinct, and the same on every call."""
    versions = {one.name: one.version for one in ENRICHMENTS}

    assert len(set(versions.values())) == len(ENRICHMENTS)
    assert versions == {one.name: one.version for one in ENRICHMENTS}
    assert all(len(version) == 12 for version in versions.values())
