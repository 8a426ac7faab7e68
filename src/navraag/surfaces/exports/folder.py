"""An export as a folder: written beside its place, then put there as a whole, with a codebook and checksums.

A run that is cut short leaves nothing where the export belongs; an earlier export is replaced only by a whole one.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from navraag.errors import ConfigurationError
from navraag.surfaces.exports.sheets import Sheet
from navraag.surfaces.shapes import Shape

CODEBOOK = "datapackage.json"
CHECKSUMS = "SHA256SUMS"
_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}
_MEDIA = {".csv": "text/csv", ".parquet": "application/vnd.apache.parquet", ".jsonl": "application/jsonl"}


def file_name(name: str) -> str:
    """A number as the name of a file, whatever stands in it."""
    return re.sub(r"[^A-Za-z0-9_-]+", "_", name)


@contextmanager
def replacing(place: Path) -> Iterator[Path]:
    """A fresh folder to write in; at the end it stands at ``place``. Raises ConfigurationError where something else stands there."""
    if place.exists() and not (place / CHECKSUMS).is_file() and (not place.is_dir() or any(place.iterdir())):
        raise ConfigurationError(f"{place} is there already and is no export; choose another place")
    partial = place.with_name(f".{place.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        yield partial
        former = place.with_name(f".{place.name}.former")
        shutil.rmtree(former, ignore_errors=True)
        if place.exists():
            place.rename(former)
        partial.rename(place)
        shutil.rmtree(former, ignore_errors=True)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def seal(folder: Path, *, day: date, sheets: Iterable[Sheet] = ()) -> None:
    """The codebook (a Frictionless data package) and the checksums of everything in the folder.

    Nothing in it depends on the moment or the machine: the same registry gives the same bytes.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    by_name = {sheet.name: sheet for sheet in sheets}
    resources = [_resource(path, folder, by_name.get(path.stem)) for path in files]
    digest = hashlib.sha256("".join(one["hash"] for one in resources).encode()).hexdigest()
    package = {
        "name": "navraag", "title": "Navraag: written questions of the Dutch parliament, with their answers",
        "profile": "data-package", "version": f"{day.isoformat()}+{digest[:12]}", "created": f"{day.isoformat()}T00:00:00Z",
        "licenses": [{"name": "CC0-1.0", "title": "Facts collected by Navraag; the texts are official documents (Auteurswet, art. 11)"}],
        "sources": [
            {"title": "Tweede Kamer der Staten-Generaal, open data"}, {"title": "Officiële bekendmakingen (KOOP)"},
        ],
        "description": (
            f"States and days are as of {day.isoformat()}. In CSV files, cells that begin as a formula would have an apostrophe in front. "
            "Values of a column that holds several are separated by '; '."
        ),
        "resources": resources,
    }
    (folder / CODEBOOK).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sealed = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in sealed]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def _resource(path: Path, folder: Path, sheet: Sheet | None) -> Shape:
    resource: Shape = {
        "name": path.stem.replace("_", "-"), "path": path.relative_to(folder).as_posix(), "format": path.suffix.lstrip("."),
        "mediatype": _MEDIA.get(path.suffix, "application/octet-stream"), "bytes": path.stat().st_size, "hash": f"sha256:{_digest(path)}",
    }
    if sheet is None:
        return resource
    fields = [{"name": column.name, "type": _TYPES[column.kind], "description": column.about} for column in sheet.columns]
    schema: Shape = {"fields": fields, "missingValues": [""]}
    if sheet.key:
        schema["primaryKey"] = list(sheet.key)
    return resource | {"profile": "tabular-data-resource", "description": sheet.about, "encoding": "utf-8", "schema": schema}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
