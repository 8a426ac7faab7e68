"""Told: which remote files are one document of the Kamer, of which cases it is, and which files others have replaced."""

import sqlite3
from collections.abc import Iterable, Iterator

from navraag.store.sync_entities import packed, unpacked

_CASES = """
SELECT DISTINCT told.cases FROM remote JOIN told ON told.source = remote.source AND told.source_id = remote.source_id
 WHERE remote.sha256 = ?
"""
_ALL_CASES = """
SELECT DISTINCT remote.sha256, told.cases FROM remote JOIN told ON told.source = remote.source AND told.source_id = remote.source_id
 WHERE remote.sha256 IS NOT NULL ORDER BY remote.sha256
"""
_SUPERSEDED = """
SELECT sha256 FROM superseded
UNION
SELECT file.sha256 FROM remote AS file
  JOIN told AS own ON own.source = file.source AND own.source_id = file.source_id
  JOIN told AS other ON other.document = own.document AND other.source = ?
  JOIN remote AS published ON published.source = other.source AND published.source_id = other.source_id
 WHERE file.source = ? AND file.sha256 IS NOT NULL AND published.sha256 IS NOT NULL
UNION
SELECT own.sha256 FROM remote AS own JOIN remote AS other ON other.source = ? AND other.source_id = own.source_id
 WHERE own.source = ? AND own.sha256 IS NOT NULL AND other.sha256 IS NOT NULL
EXCEPT
SELECT sha256 FROM remote WHERE source IN (?, ?) AND sha256 IS NOT NULL
"""


class Told:
    """What the feed says of documents; changes stand in the store's ``transaction()``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def keep(self, document: str, remotes: Iterable[tuple[str, str]], cases: Iterable[str]) -> None:
        """The remote files (source, id) of a document and its cases, in place of what was known."""
        self.connection.execute("DELETE FROM told WHERE document = ?", (packed(document),))
        words = " ".join(cases)
        rows = ((source, source_id, packed(document), words) for source, source_id in remotes)
        self.connection.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", rows)

    def knows(self, document: str) -> bool:
        """Whether any file of a document was ever told of."""
        return self.connection.execute("SELECT 1 FROM told WHERE document = ?", (packed(document),)).fetchone() is not None

    def beside(self, source: str, source_id: str, other: str) -> tuple[str, ...]:
        """The files of another source that are the same document as a file."""
        sql = (
            "SELECT DISTINCT other.source_id FROM told AS own JOIN told AS other ON other.document = own.document AND other.source = ? "
            "WHERE own.source = ? AND own.source_id = ? ORDER BY 1"
        )
        return tuple(found for (found,) in self.connection.execute(sql, (other, source, source_id)))

    def keep_cases(self, document: str, cases: Iterable[str]) -> None:
        """The cases (entities) that a document refers to, in place of what was known."""
        self.connection.execute("DELETE FROM document_case WHERE document = ?", (packed(document),))
        self.connection.executemany("INSERT OR IGNORE INTO document_case VALUES (?, ?)", ((packed(case), packed(document)) for case in cases))

    def keep_dossier_papers(self, papers: Iterable[tuple[str, int, str]]) -> None:
        """Documents (entities) with their dossier and their number in it."""
        rows = ((packed(dossier), number, packed(document)) for dossier, number, document in papers)
        self.connection.executemany("INSERT OR IGNORE INTO dossier_paper VALUES (?, ?, ?)", rows)

    def papers_of(self, dossier: str, number: int) -> tuple[str, ...]:
        """The documents (entities) that have a number in a dossier, sorted."""
        sql = "SELECT document FROM dossier_paper WHERE dossier = ? AND number = ? ORDER BY document"
        return tuple(unpacked(document) for (document,) in self.connection.execute(sql, (packed(dossier), number)))

    def documents_of(self, case: str) -> Iterator[str]:
        """The documents that refer to a case (an entity)."""
        rows = self.connection.execute("SELECT document FROM document_case WHERE zaak = ? ORDER BY document", (packed(case),)).fetchall()
        return (unpacked(document) for (document,) in rows)

    def cases_of(self, sha256: str) -> tuple[str, ...]:
        """The numbers of the cases that the feed names for a document held, sorted."""
        found = self.connection.execute(_CASES, (sha256,)).fetchall()
        return tuple(sorted({number for (cases,) in found for number in cases.split()}))

    def cases(self) -> Iterator[tuple[str, str]]:
        """Every document held of which the feed names cases, sorted, with these; more than one line where it says so twice."""
        yield from self.connection.execute(_ALL_CASES)

    def superseded(self, *, files: str, publications: str, metadata: str, search: str) -> frozenset[str]:
        """The sha256 of documents that make no cases: a later one of the same name, or a better source, has taken their place.

        The arguments are the names of the sources; what a publication or the search gives is never replaced by another source.
        """
        row = (publications, files, search, metadata, publications, search)
        return frozenset(sha256 for (sha256,) in self.connection.execute(_SUPERSEDED, row))
