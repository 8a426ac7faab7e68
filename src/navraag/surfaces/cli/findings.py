"""``navraag findings FILE|NUMBER``: what the answers of a document, or a case, undertake, admit, decline and cite."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.data_gaps import find_data_gaps
from navraag.enrichment.references import find_references
from navraag.enrichment.referrals import find_referrals
from navraag.enrichment.refusals import find_refusals
from navraag.errors import LayoutError
from navraag.parsing import parse
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice
from navraag.records.pages import CasePage
from navraag.records.parsed import Content
from navraag.surfaces.cli.enrich import case_findings
from navraag.surfaces.cli.parse import print_json, read_file
from navraag.surfaces.cli.registry import home_option
from navraag.surfaces.shapes import Shape, iso


def _answers(content: Content) -> Iterator[tuple[Shape, str, date | None]]:
    """Where each answer or notice stands, its words, and the day on which it was received."""
    if isinstance(content, AnswerSet | CasePage):
        for answer in content.answers:
            yield {"part": "answer", "number": answer.numbers[0] if answer.numbers else None}, answer.text.plain, content.heading.received_on
    if isinstance(content, CasePage):
        for notice in content.notices:
            yield {"part": "notice", "number": None}, notice.text.plain, notice.announced_on
    if isinstance(content, DelayNotice):
        yield {"part": "notice", "number": None}, content.text.plain, content.heading.received_on


def _where(place: Shape, start: int, end: int) -> Shape:
    return place | {"start": start, "end": end}


def _commitments(place: Shape, text: str, anchor: date) -> Iterator[Shape]:
    for found in find_commitments(text, anchor):
        moment = found.moment
        yield {
            "quote": found.quote, "kind": found.kind, "to_kamer": found.to_kamer, "time": found.time,
            "earliest": iso(moment.earliest) if moment else None, "latest": iso(moment.latest) if moment else None,
            "vague": bool(moment and moment.kind == "vague"), "actor": found.actor, "condition": found.condition, "inherited": found.inherited, "rule": found.rule, "where": _where(place, found.start, found.end),
        }


def findings_shape(content: Content, today: date) -> Shape:
    """All findings of one document; where it names no day of receipt, times are read on ``today``."""
    shape: Shape = {"commitments": [], "ongoing": [], "data_gaps": [], "refusals": [], "referrals": [], "references": []}
    for place, text, received in _answers(content):
        for commitment in _commitments(place, text, received or today):
            said = shape["ongoing" if commitment["kind"] == "ongoing" else "commitments"]
            if all(other["quote"] != commitment["quote"] for other in said):  # said twice in one paper, undertaken once
                said.append(commitment)
        if place["part"] == "answer":
            shape["data_gaps"] += [{"quote": g.quote, "reason": g.reason, "rule": g.rule, "where": _where(place, g.start, g.end)} for g in find_data_gaps(text)]
            shape["refusals"] += [{"quote": r.quote, "ground": r.ground, "rule": r.rule, "where": _where(place, r.start, r.end)} for r in find_refusals(text)]
            shape["referrals"] += [{"quote": r.quote, "to": list(r.to), "where": _where(place, r.start, r.end)} for r in find_referrals(text)]
        shape["references"] += [
            {"kind": r.kind, "printed": r.printed, "target": r.target, "numbers": list(r.numbers), "where": _where(place, r.start, r.end)}
            for r in find_references(text)
        ]
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
            kind = item.get("kind") or item.get("reason") or item.get("ground") or ""
            yield f"  {kind}: {item.get('quote') or item.get('printed')}"
