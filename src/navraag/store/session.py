"""ReadOnly: one connection that only reads, and a memory of what is costly to compute."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from navraag.store.database import open_for_reading, sqlite_errors

T = TypeVar("T")
_REMEMBERED = 256
_AT_ONCE = 200


class ReadOnly:
    """A registry's file, open for reading. Threads that share it take turns, query by query."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._connection = open_for_reading(file)
        self._turn = threading.Lock()
        self._remembered: dict[tuple[object, ...], Any] = {}

    def rows(self, sql: str, values: dict[str, Any] | tuple[str, ...] = ()) -> list[Any]:
        """All rows of a query of the store; SQL stands nowhere else."""
        with sqlite_errors(self.file), self._turn:
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: str) -> Any:
        """The first row, or None."""
        return next(iter(self.rows(sql, values)), None)

    def stream(self, sql: str) -> Iterator[Any]:
        """The rows of a query one by one, as they were when it began."""
        with sqlite_errors(self.file):
            with self._turn:
                cursor = self._connection.execute(sql)
            while rows := self._some(cursor):
                yield from rows

    def _some(self, cursor: sqlite3.Cursor) -> list[Any]:
        with self._turn:
            return cursor.fetchmany(_AT_ONCE)

    def remember(self, key: tuple[object, ...], compute: Callable[[], T]) -> T:
        """A computed value, kept for as long as nobody writes to the registry."""
        version = self.rows("PRAGMA data_version")[0][0]
        held = self._remembered.get(key)
        if held and held[0] == version:
            value: T = held[1]
            return value
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        value = compute()
        self._remembered[key] = (version, value)
        return value

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """The registry, closed at the end of the ``with``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
