"""Linking gives the same cases whatever the order of the papers, and loses none of them."""

from datetime import date
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from navraag.linking.cases import LinkedPaper, link
from navraag.linking.pairing import pair
from navraag.records.cases import Case, CaseAnswers
from navraag.records.papers import Answer, Question
from navraag.records.text import plain_text
from tests.unit.linking.builders import answered, asked, described, member, noticed, paper, registered, see, withdrawn

NUMBERS = ("2020Z90001", "2020Z90002", "2020Z90003")
NAMES = tuple(f"ah-tk-20192020-900{digit}" for digit in range(1, 7))
SUBJECTS = ("de veerpont", "De veerpont", "het bericht «Pont»")
ASKERS = ((member("Mulder"),), (member("Van Oudezijl"), member("Mulder")))
DAYS = tuple(date(2020, month, 10) for month in range(2, 7))

said = st.fixed_dictionaries({}, optional={
    "question_numbers": st.lists(st.sampled_from(NUMBERS), max_size=2, unique=True).map(tuple),
    "subject": st.sampled_from(SUBJECTS), "askers": st.sampled_from(ASKERS), "tabled_on": st.sampled_from(DAYS),
    "see_also": st.lists(st.integers(9001, 9006).map(see), max_size=2).map(tuple),
})
published = st.fixed_dictionaries({}, optional={"publication": st.sampled_from((*NAMES, NAMES[0] + "-n1", "ah-1999999")), "received_on": st.sampled_from(DAYS), "appendix_number": st.integers(9001, 9006)})
groups = st.lists(st.lists(st.integers(1, 4), max_size=3, unique=True).map(tuple), max_size=3)
layouts = st.sampled_from(["koop_xml", "koop_html", "pdf", "tk_docx", "plain_text"])

papers = st.one_of(
    st.builds(lambda words, facts, name, layout: paper(asked(words=words, publication=name, **facts), layout),
              st.sampled_from(["Waarom", "Hoe"]), said, st.sampled_from([None, "kv-2070890010", "kv-tk-2020Z9001", *(f"kv-tk-{one}" for one in NUMBERS), "kv-tk-2020Z90001-n1"]), layouts),
    st.builds(lambda facts, more, parts, layout: paper(answered(*parts, **(facts | more)), layout), said, published, groups, layouts),
    st.builds(lambda facts, more, layout: paper(noticed(**(facts | more)), layout), said, published, layouts),
    st.builds(lambda facts, more: paper(withdrawn(**(facts | more))), said, published),
    st.builds(lambda number, subject, askers, day: paper(registered(number, subject=subject, askers=askers, tabled_on=day), "tk_entities"),
              st.sampled_from(NUMBERS), st.sampled_from(SUBJECTS), st.sampled_from(ASKERS), st.sampled_from(DAYS)),
    st.builds(lambda number, names: paper(described(f"kv-tk-{number}", question_numbers=(number,), appendices=names), "koop_metadata"),
              st.sampled_from(NUMBERS), st.lists(st.sampled_from(NAMES), max_size=2).map(tuple)),
)


def sources(case: Case) -> set[str]:
    """The hashes of all documents behind a case's papers."""
    parts = [*case.answers, *case.notices, *([case.questions] if case.questions else []), *([case.withdrawal] if case.withdrawal else [])]
    return {source.sha256 for part in parts for source in part.sources}


@settings(max_examples=150, deadline=None)
@given(st.lists(papers, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_papers_changes_nothing(given_papers: list[LinkedPaper], random: object) -> None:
    """Shuffled and repeated papers make the very same cases."""
    shuffled = given_papers + given_papers[:3]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled) == link(given_papers)


@settings(max_examples=150, deadline=None)
@given(st.lists(papers, max_size=8))
def test_no_paper_is_lost_and_no_name_is_given_twice(given_papers: list[LinkedPaper]) -> None:
    """Every question, answer, notice and withdrawal stands in a case; numbers, pairs and papers are told apart."""
    cases = link(given_papers)
    kept = set().union(*(sources(case) for case in cases)) if cases else set()
    for one in given_papers:
        assert one.source.sha256 in kept or one.parsed.layout == "tk_entities"
    numbers = [case.number for case in cases]
    assert len(numbers) == len(set(numbers))
    former = list(chain.from_iterable(case.former_numbers for case in cases))
    assert len(former) == len(set(former))
    assert not set(former) & set(numbers)
    for case in cases:
        assert len({one.id for one in case.pairs}) == len(case.pairs)
        assert len({one.id for one in case.answers}) == len(case.answers)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from([None, "a", "b"])), max_size=8), groups)
def test_every_answer_is_placed_or_an_orphan(printed: list[tuple[int, str | None]], parts: list[tuple[int, ...]]) -> None:
    """No answer disappears, and each pair has its own name."""
    questions = tuple(Question(number=number, label=f"{number}{letter}" if letter else None, text=plain_text("x")) for number, letter in printed)
    answers = tuple(Answer(numbers=numbers, text=plain_text(str(at))) for at, numbers in enumerate(parts))
    answer_set = CaseAnswers(id="ah", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=None, answers=answers)
    result = pair("2020Z90001", questions, (answer_set,))
    placed = {given.answer.text.plain for one in result.pairs for given in one.answers} | {orphan.answer.text.plain for orphan in result.orphans}
    assert placed == {str(at) for at in range(len(parts))}
    assert len({one.id for one in result.pairs}) == len(questions)
