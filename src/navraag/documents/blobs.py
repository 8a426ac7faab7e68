"""BlobStore: the bytes of documents, under their sha256, compressed, verified whenever they are read."""

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from navraag.errors import NotFoundError, StoreError

LARGEST = 1 << 30
"""No document is larger than this when unpacked (1 GiB); a file that claims to be is damaged."""


def sha256_of(data: bytes) -> str:
    """The name of these bytes."""
    return hashlib.sha256(data).hexdigest()


class BlobStore:
    """A folder of blobs: ``ab/cdef….z`` holds, compressed by zlib, the bytes whose sha256 is ``abcdef…``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the blob of that name lies, or would lie."""
        return self.folder / sha256[:2] / f"{sha256[2:]}.z"

    def __contains__(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def put(self, data: bytes) -> str:
        """The sha256 under which the bytes are now kept on disk, whole.

        Nothing is written where they already are; a damaged blob is written afresh.
        """
        sha256 = sha256_of(data)
        if not self._holds(sha256, data):
            self._write(self.path(sha256), zlib.compress(data, 6))
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of that name. NotFoundError if not held; StoreError if what lies there is something else."""
        try:
            packed = self.path(sha256).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            raise NotFoundError(f"no document {sha256} is held") from None
        except OSError as error:
            raise StoreError(f"document {sha256} cannot be read: {error.strerror}") from error
        data = _unpack(packed)
        if data is None or sha256_of(data) != sha256:
            raise StoreError(f"document {sha256} is damaged on disk ({self.path(sha256)}): restore it or import it again")
        return data

    def names(self) -> Iterator[str]:
        """The sha256 of every blob held, sorted."""
        for path in sorted(self.folder.glob("??/*.z")):
            yield path.parent.name + path.stem

    def verify(self) -> tuple[int, tuple[str, ...]]:
        """How many blobs were read back, and the names of those that are damaged."""
        count, damaged = 0, []
        for sha256 in self.names():
            count += 1
            try:
                self.get(sha256)
            except StoreError:
                damaged.append(sha256)
        return count, tuple(damaged)

    def _holds(self, sha256: str, data: bytes) -> bool:
        try:
            return sha256 in self and self.get(sha256) == data
        except StoreError:
            return False

    def _write(self, path: Path, packed: bytes) -> None:
        """Write beside, flush to disk, rename: after a power cut the blob is whole or absent."""
        temporary = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".new")
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except OSError as error:
            if temporary:
                Path(temporary).unlink(missing_ok=True)
            raise StoreError(f"a document cannot be kept in {self.folder}: {error.strerror}") from error


def _unpack(packed: bytes) -> bytes | None:
    """The bytes of a blob, None where it is damaged (cut off, altered, or larger than any document)."""
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, LARGEST)
    except zlib.error:
        return None
    return data if unpacker.eof and not unpacker.unused_data else None
