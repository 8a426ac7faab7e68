"""``navraag sync``: keep the registry equal to the official sources."""

import re
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click
import msgspec

from navraag.errors import ConfigurationError, SourceError
from navraag.pipeline.sync import SyncPlan, SyncReport
from navraag.pipeline.sync import sync as follow_sources
from navraag.pipeline.sync_preview import Pending, preview
from navraag.settings import Settings, load_settings
from navraag.sources.catalog import SOURCES, chosen
from navraag.sources.http import Client
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.progress import ProgressBar
from navraag.surfaces.cli.registry import SHOWN_FAILURES, home_option, json_option

SHORTEST = 10
"""Seconds between two rounds: less would be impolite."""
_SPAN = re.compile(r"(\d{1,6})\s{0,2}([smhu]?)")
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "u": 3600}


def read_span(printed: str) -> int:
    """Seconds out of "60s", "5m" or "1h".

    >>> read_span("5m")
    300
    """
    found = _SPAN.fullmatch(printed.strip().lower())
    if not found:
        raise ConfigurationError(f"--watch {printed!r} should be a time such as 60s, 5m or 1h")
    return max(SHORTEST, int(found[1]) * _UNITS[found[2]])


def settings_at(home: Path | None, at: str, pace: float | None) -> Settings:
    """The settings of a registry, with the address and pace of the command line before those of the configuration."""
    settings = load_settings(home, at=at)
    return settings if pace is None else replace(settings, services=replace(settings.services, pace=pace))


at_option = click.option("--at", default="", metavar="URL", help="Ask a stand-in at this address (navraag replica) for everything.")
pace_option = click.option("--pace", type=click.FloatRange(0, 1000), help="Requests a second for each host; 0: no pause. Default 2, or the configuration's.")


@click.command(epilog="Examples: navraag sync --since 2026-10-25 · navraag sync --watch 60s · navraag sync --at http://127.0.0.1:8765 --pace 0")
@home_option
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Begin at this day; a later sync without it brings what lies before.")
@click.option("--sources", default="", metavar="NAMES", help=f"Only these, separated by commas: {', '.join(SOURCES)}.")
@click.option("--watch", default="", metavar="TIME", help="Go on, and ask again after this time: 60s, 5m, 1h.")
@click.option("--dry-run", is_flag=True, help="Say what would come, and keep nothing.")
@at_option
@pace_option
@json_option
@click.option("--processes", type=click.IntRange(1, 64), help="How many processes read documents (default: 2 where many).")
def sync(
    *, home: Path | None, since: datetime | None, sources: str, watch: str, dry_run: bool, at: str, pace: float | None, as_json: bool,
    processes: int | None,
) -> int:
    """Make the registry equal to the official sources: from nothing, or since the last time.

    It can be stopped at any moment; the next one goes on from there. Status 0: all is well; 1: something could not be
    had or does not hold, as printed; 3: no service can be reached.
    """
    settings = settings_at(home, at, pace)
    day = since.date() if since else None
    names = chosen(sources)
    plan = SyncPlan(
        sources=names, since=day, now=lambda: datetime.now(UTC), tell=ProgressBar(sys.stderr).show, processes=processes,
    )
    with Client.of(settings.services) as client:
        if dry_run:
            return _preview(settings, client, names, day, as_json=as_json)
        if watch:
            return _watch(settings, client, replace(plan, watching=True), read_span(watch))
        return _print(follow_sources(settings, client, plan), as_json=as_json)


def _preview(settings: Settings, client: Client, names: tuple[str, ...], day: date | None, *, as_json: bool) -> int:
    found = preview(settings, client, names, day, datetime.now(UTC))
    if as_json:
        print_json([msgspec.to_builtins(one) for one in found])
    else:
        click.echo("\n".join(pending_lines(found)))
    return 0


def pending_lines(found: tuple[Pending, ...]) -> list[str]:
    """What would come, one stream a line."""
    return [f"{one.stream}: {one.count}{' or more' if one.more and one.count else ''}" for one in found]


def _watch(settings: Settings, client: Client, plan: SyncPlan, pause: int) -> int:
    """Round after round until interrupted; a service that is down is waited for."""
    while True:
        began = time.monotonic()
        try:
            report = follow_sources(settings, client, plan)
        except SourceError as error:
            click.echo(f"navraag: {_now()}: {error}; asking again in {pause} seconds", err=True)
        else:
            if report.cases or report.status:
                click.echo(_now())
                _print(report, as_json=False)
        client.forget_usage()
        time.sleep(max(0.0, pause - (time.monotonic() - began)))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _print(report: SyncReport, *, as_json: bool) -> int:
    for failure in report.failed[:SHOWN_FAILURES]:
        click.echo(f"navraag: {failure.file}: {failure.reason}", err=True)
    if len(report.failed) > SHOWN_FAILURES:
        click.echo(f"navraag: … and {len(report.failed) - SHOWN_FAILURES} more; --json lists all", err=True)
    for broken in report.broken:
        click.echo(f"navraag: does not hold: {broken.name}: {broken.found}", err=True)
    if as_json:
        print_json(msgspec.to_builtins(report))
    else:
        click.echo("\n".join(report_lines(report)))
    return report.status


def report_lines(report: SyncReport) -> list[str]:
    """What a sync did, in a few lines."""
    asked, repeated = sum(report.requests.values()), sum(report.repeated.values())
    hosts = ", ".join(f"{host} {count:,}" for host, count in sorted(report.requests.items()))
    lines = [f"{asked:,} requests ({hosts}), {repeated:,} of them repeated, {report.bytes_received / 1e6:,.1f} MB, {report.seconds:.1f} s"]
    lines += [f"  {name}: {count:,} new or changed" for name, count in report.received.items()]
    if report.passed_over:
        total = sum(report.passed_over.values())
        most = sorted(report.passed_over.items(), key=lambda item: (-item[1], item[0]))[:3]
        lines.append(f"  passed over: {total:,} ({', '.join(f'{name} {count:,}' for name, count in most)}{', …' if len(report.passed_over) > len(most) else ''})")
    cases = report.cases
    total = cases.added + cases.changed + cases.unchanged
    lines.append(f"{total:,} cases: {cases.added:,} new, {cases.changed:,} changed, {cases.removed:,} gone, {cases.unchanged:,} as they were")
    return lines
