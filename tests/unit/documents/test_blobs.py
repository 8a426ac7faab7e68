"""BlobStore: what goes in comes out, or one clear sentence says why not."""

import resource
import signal
import zlib
from pathlib import Path

import pytest

from navraag.documents.blobs import BlobStore, sha256_of
from navraag.errors import NotFoundError, StoreError


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    """Any bytes, also none at all and bytes that do not compress."""
    store = BlobStore(tmp_path)
    for data in (b"", b"Vraag 1", bytes(range(256)) * 40, zlib.compress(b"x" * 1000)):
        assert data == store.get(store.put(data))


def test_putting_twice_keeps_one_file_untouched(tmp_path: Path) -> None:
    """The second put writes nothing."""
    store = BlobStore(tmp_path)
    path = store.path(store.put(b"Antwoord"))
    before = path.stat().st_mtime_ns, path.stat().st_ino

    store.put(b"Antwoord")

    assert before == (path.stat().st_mtime_ns, path.stat().st_ino)
    assert list(store.names()) == [sha256_of(b"Antwoord")]


DAMAGES = [
    (lambda packed: packed[:-3], "cut off"),
    (lambda _: b"", "emptied"),
    (lambda packed: b"garbage" + packed, "overwritten"),
    (lambda packed: packed + b"tail", "grown"),
    (lambda _: zlib.compress(b"something else"), "other bytes, whole"),
]


@pytest.mark.parametrize(("damage", "why"), DAMAGES, ids=[why for _, why in DAMAGES])
def test_damage_is_noticed_when_read(tmp_path: Path, damage, why: str) -> None:
    """Whatever happened to the file, the wrong bytes never come back."""
    store = BlobStore(tmp_path)
    whole, sha256 = store.put(b"een ander stuk"), store.put(b"Vraag 1. Kent u het bericht?")
    store.path(sha256).write_bytes(damage(store.path(sha256).read_bytes()))

    with pytest.raises(StoreError, match="is damaged on disk"):
        store.get(sha256)
    assert store.verify() == (2, (sha256,)), why
    assert whole in store

    store.put(b"Vraag 1. Kent u het bericht?")
    assert store.verify() == (2, ())


def test_what_is_not_held_is_said(tmp_path: Path) -> None:
    """Also for names that are none."""
    store = BlobStore(tmp_path)
    for name in ("0" * 64, "x", ""):
        with pytest.raises(NotFoundError):
            store.get(name)


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """A write that fails in the middle (here: a limit on the size of files) is one StoreError and no file."""
    store = BlobStore(tmp_path / "blobs")
    noise = b"".join(sha256_of(str(n).encode()).encode() for n in range(2000))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(StoreError, match="cannot be kept"):
            store.put(noise)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []
    assert noise == store.get(store.put(noise))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "blobs").write_text("in the way")

    with pytest.raises(StoreError, match="cannot be kept"):
        BlobStore(tmp_path / "blobs").put(b"x")
