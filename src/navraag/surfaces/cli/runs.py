"""``navraag runs``: the logbook of imports, syncs, rebuilds and removals."""

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from navraag.settings import load_settings
from navraag.store.reader import open_registry
from navraag.store.runs import Run, run, runs
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import SHOWN_FAILURES, home_option, json_option


@click.command("runs", epilog="Examples: navraag runs · navraag runs 12 · navraag runs --json")
@click.argument("number", required=False, type=click.IntRange(1))
@home_option
@json_option
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many runs, the newest first.")
def runs_(*, number: int | None, home: Path | None, as_json: bool, limit: int) -> int:
    """List what was done to the registry, the newest first; with a NUMBER the whole report of one run.

    Status 1: that run, or the newest one, failed in part or ended with something that does not hold.
    """
    with open_registry(load_settings(home).home) as registry:
        found = (run(registry, number),) if number else runs(registry, limit)
    if as_json:
        print_json(msgspec.to_builtins(found))
    elif number:
        click.echo("\n".join(report_lines(found[0])))
    else:
        click.echo("\n".join(map(run_line, found)) or "nothing was done to this registry yet")
    return 1 if found and _flaws(found[0]) else 0


def _flaws(one: Run) -> int:
    return len(one.report.get("failed") or ()) + len(one.report.get("broken") or ())


def run_line(one: Run) -> str:
    """Number, moment, command, how long, what came of it."""
    seconds = (one.finished_at - one.started_at).total_seconds()
    cases = one.report.get("cases") or {}
    told = [f"{cases[what]:,} {word}" for what, word in (("added", "new"), ("changed", "changed"), ("removed", "gone")) if cases.get(what)]
    told += [f"{count} failed or not as expected"] if (count := _flaws(one)) else []
    if removed := one.report.get("id"):
        told.append(f"{'shown again' if one.report.get('lifted') else 'removed'}: {removed}: {one.report.get('reason', '')}")
    return f"{one.id:>5} {one.started_at:%Y-%m-%d %H:%M:%S} {one.command:<9}{seconds:>8.1f} s  {', '.join(told) or 'nothing changed'}"


def report_lines(one: Run) -> Iterator[str]:
    """Everything that a run reported."""
    yield run_line(one)
    for name, value in one.report.items():
        if isinstance(value, dict):
            yield from (f"  {name} · {key}: {count:,}" if isinstance(count, int) else f"  {name} · {key}: {count}" for key, count in value.items() if count)
        elif name in {"failed", "broken"}:
            yield from (f"  {name}: {' · '.join(map(str, entry.values())) if isinstance(entry, dict) else entry}" for entry in value[:SHOWN_FAILURES])
        elif value not in (None, "", [], 0, 0.0):
            yield f"  {name}: {value}"
