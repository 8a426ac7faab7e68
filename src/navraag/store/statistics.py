"""What statistics count: the cases of a period by what became of them, for every value of a dimension.

The population is always the written questions of the Tweede Kamer that were tabled in the period and have a clock. A case
counts once under each of its values (two members of one party are one value of that party). Nothing is counted that
happened after the day of counting.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

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
    Outcome,
    Period,
    Tally,
)
from navraag.store.columns import Clocks, Marks, Numbers, clocks, holds_values, kinds, values, within
from navraag.store.session import ReadOnly

Only = Mapping[Dimension, str]
SIZES = ("0", "1", "2-3", "4-6", "7-10", "11-20", "21+")
_SIZE_ENDS = (0, 1, 3, 6, 10, 20)
_SPAN = 1 << 32
NO_END = 10**9
_IN_TIME = {"strict": STRICT, "listed": LISTED, "noticed": NOTICED}


def _is(mask: int, wanted: int) -> Callable[[Numbers], Any]:
    """The test whether of some bits just these are set."""
    return lambda bits: bits & mask == wanted


WHICH: dict[str, Callable[[Numbers], Any]] = {
    "answered": _is(ANSWERED, ANSWERED),
    "open": _is(ANSWERED | WITHDRAWN | UNKNOWN, 0),
    "withdrawn": _is(WITHDRAWN, WITHDRAWN),
    "unknown": _is(UNKNOWN, UNKNOWN),
    "decided": _is(DECIDED, DECIDED),
    "with_notice": _is(NOTICE, NOTICE),
    **{f"in_time_{name}": _is(DECIDED | bit, DECIDED | bit) for name, bit in _IN_TIME.items()},
    **{f"late_{name}": _is(DECIDED | bit, DECIDED) for name, bit in _IN_TIME.items()},
}
"""What can be asked for behind a number: an outcome, the decided ones, or those in time or late under a definition."""

_ROWS = """
SELECT id, number, subject, askers, addressees, tabled_on, question_count FROM case_row
 WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY tabled_on, number
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCase:
    """One case behind a number."""

    number: str
    subject: str
    askers: str
    addressees: str
    tabled_on: date
    outcome: Outcome
    days: int
    question_count: int


def tallies(registry: ReadOnly, period: Period, dimension: Dimension, only: Only | None = None) -> tuple[Tally, ...]:
    """The cases of a period by value of a dimension; ``only`` keeps those with these values of other dimensions."""
    held = clocks(registry)
    chosen, kind = _chosen(registry, held, period, only or {}), kinds(held, period)
    names, case, code = _coded(registry, held, dimension, chosen)
    return _tallied(names, code, kind[case], held.questions[case])


def _chosen(registry: ReadOnly, held: Clocks, period: Period, only: Only) -> Marks:
    """The cases of a period that have the values asked for."""
    chosen = within(held, period)
    for dimension, wanted in only.items():
        chosen = chosen & _having(registry, held, dimension, wanted)
    return chosen


def _having(registry: ReadOnly, held: Clocks, dimension: Dimension, wanted: str) -> Marks:
    """The cases that have this value."""
    if not holds_values(dimension):
        low, high = _bounds(dimension, wanted)
        column = held.questions if dimension == "size" else held.tabled
        marks: Marks = (column >= low) & (column <= high)
        return marks
    known = values(registry, dimension)
    having = np.zeros(len(held.case), dtype=np.bool_)
    if wanted in known.names:
        having[known.case[known.code == known.names.index(wanted)]] = True
    return having


