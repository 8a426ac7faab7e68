"""CitedPapers: what is known of papers that are no questions, such as letters of the government and motions, where cases cite them."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec

from navraag.store.reader import Registry

DATASET = "cited_paper"
_OPEN = """
SELECT DISTINCT key FROM finding
 WHERE kind = 'reference' AND (key GLOB 'kst-[0-9]*-[0-9]*' OR key GLOB '[0-9][0-9][0-9][0-9]D[0-9]*')
   AND NOT EXISTS (SELECT 1 FROM reference_record WHERE dataset = 'cited_paper' AND reference_record.key = finding.key)
 ORDER BY key
"""
_FORGET = "DELETE FROM reference_record WHERE dataset = 'cited_paper' AND data = '{}'"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPaper:
    """One paper as the Kamer registered it: no text, but what it is called."""

    title: str
    kind: str | None = None
    number: str | None = None
    day: date | None = None
    dossier: str | None = None
    actors: tuple[str, ...] = ()


class CitedPapers:
    """Reads what is known of cited papers."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def of(self, targets: Iterable[str]) -> dict[str, CitedPaper]:
        """The papers among targets of references (kst-39901-12, 2022D99001) of which something is known."""
        found = {}
        for target in dict.fromkeys(targets):
            for (data,) in self._registry.rows("SELECT data FROM reference_record WHERE dataset = ? AND key = ? AND data <> '{}'", (DATASET, target)):
                found[target] = msgspec.json.decode(data, type=CitedPaper)
        return found


def open_targets(connection: sqlite3.Connection, *, again: bool) -> tuple[str, ...]:
    """Papers that cases cite and that were not looked up; ``again``: those that were not found too, since new ones may have come."""
    if again:
        connection.execute(_FORGET)
    return tuple(key for (key,) in connection.execute(_OPEN))
