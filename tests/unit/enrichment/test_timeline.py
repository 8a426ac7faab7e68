"""What is due, what came, and how late, as of a day."""

from datetime import date

import pytest

from navraag.enrichment.timeline import timeline
from navraag.records.answers import AnswerKind
from navraag.records.cases import Case, CaseAnswers, CaseNotice
from navraag.records.text import plain_text

TABLED = date(2020, 2, 10)


def answer(day: str | None, kind: AnswerKind = "first") -> CaseAnswers:
    """An answer received on a day."""
    received = date.fromisoformat(day) if day else None
    return CaseAnswers(id=f"a-{day}", kind=kind, title="", publication=None, appendix_number=None, session_year=None, received_on=received)


def notice(day: str | None) -> CaseNotice:
    """A notice of delay announced on a day."""
    return CaseNotice(id=f"n-{day}", announced_on=date.fromisoformat(day) if day else None, announced_by=(), text=plain_text("Niet tijdig."))


def case(*parts: CaseAnswers | CaseNotice, withdrawn: str | None = None, closed: bool | None = None, tabled_on: date | None = TABLED) -> Case:
    """A case tabled on 10 February 2020 with these papers."""
    return Case(
        number="2020Z90001", tabled_on=tabled_on, closed=closed,
        answers=tuple(part for part in parts if isinstance(part, CaseAnswers)),
        notices=tuple(part for part in parts if isinstance(part, CaseNotice)),
        withdrawal=notice(withdrawn) if withdrawn else None,
    )


STATES = [
    # case, today, state, days over three, days over six: why
    (case(), "2020-02-10", "open", 0, 0),  # day 0
    (case(), "2020-03-02", "open", 0, 0),  # day 21 is the last day in time
    (case(), "2020-03-03", "overdue_three", 1, 0),  # day 22
    (case(), "2020-03-23", "overdue_three", 21, 0),  # day 42
    (case(), "2020-03-24", "overdue_six", 22, 1),  # day 43
    (case(notice("2020-03-02")), "2020-03-01", "open", 0, 0),  # the notice has not come yet
    (case(notice("2020-03-02")), "2020-03-10", "open_noticed", 8, 0),
    (case(notice(None)), "2020-03-10", "open_noticed", 8, 0),  # a notice without a day counts
    (case(notice("2020-03-12")), "2020-03-15", "open_noticed", 13, 0),  # a late notice still extends the term
    (case(notice("2020-03-02")), "2020-03-24", "overdue_six", 22, 1),
    (case(answer("2020-03-02")), "2020-06-01", "answered_in_time", 0, 0),
    (case(answer("2020-03-03")), "2020-06-01", "answered_late", 1, 0),  # no notice: three weeks are all there is
    (case(answer("2020-03-23"), notice("2020-03-02")), "2020-06-01", "answered_in_extended_term", 21, 0),
    (case(answer("2020-03-24"), notice("2020-03-02")), "2020-06-01", "answered_late", 22, 1),
    (case(answer("2020-05-25")), "2020-05-24", "overdue_six", 83, 62),  # the day before: not answered yet
    (case(answer("2020-03-01"), answer("2020-06-01", "further")), "2020-07-01", "answered_in_time", 0, 0),  # the first answer stops the clock
    (case(answer("2020-05-01", "further")), "2020-07-01", "answered_late", 60, 39),  # the first one is not at hand
    (case(answer("2020-02-20", "correction"), answer("2020-02-28")), "2020-07-01", "answered_in_time", 0, 0),
    (case(withdrawn="2020-02-20"), "2020-03-20", "withdrawn", None, None),
    (case(withdrawn="2020-02-20"), "2020-02-19", "open", 0, 0),
    (case(answer(None)), "2020-03-20", "unknown", None, None),  # answered, but nobody knows when
    (case(closed=True), "2020-03-20", "unknown", None, None),  # closed says nothing about the day
    (case(closed=False), "2020-03-20", "overdue_three", 18, 0),
    (case(tabled_on=None), "2020-03-20", "unknown", None, None),
    (case(tabled_on=date(1993, 1, 1)), "2020-03-20", "unknown", None, None),  # before the first rule
    (case(), "2020-02-09", "unknown", None, None),  # not yet tabled
    (case(answer("2020-02-09")), "2020-03-20", "unknown", None, None),  # answered before it was asked: that day cannot be
    (case(answer("2020-02-09"), answer("2020-02-28")), "2020-03-20", "answered_in_time", 0, 0),  # the other answer has a day that can
    (case(answer("2020-02-28"), answer("2020-02-28")), "2020-03-20", "answered_in_time", 0, 0),  # two answers on one day
    (case(notice("2020-02-01")), "2020-03-10", "open_noticed", 8, 0),  # a notice from before counts as one without a day
    (case(withdrawn="2020-02-01"), "2020-02-10", "withdrawn", None, None),  # withdrawn before it was asked: withdrawn
]


