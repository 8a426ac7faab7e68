"""``navraag enrich``: read the cases of the registry for findings; and the findings of one case."""

import sys
from pathlib import Path

import click

from navraag.pipeline.enrich import enrich as enrich_registry
from navraag.settings import load_settings
from navraag.store.database import sole_writer
from navraag.store.findings import Findings
from navraag.store.reader import open_registry
from navraag.store.writer import Writer
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.progress import ProgressBar
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.finding_shapes import findings_by_sort
from navraag.surfaces.shapes import Shape


@click.command(epilog="Example: navraag enrich --home .demo")
@home_option
@json_option
@click.option("--processes", type=click.IntRange(1, 64), help="How many processes read (default: 2 where there is much to read).")
def enrich(*, home: Path | None, as_json: bool, processes: int | None) -> int:
    """Read every case for findings that is new, has changed, or was read by rules of before. An import does this by itself.

    Interrupted, it keeps what was read, and goes on from there the next time.
    """
    settings = load_settings(home)
    with open_registry(settings.home):
        pass  # a folder without a registry is a mistake, and no reason to make one
    with sole_writer(settings.home, purpose="enrich"):
        writer = Writer(settings.registry_path)
        try:
            done = enrich_registry(writer, ProgressBar(sys.stderr).show, processes)
        finally:
            writer.close()
    if as_json:
        print_json({"cases": done.cases, "findings": done.findings})
    else:
        click.echo(f"{done.cases} cases read, {done.findings} findings" if done.cases else "every case was read by these rules already")
    return 0


def case_findings(number: str, home: Path | None) -> Shape:
    """The findings of one case that the registry holds; ``read`` is False where it was not read yet."""
    with open_registry(load_settings(home).home) as registry:
        case, held = registry.case(number), Findings(registry)
        return {"case": case.number, "read": held.is_read(case.number)} | findings_by_sort(held.of_case(case.number))
