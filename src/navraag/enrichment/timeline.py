"""The clock of a case on a day: what is due when, what came when, and how late.

Calendar days run through recess; the last day of a term is in time. The day of tabling is the printed "ingezonden",
an answer counts from its printed "ontvangen", never from publication. Only what had happened by ``today`` counts, so
any past day can be asked for.

A case without an answer counts as open only up to the last day on which the source is known to be complete
(``known_until``); after that its state is ``unknown``. It is ``unknown`` too where an answer has no day, and where the
Kamer registered the case as closed but no dated answer or withdrawal is at hand: closed says nothing about the day. Where
one is at hand, the case was open until then, so that the list of a past day is right.

A day before the day of tabling cannot be: such an answer, notice or withdrawal counts as one without a day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from navraag.lexicon.clock import TermRule, recess_days, term_rule_on
from navraag.records.cases import Case
from navraag.records.timeline import State, Timeline


def timeline(case: Case, today: date, *, known_until: date | None = None) -> Timeline:
    """The state and the days of a case as of ``today``; ``known_until`` None means: the source is complete today."""
    case = _with_possible_days(case)
    rule = term_rule_on(case.tabled_on) if case.tabled_on else None
    if case.oral or case.chamber == "ek":
        return Timeline(state="no_clock", today=today, tabled_on=case.tabled_on, answered_on=_answered_on(case, today), known_until=known_until)
    if case.tabled_on is None or rule is None or case.tabled_on > today:
        return Timeline(state="unknown", today=today, tabled_on=case.tabled_on, answered_on=_answered_on(case, today), known_until=known_until)
    return _measured(case, today, case.tabled_on, rule, known_until)


def _with_possible_days(case: Case) -> Case:
    """The case with no day before its own: a paper that bears one has none."""
    first = case.tabled_on
    papers = (*(answer.received_on for answer in case.answers), *(notice.announced_on for notice in case.notices))
    withdrawn = case.withdrawal.announced_on if case.withdrawal else None
    if first is None or all(day is None or day >= first for day in (*papers, withdrawn)):
        return case
    return replace(
        case,
        answers=tuple(replace(one, received_on=_from(first, one.received_on)) for one in case.answers),
        notices=tuple(replace(one, announced_on=_from(first, one.announced_on)) for one in case.notices),
        withdrawal=replace(case.withdrawal, announced_on=_from(first, withdrawn)) if case.withdrawal else None,
    )


def _from(first: date, day: date | None) -> date | None:
    return day if day and day >= first else None


def _measured(case: Case, today: date, tabled_on: date, rule: TermRule, known_until: date | None) -> Timeline:
    noticed, notice_on = _notice(case, today)
    answered_on = _answered_on(case, today)
    due_on = tabled_on + timedelta(days=rule.days)
    second_due = tabled_on + timedelta(days=rule.days_after_notice)
    state = _state(case, today, due_on=due_on, second_due=second_due, known_until=known_until)
    end = answered_on or (today if state in _STILL_OPEN else None)
    return Timeline(
        state=state, today=today, tabled_on=tabled_on, due_on=due_on, known_until=known_until,
        extended_until=second_due if noticed else None,
        notice_on=notice_on,
        notice_day=(notice_on - tabled_on).days if notice_on else None,
        notice_in_time=notice_on <= due_on if notice_on else None,
        answered_on=answered_on,
        days_taken=(answered_on - tabled_on).days if answered_on else None,
        days_over_three=_days_over(end, due_on),
        days_over_six=_days_over(end, second_due),
        recess_days=recess_days(tabled_on, end) if end else None,
    )


_STILL_OPEN: frozenset[State] = frozenset({"open", "open_noticed", "overdue_three", "overdue_six"})


def _state(case: Case, today: date, *, due_on: date, second_due: date, known_until: date | None) -> State:
    answered_on = _answered_on(case, today)
    noticed, _ = _notice(case, today)
    if _withdrawn(case, today):
        return "withdrawn"
    if answered_on:
        before, _ = _notice(case, answered_on)  # a notice that comes after the answer extends nothing
        return _answered(answered_on, due_on=due_on, second_due=second_due, noticed=before)
    undated = any(answer.received_on is None for answer in case.answers)
    out_of_sight = known_until is not None and today > known_until
    if undated or out_of_sight or _closed_unseen(case):
        return "unknown"
    return _waiting(today, due_on=due_on, second_due=second_due, noticed=noticed)


def _answered(answered_on: date, *, due_on: date, second_due: date, noticed: bool) -> State:
    if answered_on <= due_on:
        return "answered_in_time"
    return "answered_in_extended_term" if noticed and answered_on <= second_due else "answered_late"


def _waiting(today: date, *, due_on: date, second_due: date, noticed: bool) -> State:
    if today > second_due:
        return "overdue_six"
    if noticed:
        return "open_noticed"
    return "overdue_three" if today > due_on else "open"


def _withdrawn(case: Case, today: date) -> bool:
    withdrawal = case.withdrawal
    return withdrawal is not None and (withdrawal.announced_on is None or withdrawal.announced_on <= today)


def _closed_unseen(case: Case) -> bool:
    """Whether the case is known to be closed, but nothing with a day tells since when."""
    return bool(case.closed) and case.withdrawal is None and all(answer.received_on is None for answer in case.answers)


def _answered_on(case: Case, today: date) -> date | None:
    """The day of the first answer; a correction alone answers only where nothing else does."""
    come = [(answer.kind == "correction", answer.received_on) for answer in case.answers if answer.received_on and answer.received_on <= today]
    return min(come)[1] if come else None


def _notice(case: Case, today: date) -> tuple[bool, date | None]:
    """Whether a notice had come, and the day of the first one that has a day."""
    days = [day for day in _days(notice.announced_on for notice in case.notices) if day <= today]
    undated = any(notice.announced_on is None for notice in case.notices)
    return bool(days) or undated, min(days, default=None)


def _days(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]


def _days_over(end: date | None, due_on: date) -> int | None:
    return max(0, (end - due_on).days) if end else None
