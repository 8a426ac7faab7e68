"""The commands that make the registry: import, rebuild, fingerprint."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from navraag.pipeline.compare import Comparison, compare
from navraag.pipeline.fingerprint import fingerprint as fingerprint_of
from navraag.pipeline.index import rebuild_index
from navraag.pipeline.rebuild import rebuild as rebuild_registry
from navraag.pipeline.report import RunReport
from navraag.pipeline.run import Surroundings, import_paths
from navraag.settings import HOME_VARIABLE, Settings, load_settings
from navraag.store.findings import Findings
from navraag.store.reader import open_registry
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.progress import ProgressBar
from navraag.surfaces.finding_shapes import finding_shape
from navraag.surfaces.shapes import case_shape

home_option = click.option(
    "--home", type=click.Path(path_type=Path, file_okay=False), envvar=HOME_VARIABLE, show_envvar=True,
    help="Folder of the registry; by default the platform's folder for user data.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_WORDS = {
    "QuestionSet": "question papers", "AnswerSet": "answer papers", "DelayNotice": "delay notices", "Withdrawal": "withdrawals",
    "CasePage": "pages of whole cases", "OralQuestions": "papers of oral questions", "Registration": "registrations (Zaken)",
    "PublicationMetadata": "sets of publication metadata", "Other": "papers of other kinds", "people": "lists of people",
    "publication_ids": "lists of publication ids", "misshapen_ids": "tables of mistyped ids",
}
SHOWN_FAILURES = 20


def _surroundings(processes: int | None) -> Surroundings:
    return Surroundings(now=lambda: datetime.now(UTC), progress=ProgressBar(sys.stderr).show, processes=processes)


@click.command("import", epilog="Examples: navraag import letters/ · navraag import zaken.jsonl.gz · navraag import collection.zip")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@home_option
@json_option
@click.option("--processes", type=click.IntRange(1, 64), help="How many processes read documents (default: 2 where many).")
def import_(paths: tuple[Path, ...], *, home: Path | None, as_json: bool, processes: int | None) -> int:
    """Import files, folders with all below them, zip archives and lists (JSON lines of OData Zaken, also .gz).

    Importing twice changes nothing. Status 0: everything that is a document was read; 1: a document could not be
    read, all others are in.
    """
    report = import_paths(paths, load_settings(home), _surroundings(processes))
    _print_report(report, as_json=as_json)
    return report.status


@click.command(epilog="Examples: navraag rebuild · navraag rebuild --compare ~/registry-of-may --dry-run")
@home_option
@json_option
@click.option(
    "--compare", "old", type=click.Path(path_type=Path, exists=True),
    help="Say which fields of which cases differ from the registry in this folder or file.",
)
@click.option("--dry-run", is_flag=True, help="Build and compare, but leave the registry as it is.")
@click.option("--index", "only_index", is_flag=True, help="Make only the search index anew: for one that is missing or damaged.")
@click.option("--processes", type=click.IntRange(1, 64), help="How many processes read documents (default: 2 where many).")
def rebuild(*, home: Path | None, as_json: bool, old: Path | None, dry_run: bool, only_index: bool, processes: int | None) -> int:
    """Make the registry anew from the raw documents alone, then put it in the place of the old one."""
    settings = load_settings(home)
    if only_index:
        return _rebuild_index(settings, as_json=as_json)
    found: list[Comparison] = []

    def inspect(file: Path) -> None:
        if old:
            with open_registry(old) as before, open_registry(file) as after:
                found.append(compare(before.every_case(), after.every_case()))

    report = rebuild_registry(settings, _surroundings(processes), inspect=inspect, swap=not dry_run)
    if as_json:
        print_json(_plain(report) | {"comparison": msgspec.to_builtins(found[0]) if found else None})
    else:
        _print_report(report, as_json=False)
        for comparison in found:
            click.echo("\n".join(comparison_lines(comparison)))
    return report.status


def _rebuild_index(settings: Settings, *, as_json: bool) -> int:
    started = time.monotonic()
    made = rebuild_index(settings, ProgressBar(sys.stderr).show)
    seconds = round(time.monotonic() - started, 1)
    if as_json:
        print_json({"cases": made.cases, "documents": made.documents, "seconds": seconds})
    else:
        click.echo(f"search index made: {made.documents} pairs of {made.cases} cases ({seconds} s)")
    return 0


@click.command(epilog="Example: navraag fingerprint --home .demo")
@home_option
@json_option
def fingerprint(*, home: Path | None, as_json: bool) -> int:
    """Print one sha256 over all cases and their findings: two registries that say the same have the same one."""
    with open_registry(load_settings(home).home) as registry:
        held = Findings(registry)
        digest = fingerprint_of(
            registry.every_case(), lambda case: case_shape(case) | {"findings": [finding_shape(one) for one in held.of_case(case.number)]},
        )
    if as_json:
        print_json({"fingerprint": digest})
    else:
        click.echo(digest)
    return 0


def _plain(report: RunReport) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(report)
    return plain


def _print_report(report: RunReport, *, as_json: bool) -> None:
    """The report on standard output; files that could not be read, one line each, on standard error."""
    for failure in report.failed[:SHOWN_FAILURES]:
        click.echo(f"navraag: {failure.file}: {failure.reason}", err=True)
    if len(report.failed) > SHOWN_FAILURES:
        click.echo(f"navraag: … and {len(report.failed) - SHOWN_FAILURES} more; --json lists all", err=True)
    if as_json:
        print_json(_plain(report))
    else:
        click.echo("\n".join(report_lines(report)))


def report_lines(report: RunReport) -> list[str]:
    """What a run did, in a few lines."""
    lines = [(
        f"{report.files} files: {report.read} documents read, {report.unchanged} held already, "
        f"{report.duplicates} with bytes held under another name, {sum(report.skipped.values())} skipped, "
        f"{len(report.failed)} could not be read ({report.seconds:.1f} s)"
    )]
    lines += [f"  read: {count} {_WORDS.get(kind, kind)}" for kind, count in report.kinds.items()]
    lines += [f"  reference data: {count} {_WORDS.get(kind, kind)}" for kind, count in report.references.items()]
    lines += [f"  skipped: {count} × {kind}" for kind, count in report.skipped.items()]
    cases = report.cases
    total = cases.added + cases.changed + cases.unchanged
    lines.append(f"{total} cases: {cases.added} new, {cases.changed} changed, {cases.removed} gone, {cases.unchanged} as they were")
    return lines


def comparison_lines(comparison: Comparison) -> list[str]:
    """Differences by field, with examples."""
    lines = [(
        f"{comparison.unchanged} cases the same, {comparison.changed} changed, {len(comparison.added)} new, "
        f"{len(comparison.removed)} gone"
    )]
    lines += [f"  new: {number}" for number in comparison.added[:3]] + [f"  gone: {number}" for number in comparison.removed[:3]]
    for change in comparison.fields:
        lines.append(f"  {change.field} {change.kind}: {change.count}")
        for example in change.examples:
            lines += [f"    {example.case}: {example.before}", f"    {' ' * len(example.case)}→ {example.after}"]
    return lines
