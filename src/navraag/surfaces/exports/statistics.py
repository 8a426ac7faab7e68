"""Statistics as tables."""

from collections.abc import Iterable, Mapping
from datetime import date

from navraag.records.statistics import DEFINITIONS, Figures, Step
from navraag.store.seats import PartySeats
from navraag.store.statistics import FoundCase
from navraag.store.workload import JointAnswers, Reason, Workload
from navraag.surfaces.exports.table import Column, Kind, Row, Table
from navraag.surfaces.links import case_path

_FIGURES: tuple[tuple[str, Kind, str], ...] = (
    ("value", str, "code"), ("name", str, "what the code stands for"), ("sets", int, "sets of questions tabled in the period"),
    ("questions", int, "numbered questions in them"), ("answered", int, "sets answered"), ("open", int, "sets that wait"),
    ("withdrawn", int, "sets withdrawn"), ("unknown", int, "sets of which it is not known whether they were answered"),
    ("with_notice", int, "sets with a notice of delay"),
    ("decided", int, "sets whose six weeks have passed, not withdrawn and not unknown: the denominator of the shares"),
    ("in_time_strict", int, "answered within three weeks"),
    ("in_time_listed", int, "answered within three weeks, or within six after a notice"),
    ("in_time_noticed", int, "answered, or noticed, within three weeks"),
    *((f"share_{name}", float, f"in_time_{name} / decided") for name in DEFINITIONS),
    ("quartile", int, "days by which a quarter is answered (Kaplan-Meier)"), ("median", int, "days by which half is answered"),
    ("median_low", int, "lower bound of the median, 95 %"), ("median_high", int, "upper bound of the median, 95 %"),
    ("third_quartile", int, "days by which three quarters are answered"),
)
_STEPS: tuple[tuple[str, Kind, str], ...] = (
    ("day", int, "days after asking"), ("waiting", float, "share not yet answered (Kaplan-Meier)"),
    ("lower", float, "lower bound, 95 %"), ("upper", float, "upper bound, 95 %"),
    ("at_risk", int, "sets that waited until this day"), ("answered", int, "sets answered on it"),
    ("left", int, "sets withdrawn on it, or counted until it because they wait still"),
)
_WORKLOAD: tuple[tuple[str, Kind, str], ...] = (
    ("value", str, "code"), ("name", str, "what the code stands for"), ("waiting_before", int, "sets that waited before the first day"),
    ("asked", int, "sets tabled in the period"), ("questions", int, "numbered questions in these"),
    ("answered", int, "sets answered in the period"), ("withdrawn", int, "sets withdrawn in the period"),
    ("waiting_after", int, "sets that waited after the last day"),
)
_REASONS: tuple[tuple[str, Kind, str], ...] = (
    ("reason", str, "reason of delay"), ("sets", int, "sets with a notice that gives it"), ("notices", int, "these notices"),
    ("in_time", int, "of these sets, noticed within three weeks"),
)
_REASONS_OF: tuple[tuple[str, Kind, str], ...] = (("value", str, "code"), ("name", str, "what the code stands for"), *_REASONS)
_JOINT: tuple[tuple[str, Kind, str], ...] = (
    ("sets", int, "sets whose answers are held"), ("together", int, "of these, answered in one document with other sets"),
    ("with_joint", int, "of these, with an answer to several questions at once"), ("questions", int, "questions answered"),
    ("answers", int, "answers given to them"),
)
_SEATS: tuple[tuple[str, Kind, str], ...] = (
    ("value", str, "code"), ("name", str, "what the code stands for"), ("sets", int, "sets asked by members of the party"),
    ("members", int, "members who asked"), ("seats", float, "seats, on average over the period"),
    ("sets_per_member", float, "sets / members"), ("sets_per_seat", float, "sets / seats"),
    ("seats_sure", bool, "the sources tell of the seats of the whole period"),
)
_CASES: tuple[tuple[str, Kind, str], ...] = (
    ("number", str, "number of the set"), ("subject", str, "subject"), ("askers", str, "who asked"), ("addressees", str, "who was asked"),
    ("tabled_on", date, "day of asking"), ("outcome", str, "answered, open, withdrawn or unknown"),
    ("days", int, "days to the answer, the withdrawal, or the day of counting"), ("questions", int, "numbered questions"),
    ("path", str, "address on this site"),
)


def _table(columns: tuple[tuple[str, Kind, str], ...], rows: Iterable[Row]) -> Table:
    return Table(columns=tuple(Column(name=name, kind=kind, about=about) for name, kind, about in columns), rows=tuple(rows))


def figures_table(figures: Iterable[Figures], names: Mapping[str, str]) -> Table:
    """The figures of a dimension, a value a row."""
    return _table(_FIGURES, (_figures(one, names) for one in figures))


def _figures(one: Figures, names: Mapping[str, str]) -> Row:
    return (
        one.value, names.get(one.value, one.value), one.sets, one.questions, one.answered, one.open, one.withdrawn, one.unknown,
        one.with_notice, one.decided, one.strict, one.listed, one.noticed, *(one.share(name).value for name in DEFINITIONS),
        one.quartile, one.median, one.median_low, one.median_high, one.third_quartile,
    )


def steps_table(steps: Iterable[Step]) -> Table:
    """Answer times, a day a row."""
    return _table(_STEPS, ((one.day, one.waiting, one.lower, one.upper, one.at_risk, one.answered, one.left) for one in steps))


def workload_table(desks: Iterable[Workload], names: Mapping[str, str]) -> Table:
    """The desks of ministries, one a row."""
    return _table(_WORKLOAD, (
        (one.value, names.get(one.value, one.value), one.waiting_before, one.asked, one.questions, one.answered, one.withdrawn, one.waiting_after)
        for one in desks
    ))


def reasons_table(reasons: Iterable[Reason]) -> Table:
    """Reasons for delay, one a row."""
    return _table(_REASONS, ((one.reason, one.sets, one.notices, one.in_time) for one in reasons))


def reasons_of_table(reasons: Iterable[Reason], names: Mapping[str, str]) -> Table:
    """Reasons for delay by ministry, one a row."""
    return _table(_REASONS_OF, ((one.value, names.get(one.value, one.value), one.reason, one.sets, one.notices, one.in_time) for one in reasons))


def joint_table(joint: JointAnswers) -> Table:
    """Joint answers: one row."""
    return _table(_JOINT, ((joint.sets, joint.together, joint.with_joint, joint.questions, joint.answers),))


def seats_table(parties: Iterable[PartySeats], names: Mapping[str, str]) -> Table:
    """What was asked per member and per seat, a party a row."""
    return _table(_SEATS, (
        (one.value, names.get(one.value, one.value), one.sets, one.members, one.seats, one.per_member, one.per_seat, one.sure)
        for one in parties
    ))


def cases_table(cases: Iterable[FoundCase]) -> Table:
    """The sets behind a number, one a row."""
    return _table(_CASES, (
        (one.number, one.subject, one.askers, one.addressees, one.tabled_on, one.outcome, one.days, one.question_count, case_path(one.number))
        for one in cases
    ))
