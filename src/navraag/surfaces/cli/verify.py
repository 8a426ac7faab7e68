"""``navraag verify``: are the figures that README and docs state still true, and do the sources still say what we know?"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from navraag.pipeline.figures import Checked, check_figures, find_clone, unmeasured
from navraag.pipeline.live_check import Compared, compare_live, shipped_facts
from navraag.sources.http import Client
from navraag.sources.koop_publications import Publications
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.cli.sync import at_option, pace_option, settings_at

_BAD = ("differs", "not on the page")


@click.command(epilog="Examples: navraag verify · navraag verify --all --report docs/explanation/verification.md · navraag verify --live 20")
@click.option("--all", "every", is_flag=True, help="Measure slow figures anew too.")
@click.option("--live", "live", type=click.IntRange(1, 1000), metavar="N", help="Fetch N public documents and compare them with what is known of them.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write the outcome as a page (Markdown).")
@click.option("--seed", default=1, show_default=True, help="Which documents --live draws.")
@home_option
@at_option
@pace_option
@json_option
def verify(
    *, every: bool, live: int | None, report: Path | None, seed: int, home: Path | None, at: str, pace: float | None, as_json: bool,
) -> int:
    """Measure every figure that README and docs state again, and say what could not be measured here and why.

    Status 0: all that was measured holds; 1: a figure or a document differs; 3: --live, and there is no line.
    """
    root = find_clone(Path.cwd())
    checked = tuple(check_figures(root, every=every)) if root and live is None else ()
    loose = unmeasured(root) if root and live is None else ()
    compared: tuple[Compared, ...] = ()
    if live is not None:
        settings = settings_at(home, at, pace)
        with Client.of(settings.services) as client:
            compared = tuple(compare_live(Publications(client, settings.services.endpoints), shipped_facts(), live, seed))
    elif root is None:
        click.echo("navraag: no clone of the project here: its figures cannot be measured again; --live N needs none", err=True)
        return 2
    if report:
        report.write_text("\n".join(page_lines(checked, loose, compared)) + "\n", encoding="utf-8")
    if as_json:
        print_json({"figures": msgspec.to_builtins(checked), "unmeasured": list(loose), "live": msgspec.to_builtins(compared)})
    else:
        click.echo("\n".join([*_figure_lines(checked, loose), *_live_lines(compared)]))
    return 1 if any(one.status in _BAD for one in checked) or any(one.differences for one in compared) else 0


def _figure_lines(checked: tuple[Checked, ...], loose: tuple[str, ...]) -> Iterator[str]:
    for one in checked:
        yield f"{one.status:<16}{one.figure.pages[0]}: {one.figure.says}: {one.found}"
    if checked:
        counts = Counter(one.status for one in checked)
        yield f"{len(checked)} figures: {', '.join(f'{count} {status}' for status, count in counts.most_common())}"
    if loose:
        yield f"{len(loose)} rows with figures that the table of figures does not know:"
        yield from (f"  {row}" for row in loose)


def _live_lines(compared: tuple[Compared, ...]) -> Iterator[str]:
    for one in compared:
        yield f"{'differs' if one.differences else 'as known':<16}{one.fact.publication} ({one.form or 'no form'}){': ' if one.differences else ''}{'; '.join(one.differences)}"
    if compared:
        yield f"{len(compared)} documents: {sum(not one.differences for one in compared)} as known"


def page_lines(checked: tuple[Checked, ...], loose: tuple[str, ...], compared: tuple[Compared, ...]) -> Iterator[str]:
    """The outcome as a page."""
    yield "# Figures, measured again"
    yield ""
    yield f'Written by `navraag verify` on {datetime.now(UTC).date().isoformat()}. "As recorded": equal to what a benchmark wrote in'
    yield '`benchmark/results/`, not measured anew. "Not run": it could not be measured here, for the reason given.'
    if checked:
        yield from ("", "| figure | stated in | outcome | measured |", "|---|---|---|---|")
        for one in checked:
            yield f"| {one.figure.says.replace('|', '·')} | {', '.join(one.figure.pages)} | {one.status} | {one.found.replace('|', '·')} |"
    if loose:
        yield from ("", "## Rows with figures that are not in the table of figures", "")
        yield from (f"- {row.replace('|', '·')}" for row in loose)
    if compared:
        yield from ("", "## Public documents, fetched and compared", "", "| publication | form | differs in |", "|---|---|---|")
        yield from (f"| {one.fact.publication} | {one.form or 'none'} | {'; '.join(one.differences) or 'nothing'} |" for one in compared)
