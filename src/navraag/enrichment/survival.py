"""Kaplan-Meier: how long sets wait for an answer, where those that still wait are counted for as long as they did.

The estimate is the product over the days on which answers came of ``1 - answered / still waiting``. Its band is Greenwood's,
on the scale ``log(-log)`` (Kalbfleisch and Prentice), so that it never leaves the span from 0 to 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from navraag.records.statistics import Step

Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]
Bound = Literal["waiting", "lower", "upper"]
_ROUNDING = 1e-12

NORMAL_95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution: a band of 95 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The estimate as columns, one number for each day on which an answer came or a set left."""

    day: Numbers
    waiting: Shares
    lower: Shares
    upper: Shares
    at_risk: Numbers
    answered: Numbers
    left: Numbers

    def steps(self) -> tuple[Step, ...]:
        """The same, one record for each day."""
        columns = (column.tolist() for column in (self.day, self.waiting, self.lower, self.upper, self.at_risk, self.answered, self.left))
        return tuple(
            Step(day=day, waiting=waiting, lower=lower, upper=upper, at_risk=at_risk, answered=answered, left=left)
            for day, waiting, lower, upper, at_risk, answered, left in zip(*columns, strict=True)
        )

    def reached(self, share: float, bound: Bound = "waiting") -> int | None:
        """The first day by which this share is answered; None where it is not (yet) that many. ``bound``: of the band instead."""
        column: Shares = getattr(self, bound)
        far = column <= 1 - share + _ROUNDING
        return int(self.day[int(np.argmax(far))]) if far.any() else None


def course(answered: Mapping[int, int], left: Mapping[int, int]) -> Course:
    """The estimate out of counts by day: sets answered, and sets that left, or were still waiting when they were counted.

    >>> [round(step.waiting, 3) for step in course({10: 1, 21: 1}, {15: 1}).steps()]
    [0.667, 0.667, 0.0]
    """
    days = sorted({*answered, *left})
    came, gone = (np.array([counts.get(day, 0) for day in days], dtype=np.int64) for counts in (answered, left))
    at_risk = (came + gone)[::-1].cumsum()[::-1]
    waiting = np.cumprod(1 - came / at_risk)
    greenwood = np.cumsum(came / (at_risk * np.maximum(at_risk - came, 1)))
    lower, upper = _band(waiting, greenwood)
    return Course(
        day=np.array(days, dtype=np.int64), waiting=waiting, lower=lower, upper=upper, at_risk=at_risk, answered=came, left=gone,
    )


def _band(waiting: Shares, greenwood: Shares) -> tuple[Shares, Shares]:
    """The bounds of the share still waiting; where nobody, or everybody, waits there is no band."""
    inside = (waiting > 0) & (waiting < 1)
    log = np.log(waiting, where=inside, out=np.full_like(waiting, -1.0))
    middle, reach = np.log(-log), NORMAL_95 * np.sqrt(greenwood) / -log
    lower, upper = (np.where(inside, np.exp(-np.exp(middle + sign * reach)), waiting) for sign in (1, -1))
    return lower, upper
