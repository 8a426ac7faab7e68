"""Coverage: how much of each year is held, where it came from, and what is missing and why."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "oral", "oral_likely", "mistyped", "not_registered", "before_numbers", "not_published", "not_fetched", "not_there",
    "refused", "vanished", "unreadable", "suppressed",
]
"""Why something is missing, or is no gap at all: oral questions belong elsewhere, mistyped names were recognised."""

NO_GAPS: frozenset[Reason] = frozenset({"oral", "oral_likely", "mistyped"})
"""Reasons that explain a difference between two sources, while nothing is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Things that are missing for one reason: how many, and the first of them (case numbers, or publications of answers)."""

    what: Literal["questions", "answers"]
    reason: Reason
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """What one source gave for a year: papers with questions, answers and delay notices behind the cases."""

    source: str
    questions: int = 0
    answers: int = 0
    notices: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """One year of question numbers (of the day of tabling where a case has no number).

    ``registered``: sets of written questions that the Kamer registered; ``published``: question numbers that KOOP published,
    oral ones too; ``both``: numbers that are in both; ``older``: publications of questions with a number of KOOP's own,
    by the first year of its session; ``worded``: cases with the words of their questions; ``told_answers`` and
    ``missing_answers``: publications of answers and notices known, and those not held, by that year too.
    """

    year: int
    cases: int = 0
    oral: int = 0
    worded: int = 0
    questions: int = 0
    answers: int = 0
    pairs: int = 0
    notices: int = 0
    registered: int = 0
    published: int = 0
    both: int = 0
    older: int = 0
    corrected: int = 0
    told_answers: int = 0
    missing_answers: int = 0
    sources: tuple[SourceCount, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def only_registered(self) -> int:
        """Numbers that the Kamer registered and KOOP did not publish (under that number)."""
        return self.registered - self.both

    @property
    def only_published(self) -> int:
        """Numbers that KOOP published and the Kamer did not register as written questions."""
        return self.published - self.both


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All years, and of the question sets known from any source how many are held with their words."""

    years: tuple[YearCount, ...]
    known: int
    worded: int

    @property
    def share(self) -> float | None:
        """The part that is held with its words, of 1; None where nothing is known."""
        return self.worded / self.known if self.known else None
