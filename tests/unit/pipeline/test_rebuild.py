"""rebuild: the same registry out of the raw documents alone, put in place in one step."""

import sqlite3
import threading
from pathlib import Path

import pytest

from navraag.errors import StoreError
from navraag.pipeline.compare import Comparison, compare
from navraag.pipeline.rebuild import rebuild
from navraag.pipeline.run import import_paths
from navraag.store.reader import open_registry
from tests.unit.pipeline.make import answer_paper, around, collection, number, settings
from tests.unit.pipeline.test_run import print_of


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A registry of the collection, imported in two steps."""
    for part in ("zaken.jsonl.gz", ""):
        import_paths([collection(tmp_path / "in") / part], settings(tmp_path / "home"), around())
    return tmp_path / "home"


def test_the_same_registry_comes_back(home: Path) -> None:
    """Also where the database is emptied: it holds nothing that the documents do not tell."""
    before = print_of(home)
    connection = sqlite3.connect(home / "registry.sqlite3")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript("DELETE FROM case_row; DELETE FROM paper; DELETE FROM retrieval; DELETE FROM known_publication")
    connection.close()
    assert before != print_of(home)

    report = rebuild(settings(home), around())

    assert before == print_of(home)
    assert (report.read, report.status, report.kinds["QuestionSet"]) == (11, 0, 6)
    assert not (home / "rebuild").exists()
    with open_registry(home) as registry:
        assert registry.kind == "real"
        assert registry.rows("SELECT count(*) FROM known_publication") == [(10,)]
        assert [command for (command,) in registry.rows("SELECT command FROM run ORDER BY id")] == ["import", "import", "rebuild"]
    assert import_paths([home.parent / "in"], settings(home), around()).cases.unchanged == 6


def test_what_would_change_is_told_before_it_does(home: Path) -> None:
    """A dry run changes nothing."""
    connection = sqlite3.connect(home / "registry.sqlite3")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("DELETE FROM case_row WHERE number = ?", (number(1),))
    connection.commit()
    connection.close()
    before = print_of(home)
    found: list[Comparison] = []

    def inspect(file: Path) -> None:
        with open_registry(home) as old, open_registry(file) as new:
            found.append(compare(old.every_case(), new.every_case()))

    rebuild(settings(home), around(), inspect=inspect, swap=False)

    assert [(one.added, one.removed, one.changed) for one in found] == [((number(1),), (), 0)]
    assert before == print_of(home)


def test_damaged_and_lost_documents_are_failures_the_rest_is_rebuilt(home: Path) -> None:
    """And they come back when they are imported again."""
    before = print_of(home)
    blobs = {path.stat().st_size: path for path in sorted((home / "blobs").rglob("*.z"))}
    first, last = blobs[min(blobs)], blobs[max(blobs)]
    first.write_bytes(b"x")
    last.unlink()

    report = rebuild(settings(home), around())

    assert report.status == 1
    assert sorted(reason.split()[-1] for reason in (failure.reason for failure in report.failed)) == ["again", "held"]
    assert before != print_of(home)
    import_paths([home.parent / "in"], settings(home), around())
    with open_registry(home) as registry:
        assert registry.blobs.verify() == (11, ())
    rebuild(settings(home), around())
    assert before == print_of(home)


def test_readers_see_the_old_registry_or_the_new_one(home: Path) -> None:
    """Never half of either, however often it is rebuilt meanwhile."""
    stop, seen = threading.Event(), set()

    def read() -> None:
        with open_registry(home) as registry:
            while not stop.is_set():
                seen.add((len(list(registry.every_case())), len(registry.case(number(4)).answers)))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        (home.parent / "ah-tk-20302031-4.txt").write_bytes(answer_paper(4))
        import_paths([home.parent / "ah-tk-20302031-4.txt"], settings(home), around())
        for _ in range(3):
            rebuild(settings(home), around())
    finally:
        stop.set()
        reader.join()

    assert seen <= {(6, 0), (6, 1)}
    assert (6, 1) in seen


def test_without_a_registry_there_is_nothing_to_rebuild(tmp_path: Path) -> None:
    """One line."""
    with pytest.raises(StoreError, match="there is no registry in"):
        rebuild(settings(tmp_path), around())
