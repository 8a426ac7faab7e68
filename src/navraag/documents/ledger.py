"""Ledger: the append-only log of retrievals, one JSON object a line; nothing in it is ever changed."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from navraag.documents.document import Retrieval
from navraag.errors import StoreError

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Retrieval)


class Ledger:
    """The log in one file. A line that a killed process left unfinished is skipped, and the next one starts afresh."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, retrievals: Iterable[Retrieval]) -> None:
        """Add lines; when this returns they are on disk."""
        lines = b"".join(_ENCODER.encode(retrieval) + b"\n" for retrieval in retrievals)
        if not lines:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                start = file.tell()
                self._write(file.fileno(), (b"" if self._ends_whole() else b"\n") + lines, start)
        except OSError as error:
            raise StoreError(f"the ledger {self.path} cannot be written: {error.strerror}") from error

    def __iter__(self) -> Iterator[Retrieval]:
        """Every retrieval, the oldest first."""
        return (entry for _, entry in self.placed())

    def placed(self) -> Iterator[tuple[int, Retrieval]]:
        """Every retrieval with the place of its line, by which ``at`` finds it again, the oldest first."""
        if not self.path.exists():
            return
        place = 0
        with self.path.open("rb") as file:
            for line in file:
                if entry := _decoded(line):
                    yield place, entry
                place += len(line)

    def at(self, places: Iterable[int]) -> Iterator[Retrieval]:
        """The retrievals at some places."""
        with self.path.open("rb") as file:
            for place in places:
                file.seek(place)
                yield _DECODER.decode(file.readline())

    def held_on(self, day: date) -> frozenset[str]:
        """The sha256 of every document that was held at the end of that day (UTC)."""
        return frozenset(entry.document_sha256 for entry in self if entry.retrieved_at.date() <= day)

    def _ends_whole(self) -> bool:
        """Does the file end in a whole line (or is it empty)?"""
        with self.path.open("rb") as file:
            if file.seek(0, os.SEEK_END) == 0:
                return True
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"

    @staticmethod
    def _write(handle: int, lines: bytes, start: int) -> None:
        """Write all and flush, or (disk full) leave the file as long as it was."""
        try:
            written = 0
            while written < len(lines):
                written += os.write(handle, lines[written:])
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, start)
            raise


def _decoded(line: bytes) -> Retrieval | None:
    """None for a line that a kill or a power cut has torn: its document is imported again next time."""
    try:
        return _DECODER.decode(line)
    except msgspec.MsgspecError:
        return None
