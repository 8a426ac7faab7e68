"""Writer: puts documents, papers, cases and reference data into the registry; writing twice changes nothing."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from navraag.documents.document import Retrieval
from navraag.errors import StoreError
from navraag.records.evidence import Problem
from navraag.store import statements
from navraag.store.clocks import clock_rows, notice_rows
from navraag.store.database import open_for_writing, sqlite_errors, transaction
from navraag.store.held import HeldDocuments, Outcome
from navraag.store.removals import Removals
from navraag.store.roles import addressee_rows, answerer_rows, asker_rows
from navraag.store.rows import (
    CaseEntry,
    Row,
    Value,
    case_entry_data,
    case_publications,
    case_row,
    case_sources,
    iso,
    retrieval_row,
    stamp,
)
from navraag.store.views import Kind
from navraag.store.withholding import withhold

_MANY_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one document: ``read`` into papers, a ``reference`` list, or ``failed`` with the reason.

    ``papers`` are rows as ``rows.paper_row`` makes them, in whichever process the document was read.
    """

    retrieval: Retrieval
    name: str
    outcome: Outcome
    parser_version: str
    papers: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What writing the cases changed."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class Writer:
    """The one connection that writes; every method is one transaction, or stands within ``transaction()``."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.connection = open_for_writing(file)
        self.documents = HeldDocuments(self.connection)
        self._removals = Removals(file)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with sqlite_errors(self.file):
            self.connection.execute("PRAGMA optimize")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()

    @property
    def kind(self) -> Kind:
        """Real cases, samples, or nothing yet."""
        return self.meta("kind") or "empty"  # type: ignore[return-value]

    def meta(self, key: str) -> str | None:
        """One value of the table meta."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Set one value of the table meta; nothing is written where it has it already."""
        if self.meta(key) != value:
            with sqlite_errors(self.file):
                self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def case_count(self) -> int:
        """How many cases there are."""
        return int(self.connection.execute("SELECT count(*) FROM case_row").fetchone()[0])

    def hashes(self, numbers: Iterable[str] | None = None) -> dict[str, str]:
        """Every case with its hash; or of some cases those that there are."""
        if numbers is None:
            return dict(self.connection.execute("SELECT number, hash FROM case_row"))
        rows = (self.connection.execute("SELECT number, hash FROM case_row WHERE number = ?", (number,)).fetchone() for number in numbers)
        return {row[0]: row[1] for row in rows if row}

    def write_readings(self, readings: Iterable[Reading], retrievals: Iterable[Retrieval] = ()) -> None:
        """Documents with what was read in them, and further retrievals of documents held: all or nothing."""
        with sqlite_errors(self.file), transaction(self.connection):
            for reading in readings:
                self._write_reading(reading)
            self.connection.executemany(statements.KEEP_RETRIEVAL, map(retrieval_row, retrievals))

    def write_cases(self, entries: Iterable[CaseEntry]) -> Changes:
        """Make the cases exactly these: write what is new or changed, remove what is gone; all or nothing."""
        with sqlite_errors(self.file), transaction(self.connection):
            return self.put_cases(entries, self.hashes())

    def put_cases(self, entries: Iterable[CaseEntry], held: dict[str, str]) -> Changes:
        """The same within a transaction: ``held`` are the cases that these replace, with their hashes; all others stay."""
        count = {"added": 0, "changed": 0}
        parts: dict[str, list[tuple[Value, ...]]] = {table: [] for table in statements.KEEP_PART}
        removals = self._removals.active()
        for entry in (replace(one, case=withhold(one.case, removals)) for one in entries) if removals else entries:
            before = held.pop(entry.case.number, None)
            data, digest = case_entry_data(entry)
            if before != digest:
                count["added" if before is None else "changed"] += 1
                self._write_case(entry, data, digest, parts)
        self._write_parts(parts)
        self.connection.executemany("DELETE FROM case_row WHERE number = ?", ((number,) for number in held))
        withheld = ((sha256,) for removal in removals for sha256 in removal.documents)
        self.connection.executemany("DELETE FROM problem WHERE sha256 = ?", withheld)  # they quote words
        self.connection.execute(statements.CLEAR_SOURCE_STATE)
        self.connection.execute(statements.WRITE_SOURCE_STATE)
        self.set_meta("linked", "yes")
        return Changes(removed=len(held), unchanged=self.case_count() - sum(count.values()), **count)

    def write_reference(self, publications: Iterable[tuple[Value, ...]], records: Iterable[tuple[str, str, str]]) -> None:
        """Reference data: known publications, and records of other lists (dataset, key, JSON)."""
        with sqlite_errors(self.file), transaction(self.connection):
            self.connection.executemany(statements.KEEP_PUBLICATION, publications)
            self.connection.executemany("INSERT OR REPLACE INTO reference_record VALUES (?, ?, ?)", records)

    def write_run(self, command: str, started_at: datetime, finished_at: datetime, report: object) -> None:
        """One line in the logbook of runs."""
        row = (command, stamp(started_at), stamp(finished_at), msgspec.json.encode(report).decode())
        with sqlite_errors(self.file):
            self.connection.execute(
                "INSERT INTO run (command, started_at, finished_at, report) VALUES (?, ?, ?, ?)", row,
            )

    def copy_runs(self, other: "Writer") -> None:
        """Take over the logbook of runs of another registry."""
        rows = other.connection.execute("SELECT id, command, started_at, finished_at, report FROM run").fetchall()
        with sqlite_errors(self.file), transaction(self.connection):
            self.connection.executemany("INSERT OR IGNORE INTO run VALUES (?, ?, ?, ?, ?)", rows)

    def replace_with(self, other: Path) -> None:
        """Make this registry a copy of another, in one transaction: readers see the old one or the new one whole."""
        source = sqlite3.connect(other)
        try:
            with sqlite_errors(self.file):
                source.backup(self.connection)
        finally:
            source.close()

    def _write_reading(self, reading: Reading) -> None:
        """One document, its retrieval, its papers and their problems, in place of what was read in it before."""
        sha256, document = reading.retrieval.document_sha256, reading.retrieval.document
        self.connection.execute(
            statements.KEEP_DOCUMENT,
            (sha256, document.media_type, document.size, reading.name, reading.outcome, reading.parser_version, reading.message),
        )
        self.connection.execute(statements.KEEP_RETRIEVAL, retrieval_row(reading.retrieval))
        self.connection.execute("DELETE FROM paper WHERE sha256 = ?", (sha256,))
        self.connection.execute("DELETE FROM problem WHERE sha256 = ? AND case_id IS NULL", (sha256,))
        self.connection.executemany("INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, ?)", reading.papers)
        self._write_problems(reading.problems, sha256=sha256)
        if reading.outcome == "failed":
            message = reading.message or "could not be read"
            self._write_problems((Problem(code="document.not-read", message=message, severity="error"),), sha256=sha256)
        self.set_meta("linked", "no")

    def _write_problems(self, problems: Iterable[Problem], *, sha256: str | None = None, case: int | None = None) -> None:
        self.connection.executemany(
            "INSERT INTO problem (code, severity, message, place, sha256, case_id) VALUES (?, ?, ?, ?, ?, ?)",
            ((problem.code, problem.severity, problem.message, problem.where, sha256, case) for problem in problems),
        )

    def _write_case(self, entry: CaseEntry, data: bytes, digest: str, parts: dict[str, list[tuple[Value, ...]]]) -> None:
        """One case in place of what stood under its number; the rows that hang on it are added to ``parts``."""
        case = entry.case
        self.connection.execute("DELETE FROM case_row WHERE number = ?", (case.number,))
        row = self.connection.execute(statements.KEEP_CASE, case_row(entry, digest)).lastrowid
        if row is None:
            raise StoreError(f"case {case.number} was not written")
        self.connection.execute("INSERT INTO case_data VALUES (?, ?)", (case.number, data))
        for table, rows in _parts(entry, row).items():
            parts[table] += rows
        if len(parts["case_state"]) >= _MANY_ROWS:
            self._write_parts(parts)
        if case.problems:
            self._write_problems(case.problems, case=row)

    def _write_parts(self, parts: dict[str, list[tuple[Value, ...]]]) -> None:
        """Write the rows that have come together, and forget them."""
        for table, rows in parts.items():
            self.connection.executemany(statements.KEEP_PART[table], rows)
            rows.clear()


def _parts(entry: CaseEntry, row: int) -> dict[str, list[tuple[Value, ...]]]:
    """The rows of the tables that hang on case_row."""
    case = entry.case
    publications = dict.fromkeys(case_publications(case))
    return {
        "case_state": [(row, iso(span.start), iso(span.end), span.state) for span in entry.states],
        "case_alias": [
            *((number, "former", row) for number in case.former_numbers),
            *((name, "publication", row) for name in publications if name != case.number),
        ],
        "case_asker": list(asker_rows(case, row)),
        "case_addressee": list(addressee_rows(case, row)),
        "case_answerer": list(answerer_rows(case, row)),
        "case_clock": list(clock_rows(entry, row)),
        "case_notice": list(notice_rows(entry, row)),
        "case_topic": [(row, topic) for topic in dict.fromkeys(case.topics)],
        "case_document": list(dict.fromkeys((row, source.sha256, role) for role, source in case_sources(case))),
    }
