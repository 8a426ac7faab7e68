"""What statistics count: the cases of a period by what became of them, for every value of a dimension.

The population is always the written questions of the Tweede Kamer that were tabled in the period and have a clock. A case
counts once under each of its values (two members of one party are one value of that party). Nothing is counted that
happened after the day of counting.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from navraag.records.statistics import Dimension, Outcome, Period, Tally
from navraag.store.session import ReadOnly

Only = Mapping[Dimension, str]
SIZES = ("0", "1", "2-3", "4-6", "7-10", "11-20", "21+")
_SIZE_ENDS = (0, 1, 3, 6, 10, 20)

_FACTS = """
SELECT case_id, tabled, question_count, known, term, longest, :day - tabled AS elapsed, answer_day, withdrawn_day,
       coalesce(withdrawn_day <= :day - tabled, 0) AS withdrawn,
       coalesce(answer_day <= :day - tabled, 0) AS answered,
       coalesce(answer_day <= :day - tabled AND answer_day <= term, 0) AS strict,
       notice_undated OR coalesce(notice_day <= :day - tabled, 0) AS notice,
       coalesce(notice_day <= :day - tabled AND notice_day <= term, 0) AS timely
  FROM case_clock
 WHERE tabled BETWEEN :first AND :last"""

_BITS = """
CASE WHEN NOT known THEN 4
     WHEN withdrawn THEN 2
     ELSE answered + 8 * strict + 16 * (strict OR (answered AND notice AND answer_day <= longest)) + 32 * (strict OR timely)
          + 64 * (elapsed > longest)
END + 128 * notice"""

_DAYS = """
CASE WHEN NOT known THEN 0
     WHEN withdrawn THEN min(withdrawn_day, coalesce(answer_day, withdrawn_day))
     WHEN answered THEN answer_day
     ELSE elapsed
