"""The states of a case on every day, as spans: what the store keeps so that lists can be made for any day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from navraag.enrichment.timeline import timeline
from navraag.lexicon.clock import term_rule_on
from navraag.records.cases import Case
from navraag.store.rows import CaseEntry, StateSpan


def with_clock(case: Case) -> CaseEntry:
    """The case with its states, and the days that lists show. Completeness of sources is left to the reader."""
    days = sorted(set(_turning_days(case)))
    last = timeline(case, max(days, default=date.max))
    return CaseEntry(
        case=case, states=_spans(case, days), due_on=last.due_on, extended_until=last.extended_until,
        notice_on=last.notice_on, answered_on=last.answered_on,
    )


def _spans(case: Case, days: list[date]) -> tuple[StateSpan, ...]:
    """One span for each state that follows another, without gaps from the first day to the end of time."""
    spans: list[StateSpan] = []
    for day in [date.min] if case.tabled_on is None else [day for day in days if day >= case.tabled_on]:
        state = timeline(case, max(day, _LONG_AGO)).state
        if spans and spans[-1].state == state:
            continue
        if spans:
            spans[-1] = StateSpan(state=spans[-1].state, start=spans[-1].start, end=day)
        spans.append(StateSpan(state=state, start=day))
    return tuple(spans)


_LONG_AGO = date(1900, 1, 1)


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
    return not (case.closed and not case.answers) and not case.oral and case.chamber == "tk"


def _known(days: Iterable[date | None]) -> Iterator[date]:
    return (day for day in days if day is not None)
