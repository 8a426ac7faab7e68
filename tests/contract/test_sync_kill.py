"""kill -9 at any moment of a sync: the next one goes on, and the registry ends as if nothing had happened.

For a soak ``NAVRAAG_KILLS`` sets how many moments, and ``NAVRAAG_KILL_DATA`` names a folder with a generated history (zips);
without it, it is some of the samples.
"""

import multiprocessing
import os
import signal
import sqlite3
import time
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random

import pytest

from navraag.documents.blobs import BlobStore
from navraag.documents.ledger import Ledger
from navraag.pipeline.sync import SyncPlan, sync
from navraag.replica.history import history
from navraag.settings import Endpoints, Services, Settings
from navraag.sources.http import Client
from navraag.store.sync import FILE_NAME, SyncStore
from tests.contract.syncing import NOW, PATIENT, fingerprint_of, small, trial

KILLS = int(os.environ.get("NAVRAAG_KILLS", "15"))
DATA = os.environ.get("NAVRAAG_KILL_DATA", "")
_SHORTEST = 0.02
_OF_MANY = 8
"""Of a long sync, a moment in so many parts of it: each part is killed, and most of it done once."""


def work(home: str, url: str) -> None:
    """One sync, in a process of its own."""
    settings = Settings(home=Path(home), services=Services(endpoints=Endpoints.at(url), pace=0))
    with Client(PATIENT) as client:
        sync(settings, client, SyncPlan(now=lambda: NOW, tell=lambda *_: None, processes=1))


class Stage:
    """Starts syncs and kills them."""

    def __init__(self, url: str, context: ForkServerContext) -> None:
        self.url, self.context = url, context

    def run(self, home: Path, *, kill_after: float | None = None) -> bool:
        """One sync; whether it ended by itself, and well."""
        process = self.context.Process(target=work, args=(str(home), self.url))
        process.start()
        process.join(kill_after)
        if process.is_alive() and process.pid:
            os.kill(process.pid, signal.SIGKILL)
            process.join()
            return False
        assert process.exitcode == 0
        return True


def lost_bytes(home: Path) -> list[str]:
    """Documents that the ledgers, the registry or the sync store speak of, and whose bytes are not whole on disk."""
    blobs, store = BlobStore(home / "blobs"), SyncStore(home / FILE_NAME)
    spoken = {note.document_sha256 for note in Ledger(home / "ledger.jsonl")} | store.remotes.held()
    store.close()
    with sqlite3.connect(home / "registry.sqlite3") as registry:
        spoken |= {sha256 for (sha256,) in registry.execute("SELECT sha256 FROM document")}
    registry.close()
    assert blobs.verify()[1] == ()
    pages = BlobStore(home / "feed" / "blobs")
    assert pages.verify()[1] == ()
    lost = [sha256 for sha256 in sorted(spoken) if sha256 not in blobs]
    return lost + [note.document_sha256 for note in Ledger(home / "feed" / "ledger.jsonl") if note.document_sha256 not in pages]


def integrity(home: Path) -> set[str]:
    """What SQLite says of both files."""
    words = set()
    for name in ("registry.sqlite3", FILE_NAME):
        with sqlite3.connect(home / name) as connection:
            words |= {word for (word,) in connection.execute("PRAGMA integrity_check")}
        connection.close()
    return words


@pytest.mark.slow
def test_kill_at_any_moment(tmp_path: Path) -> None:
    """So many moments, drawn from a seed; each is followed by a restart, and every registry is brought to its end."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    draws = Random(11)
    holdings = history(Path(DATA), crowd=False) if DATA else small(25)
    with trial(tmp_path / "whole", holdings) as one:
        stage = Stage(one.running.url, context)
        stage.run(tmp_path / "warm", kill_after=0.5)  # the server of processes has started
        began = time.monotonic()
        assert stage.run(one.home)
        whole = time.monotonic() - began
        most = whole / _OF_MANY if DATA else whole
        expected, kills, place = one.fingerprint(), 0, 0
        while kills < KILLS:
            home = tmp_path / f"killed-{place}"
            place += 1
            while kills < KILLS and not stage.run(home, kill_after=draws.uniform(_SHORTEST, most)):
                kills += 1
            assert stage.run(home)
            assert expected == fingerprint_of(home)
            assert {"ok"} == integrity(home)
            assert [] == lost_bytes(home)
