"""What a registry holds already, looked up one by one: a whole history of documents need not be known by heart."""

import sqlite3
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["read", "reference", "failed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A document that the registry has: under which name and by which parser it was read, and what came of it."""

    name: str
    parser_version: str
    outcome: Outcome
    message: str | None


class HeldDocuments:
    """The documents of a registry, and where they came from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, sha256: str) -> Held | None:
        """One document; None where it is not held."""
        sql = "SELECT name, parser_version, outcome, message FROM document WHERE sha256 = ?"
        row = self._connection.execute(sql, (sha256,)).fetchone()
        return Held(name=row[0], parser_version=row[1], outcome=row[2], message=row[3]) if row else None

    def all(self) -> set[str]:
        """The sha256 of every document."""
        return {sha256 for (sha256,) in self._connection.execute("SELECT sha256 FROM document")}

    def is_noted(self, sha256: str, source: str, source_id: str) -> bool:
        """Whether the registry knows that a document came from there under that name."""
        sql = "SELECT 1 FROM retrieval WHERE sha256 = ? AND source = ? AND source_id = ?"
        return self._connection.execute(sql, (sha256, source, source_id)).fetchone() is not None
