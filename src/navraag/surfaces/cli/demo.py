"""``navraag demo``: the invented small country of the samples, synced, imported, shown, checked and served.

Everything happens in one folder (``.demo`` where the command is given), never in NAVRAAG_HOME. The sync is the ordinary one, over
HTTP, from a replica of the official services on this machine; so is the import, which adds the forms that no service serves.
"""

import contextlib
import hashlib
import shutil
import sys
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from navraag import __version__
from navraag.enrichment.timeline import timeline
from navraag.errors import ConfigurationError
from navraag.pipeline.check import check
from navraag.pipeline.report import RunReport
from navraag.pipeline.run import Surroundings, import_paths
from navraag.pipeline.sync import SyncPlan, SyncReport, sync
from navraag.replica.holdings import samples
from navraag.replica.sample_files import LEAD_CASE, SampleFile, sample_files, write_samples
from navraag.replica.server import running
from navraag.replica.story import SAMPLES_TODAY, stories
from navraag.settings import Endpoints, Services, Settings
from navraag.sources.http import Client, Manners
from navraag.store.completeness import coverage
from navraag.store.reader import Registry, open_registry
from navraag.store.views import OVERDUE_STATES, CaseFilter
from navraag.surfaces.cli.coverage import coverage_lines
from navraag.surfaces.cli.overview import check_lines, row_line
from navraag.surfaces.cli.page import case_lines
from navraag.surfaces.cli.progress import ProgressBar
from navraag.surfaces.cli.registry import report_lines
from navraag.surfaces.cli.sync import report_lines as sync_lines
from navraag.surfaces.cli.tour import Stop, serving, stops, take_tour
from navraag.surfaces.web.server import address, listen

_STAMP = "VOORBEELD.txt"
_TOLD = "Navraag's samples: invented cases. This folder is made by `navraag demo` and may be deleted.\n"


def stamp_of(files: Iterable[SampleFile]) -> str:
    """What marks a folder as made from exactly these samples by this version."""
    digest = hashlib.sha256(__version__.encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.data)
    return f"{_TOLD}{digest.hexdigest()}\n"


def prepare(folder: Path) -> Path:
    """The folder with the sample files in it, an outdated demo cleared away; the place of the files is returned.

    Raises ConfigurationError where the folder holds something that is no demo.
    """
    mark, stamp = folder / _STAMP, stamp_of(sample_files())
    if folder.is_dir() and any(folder.iterdir()) and not mark.is_file():
        raise ConfigurationError(f"{folder} holds something that is no demo; --dir names another folder")
    if mark.is_file() and mark.read_text(encoding="utf-8") != stamp:
        shutil.rmtree(folder)
    write_samples(folder / "documents")
    mark.write_text(stamp, encoding="utf-8")
    return folder / "documents"


def _follow(folder: Path) -> SyncReport:
    """The registry made equal to a replica with the samples, on a clock of the samples' own."""
    prepare(folder)
    with running(samples(odd=False)) as replica, Client(Manners(pace=0)) as client:
        settings = Settings(home=folder, services=Services(endpoints=Endpoints.at(replica.url), pace=0))
        plan = SyncPlan(now=lambda: replica.replica.world.now, tell=ProgressBar(sys.stderr).show, processes=1)
        return sync(settings, client, plan)


def _import(folder: Path) -> RunReport:
    around = Surroundings(now=lambda: datetime.now(UTC), progress=ProgressBar(sys.stderr).show, processes=1)
    return import_paths([prepare(folder)], Settings(home=folder), around, kind="samples")


def _heading(words: str) -> None:
    click.echo(f"\n{words}\n{'═' * len(words)}")


def _show_lead(registry: Registry) -> None:
    _heading(f"The lead case: navraag show {LEAD_CASE}")
    case = registry.case(LEAD_CASE)
    click.echo("\n".join(case_lines(case, timeline(case, SAMPLES_TODAY, known_until=registry.known_until))))


def _show_late(registry: Registry) -> None:
    _heading(f"Late on {SAMPLES_TODAY.isoformat()}: navraag list --state overdue --order longest-open")
    late = registry.cases(CaseFilter(today=SAMPLES_TODAY, states=OVERDUE_STATES, order="longest_open"))
    click.echo("\n".join(map(row_line, late.rows)) or "nothing is late")


def _show_results(registry: Registry, followed: SyncReport, report: RunReport) -> None:
    _heading("What came in: navraag sync from a replica of the official services, navraag import of further forms")
    click.echo("\n".join([*sync_lines(followed), "", *report_lines(report)]))
    _heading("What came out: navraag check, navraag coverage")
    click.echo("\n".join([*check_lines(check(registry)), "", *coverage_lines(coverage(registry))]))


def _flaws(registry: Registry, followed: SyncReport, report: RunReport) -> list[str]:
    """What must not be: a file that was not read, a case of the stories that is missing, another day than the samples'."""
    wanted = {case.number for case in stories() if case.chamber == "tk"}
    missing = sorted(wanted - {case.number for case in registry.every_case()})
    flaws = [f"{failure.file}: {failure.reason}" for failure in (*followed.failed, *report.failed)]
    flaws += [f"does not hold: {broken.name}: {broken.found}" for broken in followed.broken]
    flaws += [f"case {number} is missing" for number in missing]
    if registry.samples_today != SAMPLES_TODAY:
        flaws.append(f"the clock of the samples stands at {registry.samples_today}, not at {SAMPLES_TODAY}")
    return flaws


def _told(stop: Stop) -> str:
    return f"  {'ok' if not stop.flaw else 'NOT OK'}  {stop.method:<4} {stop.path}{f': {stop.flaw}' if stop.flaw else ''}"


def _show_tour(base: str, registry: Registry) -> list[Stop]:
    _heading("Every kind of page, over HTTP")
    visited = [take_tour(base, stop) for stop in stops(registry)]
    click.echo("\n".join(map(_told, visited)))
    return visited


def _wait() -> None:
    click.echo("Ctrl-C stops it.")
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()


@click.command(epilog="Examples: navraag demo · navraag demo --once · navraag demo --port 8080")
@click.option("--once", is_flag=True, help="End after the checks instead of serving until Ctrl-C.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port to listen at; by default a free one.")
@click.option("--dir", "folder", default=".demo", show_default=True, type=click.Path(path_type=Path, file_okay=False), help="Folder of the demo.")
def demo(*, once: bool, port: int, folder: Path) -> int:
    """Sync the sample cases from a replica, show what came out, check every kind of page, and serve the site.

    Without a terminal, or with --once, it ends: with status 0 where every check held, else with 1.
    """
    followed, report = _follow(folder), _import(folder)
    with open_registry(folder) as registry, listen("127.0.0.1", port) as listening, serving(folder, listening):
        _show_lead(registry)
        _show_results(registry, followed, report)
        _show_late(registry)
        visited = _show_tour(address(listening), registry)
        flaws = [*_flaws(registry, followed, report), *(f"{stop.method} {stop.path}: {stop.flaw}" for stop in visited if stop.flaw)]
        for flaw in flaws:
            click.echo(f"navraag: {flaw}", err=True)
        click.echo(f"\n{len(stories())} cases, {report.files} files, {len(visited)} pages checked. The site: {address(listening)}")
        if not once and sys.stdin.isatty() and sys.stdout.isatty():
            _wait()
    return 1 if flaws else 0
