"""What ministries had on their desks in a period, why they asked for delay, and how much was answered jointly."""

from dataclasses import dataclass
from typing import get_args

import numpy as np

from navraag.records.notices import ReasonCode
from navraag.records.statistics import Period
from navraag.store.columns import Marks, Numbers, clocks, values
from navraag.store.session import ReadOnly

REASON_CODES: tuple[ReasonCode, ...] = get_args(ReasonCode)

_NOTICES = """
SELECT group_concat(case_id), group_concat(reason), group_concat(ifnull(julianday(announced_on) - 1721424.5 - tabled <= term, 0))
  FROM case_notice JOIN case_clock USING (case_id)
 WHERE tabled BETWEEN :first AND :last AND (announced_on IS NULL OR announced_on <= :day)
"""

_JOINT = """
WITH shared AS (
    SELECT sha256 FROM case_document WHERE role = 'answers' GROUP BY sha256 HAVING count(DISTINCT case_id) > 1
), given AS (
    SELECT answered_count, answer_count,
           case_row.id IN (SELECT case_id FROM case_document WHERE role = 'answers' AND sha256 IN shared) AS together
      FROM case_clock JOIN case_row ON case_row.id = case_clock.case_id
     WHERE tabled BETWEEN :first AND :last AND tabled + answer_day <= :ordinal AND answer_sets > 0
)
SELECT count(*), coalesce(sum(together), 0), coalesce(sum(answered_count), 0), coalesce(sum(answer_count), 0),
       coalesce(sum(answered_count > answer_count), 0)
  FROM given
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """One ministry in a period, in sets: ``waiting_before + asked - answered - withdrawn == waiting_after``.

    Sets of which it is not known whether and when they were answered are left out.
    """

    value: str
    waiting_before: int
    asked: int
    questions: int
    answered: int
    withdrawn: int
    waiting_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """How many sets got a notice with this reason, how many notices that were, and how many sets got one within three weeks.

    ``value``: of which ministry; "" of all together.
    """

    reason: ReasonCode
    sets: int
    notices: int
    in_time: int
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Notices as columns: the place of the case, the place of the reason, and whether it came within three weeks."""

    case: Numbers
    reason: Numbers
    timely: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class JointAnswers:
    """Of the answered sets whose answer document is held: how many questions were answered by how many answers.

    ``together``: sets answered by a document that answers other sets too; ``with_joint``: sets in which questions share one.
    """

    sets: int
    together: int
    questions: int
    answers: int
    with_joint: int


def workload(registry: ReadOnly, period: Period) -> tuple[Workload, ...]:
    """Every ministry's desk at the beginning and the end of a period, as known on its day."""
    return registry.remember(("workload", period), lambda: _workload(registry, period))


def _workload(registry: ReadOnly, period: Period) -> tuple[Workload, ...]:
    held, desks = clocks(registry), values(registry, "ministry")
    first, last = period.first.toordinal(), min(period.last, period.day).toordinal()
    gone = held.tabled + np.minimum(held.answer, held.withdrawn)
    counted = (held.known != 0) & (held.tabled <= last)
    asked, left = counted & (held.tabled >= first), counted & (gone >= first) & (gone <= last)

    def by_desk(marks: Marks, weights: Numbers | None = None) -> list[int]:
        chosen = marks[desks.case]
        weighed = None if weights is None else weights[desks.case][chosen]
        return [int(number) for number in np.bincount(desks.code[chosen], weights=weighed, minlength=len(desks.names))]

    columns = (
        by_desk(counted & (held.tabled < first) & (gone >= first)), by_desk(asked), by_desk(asked, held.questions),
        by_desk(left & (held.answer < held.withdrawn)), by_desk(left & (held.withdrawn <= held.answer)), by_desk(counted & (gone > last)),
    )
    made = (
        Workload(value=value, waiting_before=before, asked=new, questions=questions, answered=answered, withdrawn=withdrawn, waiting_after=after)
        for value, before, new, questions, answered, withdrawn, after in zip(desks.names, *columns, strict=True)
    )
    return tuple(sorted((desk for desk in made if desk.waiting_before or desk.asked), key=lambda desk: desk.value))


def reasons(registry: ReadOnly, period: Period) -> tuple[Reason, ...]:
    """Why answers were delayed, of sets tabled in a period."""
    told = _told(registry, period)
    return _counted(told, told.reason, ("",), len(clocks(registry).case))


def reasons_by_ministry(registry: ReadOnly, period: Period) -> tuple[Reason, ...]:
    """The same for each ministry; a set asked of two ministries counts under both."""
    told, desks = _told(registry, period), values(registry, "ministry")
    first, last = np.searchsorted(desks.case, told.case, "left"), np.searchsorted(desks.case, told.case, "right")
    notice = np.repeat(np.arange(len(told.case)), last - first)
    desk = np.arange(len(notice)) - np.repeat(np.cumsum(last - first) - last, last - first)
    each = Told(case=told.case[notice], reason=told.reason[notice], timely=told.timely[notice])
    made = _counted(each, desks.code[desk] * len(REASON_CODES) + each.reason, desks.names, len(clocks(registry).case))
    return tuple(sorted(made, key=lambda one: (one.value, one.reason)))


def _told(registry: ReadOnly, period: Period) -> Told:
    """The notices of a period; those of the period asked for last are kept."""
    kept: dict[Period, Told] = registry.remember(("notices",), dict)
    found = kept.get(period)
    if found is None:
        cases, codes, timely = (text or "" for text in registry.rows(_NOTICES, _values(period))[0])
        found = Told(
            case=np.searchsorted(clocks(registry).case, np.fromstring(cases, dtype=np.int64, sep=",")),
            reason=np.array([REASON_CODES.index(code) for code in codes.split(",") if code], dtype=np.int64),
            timely=np.fromstring(timely, dtype=np.int64, sep=",") != 0,
        )
        kept.clear()
        kept[period] = found
    return found


def _counted(told: Told, group: Numbers, names: tuple[str, ...], cases: int) -> tuple[Reason, ...]:
    """Sets, notices and sets noticed in time of each group: the place of a name, times the reasons, plus the reason."""
    sets, size = group * cases + told.case, len(names) * len(REASON_CODES)
    groups = (np.unique(sets) // cases, group, np.unique(sets[told.timely]) // cases) if cases else (group, group, group)
    counted = [np.bincount(one, minlength=size).tolist() for one in groups]
    return tuple(
        Reason(reason=REASON_CODES[at % len(REASON_CODES)], sets=held, notices=notices, in_time=in_time, value=names[at // len(REASON_CODES)])
        for at, (held, notices, in_time) in enumerate(zip(*counted, strict=True)) if held
    )


def joint_answers(registry: ReadOnly, period: Period) -> JointAnswers:
    """How much was answered jointly, of sets tabled in a period."""
    row = registry.remember(("joint", period), lambda: registry.rows(_JOINT, _values(period))[0])
    return JointAnswers(**dict(zip(("sets", "together", "questions", "answers", "with_joint"), row, strict=True)))


def _values(period: Period) -> dict[str, int | str]:
    return {
        "first": period.first.toordinal(), "last": min(period.last, period.day).toordinal(), "day": period.day.isoformat(),
        "ordinal": period.day.toordinal(),
    }
