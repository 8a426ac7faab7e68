"""What enrichment reads and what it gives back: passages of a case in, findings with their place out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from navraag.records.evidence import Part

FindingKind = Literal[
    "reference", "commitment", "intention", "announced_action", "expectation", "ongoing", "data_gap", "refusal",
    "referral", "status", "figure", "name", "outlet",
]
PlainValue = str | int | float | bool | None | list["PlainValue"] | dict[str, "PlainValue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a case, read once: an answer to three questions is one passage with three labels.

    ``paper`` is the answer document or notice it stands in ("" for the questions), ``note`` the label of a footnote,
    ``place`` tells apart passages that agree in all else. ``anchor`` is the day on which its times are read, None
    where no paper gives one; ``asked`` are the questions that an answer answers; ``short`` are
    abbreviations with the names that other texts of the case gave them; ``marks`` are the note marks: where each
    stands, its label, and the words of its note; ``rows`` are the rows of its tables: each cell with the place at which it
    begins.
    """

    part: Part
    text: str
    labels: tuple[str, ...] = ()
    paper: str = ""
    note: str = ""
    place: int = 0
    anchor: date | None = None
    asked: tuple[str, ...] = ()
    short: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[int, str, str], ...] = ()
    rows: tuple[tuple[tuple[int, str], ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding in one passage: ``passage.text[start:end] == quote``.

    ``key`` is what registers group by: the target of a reference, the id of a name or outlet, a reason, a ground.
    """

    kind: FindingKind
    start: int
    end: int
    quote: str
    rule: str
    key: str = ""
    earliest: date | None = None
    latest: date | None = None
    payload: Mapping[str, PlainValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding with its whole place: the case, the questions, the paper, the part, and what found it."""

    case: str
    enrichment: str
    version: str
    part: Part
    labels: tuple[str, ...]
    paper: str
    note: str
    place: int
    found: Found
    said_on: date | None = None

    @property
    def pair_id(self) -> str:
        """The pair that it is cited by, or the case where it hangs on no question."""
        return f"{self.case}/{self.labels[0]}" if self.labels else self.case
