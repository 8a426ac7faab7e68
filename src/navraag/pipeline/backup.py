"""Backups: consistent while everything runs, verified by hash, and made again in little time.

A place of backups holds the blobs once, and a folder per backup with the databases and the ledger as of that moment. Blobs
never change, so a second backup copies only what is new. A backup counts once its ``BACKUP.json`` is there, which is written last.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from navraag.documents.blobs import BlobStore
from navraag.errors import ConfigurationError, NotFoundError, StoreError
from navraag.settings import Settings
from navraag.store.copying import copy_database, documents_named, look_over

SEAL = "BACKUP.json"
DATABASES = ("registry.sqlite3", "sync.sqlite3", "alerts.sqlite3")
"""The index is left out: it is made anew from the registry."""
LOGS = ("ledger.jsonl", "reports.jsonl", "navraag.toml")
KEY = "alerts.key"
Told = Callable[[str, int, int], None]


def _quiet(_stage: str, _done: int, _all: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup: its folder, how many documents it has, and how many of them were new to the place."""

    folder: Path
    documents: int
    new: int


def back_up(settings: Settings, place: Path, now: datetime, *, with_key: bool = False, told: Told = _quiet) -> Backup:
    """Back up a registry into a place. Raises StoreError where there is none, or where the disk is full; earlier backups stay whole."""
    home = settings.home
    if not settings.registry_path.is_file():
        raise StoreError(f"there is no registry in {home}")
    folder = place / now.strftime("%Y-%m-%dT%H-%M-%S")
    partial = place / f".{folder.name}.partial"
    try:
        partial.mkdir(parents=True)
        for name in (one for one in DATABASES if (home / one).is_file()):  # first: what they name is on disk already
            copy_database(home / name, partial / name, lambda done, total, name=name: told(name, done, total))  # type: ignore[misc]
        for name in (*LOGS, *((KEY,) if with_key else ())):
            if (home / name).is_file():
                shutil.copyfile(home / name, partial / name)
        names = documents_named(partial / DATABASES[0])
        new = _copy_blobs(BlobStore(settings.blobs), BlobStore(place / "blobs"), names, told)
        _seal(partial, names)
        partial.rename(folder)
    except OSError as error:
        raise StoreError(f"the backup in {place} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return Backup(folder=folder, documents=len(names), new=new)


def backups(place: Path) -> tuple[Path, ...]:
    """The backups in a place, the oldest first."""
    return tuple(sorted(path.parent for path in place.glob(f"*/{SEAL}") if not path.parent.name.startswith(".")))


def verify(folder: Path, told: Told = _quiet) -> int:
    """Reads a backup back, byte for byte, and gives how many documents it has. Raises StoreError at the first that is not as it was."""
    seal = _seal_of(folder)
    for name, digest in seal["files"].items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise StoreError(f"{folder / name} is not what was backed up")
    look_over(folder / DATABASES[0])
    blobs, names = BlobStore(folder.parent / "blobs"), documents_named(folder / DATABASES[0])
    for done, name in enumerate(names, 1):
        try:
            blobs.get(name)
        except NotFoundError as error:
            raise StoreError(f"the backup lacks document {name}") from error
        if done % 500 == 0:
            told("verifying", done, len(names))
    return len(names)


def restore(folder: Path, settings: Settings, told: Told = _quiet) -> int:
    """Make a registry of a backup, and give how many documents it has.

    Raises ConfigurationError where a registry stands already, StoreError where the backup is damaged: then nothing was made.
    """
    home = settings.home
    if home.exists() and any(home.iterdir()):
        raise ConfigurationError(f"{home} is not empty; restore into a new folder (--home)")
    seal = _seal_of(folder)
    partial = home.with_name(f".{home.name}.restoring")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        for name, digest in seal["files"].items():
            shutil.copyfile(folder / name, partial / name)
            if _digest(partial / name) != digest:
                raise StoreError(f"{folder / name} is not what was backed up")
        look_over(partial / DATABASES[0])
        names = documents_named(partial / DATABASES[0])
        _copy_blobs(BlobStore(folder.parent / "blobs"), BlobStore(partial / "blobs"), names, told)
        if (partial / KEY).is_file():
            (partial / KEY).chmod(0o600)
        if home.exists():
            home.rmdir()
        partial.rename(home)
    except OSError as error:
        raise StoreError(f"{home} cannot be restored: {error.strerror or error}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return len(names)


def _copy_blobs(source: BlobStore, target: BlobStore, names: tuple[str, ...], told: Told) -> int:
    """The blobs that are not there yet, each read back by its own hash; gives how many were new."""
    new = 0
    for done, name in enumerate(names, 1):
        if name not in target:
            try:
                packed = source.path(name).read_bytes()
            except FileNotFoundError:
                raise StoreError(f"document {name} is named by the registry, and not held: navraag check --documents") from None
            source.get(name)  # damaged bytes are never handed on
            path = target.path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.partial")
            beside.write_bytes(packed)
            beside.replace(path)
            new += 1
        if done % 500 == 0:
            told("documents", done, len(names))
    return new


def _seal(folder: Path, names: tuple[str, ...]) -> None:
    files = {path.name: _digest(path) for path in sorted(folder.iterdir())}
    sealed = folder / SEAL
    with sealed.open("w", encoding="utf-8") as file:
        json.dump({"files": files, "documents": len(names)}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _seal_of(folder: Path) -> dict[str, dict[str, str]]:
    try:
        seal: dict[str, dict[str, str]] = json.loads((folder / SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{folder} is no backup: it has no {SEAL} that can be read") from error
    return seal


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def newest(place: Path) -> Path:
    """The newest backup in a place, or the place itself where it is one. ConfigurationError where there is none."""
    if (place / SEAL).is_file():
        return place
    found = backups(place)
    if not found:
        raise ConfigurationError(f"there is no backup in {place}")
    return found[-1]


def stale(place: Path, keep: int) -> Iterator[Path]:
    """The backups of a place but the newest few."""
    yield from backups(place)[: -keep or None]
