"""The clock of every case as columns of numbers, read once and remembered: what statistics of any period are counted from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from navraag.records.statistics import (
    ANSWERED,
    DECIDED,
    LISTED,
    NOTICE,
    NOTICED,
    STRICT,
    UNKNOWN,
    WITHDRAWN,
    Dimension,
    Period,
)
from navraag.store.session import ReadOnly

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]
NEVER = 1_000_000
"""As a number of days: it did not happen."""

_COLUMNS = {
    "case": "case_id", "tabled": "tabled", "term": "term", "longest": "longest", "known": "known",
    "answer": f"ifnull(answer_day, {NEVER})", "withdrawn": f"ifnull(withdrawn_day, {NEVER})",
    "notice": f"ifnull(notice_day, {NEVER})", "undated": "notice_undated", "questions": "question_count",
}
# One text per column instead of a row per case: the same numbers in half the time.
_CLOCKS = f"SELECT {', '.join(f'group_concat({sql})' for sql in _COLUMNS.values())} FROM case_clock"  # noqa: S608 - columns of this module

_TOPIC = "CASE WHEN instr(topic, ' | ') THEN substr(topic, 1, instr(topic, ' | ') - 1) ELSE topic END"
_TOPICS = f"SELECT DISTINCT {_TOPIC} FROM case_topic ORDER BY 1"  # noqa: S608 - text of this module
_BETWEEN = "\x1f"
_VALUES: dict[Dimension, tuple[str, str]] = {
    "ministry": ("case_addressee", "coalesce(ministry, label)"), "post": ("case_addressee", "coalesce(post_id, name, label)"),
    "minister": ("case_addressee", "coalesce(person_id, name, label)"), "party": ("case_asker", "coalesce(party_code, party, '')"),
    "stance": ("case_asker", "ifnull(stance, '')"), "member": ("case_asker", "coalesce(person_id, name)"), "topic": ("case_topic", _TOPIC),
}
"""Dimensions of which a case can have several values: in which table they stand, and which they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """One number per case in each column, cases in order of their id; days are counted from the day of tabling."""

    case: Numbers
    tabled: Numbers
    term: Numbers
    longest: Numbers
    known: Numbers
    answer: Numbers
    withdrawn: Numbers
    notice: Numbers
    undated: Numbers
    questions: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The values of a dimension: ``case`` (place in the columns) has the value ``names[code]``; each pair stands once."""

    names: tuple[str, ...]
    case: Numbers
    code: Numbers


def clocks(registry: ReadOnly) -> Clocks:
    """The columns of all written questions of the Tweede Kamer that have a day of tabling."""
    return registry.remember(("clocks",), lambda: _clocks(registry))


def values(registry: ReadOnly, dimension: Dimension) -> Values:
    """Which cases have which values of a dimension."""
    return registry.remember(("dimension", dimension), lambda: _values(registry, dimension))


def holds_values(dimension: Dimension) -> bool:
    """Does the dimension have values of its own, or is it told by the clock itself?"""
    return dimension in _VALUES


def _clocks(registry: ReadOnly) -> Clocks:
    texts = registry.rows(_CLOCKS)[0]
    read = [np.fromstring(text or "", dtype=np.int64, sep=",") for text in texts]
    order = np.argsort(read[0], kind="stable")
    return Clocks(**{name: column[order] for name, column in zip(_COLUMNS, read, strict=True)})


def topics(registry: ReadOnly) -> tuple[str, ...]:
    """All topics, by name."""
    return registry.remember(("topics",), lambda: tuple(topic for (topic,) in registry.rows(_TOPICS)))


def _values(registry: ReadOnly, dimension: Dimension) -> Values:
    table, value = _VALUES[dimension]
    cases, called = registry.rows(f"SELECT group_concat(case_id), group_concat({value}, '{_BETWEEN}') FROM {table}")[0]  # noqa: S608 - texts of this module
    names = called.split(_BETWEEN) if cases else []
    codes = {name: code for code, name in enumerate(dict.fromkeys(names))}
    case, code = np.fromstring(cases or "", dtype=np.int64, sep=","), np.array([codes[name] for name in names], dtype=np.int64)
    known = clocks(registry).case
    kept = np.isin(case, known) & (code != codes.get("", -1))
    both = np.unique(np.searchsorted(known, case[kept]) * max(len(codes), 1) + code[kept])
    return Values(names=tuple(codes), case=both // max(len(codes), 1), code=both % max(len(codes), 1))


def last_day(registry: ReadOnly) -> date:
    """The last day on which anything happened that is held: where no source says how far it reaches, nothing later is known."""
    held = clocks(registry)
    days = [held.tabled, *((held.tabled + after)[after < NEVER] for after in (held.answer, held.withdrawn, held.notice))]
    return date.fromordinal(max((int(part.max()) for part in days if len(part)), default=1))


def within(held: Clocks, period: Period) -> Marks:
    """The cases that were tabled in a period, up to its day."""
    last = min(period.last, period.day).toordinal()
    marks: Marks = (held.tabled >= period.first.toordinal()) & (held.tabled <= last)
    return marks


def kinds(held: Clocks, period: Period) -> Numbers:
    """What became of each case as known on the day of the period: days × 256 + bits (see ``records.statistics``)."""
    elapsed = period.day.toordinal() - held.tabled
    known, withdrawn, answered = held.known != 0, held.withdrawn <= elapsed, held.answer <= elapsed
    notice = (held.undated != 0) | (held.notice <= elapsed)
    strict = answered & (held.answer <= held.term)
    extended = (held.undated != 0) | (held.notice <= held.answer)  # a notice that comes after the answer extends nothing
    listed = strict | (answered & extended & (held.answer <= held.longest))
    noticed = strict | ((held.notice <= elapsed) & (held.notice <= held.term))
    bits = (
        answered * ANSWERED + strict * STRICT + listed * LISTED + noticed * NOTICED + (elapsed > held.longest) * DECIDED
    )
    unknown = ~known & ~answered & ~withdrawn
    bits = np.where(withdrawn, WITHDRAWN, np.where(unknown, UNKNOWN, bits)) + notice * NOTICE
    days = np.where(withdrawn, np.minimum(held.withdrawn, held.answer), np.where(answered, held.answer, elapsed))
    found: Any = np.where(unknown, 0, days) * 256 + bits
    return np.asarray(found, dtype=np.int64)
