"""A number in a text with what it says: how much of what, where, when, by whose word."""

from dataclasses import dataclass
from typing import Literal

FigureKind = Literal["count", "share", "money", "duration", "measure", "ratio", "date", "year"]
Bound = Literal["", "at_least", "at_most", "about"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Words that give a number: ``text[start:end] == quote``.

    ``value`` is None for a date and for an order of magnitude ("tientallen": ``order`` 10); ``upper`` is the other end of a range. A ``date``
    or ``year`` is recognised so that it is not taken for a figure: registers leave both out. ``period``, ``place`` and ``source`` are
    those that the sentence gives, "" where it gives none; a period is ISO ("2013/2017", "2018-06", "2023/") where it can be read.
    """

    quote: str
    start: int
    end: int
    kind: FigureKind
    unit: str
    rule: str
    value: float | None = None
    upper: float | None = None
    order: int | None = None
    bound: Bound = ""
    estimate: bool = False
    counted: str = ""
    per: str = ""
    period: str = ""
    place: str = ""
    source: str = ""
