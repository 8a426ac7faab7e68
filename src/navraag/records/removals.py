"""Removals: words that were taken away for a reason, such as privacy; number, day and the fact of removal stay."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

RemovalKind = Literal["case", "publication", "document"]
REMOVED = "(tekst verwijderd)"
"""What stands where a subject stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One line of the log of removals: what, why, when, and which documents held it then; ``lifted`` undoes an earlier line."""

    id: str
    kind: RemovalKind
    reason: str
    on: date
    documents: tuple[str, ...] = ()
    lifted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """That a part of a case was removed: the whole case (``part`` is "case") or one of its papers."""

    part: Literal["case", "questions", "answers", "notice"]
    reason: str
    on: date
    publication: str | None = None
