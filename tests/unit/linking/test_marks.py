"""By what papers can meet: every number and name that they bear or cite, and day, askers and subject together."""

import pytest

from navraag.linking.marks import asked_mark, mark, marks_of, registered_mark
from navraag.linking.papers import LinkedPaper
from navraag.records.identifiers import nameless_case_number
from navraag.records.pages import Other
from tests.unit.linking.builders import answered, asked, described, member, noticed, paper, registered, see

QUESTION = paper(asked(publication="kv-tk-2020Z90001"))
MEETINGS = [
    # one paper, another, do they meet: why
    (QUESTION, paper(answered(question_numbers=("2020Z90001",), subject="iets anders")), True),  # the number
    (QUESTION, paper(registered("2020Z90001", subject="iets anders"), "tk_entities"), True),
    (QUESTION, paper(answered(question_numbers=("2020Z90002",), askers=(member("Mulder"),))), False),
    (QUESTION, paper(answered(publication="ah-tk-20192020-9001")), True),  # day, askers and subject
    (QUESTION, paper(answered(publication="ah-tk-20192020-9001", subject="iets anders")), False),
    (paper(described("kv-tk-2020Z90001", appendices=("ah-tk-20192020-9001",))), paper(answered(publication="ah-tk-20192020-9001", subject="x")), True),  # metadata points at it
    (paper(answered(publication="ah-tk-20192020-9001", subject="x", see_also=(see(9002),))), paper(noticed(publication="ah-tk-20192020-9002", subject="y")), True),  # "Zie ook"
    (paper(answered(publication="ah-tk-20192020-9001", subject="x")), paper(noticed(appendix_number=9001, session_year="2019-2020", subject="y")), True),  # two names of one
    (paper(noticed(subject=None)), paper(answered(subject=None)), False),  # nothing at all
]


def marks(one: LinkedPaper) -> frozenset[int]:
    """The marks of a paper that takes part in linking."""
    found = marks_of(one, {})
    assert found
    return found.marks


@pytest.mark.parametrize(("one", "other", "meet"), MEETINGS)
def test_papers_that_may_be_linked_share_a_mark(one: LinkedPaper, other: LinkedPaper, *, meet: bool) -> None:
    """And those that cannot share none."""
    assert bool(marks(one) & marks(other)) == meet


def test_what_is_no_paper_has_none() -> None:
    """A letter takes no part."""
    assert marks_of(paper(Other(title="Brief")), {}) is None


def test_a_corrected_number_is_a_mark_too() -> None:
    """The number that people put in its place."""
    found = marks_of(QUESTION, {"2020Z90001": "2020Z90009"})

    assert found
    assert {mark("2020Z90001"), mark("2020Z90009")} <= found.marks


def test_a_paper_without_number_bears_the_name_that_its_case_would_get() -> None:
    """Since people may decide about that name."""
    lonely = paper(noticed(subject=None))
    assert mark(nameless_case_number(lonely.source.sha256)) in marks(lonely)


def test_registered_and_asked_are_told_apart() -> None:
    """So that the cases without a question paper can be looked up."""
    assert asked_mark("2020Z90001") in marks(QUESTION)
    assert registered_mark("2020Z90001") not in marks(QUESTION)
    assert registered_mark("2020Z90001") in marks(paper(registered("2020Z90001"), "tk_entities"))


@pytest.mark.parametrize(("name", "odd"), [("kv-tk-2020Z9001", True), ("kv-tk-2020Z90001", False), ("ah-1234567", False)])
def test_mistyped_numbers_are_odd(name: str, *, odd: bool) -> None:
    """What they meant depends on all other papers."""
    found = marks_of(paper(asked(publication=name)), {})
    assert found
    assert found.odd == odd
