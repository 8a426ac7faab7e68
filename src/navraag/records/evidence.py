"""Where a fact stands, what it was made from, and what went wrong on the way."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["note", "warning", "error"]
Part = Literal["question", "answer", "footnote", "preamble", "closing", "notice", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A flaw in a document, as data: a stable code, its severity, a sentence and the place."""

    code: str
    message: str
    severity: Severity = "warning"
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The words in a pair that a finding rests on: ``text.plain[start:end] == quote`` always holds."""

    pair_id: str
    part: Part
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Characters of a document that are no content: which kind, and the words themselves, in document order."""

    kind: Literal[
        "running_head", "foot", "page_number", "publication_id", "issn", "letterhead", "separator", "site_navigation"
    ]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """From which documents (sha256), by which producer and version a fact was made."""

    sources: tuple[str, ...]
    produced_by: str
    version: str
