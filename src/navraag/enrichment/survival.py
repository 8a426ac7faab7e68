"""Kaplan-Meier: how long sets wait for an answer, where those that still wait are counted for as long as they did.

The estimate is the product over the days on which answers came of ``1 - answered / still waiting``. Its band is Greenwood's,
on the scale ``log(-log)`` (Kalbfleisch and Prentice), so that it never leaves the span from 0 to 1.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from navraag.records.statistics import Step

NORMAL_95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution: a band of 95 %."""


def kaplan_meier(answered: Mapping[int, int], censored: Mapping[int, int]) -> tuple[Step, ...]:
    """The steps of the estimate, one for each day on which an answer came or a set left; counts by day.

    >>> [round(step.waiting, 3) for step in kaplan_meier({10: 1, 21: 1}, {15: 1})]
    [0.667, 0.667, 0.0]
    """
    at_risk = sum(answered.values()) + sum(censored.values())
    waiting, greenwood, steps = 1.0, 0.0, []
    for day in sorted({*answered, *censored}):
        came, left = answered.get(day, 0), censored.get(day, 0)
        if came:
            waiting *= 1 - came / at_risk
            greenwood += came / (at_risk * (at_risk - came)) if at_risk > came else 0.0
        lower, upper = _band(waiting, greenwood)
        steps.append(Step(day=day, waiting=waiting, lower=lower, upper=upper, at_risk=at_risk, answered=came, left=left))
        at_risk -= came + left
    return tuple(steps)


def _band(waiting: float, greenwood: float) -> tuple[float, float]:
    """The bounds of the share still waiting; where nobody, or everybody, waits there is no band."""
    if waiting <= 0.0 or waiting >= 1.0:
        return waiting, waiting
    middle = math.log(-math.log(waiting))
    reach = NORMAL_95 * math.sqrt(greenwood) / abs(math.log(waiting))
    return math.exp(-math.exp(middle + reach)), math.exp(-math.exp(middle - reach))


def quantile(steps: Sequence[Step], share: float, *, bound: str = "waiting") -> int | None:
    """The first day by which this share is answered; None where it is not (yet) that many. ``bound``: of the band instead."""
    return next((step.day for step in steps if getattr(step, bound) <= 1 - share + 1e-12), None)


def counted(days: Iterable[tuple[int, int]]) -> Counter[int]:
    """Counts by day out of pairs of day and number."""
    total: Counter[int] = Counter()
    for day, number in days:
        total[day] += number
    return total