END"""

_VALUES: dict[Dimension, tuple[str, str]] = {
    "ministry": ("case_addressee", "coalesce(ministry, label)"),
    "post": ("case_addressee", "coalesce(post_id, name, label)"),
    "minister": ("case_addressee", "coalesce(person_id, name, label)"),
    "party": ("case_asker", "coalesce(party_code, party)"),
    "stance": ("case_asker", "stance"),
    "member": ("case_asker", "coalesce(person_id, name)"),
    "topic": ("case_topic", "CASE WHEN instr(topic, ' | ') THEN substr(topic, 1, instr(topic, ' | ') - 1) ELSE topic END"),
}
"""Of dimensions of which a case can have several values: the table, and the value in it."""
_MANY = 20_000

_TO_BE_IN: dict[str, str] = {
    "answered": "known AND answered AND NOT withdrawn", "open": "known AND NOT answered AND NOT withdrawn",
    "withdrawn": "known AND withdrawn", "unknown": "NOT known",
}
WHICH: dict[str, str] = {
    **_TO_BE_IN,
    "decided": "known AND NOT withdrawn AND elapsed > longest",
    **{f"in_time_{name}": f"known AND NOT withdrawn AND elapsed > longest AND bits & {bit}" for name, bit in (("strict", 8), ("listed", 16), ("noticed", 32))},
    **{f"late_{name}": f"known AND NOT withdrawn AND elapsed > longest AND NOT bits & {bit}" for name, bit in (("strict", 8), ("listed", 16), ("noticed", 32))},
    "with_notice": "bits & 128",
}
"""What can be asked for behind a number: an outcome, the decided ones, or those in time or late under a definition."""


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
    return tables(registry, period, (dimension,), only)[dimension]


def tables(
    registry: ReadOnly, period: Period, dimensions: tuple[Dimension, ...], only: Only | None = None,
) -> dict[Dimension, tuple[Tally, ...]]:
    """The same for several dimensions; the cases are looked at once."""
    sql, values = _population(period, only or {})
    facts = registry.rows(f"SELECT case_id, ({_DAYS}) * 256 + {_BITS}, question_count, tabled FROM ({sql})", values)  # noqa: S608 - fragments of this module, values bound
    by_case = {case: (kind, questions) for case, kind, questions, _ in facts} if any(name in _VALUES for name in dimensions) else {}
    return {
        name: _tallied(_by_value(registry, by_case, name, values) if name in _VALUES else _by_itself(facts, name), name)
        for name in dimensions
    }


def _by_itself(facts: list[tuple[int, int, int, int]], dimension: Dimension) -> list[tuple[object, int, int]]:
    """Value, kind and questions of each case, where the clock itself tells the value."""
    match dimension:
        case "size":
            return [(questions, kind, questions) for _, kind, questions, _ in facts]
        case "year" | "month":
            return [(tabled, kind, questions) for _, kind, questions, tabled in facts]
    return [("", kind, questions) for _, kind, questions, _ in facts]


def _by_value(
    registry: ReadOnly, facts: dict[int, tuple[int, int]], dimension: Dimension, values: dict[str, Any],
) -> list[tuple[object, int, int]]:
    """Value, kind and questions of each case under each of its values. Of most cases, all rows are read in one go."""
    table, value = _VALUES[dimension]
    span = "" if len(facts) > _MANY else "JOIN (SELECT case_id FROM case_clock WHERE tabled BETWEEN :first AND :last) USING (case_id)"
    pairs = registry.rows(f"SELECT DISTINCT case_id, {value} FROM {table} {span}", values if span else ())  # noqa: S608 - same
    return [(named, *facts[case]) for case, named in pairs if case in facts and named is not None]


def _tallied(rows: list[tuple[Any, int, int]], dimension: Dimension) -> tuple[Tally, ...]:
    """Rows of value, kind and questions as tallies, in order of value."""
    named = {raw: name_of(dimension, raw) for raw in set(map(itemgetter(0), rows))}
    kinds: dict[str, dict[tuple[int, int], int]] = {name: {} for name in named.values()}
    questions = dict.fromkeys(kinds, 0)
    for (raw, kind), number in Counter(map(itemgetter(0, 1), rows)).items():
        held, key = kinds[named[raw]], (kind & 255, kind >> 8)
        held[key] = held.get(key, 0) + number
    for (raw, asked), number in Counter(map(itemgetter(0, 2), rows)).items():
        questions[named[raw]] += asked * number
    return tuple(Tally(value=value, kinds=kinds[value], questions=questions[value]) for value in sorted(kinds, key=_order))


def name_of(dimension: Dimension, raw: object) -> str:
    """The value as it is called: of a day its year or month, of a number of questions its class."""
    match dimension:
        case "year":
            return str(date.fromordinal(int(str(raw))).year)
        case "month":
            return date.fromordinal(int(str(raw))).isoformat()[:7]
        case "size":
            return next((SIZES[at] for at, end in enumerate(_SIZE_ENDS) if int(str(raw)) <= end), SIZES[-1])
    return str(raw)


def _order(value: str) -> tuple[int, str]:
    return (SIZES.index(value) if value in SIZES else len(SIZES), value)


def cases_behind(
    registry: ReadOnly, period: Period, only: Only, which: str = "", *, within: int | None = None, page: tuple[int, int] = (0, 100),
) -> tuple[int, tuple[FoundCase, ...]]:
    """How many cases stand behind a number, and one page (offset, limit) of them, the oldest first.

    ``within``: only those that ended, or were counted, after at most so many days.
    """
    sql, values = _population(period, only)
    found = f"SELECT *, {_BITS} AS bits, {_DAYS} AS days FROM ({sql})"  # noqa: S608 - fragments of this module
    where = f"WHERE {WHICH[which] if which else 'TRUE'} AND days <= :within"
    values["within"] = 10**9 if within is None else within
    total = int(registry.rows(f"SELECT count(*) FROM ({found}) {where}", values)[0][0])  # noqa: S608 - same
    rows = registry.rows(
        f"SELECT number, subject, askers, addressees, tabled_on, bits, days, found.question_count FROM ({found}) AS found "  # noqa: S608 - same
        f"JOIN case_row ON case_row.id = found.case_id {where} ORDER BY tabled_on, number LIMIT :limit OFFSET :offset",
        values | {"offset": page[0], "limit": page[1]},
    )
    return total, tuple(_found(row) for row in rows)


def _found(row: tuple[Any, ...]) -> FoundCase:
    number, subject, askers, addressees, tabled, bits, days, questions = row
    return FoundCase(
        number=number, subject=subject, askers=askers, addressees=addressees, tabled_on=date.fromisoformat(tabled),
        outcome=outcome_of(bits), days=days, question_count=questions,
    )


def outcome_of(bits: int) -> Outcome:
    """What became of a case."""
    return "unknown" if bits & 4 else "withdrawn" if bits & 2 else "answered" if bits & 1 else "open"


def _population(period: Period, only: Only) -> tuple[str, dict[str, Any]]:
    """The SQL of the cases of a period, and its values."""
    values: dict[str, Any] = {
        "first": period.first.toordinal(), "last": min(period.last, period.day).toordinal(), "day": period.day.toordinal(),
    }
    conditions = []
    for dimension, wanted in only.items():
        condition, more = _condition(dimension, wanted)
        conditions.append(condition)
        values |= more
    return " AND ".join([_FACTS, *conditions]), values


def _condition(dimension: Dimension, wanted: str) -> tuple[str, dict[str, Any]]:
    """The condition that a case has this value."""
    if dimension in _VALUES:
        table, value = _VALUES[dimension]
        return f"case_id IN (SELECT case_id FROM {table} WHERE {value} = :{dimension})", {dimension: wanted}  # noqa: S608 - names of this module
    low, high = _bounds(dimension, wanted)
    column = "question_count" if dimension == "size" else "tabled"
    return f"{column} BETWEEN :{dimension}_low AND :{dimension}_high", {f"{dimension}_low": low, f"{dimension}_high": high}


def _bounds(dimension: Dimension, wanted: str) -> tuple[int, int]:
    """First and last number that a value of year, month or size stands for."""
    if dimension == "size":
        at = SIZES.index(wanted)
        return (_SIZE_ENDS[at - 1] + 1 if at else 0), (_SIZE_ENDS[at] if at < len(_SIZE_ENDS) else 10**9)
    if dimension == "all":
        return 0, 10**9
    year, _, month = wanted.partition("-")
    first = date(int(year), int(month or 1), 1)
    after = date(first.year + (not month or first.month == 12), first.month % 12 + 1 if month else 1, 1)
    return first.toordinal(), after.toordinal() - 1
