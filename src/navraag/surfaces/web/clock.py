"""The clock of a case as readers see it: its events in order, and the days as a bar."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup

from navraag.records.cases import Case, CaseAnswers, CaseNotice
from navraag.records.timeline import Timeline

EventKind = Literal["tabled", "due", "extended", "notice", "answered", "withdrawn", "today"]

# Labels closer than this (in hundredths of the width) would run into each other on a phone.
NEAREST = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, or was due, on a day."""

    kind: EventKind
    day: date | None
    number: int | None
    paper: CaseAnswers | CaseNotice | None = None


def events(case: Case, clock: Timeline) -> tuple[Event, ...]:
    """What happened to a case in order of day, with the days on which an answer was due; undated papers last."""
    found = [
        _event("tabled", case.tabled_on, clock),
        *(_event("notice", notice.announced_on, clock, notice) for notice in case.notices),
        *(_event("answered", paper.received_on, clock, paper) for paper in case.answers),
        _event("due", clock.due_on, clock),
    ]
    if clock.extended_until and case.notices:
        found.append(_event("extended", clock.extended_until, clock))
    if case.withdrawal:
        found.append(_event("withdrawn", case.withdrawal.announced_on, clock, case.withdrawal))
    if clock.state in {"open", "open_noticed", "overdue_three", "overdue_six"}:
        found.append(_event("today", clock.today, clock))
    ended = case.withdrawal.announced_on if case.withdrawal else None
    known = [event for event in found if (event.day or event.paper) and not _pointless(event, ended)]
    order = ("tabled", "notice", "due", "extended", "answered", "withdrawn", "today")
    return tuple(sorted(known, key=lambda event: (event.day or date.max, order.index(event.kind))))


def _pointless(event: Event, ended: date | None) -> bool:
    """Nothing is due any more once the questions are withdrawn."""
    return event.kind in {"due", "extended"} and ended is not None and event.day is not None and event.day > ended


def _event(kind: EventKind, day: date | None, clock: Timeline, paper: CaseAnswers | CaseNotice | None = None) -> Event:
    number = (day - clock.tabled_on).days if day and clock.tabled_on else None
    return Event(kind=kind, day=day, number=number, paper=paper)


def end_day(clock: Timeline) -> int | None:
    """How many days the bar tells of: to the answer, or to the day of reading while there is none."""
    if clock.tabled_on is None or clock.due_on is None:
        return None
    if clock.days_taken is not None:
        return clock.days_taken
    return (clock.today - clock.tabled_on).days if clock.state.startswith(("open", "overdue")) else None


def bar(clock: Timeline) -> Markup:
    """The days of a case as a drawing of one line: the term, the time over it, the notice and the answer."""
    days = end_day(clock)
    if days is None or days < 0 or clock.tabled_on is None or clock.due_on is None:
        return Markup("")
    term = (clock.due_on - clock.tabled_on).days
    extended = (clock.extended_until - clock.tabled_on).days if clock.extended_until and clock.notice_on else term
    scale = 100 / max(days, extended, 1)
    parts = [_span(0, extended, "term", scale), _span(0, min(days, extended), "spent", scale)]
    if days > extended:
        parts.append(_span(extended, days, "over", scale))
    parts += [_label(day, scale, last=day == days) for day in _apart({0, term, extended, days}, scale, days)]
    if clock.notice_day is not None and 0 <= clock.notice_day * scale <= 100:
        parts.append(Markup('<circle class="notice" cx="{:.2f}%" cy="14" r="5"/>').format(clock.notice_day * scale))
    return Markup('<svg class="term-bar" aria-hidden="true" focusable="false">{}</svg>').format(Markup("").join(parts))


def _span(first: int, last: int, kind: str, scale: float) -> Markup:
    return Markup('<rect class="{}" x="{:.2f}%" y="10" width="{:.2f}%" height="8"/>').format(
        kind, first * scale, max((last - first) * scale, 0),
    )


def _apart(marks: set[int], scale: float, days: int) -> list[int]:
    """The marks whose labels do not run into each other; the last day always keeps its label."""
    kept: list[int] = []
    for mark in sorted(marks, key=lambda mark: (mark != days, mark)):
        if all(abs(mark - other) * scale > NEAREST for other in kept):
            kept.append(mark)
    return sorted(kept)


def _label(day: int, scale: float, *, last: bool) -> Markup:
    place = day * scale
    anchor = "start" if place < NEAREST else "end" if place > 100 - NEAREST else "middle"
    return Markup(
        '<line x1="{0:.2f}%" x2="{0:.2f}%" y1="8" y2="24"/><text class="{1}" x="{0:.2f}%" y="40" text-anchor="{2}">{3}</text>',
    ).format(place, "last" if last else "", anchor, day)
