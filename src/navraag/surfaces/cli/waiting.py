"""navraag waiting: the lists that people act on, for any day."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import cast

import click

from navraag.settings import load_settings
from navraag.store.lists import LIST_KINDS, DayList, Group, ListKind, day_list, groups, key_of, last_known_day, names_of
from navraag.store.reader import Registry, open_registry
from navraag.store.waiting import GroupKind, WaitingCase
from navraag.surfaces import links
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option
from navraag.surfaces.exports.table import Table
from navraag.surfaces.exports.waiting import groups_table, list_table
from navraag.surfaces.feeds.atom import atom
from navraag.surfaces.feeds.calendar import calendar
from navraag.surfaces.feeds.waiting import waiting_feed

KINDS = tuple(kind.replace("_", "-") for kind in LIST_KINDS)
FORMATS = ("text", "json", "csv", "atom", "ics")
_GROUPS: tuple[GroupKind, ...] = ("ministry", "post", "party", "member")
_NO_SITE = "https://navraag.invalid"


@click.command(epilog="Examples: navraag waiting late --on 2024-05-13 --by post · navraag waiting soon --ministry JenV --format ics")
@click.argument("kind", type=click.Choice(KINDS))
@home_option
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day (default: the last one that the sources know).")
@click.option("--ministry", help="Only asked of this ministry: its code or name.")
@click.option("--post", help="Only asked of this post, as minister-jenv.")
@click.option("--party", help="Only asked by this party.")
@click.option("--member", help="Only asked by this member: an id of navraag people.")
@click.option("--by", type=click.Choice(_GROUPS), help="Count by ministry, post, party or member instead of naming the sets.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--site", default=_NO_SITE, help="Address of a site, for the links in feeds.")
def waiting(kind: str, *, home: Path | None, on: datetime | None, by: GroupKind | None, form: str, site: str, **chosen: str | None) -> int:
    """List the sets that were overdue (late), due within ten working days (soon), without notice, or open longest on a day."""
    with open_registry(load_settings(home).home) as registry:
        day = on.date() if on else last_known_day(registry, day_for(registry, None))
        only = _only(registry, chosen, day)
        listed = day_list(registry, cast("ListKind", kind.replace("-", "_")), day, only=only)
        grouped = groups(registry, listed, by) if by else ()
        names = {group: names_of(registry, group, day) for group in only}
    about = ", ".join(names[group].get(key, key) for group, key in only.items())
    if form in {"atom", "ics"}:
        _print_feed(listed, form, site.rstrip("/"), about)
    else:
        _print(listed, grouped, by, form)
    return 0


def _only(registry: Registry, chosen: dict[str, str | None], day: date) -> dict[GroupKind, str]:
    """The codes of what the list is narrowed to."""
    return {kind: key_of(registry, kind, value, day) for kind in _GROUPS if (value := (chosen.get(kind) or "").strip())}


def _print(listed: DayList, grouped: tuple[Group, ...], by: GroupKind | None, form: str) -> None:
    table: Table = groups_table(grouped) if by else list_table(listed)
    if form == "csv":
        click.echo(table.csv(), nl=False)
    elif form == "json":
        print_json({
            "list": listed.kind, "day": listed.day.isoformat(), "known_until": listed.known_until.isoformat() if listed.known_until else None,
            "beyond": listed.beyond, "sets": len(listed.cases), "questions": listed.questions, "open_sets": listed.waiting,
            "groups" if by else "cases": table.records(),
        })
    else:
        click.echo("\n".join(list_lines(listed, grouped if by else None)))


def _print_feed(listed: DayList, form: str, site: str, about: str) -> None:
    """A feed for whoever serves files of a schedule."""
    path = links.list_path(listed.kind)
    question = f"?dag={listed.day}"
    feed = waiting_feed(listed, site=site, address=f"{path}.{form}{question}", page=path + question, about=about)
    sys.stdout.buffer.write(atom(feed) if form == "atom" else calendar(feed))


def list_lines(listed: DayList, grouped: tuple[Group, ...] | None) -> list[str]:
    """A list for people: what it holds, then a line for each set, or for each ministry, post, party or member."""
    if listed.beyond:
        return [f"{listed.day}: not known; the sources end on {listed.known_until}"]
    noticed = sum(case.noticed for case in listed.cases)
    head = f"{listed.kind.replace('_', ' ')} on {listed.day}: {len(listed.cases)} sets with {listed.questions} questions; {noticed} with a notice of delay; {listed.waiting} sets open in all"
    return [head, *(map(case_line, listed.cases) if grouped is None else map(group_line, grouped))]


def case_line(case: WaitingCase) -> str:
    """One set: number, days open and over, when due, the notice or its absence, subject, who asked whom."""
    notice = f"notice {case.notice_on or 'undated'}" if case.noticed else "no notice"
    over = f"{case.days_over} over" if case.days_over else "in term"
    return f"{case.number:<12} {case.days:>5} days {over:>9}  due {case.due_on}  {notice:<17}  {case.subject}  [{case.askers} → {case.addressees}]"


def group_line(group: Group) -> str:
    """One ministry, post, party or member: sets in the list and all open ones, notices, who holds the post since when."""
    reasons = ", ".join(f"{reason.replace('_', ' ')} {count}" for reason, count in sorted(group.reasons.items()))
    office = f"  {group.holder} since {group.since}" if group.holder else ""
    new = ", in the first 30 days" if group.new_in_office else ""
    inherited = f", {group.inherited} inherited" if group.inherited is not None else ""
    return (
        f"{group.sets:>5} sets {group.questions:>6} questions  {group.noticed:>4} noticed  {group.most_days:>5} days at most  "
        f"{group.waiting:>5} open with {group.waiting_questions} questions  {group.name}{office}{new}{inherited}{f'  ({reasons})' if reasons else ''}"
    )
