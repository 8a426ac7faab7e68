"""Totals of a registry that a sync judges itself by, and how far its sources are known to be complete."""

import sqlite3
from datetime import date


def numbered_cases(connection: sqlite3.Connection, year: int) -> int:
    """How many cases have a number of that year."""
    sql = "SELECT count(*) FROM case_row WHERE number BETWEEN ? AND ? AND length(number) = 10"
    return int(connection.execute(sql, (f"{year}Z", f"{year}[")).fetchone()[0])


def answered_questions(connection: sqlite3.Connection) -> tuple[int, int]:
    """Questions in cases that have an answer document, and how many of them have an answer."""
    sql = "SELECT coalesce(sum(question_count), 0), coalesce(sum(answered_count), 0) FROM case_row WHERE answer_count > 0"
    questions, answered = connection.execute(sql).fetchone()
    return int(questions), int(answered)


def keep_source_state(connection: sqlite3.Connection, source: str, known_until: date, records: int) -> None:
    """How far a source that was followed is known to be complete; written anew whenever the cases are."""
    connection.execute("INSERT OR REPLACE INTO source_state VALUES (?, ?, ?)", (source, known_until.isoformat(), records))


def places_of(connection: sqlite3.Connection, sha256: str) -> tuple[tuple[str, str], ...]:
    """Which sources gave a document, each with its own identifier."""
    return tuple(connection.execute("SELECT source, source_id FROM retrieval WHERE sha256 = ? ORDER BY 1, 2", (sha256,)))
