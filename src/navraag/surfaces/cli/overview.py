"""The commands that look the registry over: list, check."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, cast, get_args

import click
import msgspec

from navraag.lexicon.cabinets import STANCES
from navraag.pipeline.check import CheckReport
from navraag.pipeline.check import check as check_registry
from navraag.records.timeline import State
from navraag.settings import load_settings
from navraag.store.reader import Registry, open_registry
from navraag.store.views import ANSWERED_STATES, OPEN_STATES, OVERDUE_STATES, CaseFilter, CasePage, CaseRow, Order
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option

_GROUPS: dict[str, tuple[State, ...]] = {
    "waiting": OPEN_STATES, "overdue": OVERDUE_STATES, "answered": ANSWERED_STATES,
}
STATES = (*_GROUPS, *get_args(State))
NAMES_SHOWN = 5
ORDERS = tuple(order.replace("_", "-") for order in get_args(Order))


def day_for(registry: Registry, today: datetime | None) -> date:
    """The day asked for, else the samples' own day, else today."""
    return today.date() if today else registry.samples_today or datetime.now().astimezone().date()


@click.command("list", epilog="Examples: navraag list stikstof --year 2020 · navraag list --state overdue --order longest-open")
@click.argument("text", nargs=-1)
@home_option
@json_option
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="State on the day; may be given more than once.")
@click.option("--asker", help="Who asked, as shown in the list.")
@click.option("--party", help="Party of one of the askers on the day: any of its names.")
@click.option("--to", "ministry", help="Ministry (any of its names), office or person asked.")
@click.option("--member", help="Id of a member who asked; navraag people finds it.")
@click.option("--official", help="Id of a minister or state secretary who was asked, or answered.")
@click.option("--stance", type=click.Choice(STANCES), help="Where one of the askers stood on the day.")
@click.option("--topic", help="Topic given by the publisher.")
@click.option("--year", type=int, help="Calendar year of tabling.")
@click.option("--chamber", type=click.Choice(["tk", "ek"]), help="Tweede Kamer or Eerste Kamer; by default both.")
@click.option("--oral/--written", default=None, help="Only oral, or only written questions.")
@click.option("--order", type=click.Choice(ORDERS), default="newest", show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which states are taken (default: today).")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0, help="How many cases to leave out first.")
def list_(text: tuple[str, ...], *, home: Path | None, as_json: bool, limit: int, offset: int, **wanted: object) -> int:
    """List cases whose number or subject has all these words, with their state on a day."""
    with open_registry(load_settings(home).home) as registry:
        chosen = _filter(registry, " ".join(text), wanted)
        page = registry.cases(chosen, offset=offset, limit=limit)
    if as_json:
        print_json({"today": chosen.today.isoformat(), **msgspec.to_builtins(page)})
    else:
        click.echo("\n".join(page_lines(page)))
    return 0


def _filter(registry: Registry, text: str, wanted: dict[str, object]) -> CaseFilter:
    """The filter of the options; groups of states opened."""
    names = cast("tuple[str, ...]", wanted.pop("states"))
    states = cast("tuple[State, ...]", tuple(dict.fromkeys(one for name in names for one in _GROUPS.get(name, (name,)))))
    order = cast("Order", str(wanted.pop("order")).replace("-", "_"))
    today = day_for(registry, cast("datetime | None", wanted.pop("today")))
    return CaseFilter(today=today, text=text, states=states, order=order, **cast("dict[str, Any]", wanted))


def page_lines(page: CasePage) -> list[str]:
    """One case a line, and how many there are."""
    if not page.rows:
        return ["no case fits" if page.total == 0 else f"there are only {page.total} cases; --offset is too high"]
    last = page.offset + len(page.rows)
    return [*map(row_line, page.rows), f"{page.offset + 1}–{last} of {page.total}"]


def row_line(row: CaseRow) -> str:
    """Number, day, state, subject, who asked whom."""
    tabled = row.tabled_on.isoformat() if row.tabled_on else "          "
    counts = f"{row.answered_count}/{row.question_count}" if row.question_count else "-"
    return f"{row.number:<12} {tabled} {row.state:<25} {counts:>6}  {row.subject}  [{row.askers} → {row.addressees}]"


@click.command(epilog="Examples: navraag check · navraag check --documents --json")
@home_option
@json_option
@click.option("--documents", is_flag=True, help="Also read every raw document back and verify it.")
def check(*, home: Path | None, as_json: bool, documents: bool) -> int:
    """Say what is wrong or missing: problems by kind, loose ends, coverage by year, ids that fit no form.

    Status 1: a document could not be read, or its bytes are damaged or gone.
    """
    with open_registry(load_settings(home).home) as registry:
        report = check_registry(registry, verify=documents)
    if as_json:
        print_json(msgspec.to_builtins(report))
    else:
        click.echo("\n".join(check_lines(report)))
    broken = report.blobs is not None and bool(report.blobs.damaged or report.blobs.missing)
    return 1 if broken or any(problem.code == "document.not-read" for problem in report.problems) else 0


def check_lines(report: CheckReport) -> list[str]:
    """The report for people."""
    lines = [f"Complete up to {source.known_until}: {source.source} ({source.records} registrations)" for source in report.sources]
    lines = lines or ["How far the registry is complete is not known: no list of registrations was imported"]
    lines.append("Problems by kind:")
    lines += [f"  {found.count:>7} {found.severity:<7} {found.code}: {found.explanation}" for found in report.problems] or ["  none"]
    lines.append("Loose ends:")
    lines += [
        f"  {end.count:>7} cases with {end.kind.replace('_', ' ')}{': ' if end.examples else ''}{', '.join(end.examples)}"
        for end in report.loose_ends
    ]
    if report.read_by_older_parser:
        lines.append(f"{report.read_by_older_parser} documents were read by another version: navraag rebuild reads them again")
    lines += _name_lines(report) + _year_lines(report) + _quarantine_lines(report) + _blob_lines(report)
    return lines


def _name_lines(report: CheckReport) -> list[str]:
    """How far names are resolved, and the names that stay as printed."""
    lines = ["Names resolved to persons:"]
    for part in report.names:
        share = f"{100 * part.resolved / part.names:.1f} %" if part.names else "none held"
        lines.append(f"  {part.resolved:>7} of {part.names} {part.part}s ({share}); {len(part.unresolved)} names stay as printed")
        lines += [f"  {one.count:>11} {one.name}{f' ({one.party})' if one.party else ''}" for one in part.unresolved[:NAMES_SHOWN]]
    return lines


def _year_lines(report: CheckReport) -> list[str]:
    lines = ["Coverage by year (kv and ah: publication ids of a list, and those without a document here):"]
    lines.append(f"  {'year':<6}{'cases':>8}{'questions':>11}{'answers':>9}{'notices':>9}{'kv known':>10}{'missing':>9}{'ah known':>10}{'missing':>9}")
    lines += [
        f"  {year.year:<6}{year.cases:>8}{year.with_questions:>11}{year.with_answers:>9}{year.with_notice:>9}"
        f"{year.known_questions:>10}{year.missing_questions:>9}{year.known_answers:>10}{year.missing_answers:>9}"
        for year in report.years
    ]
    return lines


def _quarantine_lines(report: CheckReport) -> list[str]:
    rules: dict[str, int] = {}
    for found in report.quarantined:
        rules[found.rule] = rules.get(found.rule, 0) + 1
    lines = [f"Publication ids in quarantine: {len(report.quarantined)}"] if rules else []
    lines += [f"  {count:>7} {rule}" for rule, count in sorted(rules.items(), key=lambda item: (-item[1], item[0]))]
    return lines + [f"          {found.id} is likely the case {found.likely}" for found in report.quarantined if found.likely]


def _blob_lines(report: CheckReport) -> list[str]:
    if report.blobs is None:
        return []
    blobs = report.blobs
    lines = [f"Raw documents read back: {blobs.read}, of which {len(blobs.damaged)} damaged; {len(blobs.missing)} missing"]
    lines += [f"  damaged: {sha256}: import it again" for sha256 in blobs.damaged]
    lines += [f"  missing: {sha256}: import it again" for sha256 in blobs.missing]
    return lines + ([f"  {len(blobs.unused)} kept but not in the registry: navraag import takes them in again"] if blobs.unused else [])
