"""A SQLite file for others to query: one table per sheet, a view ``v_…`` on each with stable columns, and a codebook."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductColumn:
    """A column: its name, the SQLite type of its values, and what they mean."""

    name: str
    affinity: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductTable:
    """A table: its columns, what its rows are, and the columns that readers look rows up by."""

    name: str
    about: str
    columns: tuple[ProductColumn, ...]
    looked_up_by: tuple[str, ...] = ()


class Product:
    """Writes such a file; it is whole when the ``with`` ends without an error.

    Tables bear names of our own, never words of a document, so that they may stand in SQL.
    """

    def __init__(self, file: Path, tables: Sequence[ProductTable]) -> None:
        self._tables = {table.name: table for table in tables}
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN;")
        for table in tables:
            columns = ", ".join(f'"{column.name}" {column.affinity}' for column in table.columns)
            self._connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        self._insert = {
            table.name: f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'  # noqa: S608 - names of our own
            for table in tables
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with closing(self._connection):
            if kind is None:
                self._finish()

    def add(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """More rows of one table."""
        self._connection.executemany(self._insert[table], rows)

    def _finish(self) -> None:
        """Views, indexes and the codebook come last: what is not whole has none."""
        execute = self._connection.execute
        execute('CREATE TABLE codebook ("view" TEXT, "column" TEXT, "about" TEXT)')
        for table in self._tables.values():
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            execute(f'CREATE VIEW "v_{table.name}" AS SELECT {names} FROM "{table.name}"')  # noqa: S608 - names of our own
            for column in table.looked_up_by:
                execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')
            execute("INSERT INTO codebook VALUES (?, NULL, ?)", (f"v_{table.name}", table.about))
            rows = [(f"v_{table.name}", column.name, column.about) for column in table.columns]
            self._connection.executemany("INSERT INTO codebook VALUES (?, ?, ?)", rows)
        execute("COMMIT")
