"""How well findings are found: counts measured on annotated documents, and the shares with their 95 % intervals."""

import math
from dataclasses import dataclass
from datetime import date
from functools import cache

from navraag.lexicon.tables import load

_Z = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What was measured for one sort of findings: right of given (precision), found of wanted (recall); 0 where it was not."""

    sort: str
    documents: int
    annotators: int
    on: date
    seen: bool
    """Were the rules made with these very documents in view? Then others will do worse."""
    source: str
    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> "Share | None":
        """The part of what is given that is right."""
        return share(self.right, self.given)

    @property
    def recall(self) -> "Share | None":
        """The part of what is there that is found."""
        return share(self.found, self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of n, with its 95 % interval (Wilson)."""

    value: float
    n: int
    low: float
    high: float


def share(held: int, made: int) -> Share | None:
    """A share with its interval, None of nothing.

    >>> share(80, 89).low < 0.9 < share(80, 89).high
    True
    """
    if not made:
        return None
    p = held / made
    middle = (p + _Z * _Z / (2 * made)) / (1 + _Z * _Z / made)
    half = _Z * math.sqrt(p * (1 - p) / made + _Z * _Z / (4 * made * made)) / (1 + _Z * _Z / made)
    return Share(value=p, n=made, low=max(0.0, middle - half), high=min(1.0, middle + half))


@cache
def measures() -> tuple[Measure, ...]:
    """Everything measured, in the order in which it is shown."""
    return load("measured.toml", Measure)
