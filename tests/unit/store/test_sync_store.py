"""The file beside the registry: newest states win, what was deleted stays, what is due is due, older files are brought forward."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from navraag.errors import StoreError
from navraag.store.sync import VERSION, Progress, SyncStore
from navraag.store.sync_entities import EntityRow
from navraag.store.sync_remotes import Remote

ID = "00000000-0000-4000-8000-000000000001"
OTHER = "00000000-0000-4000-8000-000000000002"
FIRST_STEP = """
CREATE TABLE progress (stream TEXT PRIMARY KEY, cursor TEXT NOT NULL, floor TEXT NOT NULL, behind TEXT NOT NULL, caught_up TEXT, newest TEXT) WITHOUT ROWID;
CREATE TABLE tally (stream TEXT NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (stream, what)) WITHOUT ROWID;
CREATE TABLE entity (category INTEGER NOT NULL, id BLOB NOT NULL, sequence INTEGER NOT NULL, deleted INTEGER NOT NULL, updated TEXT NOT NULL,
    kind TEXT, number TEXT, owner BLOB, data BLOB, PRIMARY KEY (category, id)) WITHOUT ROWID;
CREATE INDEX entity_sequence ON entity (category, sequence);
CREATE TABLE remote (source TEXT NOT NULL, source_id TEXT NOT NULL, state TEXT NOT NULL, told_by TEXT NOT NULL, stamp TEXT NOT NULL, held_stamp TEXT,
    forms TEXT, sha256 TEXT, name TEXT, etag TEXT, last_modified TEXT, tries INTEGER NOT NULL, next_try TEXT, PRIMARY KEY (source, source_id)) WITHOUT ROWID;
CREATE TABLE superseded (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO progress VALUES ('Zaak', '12', '', '', NULL, NULL), ('papers', '1,2,3', '', '', NULL, NULL);
INSERT INTO entity VALUES (0, x'00000000000040008000000000000001', 12, 0, '', 'Schriftelijke vragen', '2024Z90001', NULL, '[{},{}]');
PRAGMA user_version = 1;
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SyncStore]:
    """An empty one."""
    found = SyncStore(tmp_path / "sync.sqlite3")
    yield found
    found.close()


def _zaak(sequence: int, *, number: str = "2024Z90001", deleted: bool = False) -> EntityRow:
    return EntityRow(
        category=0, id=ID, sequence=sequence, deleted=deleted, kind=None if deleted else "Schriftelijke vragen", number=None if deleted else number,
        fields={"onderwerp": [f"brug {sequence}"]}, references={"zaak": [OTHER]},
    )


def test_the_newest_state_wins(store: SyncStore) -> None:
    """By its place in the feed, in whatever order states come."""
    store.entities.keep([_zaak(20), _zaak(10)], 1)

    found = store.entities.one(0, ID)
    assert found
    assert (found.sequence, found.one("onderwerp"), found.all("zaak")) == (20, "brug 20", [OTHER])


def test_what_was_deleted_stays_and_is_marked(store: SyncStore) -> None:
    """It is no case any more, yet its number is known."""
    store.entities.keep([_zaak(10)], 1)
    store.entities.keep([_zaak(20, deleted=True)], 2)

    found = store.entities.one(0, ID)
    assert found
    assert (found.deleted, found.number, found.one("onderwerp")) == (True, "2024Z90001", "brug 10")
    assert list(store.entities.of(0)) == []
    assert [row.id for row in store.entities.arrived_since(0, 1)] == [ID]


WANTED = Remote(source="koop_publications", source_id="kv-tk-2024Z90001", told_by="computed", stamp="2024-11-05")


def _due(store: SyncStore, now: str = "2024-12-01") -> list[str]:
    return [one.source_id for one in store.remotes.due("koop_publications", now)]