@pytest.mark.parametrize(("subject", "today", "state", "over_three", "over_six"), STATES)
def test_states_follow_the_rules(subject: Case, today: str, state: str, over_three: int | None, over_six: int | None) -> None:
    """Day 21 and day 42 are in time; a notice extends; only what had happened counts (Open Kamer D-29, D-31)."""
    clock = timeline(subject, date.fromisoformat(today))
    assert (clock.state, clock.days_over_three, clock.days_over_six) == (state, over_three, over_six)


def test_a_late_case_with_a_notice_on_the_last_day() -> None:
    """All figures of a case like the one that the project started from: 105 days, 84 and 63 over."""
    clock = timeline(case(answer("2020-05-25"), notice("2020-03-02")), date(2026, 11, 25))
    assert clock.state == "answered_late"
    assert (clock.due_on, clock.extended_until) == (date(2020, 3, 2), date(2020, 3, 23))
    assert (clock.notice_on, clock.notice_day, clock.notice_in_time) == (date(2020, 3, 2), 21, True)
    assert (clock.answered_on, clock.days_taken) == (date(2020, 5, 25), 105)
    assert (clock.days_over_three, clock.days_over_six) == (84, 63)
    assert clock.recess_days == 18  # the May recess, estimated: 24 April to 11 May


def test_two_notices_the_first_one_is_timed() -> None:
    """A later notice does not hide the earlier one, nor extend the term again."""
    clock = timeline(case(notice("2020-03-20"), notice("2020-03-01")), date(2020, 3, 24))
    assert (clock.notice_day, clock.notice_in_time, clock.state) == (20, True, "overdue_six")


def test_beyond_the_last_complete_day_nobody_knows() -> None:
    """Open up to the last day that the source is complete; answered stays answered."""
    until = date(2020, 2, 20)
    assert timeline(case(closed=False), date(2020, 2, 20), known_until=until).state == "open"
    unknown = timeline(case(closed=False), date(2020, 2, 21), known_until=until)
    assert (unknown.state, unknown.known_until, unknown.days_over_three, unknown.recess_days) == ("unknown", until, None, None)
    assert timeline(case(answer("2020-02-15")), date(2020, 2, 21), known_until=until).state == "answered_in_time"


def test_oral_and_eerste_kamer_have_no_clock() -> None:
    """No term is set for them; the day of an answer is still told."""
    oral = Case(number="2020Z90002", oral=True, tabled_on=TABLED)
    senate = Case(number="kv-ek-232401", chamber="ek", tabled_on=TABLED, answers=(answer("2020-05-25"),))
    for subject in (oral, senate):
        clock = timeline(subject, date(2021, 1, 1))
        assert (clock.state, clock.due_on, clock.days_over_three) == ("no_clock", None, None)
    assert timeline(senate, date(2021, 1, 1)).answered_on == date(2020, 5, 25)
