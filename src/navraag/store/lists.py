"""Lists that people act on, for any day in history: too late, due soon, without notice, open longest.

All of them are parts of the cases that wait on that day, so that they add up. A list counts sets of questions, as the Kamer
does, and says how many numbered questions stand in them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from navraag.errors import NotFoundError
from navraag.lexicon.names import party_label
from navraag.lexicon.offices import label_on, lines
from navraag.records.notices import ReasonCode
from navraag.store.naming import shown_names
from navraag.store.reader import Registry
from navraag.store.rows import fold
from navraag.store.waiting import GroupKind, Holder, WaitingCase, holders_on, waiting_on

ListKind = Literal["late", "soon", "without_notice", "longest_open"]
LIST_KINDS: tuple[ListKind, ...] = ("late", "soon", "without_notice", "longest_open")
GROUP_KINDS: tuple[GroupKind, ...] = ("ministry", "post", "party", "member")
SOON_WORKING_DAYS = 10
NEW_IN_OFFICE = timedelta(days=30)
_SATURDAY = 5

_VALUES: dict[GroupKind, str] = {
    "ministry": "SELECT DISTINCT coalesce(ministry, label) FROM case_addressee",
    "post": "SELECT DISTINCT coalesce(post_id, name, label) FROM case_addressee",
    "party": "SELECT DISTINCT coalesce(party_code, party) FROM case_asker WHERE party IS NOT NULL OR party_code IS NOT NULL",
    "member": "SELECT DISTINCT coalesce(person_id, name) FROM case_asker",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One minister, ministry, party or member in a list: what waits, what of it is in the list, and with which notices.

    ``waiting`` and ``waiting_questions`` are all open sets and the questions in them. Of a post: who holds it on the day,
    since when, and how many of its sets in the list were tabled before that (``inherited``).
    """

    key: str
    name: str
    sets: int
    questions: int
    waiting: int
    waiting_questions: int
    noticed: int
    reasons: Mapping[ReasonCode, int]
    most_days: int
    holder: str | None = None
    since: date | None = None
    inherited: int | None = None
    new_in_office: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """A list as of a day. ``beyond``: the sources do not reach that far, so that nothing can be listed."""

    kind: ListKind
    day: date
    known_until: date | None
    beyond: bool
    cases: tuple[WaitingCase, ...]
    waiting: int

    @property
    def questions(self) -> int:
        """How many numbered questions stand in the sets of the list."""
        return sum(case.question_count for case in self.cases)


def last_known_day(registry: Registry, today: date) -> date:
    """The last day of which a list can be made: today, or where the sources end."""
    known = registry.known_until
    return min(today, known) if known else today


def day_list(registry: Registry, kind: ListKind, day: date, *, only: Mapping[GroupKind, str] | None = None) -> DayList:
    """One list as of a day; ``only`` keeps what belongs to these ministries, posts, parties, members (codes)."""
    known, beyond = registry.known_until, registry.known_until is not None and day > registry.known_until
    waiting = () if beyond else waiting_on(registry, day)
    held = tuple(case for case in waiting if all(key in case.keys(group) for group, key in (only or {}).items()))
    return DayList(kind=kind, day=day, known_until=known, beyond=beyond, cases=part(held, kind, day), waiting=len(held))


def part(waiting: Iterable[WaitingCase], kind: ListKind, day: date) -> tuple[WaitingCase, ...]:
    """The cases of a list out of all that wait, in the order of the list."""
    match kind:
        case "late":
            return tuple(sorted((case for case in waiting if case.late), key=lambda case: (-case.days_over, case.number)))
        case "soon":
            last = working_days_after(day, SOON_WORKING_DAYS)
            due = (case for case in waiting if not case.late and case.due_on <= last)
            return tuple(sorted(due, key=lambda case: (case.due_on, case.number)))
        case "without_notice":
            return tuple(sorted((case for case in waiting if case.late and not case.noticed), key=lambda case: (-case.days_over, case.number)))
        case "longest_open":
            return tuple(sorted(waiting, key=lambda case: (case.tabled_on, case.number)))


def working_days_after(day: date, number: int) -> date:
    """The day that many working days (Monday to Friday; holidays are not known here) after a day.

    >>> working_days_after(date(2024, 9, 27), 1)
    datetime.date(2024, 9, 30)
    """
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < _SATURDAY
    return day


def groups(registry: Registry, listed: DayList, kind: GroupKind) -> tuple[Group, ...]:
    """The list by ministry, post, party or member, by name: no ranking. A set asked of two ministries stands under both."""
    everything = () if listed.beyond else waiting_on(registry, listed.day)
    listed_by, waiting_by = _by_key(listed.cases, kind), _by_key(everything, kind)
    names = names_for(registry, kind, listed.day, listed_by)
    holders = holders_on(registry, listed.day) if kind == "post" else {}
    made = (
        _group(key, names.get(key, key), listed_by[key], waiting_by.get(key, []), holder=holders.get(key), day=listed.day)
        for key in listed_by
    )
    return tuple(sorted(made, key=lambda group: fold(group.name)))


def _group(key: str, name: str, cases: list[WaitingCase], waiting: list[WaitingCase], *, holder: Holder | None, day: date) -> Group:
    since = holder.since if holder else None
    return Group(
        key=key, name=name, sets=len(cases), questions=sum(case.question_count for case in cases), waiting=len(waiting),
        waiting_questions=sum(case.question_count for case in waiting), noticed=sum(case.noticed for case in cases),
        reasons=Counter(reason for case in cases for reason in case.reasons), most_days=max(case.days for case in cases),
        holder=holder.name if holder else None, since=since,
        inherited=sum(case.tabled_on < since for case in cases) if since else None,
        new_in_office=since is not None and day - since < NEW_IN_OFFICE,
    )


def _by_key(cases: Iterable[WaitingCase], kind: GroupKind) -> dict[str, list[WaitingCase]]:
    found: dict[str, list[WaitingCase]] = {}
    for case in cases:
        for key in case.keys(kind):
            found.setdefault(key, []).append(case)
    return found


def names_of(registry: Registry, kind: GroupKind, day: date) -> Mapping[str, str]:
    """The name that is shown for each code of a kind, as of a day; words as printed are their own name."""
    keys = registry.remember(("values", kind), lambda: [key for (key,) in registry.rows(_VALUES[kind]) if key])
    return names_for(registry, kind, day, keys)


def names_for(registry: Registry, kind: GroupKind, day: date, keys: Iterable[str]) -> dict[str, str]:
    """The same for a few codes."""
    match kind:
        case "ministry":
            return {key: lines()[key].name_on(day) if key in lines() else key for key in keys}
        case "post":
            return {key: _capital(label_on(key, day)) for key in keys}
        case "party":
            return {key: party_label(key) for key in keys}
        case "member":
            persons = shown_names(registry)["askers"]
            return {key: persons.get(key, key) for key in keys}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def key_of(registry: Registry, kind: GroupKind, wanted: str, day: date) -> str:
    """The code of a ministry, post, party or member by its code or its name; NotFoundError that names what resembles it."""
    names, folded = names_of(registry, kind, day), fold(wanted)
    if wanted in names:
        return wanted
    found = [key for key, name in names.items() if fold(name) == folded or fold(key) == folded]
    if len(found) == 1:
        return found[0]
    alike = sorted(name for name in names.values() if folded and folded in fold(name))[:5]
    raise NotFoundError(f"no {kind} {wanted!r} is held{': ' + ', '.join(alike) if alike else ''}")
