"""Zip archives opened safely: bounded in members, size and ratio; names are labels and never become paths."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from navraag.errors import NavraagError

MAX_MEMBERS = 500_000
MAX_MEMBER = 256 * 1024 * 1024
MAX_TOTAL = 8 * 1024 * 1024 * 1024
MAX_RATIO = 200  # collections of XML shrink 5 to 30 times
RATIO_MATTERS_FROM = 64 * 1024 * 1024
_LONGEST_NAME = 300
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)
_PACKAGES = frozenset({"[Content_Types].xml", "mimetype"})


class ArchiveError(NavraagError):
    """The archive, or one member, is damaged, locked or too large. Count it as one file that could not be read."""


def is_archive(path: Path) -> bool:
    """A zip archive of files: not a Word or OpenDocument file, which are zips too."""
    with path.open("rb") as file:
        if file.read(4) not in {b"PK\x03\x04", b"PK\x05\x06"}:
            return path.suffix.lower() == ".zip"
    try:
        with zipfile.ZipFile(path) as archive:
            return not _PACKAGES.intersection(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return path.suffix.lower() == ".zip"


def members(path: Path) -> Iterator[tuple[str, bytes | ArchiveError]]:
    """Name and bytes of every file in the archive, sorted by name; in place of the bytes the reason why not.

    ArchiveError where the archive as a whole is refused or damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _refuse_bomb(entries, path.stat().st_size)
            for entry in sorted(entries, key=lambda entry: entry.filename):
                if not entry.is_dir() and not _is_noise(entry.filename):
                    yield label(entry.filename), _read(archive, entry)
    except _DAMAGE as error:
        raise ArchiveError(f"the archive is truncated or damaged: {str(error)[:100]}") from error


def label(name: str) -> str:
    """The name of a member as we note it: no climbing, no root, no control characters, not endless.

    >>> label("../../etc/passwd")
    'etc/passwd'
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    printable = "".join(letter if letter.isprintable() else "_" for letter in "/".join(parts))
    return printable[-_LONGEST_NAME:] or "_"


def _is_noise(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith((".", "~$")) or name.startswith("__MACOSX/") or last in {"Thumbs.db", "desktop.ini"}


def _refuse_bomb(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MAX_MEMBERS:
        raise ArchiveError(f"the archive has {len(entries):,} members, more than {MAX_MEMBERS:,}: split it")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL:
        raise ArchiveError(f"the archive unpacks to {total:,} bytes, more than {MAX_TOTAL:,}: split it")
    if total > RATIO_MATTERS_FROM and total > MAX_RATIO * max(packed, 1):
        raise ArchiveError(f"the archive unpacks to {total:,} bytes, {total // max(packed, 1)} times its size: refused as a zip bomb")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | ArchiveError:
    """The bytes of one member; what it claims to be is checked against what comes out."""
    if entry.flag_bits & 0x1:
        return ArchiveError("protected with a password")
    if entry.filename.lower().endswith(".zip"):
        return ArchiveError("an archive within the archive: unpack it first")
    try:
        with archive.open(entry) as member:
            data = member.read(MAX_MEMBER + 1)
    except _DAMAGE as error:
        return ArchiveError(f"damaged in the archive: {str(error)[:100]}")
    return ArchiveError(f"unpacks to more than {MAX_MEMBER:,} bytes") if len(data) > MAX_MEMBER else data
