"""Records to JSON and back, defaults left out, whatever stands in the words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseQuestions
from navraag.records.evidence import Problem
from navraag.records.pages import Registration
from navraag.records.papers import Question
from navraag.records.text import Mark, Paragraph, Text
from navraag.store.codec import decode_case, decode_content, decode_problems, encode, kind_of

TRAPS = [',"name":null,', '{"name":null', '"},"topics":[],', '\\",\\"name\\":null', '":null,"', "{}", ',"preamble":{}}', "[]"]


@pytest.mark.parametrize("words", TRAPS)
def test_words_that_look_like_json_stay(words: str) -> None:
    """Only members are left out, never words."""
    case = Case(
        number=words, subject=words, topics=(words, ""), askers=(Attribution(printed=words, name=words),),
        questions=CaseQuestions(
            title=words, publication=words, questions=(Question(number=1, text=Text(paragraphs=(Paragraph(text=words),))),),
        ),
    )
    assert case == decode_case(encode(case))


words = st.text(alphabet=st.sampled_from('",:{}[]\\ax\n') | st.characters(codec="utf-8"), max_size=12)
attributions = st.builds(Attribution, printed=words, name=st.none() | words, party=st.none() | words)
paragraphs = st.builds(
    Paragraph, text=words, bullet=words, cells=st.lists(words, max_size=2).map(tuple),
    marks=st.lists(st.builds(Mark, label=words, at=st.integers(0, 9)), max_size=2).map(tuple),
)
texts = st.builds(Text, paragraphs=st.lists(paragraphs, max_size=2).map(tuple))
questions = st.builds(Question, number=st.integers(0, 99), text=texts, label=st.none() | words, heading=words)
cases = st.builds(
    Case, number=words, subject=words, provisional=st.booleans(), closed=st.none() | st.booleans(),
    tabled_on=st.none() | st.dates(), askers=st.lists(attributions, max_size=2).map(tuple),
    questions=st.none() | st.builds(
        CaseQuestions, title=words, publication=st.none() | words, preamble=texts,
        questions=st.lists(questions, max_size=2).map(tuple),
    ),
    problems=st.lists(st.builds(Problem, code=words, message=words), max_size=2).map(tuple),
)


@given(cases)
def test_any_case_comes_back(case: Case) -> None:
    """Round trip, and the same record always gives the same bytes."""
    assert case == decode_case(encode(case))
    assert encode(case) == encode(decode_case(encode(case)))


def test_papers_and_problems_come_back_and_are_small() -> None:
    """A registration with nothing but its number takes few bytes."""
    content = Registration(number="2024Z90001", subject="", tabled_on=date(2024, 1, 2))
    problems = (Problem(code="a.b", message="c", severity="error"), Problem(code="a.c", message=""))

    assert content == decode_content(kind_of(content), encode(content))
    assert problems == decode_problems(encode(problems))
    assert b"askers" not in encode(content)
