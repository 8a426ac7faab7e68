"""``navraag register NAME``: the lines of a public register, as text, JSON or CSV."""

from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from navraag.settings import load_settings
from navraag.store.reader import open_registry
from navraag.store.registers import RegisterFilter, RegisterRow, Registers, Term
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.registers import REGISTERS, register_table

NOTHING = 1


@click.command(epilog="Examples: navraag register toezeggingen --term lapsed · navraag register cijfers-uit-antwoorden --csv")
@click.argument("name", type=click.Choice(list(REGISTERS)))
@home_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print all lines as CSV.")
@click.option("--ministry", help="Only what this ministry answered (its code: jenv, vws).")
@click.option("--topic", help="Only cases on this topic, as the publisher calls it.")
@click.option("--year", type=click.IntRange(1900, 2200), help="Only what was said in this year.")
@click.option("--term", type=click.Choice(get_args(Term)), help="Only undertakings whose term stands like this.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which terms are looked at (default: today).")
@click.option("--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="How many lines, unless all are asked for as CSV.")
def register(
    name: str, *, home: Path | None, as_json: bool, as_csv: bool, ministry: str | None, topic: str | None, year: int | None, term: Term | None,
    today: datetime | None, limit: int,
) -> int:
    """Undertakings, what is said not to be known, or figures, through all cases. Status 1: nothing found.

    A lapsed term says that nothing was found that followed, in the sources held and up to the day they reach: never that a
    promise was not kept. What the sources do not reach ("unverifiable") is listed only when asked for.
    """
    chosen = REGISTERS[name]
    with open_registry(load_settings(home).home) as registry:
        wanted = RegisterFilter(
            kind=chosen.kind, today=day_for(registry, today), ministry=ministry, topic=topic, year=year, term=term if chosen.dated else None, public=chosen.dated,
        )
        held = Registers(registry)
        if as_csv:
            table = register_table(chosen, held.every(wanted))
            click.echo(table.csv(), nl=False)
            return 0 if table.rows else NOTHING
        page = held.page(wanted, limit=limit)
    if as_json:
        print_json({"total": page.total, "today": wanted.today.isoformat(), "lines": register_table(chosen, page.rows).records()})
    else:
        click.echo("\n".join([*map(_line, page.rows), f"{page.total} in all"]))
    return 0 if page.rows else NOTHING


def _line(row: RegisterRow) -> str:
    """One line for people: the words, where they stand, and the last day that they name."""
    found = row.finding.found
    when = f", {row.term} {found.latest}" if found.latest else ""
    return f"{row.finding.pair_id} ({row.said_on or '?'}{when})\n  {found.quote}"
