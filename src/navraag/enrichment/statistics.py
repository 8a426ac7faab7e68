"""Figures out of counted cases: shares under three definitions with one denominator, and answer times that are fair.

Sets that still wait are not left out of the answer times, as that would make slow ministries look quick: they count for as
long as they waited (Kaplan-Meier). Withdrawn sets count until they were withdrawn. Shares count only sets whose six weeks
have passed, answered or not: a share of young sets would count the quick answers alone.
"""

from collections import Counter
from collections.abc import Mapping

from navraag.enrichment.survival import Course, course
from navraag.records.statistics import (
    ANSWERED,
    DECIDED,
    LISTED,
    NOTICE,
    NOTICED,
    STRICT,
    UNKNOWN,
    WITHDRAWN,
    Figures,
    Step,
    Tally,
)


def figures(tally: Tally) -> Figures:
    """The statistics of one value of a dimension."""
    times = _course(tally)
    decided = {kind: number for kind, number in tally.kinds.items() if kind[0] & DECIDED}
    return Figures(
        value=tally.value, sets=tally.sets, questions=tally.questions,
        answered=_count(tally.kinds, ANSWERED), withdrawn=_count(tally.kinds, WITHDRAWN), unknown=_count(tally.kinds, UNKNOWN),
        open=sum(number for (bits, _), number in tally.kinds.items() if not bits & (ANSWERED | WITHDRAWN | UNKNOWN)),
        with_notice=_count(tally.kinds, NOTICE),
        decided=sum(decided.values()), strict=_count(decided, STRICT), listed=_count(decided, LISTED), noticed=_count(decided, NOTICED),
        quartile=times.reached(0.25), median=times.reached(0.5), third_quartile=times.reached(0.75),
        median_low=times.reached(0.5, "lower"), median_high=times.reached(0.5, "upper"),
    )


def answer_times(tally: Tally) -> tuple[Step, ...]:
    """The share still waiting after so many days: open sets until the day of counting, withdrawn ones until they left."""
    return _course(tally).steps()


def _course(tally: Tally) -> Course:
    answered: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for (bits, days), number in tally.kinds.items():
        if not bits & UNKNOWN:
            (answered if bits & ANSWERED else left)[days] += number
    return course(answered, left)


def _count(kinds: Mapping[tuple[int, int], int], bit: int) -> int:
    return sum(number for (bits, _), number in kinds.items() if bits & bit)
