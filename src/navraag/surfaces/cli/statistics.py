"""navraag statistics: every figure of the site, as text, CSV or JSON."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import click

from navraag.errors import ConfigurationError
from navraag.lexicon.cabinets import STANCES
from navraag.records.statistics import Dimension, Period
from navraag.settings import load_settings
from navraag.store.lists import GROUP_KINDS, key_of
from navraag.store.reader import open_registry
from navraag.store.statistics import SIZES, WHICH
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option
from navraag.surfaces.exports.table import Table, Value
from navraag.surfaces.statistics import WHAT, Statistics, Subject

_NUMBER_COLUMNS = (int, float)


@click.command(epilog="Examples: navraag statistics ministry --from 2020-01-01 · navraag statistics times --party SP --format csv")
@click.argument("what", type=click.Choice(WHAT), default="all")
@home_option
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="First day of asking (default: the last five calendar years).")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Last day of asking.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="What was known on this day (default: the last one that the sources know).")
@click.option("--ministry", help="Only asked of this ministry: its code or name.")
@click.option("--post", help="Only asked of this post, as minister-jenv.")
@click.option("--minister", help="Only asked of this person: an id of navraag people.")
@click.option("--party", help="Only asked by this party.")
@click.option("--member", help="Only asked by this member: an id of navraag people.")
@click.option("--stance", type=click.Choice(STANCES), help="Only asked from the coalition, the opposition, or neither.")
@click.option("--topic", help="Only of this topic.")
@click.option("--size", type=click.Choice(SIZES), help="Only sets with so many questions.")
@click.option("--year", help="Only of this year.")
@click.option("--month", help="Only of this month, as 2024-05.")
@click.option("--which", type=click.Choice(tuple(WHICH)), help="With cases: only those with this outcome.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
def statistics(
    what: str, *, home: Path | None, first: datetime | None, last: datetime | None, on: datetime | None, which: str | None, form: str, **only: str | None,
) -> int:
    """Count sets of a period by ministry, post, minister, party, stance, member, topic, size, year or month.

    Each with its shares in time under three definitions and its answer times. Or: answer times by day (times), the desks of ministries
    (workload), reasons for delay, joint answers, what was asked per member and seat (seats), the sets themselves (cases).
    """
    with open_registry(load_settings(home).home) as registry:
        held = Statistics(registry, on.date() if on else day_for(registry, None))
        chosen: dict[Dimension, str] = {}
        for name, value in only.items():
            if value and value.strip():
                kind = cast("Dimension", name)
                chosen[kind] = key_of(registry, kind, value.strip(), held.day) if kind in GROUP_KINDS else value.strip()
        period = held.period(_day(first), _day(last))
        _check_span(chosen)
        table = held.table(cast("Dimension | Subject", what), period, chosen, which or "")
    _print(table, {"what": what, "period": period, "only": chosen, "which": which}, form)
    return 0


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _check_span(chosen: dict[Dimension, str]) -> None:
    """A year and a month that can be."""
    for name, tail in (("year", "-01-01"), ("month", "-01")):
        value = chosen.get(cast("Dimension", name))
        try:
            date.fromisoformat(f"{value}{tail}" if value else "2000-01-01")
        except ValueError:
            raise ConfigurationError(f"there is no {name} {value!r}") from None


def _print(table: Table, asked: dict[str, Any], form: str) -> None:
    period: Period = asked["period"]
    if form == "csv":
        click.echo(table.csv(), nl=False)
    elif form == "json":
        days = {"first": period.first.isoformat(), "last": period.last.isoformat(), "known_on": period.day.isoformat()}
        print_json({**asked, "period": days, "columns": {column.name: column.about for column in table.columns}, "rows": table.records()})
    else:
        click.echo(f"Written questions of the Tweede Kamer asked {period.first} – {period.last}, as known on {period.day}")
        click.echo("\n".join(text_lines(table)))


def text_lines(table: Table) -> list[str]:
    """A table in columns: words to the left, numbers to the right."""
    if not table.rows:
        return ["nothing was asked in this period"]
    cells = [[_text(value) for value in row] for row in table.rows]
    widths = [max(len(name), *(len(row[at]) for row in cells)) for at, name in enumerate(table.names)]
    right = [column.kind in _NUMBER_COLUMNS for column in table.columns]
    return [_line(list(table.names), widths, right), *(_line(row, widths, right) for row in cells)]


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    return "  ".join(cell.rjust(width) if number else cell.ljust(width) for cell, width, number in zip(cells, widths, right, strict=True)).rstrip()


def _text(value: Value) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
