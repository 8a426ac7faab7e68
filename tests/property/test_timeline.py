"""The clock never fails, and as of any day it knows only what had happened."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from navraag.enrichment.timeline import timeline
from navraag.records.cases import Case, CaseAnswers, CaseNotice
from navraag.records.text import Text

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
maybe = st.none() | days
OPEN = {"open", "open_noticed", "overdue_three", "overdue_six"}

cases = st.builds(
    lambda tabled, answers, notices, withdrawn, closed: Case(
        number="2020Z90001", tabled_on=tabled, closed=closed,
        answers=tuple(CaseAnswers(id=str(at), kind=kind, title="", publication=None, appendix_number=None, session_year=None, received_on=day) for at, (day, kind) in enumerate(answers)),
        notices=tuple(CaseNotice(id=str(at), announced_on=day, announced_by=(), text=Text()) for at, day in enumerate(notices)),
        withdrawal=CaseNotice(id="w", announced_on=withdrawn, announced_by=(), text=Text()) if withdrawn else None,
    ),
    maybe, st.lists(st.tuples(maybe, st.sampled_from(["first", "further", "correction"])), max_size=3), st.lists(maybe, max_size=3), maybe, st.sampled_from([None, True, False]),
)


@settings(deadline=None)
@given(cases, days, maybe)
def test_states_and_days_agree(case: Case, today: date, known_until: date | None) -> None:
    """Days are never negative, never in the future, and belong to the state."""
    clock = timeline(case, today, known_until=known_until)
    for day in (clock.answered_on, clock.notice_on):
        assert day is None or day <= today
    assert (clock.days_over_three or 0) >= (clock.days_over_six or 0) >= 0
    assert clock.recess_days is None or clock.recess_days >= 0
    if clock.state.startswith("answered"):
        assert clock.answered_on is not None
        assert clock.tabled_on is not None
        assert clock.days_taken == (clock.answered_on - clock.tabled_on).days
    if clock.state in OPEN:
        assert known_until is None or today <= known_until
        assert clock.answered_on is None


@settings(deadline=None)
@given(cases, days)
def test_the_past_does_not_depend_on_the_future(case: Case, today: date) -> None:
    """What comes later changes nothing of the state as of a day, but that it tells since when a closed case is closed."""
    assume(not case.closed or case.withdrawal or any(answer.received_on for answer in case.answers))
    later = CaseAnswers(id="later", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=today + timedelta(days=1))
    grown = Case(number=case.number, tabled_on=case.tabled_on, closed=case.closed, answers=(*case.answers, later), notices=case.notices, withdrawal=case.withdrawal)
    assert timeline(grown, today) == timeline(case, today)
