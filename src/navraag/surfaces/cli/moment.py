"""``navraag moment``: a time expression and a date in, an interval out."""

import json
import sys
from datetime import date, datetime

import click

from navraag.enrichment.moments import read_moment
from navraag.surfaces.dutch import dutch_date
from navraag.surfaces.shapes import Shape, iso


def moment_shape(expression: str, anchor: date) -> Shape:
    """The interval as JSON; ``kind`` is null where the words name no time."""
    moment = read_moment(expression, anchor)
    if moment is None:
        return {"earliest": None, "latest": None, "kind": None, "rule": None, "latest_lenient": None, "estimated": False}
    return {
        "earliest": iso(moment.earliest), "latest": iso(moment.latest), "kind": moment.kind, "rule": moment.rule,
        "latest_lenient": iso(moment.lenient or moment.latest), "estimated": moment.estimated,
    }


def _batch_line(line: str) -> Shape:
    try:
        asked = json.loads(line)
        return moment_shape(str(asked["expression"]), date.fromisoformat(asked["anchor"]))
    except (ValueError, KeyError, TypeError):
        return {"error": 'each line must be {"expression": "voor de zomer", "anchor": "2020-05-25"}'}


@click.command(epilog='Example: navraag moment "voor de zomer" --anchor 2020-05-25')
@click.argument("expression", required=False)
@click.option("--anchor", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the words were written.")
@click.option("--json", "as_json", is_flag=True, help="Print the interval as JSON.")
@click.option("--batch", is_flag=True, help="Read JSON lines from standard input; print one JSON object a line.")
def moment(expression: str | None, *, anchor: datetime | None, as_json: bool, batch: bool) -> int:
    """When does a Dutch time expression mean, written on a certain day?"""
    if batch:
        for line in sys.stdin:
            click.echo(json.dumps(_batch_line(line), ensure_ascii=False))
        return 0
    if expression is None or anchor is None:
        raise click.UsageError('give an expression and --anchor DATE, as in: navraag moment "voor de zomer" --anchor 2020-05-25')
    shape = moment_shape(expression, anchor.date())
    if as_json:
        click.echo(json.dumps(shape, ensure_ascii=False))
    elif shape["kind"] is None:
        click.echo("no time expression that I can read")
        return 1
    else:
        found = [date.fromisoformat(day) if day else None for day in (shape["earliest"], shape["latest"])]
        ends = [dutch_date(day) if day else "open" for day in found]
        click.echo(f"{ends[0]} – {ends[1]} ({shape['kind']}, regel {shape['rule']}{', geschat' if shape['estimated'] else ''})")
    return 0
