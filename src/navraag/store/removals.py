"""The log of removals: a file beside the ledger to which lines are only added, so that every rebuild respects it."""

import os
from collections.abc import Collection
from pathlib import Path

import msgspec

from navraag.errors import StoreError, WithheldError
from navraag.records.removals import Removal

FILE_NAME = "removals.jsonl"
_REBUILD = "rebuild"
_decoder = msgspec.json.Decoder(Removal)


class Removals:
    """The removals of one registry, given by its database: a registry that is being rebuilt obeys the log of the living one."""

    def __init__(self, database: Path) -> None:
        folder = database.parent
        self.file = (folder.parent if folder.name == _REBUILD else folder) / FILE_NAME
        self._read: tuple[tuple[int, int], tuple[Removal, ...]] | None = None

    def log(self) -> tuple[Removal, ...]:
        """Every line, the oldest first. StoreError where one cannot be read: then nothing may be shown that it forbids."""
        try:
            found = self.file.stat()
        except FileNotFoundError:
            return ()
        mark = (found.st_mtime_ns, found.st_size)
        if self._read is None or self._read[0] != mark:
            self._read = (mark, self._lines())
        return self._read[1]

    def active(self) -> tuple[Removal, ...]:
        """The removals in force: those that no later line lifts."""
        kept: dict[str, Removal] = {}
        for line in self.log():
            if line.lifted:
                kept.pop(line.id, None)
            else:
                kept[line.id] = line
        return tuple(kept.values())

    def append(self, removal: Removal) -> None:
        """Add a line, on disk when this returns."""
        try:
            with self.file.open("ab") as log:
                log.write(msgspec.json.encode(removal) + b"\n")
                log.flush()
                os.fsync(log.fileno())
        except OSError as error:
            raise StoreError(f"{self.file} cannot be written: {error.strerror}") from error

    def refuse(self, sha256: str, *, names: Collection[str], cases: Collection[str]) -> None:
        """Raise WithheldError for a document that is removed itself, or by its publication or by its case."""
        for removal in self.active():
            if sha256 in removal.documents or removal.id == sha256 or removal.id in names or removal.id in cases:
                raise WithheldError(f"document {sha256} was removed on {removal.on.isoformat()}: {removal.reason}")

    def _lines(self) -> tuple[Removal, ...]:
        lines = self.file.read_bytes().splitlines()
        try:
            return tuple(_decoder.decode(line) for line in lines if line.strip())
        except msgspec.DecodeError as error:
            raise StoreError(f"{self.file} has a line that cannot be read: {str(error)[:100]}; mend it before anything is shown") from error
