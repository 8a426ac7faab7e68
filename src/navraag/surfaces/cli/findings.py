"""``navraag findings FILE|NUMBER``: what the answers of a document, or a case, undertake, admit, decline and cite."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from navraag.enrichment.base import findings_in
from navraag.enrichment.passages import document_passages
from navraag.errors import LayoutError
from navraag.parsing import parse
from navraag.records.parsed import Content
from navraag.surfaces.cli.enrich import case_findings
from navraag.surfaces.cli.parse import print_json, read_file
from navraag.surfaces.cli.registry import home_option
from navraag.surfaces.finding_shapes import findings_by_sort
from navraag.surfaces.shapes import Shape


def findings_shape(content: Content, today: date) -> Shape:
    """All findings of one document; where it names no day of receipt, times are read on ``today``."""
    shape = findings_by_sort(findings_in(document_passages(content, today)))
    for sort in ("commitments", "ongoing"):  # said twice in one paper, undertaken once
        shape[sort] = list({item["quote"]: item for item in reversed(shape[sort])}.values())[::-1]
    return shape


@click.command(epilog="Examples: navraag findings answer.pdf --json · navraag findings 2020Z02502")
@click.argument("what", metavar="FILE|NUMBER")
@home_option
@click.option("--json", "as_json", is_flag=True, help="Print all findings as JSON.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which times are read where a file names none.")
def findings(what: str, *, home: Path | None, as_json: bool, today: datetime | None) -> int:
    """What a document, or a case of the registry, undertakes, announces, admits, declines and cites, with its words."""
    file = Path(what)
    if not file.is_file():
        if file.exists() or len(file.parts) > 1 or (file.suffix and not home):
            raise click.BadParameter(f"{what} is no file that can be read, and no number of a case")
        shape = case_findings(what, home)
    else:
        try:
            parsed = parse(read_file(file), name=file.name)
        except LayoutError as error:
            click.echo(f"navraag: {file}: {error}", err=True)
            return 1
        shape = findings_shape(parsed.content, (today or datetime.now().astimezone()).date())
    if as_json:
        print_json(shape)
    else:
        click.echo("\n".join(_lines(shape)))
    return 0


def _lines(shape: Shape) -> Iterator[str]:
    """Findings for people, sort by sort."""
    for sort, items in shape.items():
        if not isinstance(items, list):
            continue
        yield f"{sort}: {len(items)}"
        for item in items:
            yield f"  {_said(item)}: {item['quote'] or '–'}"


def _said(item: Shape) -> str:
    """What a finding says, in a few words before its quote."""
    what = item.get("reason") or item.get("ground") or item.get("status") or item["kind"]
    more = item.get("verdict") or item.get("target") or item.get("latest") or item.get("detail")
    return f"{what} ({more})" if more else str(what)
