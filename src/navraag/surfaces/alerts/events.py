"""What happened since the last look: new papers of cases, terms that ran out, undertakings that come due."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from navraag.records.cases import Case
from navraag.store import outbox
from navraag.store.happened import Event, EventKind, Happened
from navraag.store.lists import day_list
from navraag.store.reader import Registry
from navraag.store.registers import RegisterFilter, RegisterRow, Registers
from navraag.store.subscriptions import Subscriptions

SOON = timedelta(days=7)
"""So long before its last day an undertaking is announced as due."""
AT_ONCE = 500
_KINDS: dict[str, EventKind] = {"question": "asked", "notice": "noticed", "withdrawal": "withdrawn", "first": "answered", "further": "corrected", "correction": "corrected"}


def look(registry: Registry, store: Subscriptions, *, day: date, now: datetime) -> int:
    """Notes what happened, each thing once, and gives how much is new.

    The first look ever only learns what there is: nobody is told of thirty years. Interrupted, the next look goes on.
    """
    happened = store.happened
    first = happened.reached("epoch") is None
    return _look_at_papers(registry, store, day=day, now=now, quiet=first) + _look_at_clock(registry, store, day=day, now=now, quiet=first)


def papers_of(case: Case) -> Iterator[tuple[str, date | None]]:
    """The papers of a case by which something happens: kind and id, and the day of each."""
    if (case.questions and case.questions.questions) or case.tabled_on:
        yield f"question {case.number}", case.tabled_on
    for notice in case.notices:
        yield f"notice {notice.announced_on or notice.id}", notice.announced_on
    if case.withdrawal:
        yield "withdrawal", case.withdrawal.announced_on
    for paper in case.answers:
        yield f"{paper.kind} {paper.appendix_number or paper.received_on or paper.id}", paper.received_on


def _look_at_papers(registry: Registry, store: Subscriptions, *, day: date, now: datetime, quiet: bool) -> int:
    happened = store.happened
    here = outbox.position(registry)
    since = int(happened.reached("seq") or 0) if happened.reached("epoch") == here.epoch else 0
    new = 0
    while told := outbox.changes(registry, since, AT_ONCE):
        cases = outbox.cases_named(registry, (number for _, number in told))
        with store.transaction():
            new += sum(_look_at_case(one.case, happened, day=day, now=now, quiet=quiet) for one in cases)
            since = told[-1][0]
            happened.reach("seq", str(since))
            if not quiet:
                happened.reach("epoch", here.epoch)
    with store.transaction():
        happened.reach("epoch", here.epoch)
    return new


def _look_at_case(case: Case, happened: Happened, *, day: date, now: datetime, quiet: bool) -> int:
    papers = dict(papers_of(case))
    before = happened.seen(case.number)
    for former in case.former_numbers:  # a case that got its number is no new case
        before = before if before is not None else happened.seen(former)
    fresh = [paper for paper in papers if paper not in (before or ())]
    happened.see(case.number, papers)
    new = 0
    if quiet:
        return new
    for paper in fresh:
        told_on = papers[paper]
        kind = _KINDS[paper.split(" ", 1)[0]]
        key = f"{kind} {case.number} {paper}"
        new += happened.happen(Event(key=key, kind=kind, number=case.number, day=told_on or day, detail={"subject": case.subject}), now)
    return new


def _look_at_clock(registry: Registry, store: Subscriptions, *, day: date, now: datetime, quiet: bool) -> int:
    happened = store.happened
    late = (
        Event(key=f"late {case.number} {case.due_on.isoformat()}", kind="late", number=case.number, day=case.due_on + timedelta(days=1), detail={"subject": case.subject})
        for case in day_list(registry, "late", day).cases
    )
    with store.transaction():
        return sum(happened.happen(event, now, quiet=quiet) for event in (*late, *_promises(registry, day)))


def _promises(registry: Registry, day: date) -> Iterator[Event]:
    """Undertakings whose last day is near, or went by within the last week; older ones are no news."""
    register = Registers(registry)
    near: Iterable[RegisterRow] = register.every(RegisterFilter(kind="commitment", today=day, term="due"))
    gone: Iterable[RegisterRow] = register.every(RegisterFilter(kind="commitment", today=day, term="lapsed"))
    for row in near:
        latest = row.finding.found.latest
        if latest and day <= latest <= day + SOON:
            yield _promise("promise_due", row, latest)
    for row in gone:
        latest = row.finding.found.latest
        if latest and day - SOON <= latest < day:
            yield _promise("promise_lapsed", row, latest)


def _promise(kind: EventKind, row: RegisterRow, latest: date) -> Event:
    finding = row.finding
    return Event(
        key=f"{kind} {finding.case} {row.id} {latest.isoformat()}", kind=kind, number=finding.case, day=latest,
        detail={"subject": row.subject, "quote": finding.found.quote, "pair": finding.pair_id},
    )
