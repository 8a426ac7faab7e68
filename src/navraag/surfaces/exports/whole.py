"""A registry, or the cases chosen from it, as files that stay when the registry is gone."""

import json
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from navraag.enrichment.timeline import timeline
from navraag.records.cases import Case
from navraag.store.findings import Findings
from navraag.store.people import People
from navraag.store.reader import Registry
from navraag.surfaces.exports.folder import replacing, seal
from navraag.surfaces.exports.sheets import PERSONS, SHEETS, Told, person_row
from navraag.surfaces.exports.table import Row
from navraag.surfaces.exports.writers import (
    AkomaNtosoWriter,
    CsvWriter,
    JsonLinesWriter,
    ParquetWriter,
    SqliteWriter,
    Writer,
)
from navraag.surfaces.popolo import membership_shape, person_shape

Format = Literal["csv", "jsonl", "parquet", "akoma-ntoso", "popolo", "datapackage", "sqlite"]
FORMATS: tuple[Format, ...] = get_args(Format)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The moment that every member of a zip bears, so that the same registry gives the same bytes."""
EVERY = 500
"""Progress is told once in so many cases."""


def export(
    registry: Registry, cases: Iterable[Case], place: Path, form: Format, *, day: date, told: Callable[[int], None] = lambda _: None,
) -> int:
    """Write the cases to the folder ``place`` (``datapackage``: one zip in it) and give their number.

    ``day`` is the day on which states are taken; ``told`` hears how many cases are done. Raises ConfigurationError where
    something that is no export stands at ``place``; whatever goes wrong, an earlier export there stays whole.
    """
    with replacing(place) as folder:
        match form:
            case "popolo":
                count = _popolo(registry, folder, day)
            case _:
                count = _write_cases(registry, cases, folder, form, day=day, told=told)
        seal(folder, day=day, sheets=(*SHEETS, PERSONS))
        if form == "datapackage":
            _zipped(folder)
    return count


def _write_cases(
    registry: Registry, cases: Iterable[Case], folder: Path, form: Format, *, day: date, told: Callable[[int], None],
) -> int:
    held, known_until = Findings(registry), registry.known_until
    count = 0
    with _WRITERS[form](folder) as writer:
        for count, case in enumerate(cases, 1):
            clock = timeline(case, day, known_until=known_until)
            writer.add(Told(case=case, clock=clock, findings=held.of_case(case.number)))
            if count % EVERY == 0:
                told(count)
        writer.persons(_persons(registry, day))
    return count


_WRITERS: dict[Format, Callable[[Path], Writer]] = {
    "csv": CsvWriter, "datapackage": CsvWriter, "jsonl": JsonLinesWriter, "parquet": ParquetWriter, "sqlite": SqliteWriter,
    "akoma-ntoso": AkomaNtosoWriter,
}


def _persons(registry: Registry, day: date) -> list[Row]:
    """The rows of the sheet of persons: every one who asked, was asked or answered up to that day."""
    people = People(registry)
    members = {row.id: row.cases for row in people.members(day)}
    officials = {row.id: row.cases for row in people.officials(day)}
    return [person_row(people.person(one), members.get(one, 0), officials.get(one, 0)) for one in sorted(members | officials)]


def _popolo(registry: Registry, folder: Path, day: date) -> int:
    """Persons with their memberships, in one file of Popolo JSON."""
    people = People(registry)
    ids = sorted({row.id for row in (*people.members(day), *people.officials(day))})
    held = {one: people.memberships(one) for one in ids}
    persons = [person_shape(people.person(one), held[one]) for one in ids]
    memberships = [membership_shape(seat) for seats in held.values() for seat in seats]
    text = json.dumps({"persons": persons, "memberships": memberships}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "popolo.json").write_text(text + "\n", encoding="utf-8")
    return len(ids)


def _zipped(folder: Path) -> None:
    """Everything in the folder as one zip, in its place."""
    with closing(zipfile.ZipFile(folder / "navraag.zip", "w", zipfile.ZIP_DEFLATED)) as whole:
        for path in sorted(path for path in folder.iterdir() if path.suffix != ".zip"):
            member = zipfile.ZipInfo(path.name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, whole.open(member, "w", force_zip64=True) as target:
                while block := source.read(1 << 20):
                    target.write(block)
            if path.name != "SHA256SUMS":
                path.unlink()
