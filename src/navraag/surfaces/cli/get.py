"""``navraag get``: one case, or a few, straight from the official addresses."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from navraag.enrichment.timeline import timeline
from navraag.pipeline.get import IMPATIENT, Got, case_number, get_case, keep
from navraag.sources.http import Client
from navraag.surfaces.cli.page import case_lines
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.cli.sync import at_option, pace_option, settings_at
from navraag.surfaces.shapes import case_shape


@click.command(epilog="Examples: navraag get 2020Z02502 · navraag get kv-tk-2020Z02502 2021Z09739 --json")
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER...")
@home_option
@json_option
@at_option
@pace_option
def get(numbers: tuple[str, ...], *, home: Path | None, as_json: bool, at: str, pace: float | None) -> int:
    """Fetch cases by number from the official addresses, keep them, and show them: at most six requests for each.

    Status 0: all were found and kept; 1: one was not; 3: there is no line to the official addresses.
    """
    wanted = tuple(dict.fromkeys(map(case_number, numbers)))
    settings = settings_at(home, at, pace)
    manners = replace(IMPATIENT, pace=settings.services.pace, paces=settings.services.paces)
    found: list[Got] = []
    with Client(manners) as client:
        try:
            for number in wanted:
                found.append(get_case(number, settings, client))
                _show(found[-1], as_json=as_json)
        finally:
            failed = keep(found, settings, lambda: datetime.now(UTC))
            for reason in dict.fromkeys(failure.reason for failure in failed):
                click.echo(f"navraag: not kept: {reason}", err=True)
    return 0 if all(got.case for got in found) and not failed else 1


def _show(got: Got, *, as_json: bool) -> None:
    """Print a case, or that there is none."""
    if got.case is None:
        click.echo(f"navraag: {got.number}: no publication of it is known ({got.requests} requests, {got.seconds:.1f} s)", err=True)
        return
    today = datetime.now().astimezone().date()
    clock = timeline(got.case, today)
    if as_json:
        print_json({**case_shape(got.case, clock), "fetched": list(got.publications), "not_fetched": list(got.left), "requests": got.requests})
        return
    click.echo("\n".join(case_lines(got.case, clock)))
    left = f"; not fetched: {', '.join(got.left)}: navraag sync" if got.left else ""
    click.echo(f"\n{got.requests} requests, {got.seconds:.1f} s: {', '.join(got.publications)}{left}")
