"""A registry made by an earlier step of the project opens, is brought forward, and says what one made today from the same bytes says.

``registry-schema-4.tar.xz`` is such a registry: 86 papers of our own samples, 71 cases, as schema 4 kept them.
"""

import sqlite3
import tarfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from navraag.documents.blobs import BlobStore
from navraag.documents.ledger import Ledger
from navraag.errors import StoreError
from navraag.pipeline.rebuild import rebuild
from navraag.pipeline.run import Surroundings, import_paths
from navraag.records.cases import Case
from navraag.settings import Settings
from navraag.store.database import SCHEMA_VERSION
from navraag.store.reader import open_registry
from tests.contract.syncing import NOW, fingerprint_of

OLD = Path(__file__).with_name("registry-schema-4.tar.xz")
AROUND = Surroundings(now=lambda: NOW, processes=1)
CASES = 71


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The old registry, in a folder of its own."""
    with tarfile.open(OLD, "r:xz") as archive:
        archive.extractall(tmp_path / "old", filter="data")
    return tmp_path / "old"


def _brought_forward(home: Path) -> None:
    """What any command that writes does; nothing new is imported."""
    (home.parent / "nothing").mkdir()
    import_paths([home.parent / "nothing"], Settings(home=home), AROUND)


def _words(cases: Iterable[Case]) -> dict[str, tuple[int, int, int]]:
    """The numbers of a case: questions, answers, pairs."""
    return {
        case.number: (len(case.questions.questions) if case.questions else 0, sum(len(one.answers) for one in case.answers), len(case.pairs)) for case in cases
    }


def test_reading_says_what_to_do(home: Path) -> None:
    """A reader changes no file: one sentence."""
    with pytest.raises(StoreError, match="older Navraag"), open_registry(home):
        pass


def test_it_is_brought_forward(home: Path) -> None:
    """Every case is there with its words; the file is of the present schema, and whole."""
    _brought_forward(home)
    with sqlite3.connect(home / "registry.sqlite3") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        old = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM document")}
    connection.close()
    with open_registry(home) as registry:
        assert len(_words(registry.every_case())) == CASES
    assert old == {note.document_sha256 for note in Ledger(home / "ledger.jsonl")}


def test_it_says_what_one_made_today_says(home: Path, tmp_path: Path) -> None:
    """The same fingerprint as from the same bytes in a new registry, once it was rebuilt; and the same cases before that."""
    _brought_forward(home)
    with open_registry(home) as registry:
        before = _words(registry.every_case())
    rebuild(Settings(home=home), AROUND)
    files = tmp_path / "files"
    files.mkdir()
    for note in Ledger(home / "ledger.jsonl"):
        (files / note.source_id.rpartition("/")[2]).write_bytes(BlobStore(home / "blobs").get(note.document_sha256))
    import_paths([files], Settings(home=tmp_path / "new"), AROUND)

    assert fingerprint_of(home) == fingerprint_of(tmp_path / "new")
    with open_registry(home) as registry:
        assert before == _words(registry.every_case())
