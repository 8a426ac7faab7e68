"""``navraag export``: the registry as files."""

import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

import click

from navraag.records.cases import Case
from navraag.settings import load_settings
from navraag.store.reader import Registry, open_registry
from navraag.store.views import CaseFilter
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.progress import ProgressBar
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.exports.whole import FORMATS, Format, export
from navraag.surfaces.shapes import iso
from navraag.surfaces.web.mirror import mirror

PAGE = 1_000
SITE = "static-site"
_COUNTED = {"popolo": "persons", SITE: "files"}


@click.command("export", epilog="Examples: navraag export csv --to kamervragen · navraag export parquet --to 2020 --year 2020")
@click.argument("form", metavar="FORMAT", type=click.Choice([*FORMATS, SITE]))
@click.option("--to", "place", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder to make; an earlier export there is replaced.")
@click.option("--text", default="", help="Only cases whose number or subject has all these words.")
@click.option("--year", type=int, help="Only cases of this calendar year of tabling.")
@click.option("--party", help="Only cases that a member of this party asked.")
@click.option("--ministry", help="Only cases that were put to this ministry.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which states are taken (default: today).")
@click.option("--public-url", default="", help="Address of your site: where a static-site leads for what needs a server.")
@home_option
@json_option
def export_(
    form: str, *, place: Path, text: str, year: int | None, party: str | None, ministry: str | None, today: datetime | None,
    public_url: str, home: Path | None, as_json: bool,
) -> int:
    """Write all cases, or those that the options choose, to a folder.

    FORMAT is csv, jsonl, parquet, sqlite, akoma-ntoso (one XML file per case), popolo (people), or datapackage (the CSV
    files with their codebook in one zip); or static-site, all pages as files for a plain web server or a disk. Beside the files stand the codebook (datapackage.json) and their checksums.
    The same registry and day give the same bytes.
    """
    started = time.monotonic()
    with open_registry(load_settings(home).home) as registry:
        day = day_for(registry, today)
        wanted = CaseFilter(today=day, text=text, year=year, party=party, ministry=ministry, order="oldest")
        total = registry.cases(wanted, limit=1).total
        bar = ProgressBar(sys.stderr)
        chosen = registry.every_case() if wanted == CaseFilter(today=day, order="oldest") else _chosen(registry, wanted)
        if form == SITE:
            count = mirror(registry, place, day=day, public_url=public_url, told=lambda done, of: bar.show("writing", done, of)).files
        else:
            count = export(registry, chosen, place, cast("Format", form), day=day, told=lambda done: bar.show("writing", done, total))
        bar.show("writing", total, total)
    if as_json:
        print_json({"format": form, "place": str(place), "written": count, "today": iso(day), "seconds": round(time.monotonic() - started, 1)})
    else:
        click.echo(f"{count} {_COUNTED.get(form, 'cases')} written to {place} as {form}, as of {day} ({time.monotonic() - started:.1f} s)")
    return 0


def _chosen(registry: Registry, wanted: CaseFilter) -> Iterator[Case]:
    """The cases that a filter lets through, one by one."""
    offset = 0
    while rows := registry.cases(wanted, offset=offset, limit=PAGE).rows:
        yield from (registry.case(row.number) for row in rows)
        offset += len(rows)
