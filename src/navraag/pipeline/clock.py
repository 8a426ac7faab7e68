"""The states of a case on every day, as spans: what the store keeps so that lists can be made for any day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from navraag.enrichment.timeline import timeline
from navraag.lexicon.clock import term_rule_on
from navraag.records.cases import Case
from navraag.records.timeline import State
from navraag.store.rows import FOREVER, CaseEntry, StateSpan


def with_clock(case: Case) -> CaseEntry:
    """The case with its states, and the days that lists show. Completeness of sources is left to the reader."""
    start = case.tabled_on or date.min
    days = sorted({start, *(day for day in _turning_days(case) if day > start)})
    clocks = [timeline(case, day) for day in days] if case.tabled_on else [timeline(case, date.max)]
    last = clocks[-1]
    return CaseEntry(
        case=case, states=_spans([(clock.state, day) for clock, day in zip(clocks, days, strict=False)]),
        due_on=last.due_on, extended_until=last.extended_until, notice_on=last.notice_on, answered_on=last.answered_on,
    )


def _spans(states: list[tuple[State, date]]) -> tuple[StateSpan, ...]:
    """One span for each state that follows another, without gaps from the first day to the end of time."""
    turns = [turn for at, turn in enumerate(states) if at == 0 or turn[0] != states[at - 1][0]]
    ends = [day for _, day in turns[1:]] + [FOREVER]
    return tuple(StateSpan(state=state, start=day, end=end) for (state, day), end in zip(turns, ends, strict=True))


def _turning_days(case: Case) -> Iterator[date]:
    """Every day on which the state of a case can change."""
    yield from _known(answers.received_on for answers in case.answers)
    yield from _known(notice.announced_on for notice in case.notices)
    if case.withdrawal:
        yield from _known([case.withdrawal.announced_on])
    if case.tabled_on is None:
        return
    yield case.tabled_on
    rule = term_rule_on(case.tabled_on)
    if rule and _can_wait(case):
        yield case.tabled_on + timedelta(days=rule.days + 1)
        yield case.tabled_on + timedelta(days=rule.days_after_notice + 1)


def _can_wait(case: Case) -> bool:
    """Whether the case was ever open as far as we can tell (most registrations are closed without an answer held)."""
    seen = case.withdrawal is not None or any(answers.received_on for answers in case.answers)
    return (seen or not case.closed) and not case.oral and case.chamber == "tk"


def _known(days: Iterable[date | None]) -> Iterator[date]:
    return (day for day in days if day is not None)
