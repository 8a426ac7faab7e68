"""Backups: restored they say the same; damage is told, and nothing is lost by a backup that fails."""

import shutil
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError, StoreError
from navraag.pipeline.backup import back_up, backups, newest, restore, verify
from navraag.pipeline.run import Surroundings, import_paths
from navraag.replica.sample_files import sample_files
from navraag.settings import Settings
from tests.surfaces.test_cli_registry import run

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def home(country_home: Path, tmp_path: Path) -> Path:
    """A copy of the samples' registry."""
    return shutil.copytree(country_home, tmp_path / "home")


def fingerprint(home: Path) -> str:
    """What the registry in a folder says, as one sha256."""
    done = run("fingerprint", home=home)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_is_restored_says_the_same(home: Path, tmp_path: Path) -> None:
    """By command, into a new folder; the index is made anew, and search works."""
    assert run("backup", tmp_path / "backups", home=home).returncode == 0
    assert "all as they were" in run("backup", tmp_path / "backups", "--verify", home=home).stdout
    assert run("restore", tmp_path / "backups", home=tmp_path / "new").returncode == 0

    assert fingerprint(tmp_path / "new") == fingerprint(home)
    assert run("rebuild", "--index", home=tmp_path / "new").returncode == 0
    assert "2022Z90108" in run("search", "veerdienst", home=tmp_path / "new").stdout


def test_a_second_backup_copies_only_what_is_new(home: Path, tmp_path: Path) -> None:
    """Documents stand there once; both backups can be restored."""
    first = back_up(Settings(home=home), tmp_path / "backups", NOON)
    second = back_up(Settings(home=home), tmp_path / "backups", NOON + timedelta(days=1))

    assert first.new == first.documents == second.documents
    assert second.new == 0
    assert backups(tmp_path / "backups") == (first.folder, second.folder)
    assert newest(tmp_path / "backups") == second.folder
    assert run("backup", tmp_path / "backups", "--keep", "1", home=home).returncode == 0
    assert len(backups(tmp_path / "backups")) == 1
    assert verify(newest(tmp_path / "backups")) == first.documents


def test_a_backup_while_an_import_writes(tmp_path: Path) -> None:
    """What is backed up is one moment of the registry, whole."""
    home, files, files_of = tmp_path / "home", tmp_path / "files", list(sample_files())
    files.mkdir()
    for file in files_of[:60]:
        (files / file.name).write_bytes(file.data)
    around = Surroundings(now=lambda: NOON, processes=1)
    import_paths([files], Settings(home=home), around, kind="samples")
    for file in files_of[60:200]:
        (files / file.name).write_bytes(file.data)
    writing = threading.Thread(target=lambda: import_paths([files], Settings(home=home), around))
    writing.start()
    made = [back_up(Settings(home=home), tmp_path / "backups", NOON + timedelta(seconds=second)) for second in range(5)]
    writing.join()

    for one in made:
        assert verify(one.folder) == one.documents
    restore(made[-1].folder, Settings(home=tmp_path / "new"))
    assert fingerprint(tmp_path / "new")


@pytest.mark.parametrize("part", ["registry.sqlite3", "ledger.jsonl", "blob", "missing blob"])
def test_damage_is_told_and_makes_nothing(part: str, home: Path, tmp_path: Path) -> None:
    """Not half a registry: none."""
    made = back_up(Settings(home=home), tmp_path / "backups", NOON)
    blob = next((tmp_path / "backups" / "blobs").glob("??/*.z"))
    damaged = blob if "blob" in part else made.folder / part
    if part == "missing blob":
        blob.unlink()
    else:
        data = bytearray(damaged.read_bytes())
        data[len(data) // 2] ^= 0xFF
        damaged.write_bytes(bytes(data))

    with pytest.raises(StoreError):
        verify(made.folder)
    with pytest.raises(StoreError):
        restore(made.folder, Settings(home=tmp_path / "new"))
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".*"))


def test_what_cannot_be_is_explained(home: Path, tmp_path: Path) -> None:
    """No registry, no backup, a folder that is in use."""
    with pytest.raises(StoreError, match="no registry"):
        back_up(Settings(home=tmp_path / "none"), tmp_path / "backups", NOON)
    with pytest.raises(ConfigurationError, match="no backup"):
        newest(tmp_path)
    made = back_up(Settings(home=home), tmp_path / "backups", NOON)
    with pytest.raises(ConfigurationError, match="not empty"):
        restore(made.folder, Settings(home=home))


def test_a_disk_that_fills_up_leaves_earlier_backups_whole(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy fails half way: nothing of it stays, the backup of before does."""
    first = back_up(Settings(home=home), tmp_path / "backups", NOON)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("navraag.pipeline.backup.shutil.copyfile", full)
    with pytest.raises(StoreError, match="No space left"):
        back_up(Settings(home=home), tmp_path / "backups", NOON + timedelta(days=1))
    monkeypatch.undo()
    assert backups(tmp_path / "backups") == (first.folder,)
    assert verify(first.folder) == first.documents
    assert sqlite3.connect(first.folder / "registry.sqlite3").execute("PRAGMA integrity_check").fetchone() == ("ok",)
