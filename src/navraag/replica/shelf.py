"""Dossiers on disk: one JSON line each, read when asked for, so that a whole history needs little memory."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import overload
from weakref import finalize

import msgspec

from navraag.replica.dossiers import Dossier

_AT_HAND = 20_000
_decoder = msgspec.json.Decoder(Dossier)


def write_shelf(path: Path, dossiers: Iterable[Dossier], stamp: str) -> int:
    """Write dossiers to a file, under a stamp that says from what they were made; how many there are."""
    part = path.with_suffix(".part")
    count = 0
    with part.open("wb") as out:
        out.write(f"{stamp}\n".encode())
        for dossier in dossiers:
            out.write(msgspec.json.encode(dossier) + b"\n")
            count += 1
    part.replace(path)
    return count


def stamp_of(path: Path) -> str:
    """From what a shelf was made; "" where there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as lines:
        return lines.readline().decode(errors="replace").strip()


class Shelf(Sequence[Dossier]):
    """The dossiers of a file, as a sequence; the last ones used stay in memory. The file is closed when nobody has the shelf any more."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        finalize(self, self._file.close)
        self._offsets = array("q")
        at = len(self._file.readline())
        for line in self._file:
            self._offsets.append(at)
            at += len(line)
        self._read = lru_cache(_AT_HAND)(self._line)

    def _line(self, place: int) -> Dossier:
        self._file.seek(self._offsets[place])
        return _decoder.decode(self._file.readline())

    def __len__(self) -> int:
        return len(self._offsets)

    @overload
    def __getitem__(self, place: int) -> Dossier: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Dossier]: ...

    def __getitem__(self, place: int | slice) -> Dossier | Sequence[Dossier]:
        if isinstance(place, slice):
            return [self._read(at) for at in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._read(place)

    def __iter__(self) -> Iterator[Dossier]:
        for place in range(len(self)):
            yield self._line(place)