def _coded(registry: ReadOnly, held: Clocks, dimension: Dimension, chosen: Marks) -> tuple[tuple[str, ...], Numbers, Numbers]:
    """The names of the values, and pairs of case and value, of the cases chosen."""
    if holds_values(dimension):
        known = values(registry, dimension)
        kept = chosen[known.case]
        return known.names, known.case[kept], known.code[kept]
    case = np.flatnonzero(chosen)
    match dimension:
        case "size":
            return SIZES, case, np.searchsorted(np.array(_SIZE_ENDS), held.questions[case])
        case "year" | "month":
            days, code = np.unique(held.tabled[case], return_inverse=True)
            called = [date.fromordinal(int(day)).isoformat()[: 4 if dimension == "year" else 7] for day in days]
            places = {name: place for place, name in enumerate(dict.fromkeys(called))}
            coded = np.array([places[name] for name in called], dtype=np.int64)
            return tuple(places), case, coded[code] if len(coded) else code
    return ("",), case, np.zeros(len(case), dtype=np.int64)


def _tallied(names: tuple[str, ...], code: Numbers, kind: Numbers, questions: Numbers) -> tuple[Tally, ...]:
    """The pairs of value and kind counted, in order of value."""
    both, numbers = np.unique(code * _SPAN + kind, return_counts=True)
    found: dict[int, dict[tuple[int, int], int]] = {}
    for key, number in zip(both.tolist(), numbers.tolist(), strict=True):
        value, what = divmod(key, _SPAN)
        found.setdefault(value, {})[what & 255, what >> 8] = number
    asked = np.bincount(code, weights=questions, minlength=len(names))
    made = (Tally(value=names[value], kinds=held, questions=int(asked[value])) for value, held in found.items())
    return tuple(sorted(made, key=lambda tally: _order(tally.value)))


def _order(value: str) -> tuple[int, str]:
    return (SIZES.index(value) if value in SIZES else len(SIZES), value)


def cases_behind(
    registry: ReadOnly, period: Period, only: Only, which: str = "", *, within_days: int | None = None, page: tuple[int, int] = (0, 100),
) -> tuple[int, tuple[FoundCase, ...]]:
    """How many cases stand behind a number, and one page (offset, limit) of them, the oldest first.

    ``within_days``: only those that ended, or were counted, after at most so many days.
    """
    held = clocks(registry)
    kind, chosen = kinds(held, period), _chosen(registry, held, period, only)
    if which:
        chosen = chosen & WHICH[which](kind & 255)
    if within_days is not None:
        chosen = chosen & (kind >> 8 <= within_days)
    found = np.flatnonzero(chosen)
    found = found[np.lexsort((held.case[found], held.tabled[found]))]
    shown = found[page[0] : page[0] + page[1]]
    kind_of = dict(zip(held.case[shown].tolist(), kind[shown].tolist(), strict=True))
    rows = registry.rows(_ROWS, {"ids": str(list(kind_of))})
    return len(found), tuple(_found(row[1:], kind_of[row[0]]) for row in rows)


def _found(row: tuple[Any, ...], kind: int) -> FoundCase:
    number, subject, askers, addressees, tabled, questions = row
    return FoundCase(
        number=number, subject=subject, askers=askers, addressees=addressees, tabled_on=date.fromisoformat(tabled),
        outcome=outcome_of(kind & 255), days=kind >> 8, question_count=questions,
    )


def outcome_of(bits: int) -> Outcome:
    """What became of a case."""
    return "unknown" if bits & UNKNOWN else "withdrawn" if bits & WITHDRAWN else "answered" if bits & ANSWERED else "open"


def _bounds(dimension: Dimension, wanted: str) -> tuple[int, int]:
    """First and last number that a value of year, month or size stands for; none where there is no such value."""
    if dimension == "all":
        return 0, NO_END
    if dimension == "size":
        at = SIZES.index(wanted) if wanted in SIZES else -1
        low, high = (_SIZE_ENDS[at - 1] + 1 if at else 0), (_SIZE_ENDS[at] if at < len(_SIZE_ENDS) else NO_END)
        return (low, high) if at >= 0 else (1, 0)
    try:
        year, _, month = wanted.partition("-")
        first = date(int(year), int(month or 1), 1)
        after = date(first.year + (not month or first.month == 12), first.month % 12 + 1 if month else 1, 1)
    except ValueError:
        return 1, 0
    return first.toordinal(), after.toordinal() - 1
