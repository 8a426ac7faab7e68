"""What enrichment finds in texts, each with the place of its words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ReferenceKind = Literal[
    "paper", "appendix", "case", "document", "proceedings", "gazette", "case_law", "eu_act", "internal", "url"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that cite something: ``text[start:end] == printed`` in the text that was read.

    ``target`` is the normalised id (``kst-28638-166``, ``ah-tk-20242025-156``, ``2024Z14250``, ``2024D28457``,
    ``h-tk-20212022-34-7``, ``stb-2024-213``, ``ECLI:…``, ``celex:32023R1115``, an address), or None where the words
    leave it open; ``numbers`` are the questions that an internal reference names.
    """

    kind: ReferenceKind
    printed: str
    start: int
    end: int
    target: str | None
    numbers: tuple[int, ...] = ()


MomentKind = Literal["by", "in", "from", "after", "vague", "past"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a time expression means, read on one day: both ends inclusive, None is open.

    ``lenient`` is the latest day on a generous reading (the astronomical end of a season); ``estimated`` is True where
    a recess had to be estimated; ``rule`` names the rule that read it (docs/explanation/moments.md).
    """

    earliest: date | None
    latest: date | None
    kind: MomentKind
    rule: str
    lenient: date | None = None
    estimated: bool = False