def test_what_is_due(store: SyncStore) -> None:
    """Not what is held, until its stamp moves or it is wanted again; not what is to wait, until the search tells of it."""
    remotes = store.remotes
    remotes.want([WANTED])
    assert _due(store) == ["kv-tk-2024Z90001"]

    found = remotes.one(*(WANTED.source, WANTED.source_id))
    assert found
    remotes.keep(Remote(source=found.source, source_id=found.source_id, state="missing", told_by="computed", stamp=found.stamp, tries=1), next_try="2025-01-01")
    assert _due(store) == []
    remotes.want([Remote(source=found.source, source_id=found.source_id, told_by="search", stamp="2024-01-01")])
    assert _due(store) == ["kv-tk-2024Z90001"]

    remotes.keep(Remote(source=found.source, source_id=found.source_id, state="held", stamp="2024-11-05", held_stamp="2024-11-05", sha256="a"))
    assert _due(store) == []
    remotes.want([Remote(source=found.source, source_id=found.source_id, told_by="search", stamp="2024-11-09")])
    assert _due(store) == ["kv-tk-2024Z90001"]


def _held(source: str, source_id: str, sha256: str) -> Remote:
    return Remote(source=source, source_id=source_id, state="held", held_stamp="", sha256=sha256)


def _gone(store: SyncStore) -> frozenset[str]:
    return store.told.superseded(files="tk_resources", publications="koop_publications", metadata="koop_metadata", search="koop_search")


def test_what_takes_the_place_of_what(store: SyncStore) -> None:
    """A later file of the same name, a publication of the Kamer's own file, the search's record of metadata; never the same bytes."""
    remotes = store.remotes
    remotes.keep(_held("koop_publications", "ah-1", "old"))
    remotes.keep(_held("koop_publications", "ah-1", "new"))
    assert _gone(store) == {"old"}
    remotes.keep(_held("koop_publications", "ah-1", "old"))
    assert _gone(store) == {"new"}

    store.told.keep(ID, [("koop_publications", "ah-1"), ("tk_resources", ID)], ["2024Z90001"])
    remotes.keep(_held("tk_resources", ID, "word"))
    remotes.keep(_held("koop_metadata", "ah-1", "facts"))
    assert _gone(store) == {"new", "word"}
    remotes.keep(_held("koop_search", "ah-1", "record"))
    assert _gone(store) == {"new", "word", "facts"}
    remotes.keep(_held("tk_resources", ID, "old"))
    assert "old" not in _gone(store)


def test_cases_of_a_document(store: SyncStore) -> None:
    """As the feed names them, whichever file gave it; later words replace earlier ones."""
    store.remotes.keep(_held("tk_resources", ID, "word"))
    store.told.keep(ID, [("tk_resources", ID)], ["2024Z90002", "2024Z90001"])
    assert store.told.cases_of("word") == ("2024Z90001", "2024Z90002")
    store.told.keep(ID, [("tk_resources", ID)], [])
    assert store.told.cases_of("word") == ()

    store.told.keep_cases(ID, [OTHER])
    assert list(store.told.documents_of(OTHER)) == [ID]


def test_progress_and_counts(store: SyncStore) -> None:
    """What was noted is there again."""
    with store.transaction():
        store.keep_progress(Progress(stream="Zaak", cursor="12", floor="3"))
        store.count("Zaak", {"entries": 2})
        store.count("Zaak", {"entries": 3})
        assert (store.next_arrival(), store.next_arrival()) == (1, 2)

    assert store.progress("Zaak").floor == "3"
    assert store.tallies() == {"Zaak": {"entries": 5}}
    assert store.arrivals == 2


def test_a_file_of_the_first_step_is_brought_forward(tmp_path: Path) -> None:
    """What it knew is there; what follows from it is looked at again."""
    file = tmp_path / "sync.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.executescript(FIRST_STEP)
    connection.close()
    store = SyncStore(file)

    assert store.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert store.entities.one(0, ID)
    assert (store.progress("Zaak").cursor, store.progress("papers").cursor) == ("12", "")
    columns = [sorted(row[1] for row in one.connection.execute(f"PRAGMA table_info({table})")) for one in (store, SyncStore(tmp_path / "new.sqlite3")) for table in ("entity", "told")]
    assert columns[:2] == columns[2:]


def test_a_file_of_a_later_step_is_refused(tmp_path: Path) -> None:
    """One sentence."""
    file = tmp_path / "sync.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(StoreError, match="newer Navraag"):
        SyncStore(file)
