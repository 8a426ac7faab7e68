"""What statistics are counted from: cases with their outcome and days, and the figures made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Outcome = Literal["answered", "open", "withdrawn", "unknown"]
Definition = Literal["strict", "listed", "noticed"]
DEFINITIONS: tuple[Definition, ...] = ("strict", "listed", "noticed")
Dimension = Literal[
    "all", "ministry", "post", "minister", "party", "stance", "member", "topic", "size", "year", "month",
]
DIMENSIONS: tuple[Dimension, ...] = (
    "all", "ministry", "post", "minister", "party", "stance", "member", "topic", "size", "year", "month",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime:
    """One case under the three definitions of "in time"; None: not decided yet, or never."""

    strict: bool | None
    listed: bool | None
    noticed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The population: sets tabled from one day up to and including another, as known on ``day``."""

    first: date
    last: date
    day: date


ANSWERED, WITHDRAWN, UNKNOWN = 1, 2, 4
"""Bits of what became of a case; none of them: it waits."""
STRICT, LISTED, NOTICED = 8, 16, 32
"""Bits of the three definitions of "in time"."""
DECIDED = 64
"""Bit: even the longest term has passed, so that nothing about "in time" can change any more."""
NOTICE = 128
"""Bit: a notice of delay came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """All cases of one value of a dimension.

    ``kinds`` counts them by (bits, days): days from tabling to the answer, to the withdrawal, else to the day of counting. A
    tuple of numbers and no record, since all members over thirty years have some hundred thousand of them.
    """

    value: str
    kinds: Mapping[tuple[int, int], int]
    questions: int = 0

    @property
    def sets(self) -> int:
        """How many cases."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many: never one without the other."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The share not answered from a day on, with the bounds of its confidence band, and how many were still waiting."""

    day: int
    waiting: float
    lower: float
    upper: float
    at_risk: int
    answered: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The statistics of one value of a dimension.

    Counts of sets by outcome add up to ``sets``. ``decided`` is the number of sets whose six weeks have passed, not
    withdrawn and not unknown: the denominator of all three shares. Quantiles are Kaplan-Meier estimates in days, None
    where fewer than that share is answered so far.
    """

    value: str
    sets: int
    questions: int
    answered: int
    open: int
    withdrawn: int
    unknown: int
    noticed: int
    decided: int
    strict: int
    listed: int
    with_notice: int
    quartile: int | None
    median: int | None
    median_low: int | None
    median_high: int | None
    third_quartile: int | None

    def share(self, definition: Definition) -> Share:
        """Sets in time under a definition, of the decided ones."""
        part = {"strict": self.strict, "listed": self.listed, "noticed": self.noticed}[definition]
        return Share(part=part, whole=self.decided)
