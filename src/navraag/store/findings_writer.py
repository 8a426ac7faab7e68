"""FindingsWriter: which cases have yet to be read by which rules, and what was found in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from navraag.records.cases import Case
from navraag.records.found import Finding
from navraag.store.codec import decode_case
from navraag.store.database import sqlite_errors, transaction
from navraag.store.rows import Row, iso
from navraag.store.writer import Writer

_PENDING = """
SELECT case_row.id, case_row.number, case_data.data, enrichment_set.versions
  FROM case_row JOIN case_data ON case_data.number = case_row.number
  LEFT JOIN enriched ON enriched.case_id = case_row.id
  LEFT JOIN enrichment_set ON enrichment_set.id = enriched.set_id
 WHERE case_row.number > ? AND enrichment_set.versions IS NOT ?
 ORDER BY case_row.number LIMIT ?
"""
_COUNT = """
SELECT count(*) FROM case_row
  LEFT JOIN enriched ON enriched.case_id = case_row.id
  LEFT JOIN enrichment_set ON enrichment_set.id = enriched.set_id
 WHERE enrichment_set.versions IS NOT ?
"""
_KEEP = "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM finding WHERE case_id = ? AND enrichment = ?"
_KEEP_SET = "INSERT OR IGNORE INTO enrichment_set (versions) VALUES (?)"
_KEEP_DONE = "INSERT OR REPLACE INTO enriched SELECT ?, id FROM enrichment_set WHERE versions = ?"

_TELL_SEARCH = "INSERT OR REPLACE INTO search_outbox (number) VALUES (?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case that has to be read, and the readers whose findings it lacks or that have changed since."""

    row: int
    number: str
    data: bytes
    held: Mapping[str, str]

    @property
    def case(self) -> Case:
        """The case itself."""
        return decode_case(self.data)


def finding_rows(row: int, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """The rows of one case, counted anew for each reader."""
    seen: dict[str, int] = {}
    made = []
    for one in findings:
        seq = seen[one.enrichment] = seen.get(one.enrichment, -1) + 1
        found = one.found
        made.append((
            row, one.enrichment, seq, found.kind, found.key or None, one.part, " ".join(one.labels), one.paper, one.note,
            one.place, found.start, found.end, found.quote, found.rule, iso(found.earliest), iso(found.latest),
            msgspec.json.encode(found.payload), iso(one.said_on),
        ))
    return tuple(made)


class FindingsWriter:
    """The findings of a registry that a Writer holds open."""

    def __init__(self, writer: Writer, versions: Mapping[str, str]) -> None:
        self._writer = writer
        self._versions = versions
        self._set = printed_set(versions)

    def waiting_count(self) -> int:
        """How many cases have to be read."""
        return int(self._writer.connection.execute(_COUNT, (self._set,)).fetchone()[0])

    def waiting(self, *, batch: int) -> Iterator[tuple[Waiting, ...]]:
        """The cases that have to be read, sorted by number, batch by batch; what is kept meanwhile does not come again."""
        last = ""
        while rows := self._writer.connection.execute(_PENDING, (last, self._set, batch)).fetchall():
            last = rows[-1][1]
            yield tuple(Waiting(row=row, number=number, data=data, held=read_set(held or "")) for row, number, data, held in rows)

    def keep(self, read: Iterable[tuple[Waiting, tuple[Row, ...]]]) -> int:
        """What was found in some cases, in place of what the same readers found before: all or nothing. How many findings."""
        connection, count = self._writer.connection, 0
        with sqlite_errors(self._writer.file), transaction(connection):
            connection.execute(_KEEP_SET, (self._set,))
            for waiting, rows in read:
                self._forget(waiting)
                connection.executemany(_KEEP, rows)
                connection.execute(_KEEP_DONE, (waiting.row, self._set))
                connection.execute(_TELL_SEARCH, (waiting.number,))
                count += len(rows)
        return count

    def _forget(self, waiting: Waiting) -> None:
        """What readers that have changed, or are no more, found in this case."""
        for name, version in waiting.held.items():
            if self._versions.get(name) != version:
                self._writer.connection.execute(_FORGET, (waiting.row, name))


def printed_set(versions: Mapping[str, str]) -> str:
    """Readers and versions as one line.

    >>> printed_set({"names": "a1", "figures": "b2"})
    'figures=b2 names=a1'
    """
    return " ".join(f"{name}={version}" for name, version in sorted(versions.items()))


def read_set(printed: str) -> dict[str, str]:
    """The line of ``printed_set`` as a mapping again."""
    return dict(part.split("=", 1) for part in printed.split())
