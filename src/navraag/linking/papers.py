"""What linking is given: one parsed document with its source."""

from dataclasses import dataclass

from navraag.records.cases import Source
from navraag.records.parsed import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPaper:
    """One document as linking sees it: where it came from, what was read in it, and its file or publication name."""

    source: Source
    parsed: Parsed
    name: str
