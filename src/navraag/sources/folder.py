"""Files on disk as a source: single files, folders with all that is below them, and zip archives."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from navraag.errors import ConfigurationError
from navraag.sources.archive import ArchiveError, is_archive, members

LARGEST_FILE = 256 * 1024 * 1024
"""A file beyond 256 MiB is no document; lists of that size are split by whoever makes them."""

_NOISE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """One file with its bytes. ``source_id`` is its path below what was imported; ``named``: the user named it himself."""

    source_id: str
    data: bytes
    named: bool = False

    @property
    def name(self) -> str:
        """The name of the file alone."""
        return self.source_id.rpartition("/")[2].rpartition("!")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One file or folder that could not be read, and why, in one sentence."""

    source_id: str
    reason: str


def check_paths(paths: Iterable[Path]) -> None:
    """ConfigurationError for the first path that does not exist: nothing is imported then."""
    for path in paths:
        try:
            path.stat()
        except FileNotFoundError:
            raise ConfigurationError(f"{path} does not exist") from None
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise ConfigurationError(f"{str(path)[:100]} cannot be read: {reason}") from error


def find(paths: Iterable[Path], *, apart_from: Path | None = None) -> Iterator[FoundFile | Refused]:
    """Every file in the paths given, folders and zip archives opened, in an order that is always the same.

    ``apart_from`` is a folder that is passed over: the registry's own, where it lies within what is imported.
    """
    own = apart_from.resolve() if apart_from else None
    for path in paths:
        if path.is_dir():
            yield from _walk(path, "", own)
        else:
            yield from _open(path, _printable(path.name), named=True)


def count_files(paths: Iterable[Path]) -> int:
    """How many files stand in the paths given (an archive counts as one): how long a progress bar is."""
    return sum(sum(len(names) for _, _, names in os.walk(path)) if path.is_dir() else 1 for path in paths)


def _walk(folder: Path, below: str, own: Path | None) -> Iterator[FoundFile | Refused]:
    if folder.resolve() == own:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Refused(source_id=below or folder.name, reason=f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        name = _printable(entry.name)
        source_id = f"{below}/{name}" if below else name
        if entry.name.startswith((".", "~$")) or entry.name in _NOISE:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), source_id, own)
        else:
            yield from _open(Path(entry.path), source_id)


def _open(path: Path, source_id: str, *, named: bool = False) -> Iterator[FoundFile | Refused]:
    """One file, or the members of an archive."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            if named:
                yield Refused(source_id=source_id, reason="no file but a device, pipe or socket")
            return
        if is_archive(path):
            for name, data in members(path):
                yield _member(f"{source_id}!{name}", data)
            return
        if found.st_size > LARGEST_FILE:
            yield Refused(source_id=source_id, reason=f"{found.st_size:,} bytes, more than the {LARGEST_FILE:,} that a file may have")
            return
        yield FoundFile(source_id=source_id, data=path.read_bytes(), named=named)
    except ArchiveError as error:
        yield Refused(source_id=source_id, reason=str(error))
    except OSError as error:
        yield Refused(source_id=source_id, reason=f"cannot be read: {error.strerror or error}")


def _printable(name: str) -> str:
    """A file name as a label: bytes that are no UTF-8, and signs that would steer a terminal, become "?"."""
    text = name.encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _member(source_id: str, data: bytes | ArchiveError) -> FoundFile | Refused:
    if isinstance(data, ArchiveError):
        return Refused(source_id=source_id, reason=str(data))
    return FoundFile(source_id=source_id, data=data)
