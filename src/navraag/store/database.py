"""Open the registry's file: pragmas, schema, migrations, transactions, and the lock that lets one writer in."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from navraag.errors import StoreError

SCHEMA_VERSION = 8
FILE_NAME = "registry.sqlite3"
BUSY_SECONDS = 10


def registry_file(path: Path) -> Path:
    """The database of a registry given by its folder or by the file itself."""
    return path / FILE_NAME if path.is_dir() or path.suffix != ".sqlite3" else path


def open_for_reading(file: Path) -> sqlite3.Connection:
    """A connection that can only read; StoreError where there is no registry that this version can read."""
    if not file.is_file():
        raise StoreError(f"there is no registry in {file.parent}: navraag import makes one")
    connection = _connect(f"{file.resolve().as_uri()}?mode=ro{'' if _can_be_shared(file) else '&immutable=1'}")
    try:
        _refuse_older(_version(connection, file), file)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA mmap_size = 268435456")
    except StoreError:
        connection.close()
        raise
    return connection


def open_for_writing(file: Path) -> sqlite3.Connection:
    """A connection to a registry of the current schema, made or migrated where need be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder {file.parent} cannot be made: {error.strerror}") from error
    connection = _connect(f"{file.resolve().as_uri()}?mode=rwc")
    try:
        with sqlite_errors(file):
            version = _version(connection, file)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -65536")
            migrate(connection, version)
    except StoreError:
        connection.close()
        raise
    return connection


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the schema forward, one step at a time, each in a transaction of its own."""
    for step in range(version, SCHEMA_VERSION):
        with transaction(connection):
            for statement in _statements(_script(step)):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step + 1}")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it, or nothing: rolled back on any exception, Ctrl-C included."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk makes SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextlib.contextmanager
def sqlite_errors(file: Path) -> Iterator[None]:
    """Errors of SQLite (disk full, file damaged, locked) as one clear StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the registry {file} cannot be used: {error}; nothing was half written") from error


@contextlib.contextmanager
def sole_writer(home: Path, *, purpose: str, of: str = "writer") -> Iterator[None]:
    """Hold the registry's write lock; StoreError at once, naming the holder, where another process has it.

    ``of`` names another lock beside it, for what may run while the registry is written.
    The lock is an exclusive transaction on an empty file, so it ends with the process, however that ends.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder {home} cannot be made: {error.strerror}") from error
    lock, note = home / f"{of}.lock", home / f"{of}.json"
    connection = sqlite3.connect(lock, timeout=0, isolation_level=None)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(_who_writes(note, error)) from error
        _leave_note(note, purpose)
        yield
    finally:
        connection.close()


def _leave_note(note: Path, purpose: str) -> None:
    """Say who holds the lock since when. It only serves the other's error message, so a full disk is no reason to stop."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    with contextlib.suppress(OSError):
        note.write_text(json.dumps({"pid": os.getpid(), "since": now, "purpose": purpose}), encoding="utf-8")


def _who_writes(note: Path, error: sqlite3.OperationalError) -> str:
    if "locked" not in str(error):
        return f"the registry in {note.parent} cannot be locked for writing: {error}"
    try:
        holder = json.loads(note.read_text(encoding="utf-8"))
        return f"another {holder['purpose']} is running (process {holder['pid']} since {holder['since']}); try again when it has ended"
    except (OSError, ValueError, KeyError, TypeError):
        return "another import is running; try again when it has ended"


def _connect(uri: str) -> sqlite3.Connection:
    try:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise StoreError(f"the registry cannot be opened: {error}") from error


def _version(connection: sqlite3.Connection, file: Path) -> int:
    """The schema version of the file; StoreError where it is no registry, or a newer one."""
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError(f"{file} is no registry, or is damaged: {error}") from error
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{file} was made by a newer Navraag (schema {version}, this one knows {SCHEMA_VERSION}): upgrade Navraag"
        )
    if version == 0 and tables:
        raise StoreError(f"{file} is a database of something else: choose another folder with --home")
    return version


def _can_be_shared(file: Path) -> bool:
    """False on a read-only medium, where SQLite cannot place the files by which it shares a database with a writer."""
    return os.access(file.parent, os.W_OK) or file.with_name(f"{file.name}-shm").exists()


def _refuse_older(version: int, file: Path) -> None:
    """A reader never changes a file, so it cannot bring an older one up to date."""
    if version == 0:
        raise StoreError(f"there is no registry in {file.parent}: navraag import makes one")
    if version < SCHEMA_VERSION:
        raise StoreError(f"{file} was made by an older Navraag (schema {version}): navraag import brings it up to date")


def _script(step: int) -> str:
    """The SQL that leads from one schema version to the next."""
    name = "schema.sql" if step == 0 else f"migrations/{step:04}.sql"
    return files("navraag.store").joinpath(name).read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one, so that all of them stand in one transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
