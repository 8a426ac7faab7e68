"""Lists of sets that wait for an answer, and those lists by ministry, post, party or member, as tables."""

from collections.abc import Callable
from datetime import date

from navraag.records.notices import ReasonCode
from navraag.store.lists import DayList, Group
from navraag.store.waiting import WaitingCase
from navraag.surfaces.exports.table import Column, Kind, Table, Value
from navraag.surfaces.links import case_path

REASONS: tuple[ReasonCode, ...] = ("information_not_received", "coordination", "other")

_CASE: tuple[tuple[str, Kind, str, Callable[[WaitingCase], Value]], ...] = (
    ("number", str, "number of the set", lambda case: case.number),
    ("subject", str, "subject", lambda case: case.subject),
    ("state", str, "open, open_noticed, overdue_three or overdue_six", lambda case: case.state),
    ("tabled_on", date, "day of asking", lambda case: case.tabled_on),
    ("days", int, "days since", lambda case: case.days),
    ("due_on", date, "last day of the term that holds: six weeks where a notice came, else three", lambda case: case.due_on),
    ("days_over", int, "days after that term", lambda case: case.days_over),
    ("days_over_three", int, "days after three weeks", lambda case: case.days_over_three),
    ("notice", bool, "a notice of delay came", lambda case: case.noticed),
    ("notice_on", date, "day of the first notice, where it has one", lambda case: case.notice_on),
    ("reasons", str, "reasons given in notices", lambda case: " ".join(dict.fromkeys(case.reasons))),
    ("recess_days", int, "days of recess among the days; they do not stop the clock", lambda case: case.recess_days),
    ("questions", int, "numbered questions in the set", lambda case: case.question_count),
    ("askers", str, "who asked", lambda case: case.askers),
    ("addressees", str, "who was asked", lambda case: case.addressees),
    ("ministries", str, "codes of ministries", lambda case: " | ".join(case.ministries)),
    ("posts", str, "codes of posts", lambda case: " | ".join(case.posts)),
    ("parties", str, "codes of parties", lambda case: " | ".join(case.parties)),
    ("members", str, "ids of members", lambda case: " | ".join(case.members)),
    ("path", str, "address on this site", lambda case: case_path(case.number)),
)

_GROUP: tuple[tuple[str, Kind, str, Callable[[Group], Value]], ...] = (
    ("key", str, "code", lambda group: group.key),
    ("name", str, "name on the day", lambda group: group.name),
    ("holder", str, "who holds the post on the day", lambda group: group.holder),
    ("since", date, "since when", lambda group: group.since),
    ("first_30_days", bool, "less than thirty days in office", lambda group: group.new_in_office),
    ("inherited", int, "sets in the list that were asked before that", lambda group: group.inherited),
    ("sets", int, "sets in the list", lambda group: group.sets),
    ("questions", int, "numbered questions in them", lambda group: group.questions),
    ("with_notice", int, "of these sets, with a notice of delay", lambda group: group.noticed),
    *(
        (f"reason_{reason}", int, f"notices with the reason {reason.replace('_', ' ')}", lambda group, reason=reason: group.reasons.get(reason, 0))
        for reason in REASONS
    ),
    ("most_days", int, "days since asking of the oldest set in the list", lambda group: group.most_days),
    ("open_sets", int, "all sets that wait", lambda group: group.waiting),
    ("open_questions", int, "numbered questions in them", lambda group: group.waiting_questions),
)


def list_table(listed: DayList) -> Table:
    """The sets of a list, one a row."""
    return Table(
        columns=tuple(Column(name=name, kind=kind, about=about) for name, kind, about, _ in _CASE),
        rows=tuple(tuple(value(case) for *_, value in _CASE) for case in listed.cases),
    )


def groups_table(groups: tuple[Group, ...]) -> Table:
    """A list by ministry, post, party or member, one a row."""
    return Table(
        columns=tuple(Column(name=name, kind=kind, about=about) for name, kind, about, _ in _GROUP),
        rows=tuple(tuple(value(group) for *_, value in _GROUP) for group in groups),
    )
