"""navraag people: find a person, with seats, posts and how many sets of questions."""

from datetime import datetime
from pathlib import Path

import click

from navraag.lexicon.names import party_label
from navraag.lexicon.offices import label_on
from navraag.records.people import Membership
from navraag.settings import load_settings
from navraag.store.people import People, PersonRow
from navraag.store.reader import open_registry
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.popolo import person_shape

NOBODY = 1


@click.command(epilog="Examples: navraag people van dijk · navraag people schippers --json")
@click.argument("name", nargs=-1, required=True)
@home_option
@json_option
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Count what was asked up to this day (default: today).")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
def people(name: tuple[str, ...], *, home: Path | None, as_json: bool, today: datetime | None, limit: int) -> int:
    """Find persons whose name has all these words: id, seats, posts and how many sets of questions."""
    with open_registry(load_settings(home).home) as registry:
        held = People(registry)
        found = held.find(" ".join(name), day_for(registry, today))
        shown = [(row, held.memberships(row.id)) for row in found[:limit]]
        shapes = [person_shape(held.person(row.id), memberships) | {"cases": row.cases} for row, memberships in shown] if as_json else []
    if as_json:
        print_json({"total": len(found), "persons": shapes})
    else:
        click.echo("\n".join(line for row, memberships in shown for line in person_lines(row, memberships)) or "nobody has that name here")
    return 0 if found else NOBODY


def person_lines(row: PersonRow, memberships: tuple[Membership, ...]) -> list[str]:
    """A person for people: name, id and sets, then a line for each seat and post."""
    return [f"{row.name}  [{row.id}]  {row.cases} sets of questions", *(f"  {_days(one)}  {_what(one)}" for one in memberships)]


def _days(one: Membership) -> str:
    end = f"(known up to {one.known_until})" if one.known_until else one.end_date or "now"
    return f"{one.start_date or '?'} – {end}"


def _what(one: Membership) -> str:
    if one.post_id and one.start_date:
        return label_on(one.post_id, one.start_date)
    return f"Tweede Kamer, {party_label(one.on_behalf_of_id) if one.on_behalf_of_id else 'party unknown'}"
