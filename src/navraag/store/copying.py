"""A database copied while it is in use, and looked over."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from navraag.errors import StoreError
from navraag.store.database import sqlite_errors

PAGES = 2_000
"""Pages that are copied before writers get a turn."""


def copy_database(file: Path, target: Path, told: Callable[[int, int], None] = lambda _done, _all: None) -> None:
    """A copy as of one moment, whoever writes meanwhile. Raises StoreError; then nothing stands at ``target``."""
    try:
        with sqlite_errors(file), closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy, pages=PAGES, progress=lambda _status, remaining, total: told(total - remaining, total))
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def look_over(file: Path, *, thoroughly: bool = False) -> None:
    """Raises StoreError with one line where the database is damaged."""
    pragma = "integrity_check" if thoroughly else "quick_check"
    with sqlite_errors(file), closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute(f"PRAGMA {pragma}(1)").fetchone()
    if found[0] != "ok":
        raise StoreError(f"{file} is damaged: {found[0]}")


def documents_named(file: Path) -> tuple[str, ...]:
    """The sha256 of every document that a registry names."""
    with sqlite_errors(file), closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return tuple(sha256 for (sha256,) in connection.execute("SELECT sha256 FROM document ORDER BY sha256"))
