"""The file itself: schema, versions, the lock, full disks, kills."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
from importlib.resources import files
from pathlib import Path

import pytest

from navraag.errors import StoreError
from navraag.store.database import (
    SCHEMA_VERSION,
    open_for_reading,
    open_for_writing,
    registry_file,
    sole_writer,
    sqlite_errors,
    transaction,
)
from tests.unit.sources.make import as_nobody


def test_a_new_registry_has_the_schema_and_safe_pragmas(tmp_path: Path) -> None:
    """WAL, foreign keys, version."""
    connection = open_for_writing(tmp_path / "deep" / "registry.sqlite3")
    pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys", "user_version")}
    connection.close()

    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "user_version": SCHEMA_VERSION}


def test_every_column_is_explained() -> None:
    """Each table has a comment above it, each column one behind it."""
    schema = files("navraag.store").joinpath("schema.sql").read_text(encoding="utf-8")
    tables = re.findall(r"((?:^--[^\n]*\n)+)CREATE TABLE (\w+) \((.*?)^\)", schema, re.MULTILINE | re.DOTALL)
    columns = [line for _, _, body in tables for line in body.splitlines() if re.match(r"    \w+ +(?:TEXT|INTEGER|BLOB)", line)]

    assert len(tables) == schema.count("CREATE TABLE")
    assert [line for line in columns if "-- " not in line] == []


REFUSED = [
    (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "made by a newer Navraag"),
    ("PRAGMA user_version = 0; CREATE TABLE recipes (name)", "a database of something else"),
]


@pytest.mark.parametrize(("script", "sentence"), REFUSED)
def test_foreign_and_newer_files_are_refused_and_left_alone(tmp_path: Path, script: str, sentence: str) -> None:
    """In one line, by readers and by writers."""
    file = tmp_path / "registry.sqlite3"
    connection = sqlite3.connect(file)
    connection.executescript(script)
    connection.close()
    before = file.read_bytes()

    for opener in (open_for_reading, open_for_writing):
        with pytest.raises(StoreError, match=sentence) as caught:
            opener(file)
        assert "\n" not in str(caught.value)
    assert before == file.read_bytes()


def test_what_is_no_registry_is_said(tmp_path: Path) -> None:
    """No file, an empty file, a file of something else."""
    with pytest.raises(StoreError, match="there is no registry in"):
        open_for_reading(tmp_path / "registry.sqlite3")
    (tmp_path / "registry.sqlite3").write_bytes(b"")
    with pytest.raises(StoreError, match="there is no registry in"):
        open_for_reading(tmp_path / "registry.sqlite3")
    (tmp_path / "registry.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="is no registry, or is damaged"):
        open_for_reading(tmp_path / "registry.sqlite3")


def test_readers_cannot_write(tmp_path: Path) -> None:
    """Whatever they try."""
    open_for_writing(tmp_path / "registry.sqlite3").close()
    connection = open_for_reading(tmp_path / "registry.sqlite3")
    with pytest.raises(StoreError, match="cannot be used"), sqlite_errors(tmp_path):
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    connection.close()


def test_folder_or_file(tmp_path: Path) -> None:
    """Both name the same registry."""
    assert registry_file(tmp_path) == tmp_path / "registry.sqlite3" == registry_file(tmp_path / "registry.sqlite3")
    assert registry_file(tmp_path / "absent") == tmp_path / "absent" / "registry.sqlite3"


def test_the_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    """At once, with process and time; afterwards the way is free."""
    second = sole_writer(tmp_path, purpose="rebuild")
    with sole_writer(tmp_path, purpose="import"):
        with pytest.raises(StoreError, match=rf"another import is running \(process {os.getpid()} since 20"), second:
            pytest.fail("two writers at once")
        (tmp_path / "writer.json").write_text("torn")
        third = sole_writer(tmp_path, purpose="rebuild")
        with pytest.raises(StoreError, match="another import is running; try again"), third:
            pytest.fail("two writers at once")
    with sole_writer(tmp_path, purpose="rebuild"):
        pass


def test_the_lock_ends_with_the_process(tmp_path: Path) -> None:
    """Killed with -9 in the middle of a transaction: the lock is free, the registry opens, nothing is half written."""
    script = textwrap.dedent(f"""
        import pathlib, sys, time
        from navraag.store.database import open_for_writing, sole_writer, transaction
        with sole_writer(pathlib.Path({str(tmp_path)!r}), purpose="import"):
            connection = open_for_writing(pathlib.Path({str(tmp_path)!r}) / "registry.sqlite3")
            connection.execute("INSERT INTO meta VALUES ('whole', 'yes')")
            with transaction(connection):
                connection.execute("INSERT INTO meta VALUES ('half', 'yes')")
                print("ready", flush=True)
                time.sleep(60)
    """)
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    with pytest.raises(StoreError, match=f"process {process.pid} "), sole_writer(tmp_path, purpose="import"):
        pytest.fail("two writers at once")
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    with sole_writer(tmp_path, purpose="import"):
        connection = open_for_writing(tmp_path / "registry.sqlite3")
        assert connection.execute("SELECT key FROM meta").fetchall() == [("whole",)]
        connection.close()


def test_a_transaction_is_taken_back_on_any_exception(tmp_path: Path) -> None:
    """Also on Ctrl-C."""
    connection = open_for_writing(tmp_path / "registry.sqlite3")

    def interrupted() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert connection.execute("SELECT * FROM meta").fetchall() == []
    connection.close()


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    """SQLite's own limit on pages stands for a disk that is full."""
    connection = open_for_writing(tmp_path / "registry.sqlite3")
    connection.execute("PRAGMA max_page_count = 60")
    rows = [(str(number), "x" * 200) for number in range(5000)]
    full = pytest.raises(StoreError, match="full; nothing was half written")
    with full, sqlite_errors(tmp_path), transaction(connection):
        connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
    assert connection.execute("SELECT count(*) FROM meta").fetchone() == (0,)
    connection.close()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    """A file stands in the way."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        open_for_writing(tmp_path / "file" / "registry.sqlite3")
    with pytest.raises(StoreError, match="cannot be made"), sole_writer(tmp_path / "file" / "x", purpose="import"):
        pytest.fail("no folder, no lock")


def test_a_registry_on_a_read_only_medium_can_be_read(tmp_path: Path) -> None:
    """Nobody can write there, so nothing beside the file is needed either."""
    home = tmp_path / "home"
    open_for_writing(home / "registry.sqlite3").close()
    for path in (home / "registry.sqlite3", home):
        path.chmod(0o555)

    result = as_nobody(
        tmp_path, "from pathlib import Path\nfrom navraag.store.reader import open_registry",
        f"with open_registry(Path({str(home)!r})) as registry:\n    print(registry.kind, registry.known_until)",
    )
    home.chmod(0o755)

    assert (result.stdout, result.stderr) == ("empty None\n", "")
