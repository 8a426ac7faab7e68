"""The cases that wait for an answer on a day, with all that lists of that day need: one query, remembered by day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import msgspec

from navraag.lexicon.clock import recess_days
from navraag.records.notices import ReasonCode
from navraag.records.people import Membership
from navraag.records.timeline import State
from navraag.store.rows import day_of
from navraag.store.session import ReadOnly
from navraag.store.views import OPEN_STATES

DAYS_KEPT = 16
"""Of so many days the list is kept in memory: a visitor who walks through all history must not fill it."""

GroupKind = Literal["ministry", "post", "party", "member"]

_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)

# Which cases wait is looked up once: that alone goes through all the states of all time.
_IDS = f"SELECT case_id, state FROM case_state WHERE state IN ({_OPEN}) AND from_day <= :day AND until_day > :day"  # noqa: S608 - states of this package, values bound

_WAITING = """
SELECT case_row.id, number, subject, tabled_on, term, longest, askers, addressees, case_clock.question_count,
       CASE WHEN notice_on <= :day THEN notice_on END, notice_undated
  FROM json_each(:ids)
  JOIN case_clock ON case_clock.case_id = value
  JOIN case_row ON case_row.id = value
 ORDER BY tabled_on, number
"""

_ASKERS = """
SELECT case_id, coalesce(party_code, party, ''), coalesce(person_id, name)
  FROM json_each(:ids) JOIN case_asker ON case_id = value ORDER BY case_id, position
"""

_ADDRESSEES = """
SELECT case_id, coalesce(ministry, label), coalesce(post_id, name, label)
  FROM json_each(:ids) JOIN case_addressee ON case_id = value ORDER BY case_id, position
"""

_REASONS = """
SELECT case_id, reason FROM json_each(:ids) JOIN case_notice ON case_id = value
 WHERE announced_on IS NULL OR announced_on <= :day ORDER BY case_id, position
"""

_HOLDERS = """
SELECT post_id, person.name, membership.data FROM membership JOIN person ON person.id = person_id
 WHERE post_id IS NOT NULL AND coalesce(start_date, '0001-01-01') <= :day AND coalesce(end_date, '9999-12-31') >= :day
 ORDER BY post_id, start_date
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCase:
    """One set of questions that waits on a day.

    ``due_on`` is the last day of the term that holds: six weeks where a notice came, else three. ``days_over`` counts from
    it, ``days_over_three`` from the three weeks. Codes (jenv, minister-jenv, cda, anne-kuik) where names were resolved,
    else the words as printed.
    """

    number: str
    subject: str
    state: State
    tabled_on: date
    days: int
    due_on: date
    days_over: int
    days_over_three: int
    noticed: bool
    notice_on: date | None
    reasons: tuple[ReasonCode, ...]
    recess_days: int
    question_count: int
    askers: str
    addressees: str
    ministries: tuple[str, ...]
    posts: tuple[str, ...]
    parties: tuple[str, ...]
    members: tuple[str, ...]

    @property
    def late(self) -> bool:
        """Has the term that holds passed?"""
        return self.state in {"overdue_three", "overdue_six"}

    def keys(self, kind: GroupKind) -> tuple[str, ...]:
        """Under which ministries, posts, parties or members it is counted: each once."""
        return {"ministry": self.ministries, "post": self.posts, "party": self.parties, "member": self.members}[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a post on a day, since when; only where the sources tell so surely."""

    name: str
    since: date | None


def waiting_on(registry: ReadOnly, day: date) -> tuple[WaitingCase, ...]:
    """Every written question of the Tweede Kamer that was open on a day, the oldest first."""
    days: dict[date, tuple[WaitingCase, ...]] = registry.remember(("waiting",), dict)
    found = days.get(day)
    if found is None:
        found = _waiting(registry, day)
        while len(days) >= DAYS_KEPT:
            days.pop(next(iter(days)), None)
        days[day] = found
    return found


def holders_on(registry: ReadOnly, day: date) -> dict[str, Holder]:
    """Who held which post on a day; posts of which that is not sure are left out."""
    return registry.remember(("holders", day), lambda: _holders(registry, day))


def _waiting(registry: ReadOnly, day: date) -> tuple[WaitingCase, ...]:
    states: dict[int, State] = dict(registry.rows(_IDS, {"day": day.isoformat()}))
    values = {"day": day.isoformat(), "ids": str(list(states))}
    parties, members = _two_lists(registry.rows(_ASKERS, values))
    ministries, posts = _two_lists(registry.rows(_ADDRESSEES, values))
    reasons: dict[int, list[ReasonCode]] = defaultdict(list)
    for case, reason in registry.rows(_REASONS, values):
        reasons[case].append(reason)
    return tuple(
        _case(
            row, day, state=states[row[0]], reasons=tuple(reasons.get(row[0], ())), ministries=_each_once(ministries, row[0]), posts=_each_once(posts, row[0]),
            parties=_each_once(parties, row[0]), members=_each_once(members, row[0]),
        )
        for row in registry.rows(_WAITING, values)
    )


def _case(row: tuple[Any, ...], day: date, **lists: Any) -> WaitingCase:
    _, number, subject, tabled, term, longest, askers, addressees, questions, notice_on, undated = row
    tabled_on, noticed = date.fromisoformat(tabled), bool(undated) or notice_on is not None
    days = (day - tabled_on).days
    limit = longest if noticed else term
    return WaitingCase(
        number=number, subject=subject, tabled_on=tabled_on, days=days, due_on=tabled_on + timedelta(days=limit),
        days_over=max(0, days - limit), days_over_three=max(0, days - term), noticed=noticed, notice_on=day_of(notice_on),
        recess_days=recess_days(tabled_on, day), question_count=questions, askers=askers, addressees=addressees, **lists,
    )


def _two_lists(rows: list[tuple[int, str, str]]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    first: dict[int, list[str]] = defaultdict(list)
    second: dict[int, list[str]] = defaultdict(list)
    for case, one, other in rows:
        first[case].append(one)
        second[case].append(other)
    return first, second


def _each_once(lists: dict[int, list[str]], case: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in lists.get(case, ()) if value))


def _holders(registry: ReadOnly, day: date) -> dict[str, Holder]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for post, name, data in registry.rows(_HOLDERS, {"day": day.isoformat()}):
        held = msgspec.json.decode(data, type=Membership)
        if held.certain(day):
            found[post].append(Holder(name=name, since=held.start_date))
    return {post: holders[0] for post, holders in found.items() if len({holder.name for holder in holders}) == 1}
