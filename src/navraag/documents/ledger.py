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
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            for line in file:
                try:
                    yield _DECODER.decode(line)
                except msgspec.MsgspecError:
                    continue  # torn by a kill or a power cut; its document is imported again next time

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
