"""What ministries had on their desks in a period, why they asked for delay, and how much was answered jointly."""

from dataclasses import dataclass

import numpy as np

from navraag.records.notices import ReasonCode
from navraag.records.statistics import Period
from navraag.store.columns import Marks, Numbers, clocks, values
from navraag.store.session import ReadOnly

_REASONS = """
SELECT reason, count(DISTINCT case_id), count(*),
       count(DISTINCT CASE WHEN julianday(announced_on) - 1721424.5 - tabled <= term THEN case_id END)
  FROM case_notice JOIN case_clock USING (case_id)
 WHERE tabled BETWEEN :first AND :last AND (announced_on IS NULL OR announced_on <= :day)
 GROUP BY reason ORDER BY reason
"""

_REASONS_BY_MINISTRY = """
SELECT reason, count(DISTINCT case_id), count(DISTINCT case_id || ' ' || case_notice.position),
       count(DISTINCT CASE WHEN julianday(announced_on) - 1721424.5 - tabled <= term THEN case_id END), coalesce(ministry, label)
  FROM case_notice JOIN case_clock USING (case_id) JOIN case_addressee USING (case_id)
 WHERE tabled BETWEEN :first AND :last AND (announced_on IS NULL OR announced_on <= :day)
 GROUP BY 5, reason ORDER BY 5, reason
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
    rows = registry.remember(("reasons", period), lambda: registry.rows(_REASONS, _values(period)))
    return tuple(Reason(reason=reason, sets=sets, notices=notices, in_time=in_time) for reason, sets, notices, in_time in rows)


def reasons_by_ministry(registry: ReadOnly, period: Period) -> tuple[Reason, ...]:
    """The same for each ministry; a set asked of two ministries counts under both."""
    rows = registry.remember(("reasons by ministry", period), lambda: registry.rows(_REASONS_BY_MINISTRY, _values(period)))
    return tuple(
        Reason(reason=reason, sets=sets, notices=notices, in_time=in_time, value=value) for reason, sets, notices, in_time, value in rows
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
