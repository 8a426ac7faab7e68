"""States of a case on every day, as spans."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.enrichment.timeline import timeline
from navraag.pipeline.clock import with_clock
from navraag.records.cases import Case, CaseAnswers
from navraag.store.rows import FOREVER
from tests.unit.store.make import answered, case, notice

TABLED = date(2020, 2, 10)


def test_the_story_of_a_late_answer() -> None:
    """Notice on day 21, answer on day 105."""
    story = answered("2020Z02502", date(2020, 5, 25), tabled=TABLED, notices=(notice(date(2020, 3, 2)),))
    entry = with_clock(story)

    assert [(span.state, span.start) for span in entry.states] == [
        ("open", TABLED), ("open_noticed", date(2020, 3, 2)), ("overdue_six", date(2020, 3, 24)),
        ("answered_late", date(2020, 5, 25)),
    ]
    assert (entry.due_on, entry.extended_until) == (date(2020, 3, 2), date(2020, 3, 23))
    assert (entry.notice_on, entry.answered_on) == (date(2020, 3, 2), date(2020, 5, 25))


WITHOUT_CLOCK = [
    (case("2020Z00001", tabled=None), "unknown", date.min),
    (case("2020Z00001", oral=True), "no_clock", TABLED),
    (case("2020Z00001", chamber="ek"), "no_clock", TABLED),
    (case("2020Z00001", closed=True), "unknown", TABLED),
]


@pytest.mark.parametrize(("one", "state", "start"), WITHOUT_CLOCK)
def test_cases_without_a_clock_have_one_state(one: Case, state: str, start: date) -> None:
    """For ever."""
    (span,) = with_clock(one).states
    assert (span.state, span.start, span.end) == (state, start, FOREVER)


days = st.dates(TABLED - timedelta(days=3), TABLED + timedelta(days=60))
answers = st.builds(
    lambda day, kind: CaseAnswers(
        id="a", kind=kind, title="", publication=None, appendix_number=None, session_year=None, received_on=day,
    ),
    st.none() | days, st.sampled_from(["first", "further", "correction"]),
)
stories = st.builds(
    lambda given, notices, withdrawn, closed: replace(
        case("2020Z00001"), answers=tuple(given), notices=tuple(map(notice, notices)), closed=closed,
        withdrawal=notice(withdrawn) if withdrawn else None,
    ),
    st.lists(answers, max_size=3), st.lists(days, max_size=2), st.none() | days, st.booleans(),
)


@given(stories)
def test_the_spans_say_what_the_timeline_says_on_every_day(story: Case) -> None:
    """Without gap or overlap, from the day of tabling on."""
    spans = with_clock(story).states

    assert spans[0].start == TABLED
    assert spans[-1].end == FOREVER
    assert all(one.end == other.start and one.state != other.state for one, other in pairwise(spans))
    for offset in range(70):
        day = TABLED + timedelta(days=offset)
        (span,) = (span for span in spans if span.start <= day < span.end)
        assert span.state == timeline(story, day).state, day
