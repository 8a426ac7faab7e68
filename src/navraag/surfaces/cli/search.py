"""navraag search: find pairs, in the terminal, as JSON, or all of them as CSV."""

import sys
import textwrap
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import click
import msgspec

from navraag.settings import load_settings
from navraag.store.reader import Registry, open_registry
from navraag.store.search.rendering import filter_text
from navraag.store.search.results import CaseHits, PairHit, Results, Snippet
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.page import WIDTH
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.dutch import dutch_date
from navraag.surfaces.exports.found import csv_lines
from navraag.surfaces.web import asking
from navraag.surfaces.web.translations import Messages, messages

NOTHING = 1
_OPTIONS = {
    "member": "van", "party": "partij", "to": "aan", "by": "door", "topic": "thema", "since": "na", "until": "voor", "status": "status", "place": "in",
}
_MARK = ("\x1b[1m", "\x1b[0m")


@click.command(epilog='Examples: navraag search stikstof partij:VVD · navraag search "op weg naar" --since 2020 --sort nieuwste · navraag search veerpont --csv')
@click.argument("text", nargs=-1)
@home_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print every pair that is found as CSV, with all its words (with --limit: so many).")
@click.option("--member", help="Asked by: van:")
@click.option("--party", help="Party of an asker: partij:")
@click.option("--to", help="Ministry, office or person asked: aan:")
@click.option("--by", help="Who answered: door:")
@click.option("--topic", help="Topic of the publisher: thema:")
@click.option("--since", help="Asked from this day, month or year on: na:")
@click.option("--until", help="Asked before this day, month or year: voor:")
@click.option("--status", help="open, te-laat, beantwoord, op-tijd, te-laat-beantwoord, ingetrokken: status:")
@click.option("--in", "place", help="Only in vraag, antwoord, onderwerp or noot: in:")
@click.option("--sort", type=click.Choice(tuple(asking.ORDERS)), default="relevantie", show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which states are taken (default: today).")
@click.option("--limit", type=click.IntRange(1, 100), help="Pairs on a page (default: 20; of CSV: all).")
@click.option("--page", type=click.IntRange(1, 10_000_000), default=1, show_default=True)
def search(text: tuple[str, ...], *, home: Path | None, as_json: bool, as_csv: bool, limit: int | None, **wanted: Any) -> int:
    """Find questions with their answers: words, "phrases", OF, NIET, NABIJ/5, begin*, and fields such as van: partij: aan:.

    Status 0: something was found; 1: nothing was.
    """
    with open_registry(load_settings(home).home) as registry:
        typed, today = _typed(text, wanted), day_for(registry, wanted["today"])
        if as_csv:
            return _print_csv(registry, typed, wanted["today"], limit)
        size = limit or 20
        found = registry.search(typed, today=today, order=asking.ORDERS[wanted["sort"]], offset=(wanted["page"] - 1) * size, limit=size)
    if as_json:
        print_json(results_shape(found, messages("nl")))
    else:
        click.echo("\n".join(results_lines(found, messages("nl"), color=sys.stdout.isatty())))
    return 0 if found.total else NOTHING


def results_shape(found: Results, say: Messages) -> dict[str, Any]:
    """A page of results as JSON: the search in words, notes and offers in Dutch, hits grouped by case, facets."""
    plain: dict[str, Any] = msgspec.to_builtins(found)
    plain["query"] = found.query.text
    plain["described"] = asking.described(found.query, say)
    plain["notes"] = [{"code": note.code, "printed": note.printed, "read_as": note.read_as, "told": asking.noted(note, say)} for note in found.notes]
    return plain


def results_lines(found: Results, say: Messages, *, color: bool = False) -> Iterator[str]:
    """A page of results for people."""
    yield from textwrap.wrap(asking.described(found.query, say) + ".", WIDTH)
    yield from (f"! {asking.noted(note, say)}" for note in found.notes)
    yield from (f"? {asking.offered(offer, say)}  {offer.query}" for offer in found.offers)
    last = max(1, -(-found.total // found.limit))
    page = f" · {say('list.page_of', n=say.number(found.offset // found.limit + 1), last=say.number(last))}" if last > 1 else ""
    yield say.count("search.total", found.total) + page
    for group in found.groups:
        yield ""
        yield from _case_lines(group, color=color)
    if found.total:
        yield ""
        yield from _facet_lines(found, say)


def _case_lines(group: CaseHits, *, color: bool) -> Iterator[str]:
    case = group.case
    answered = f", beantwoord {dutch_date(case.answered_on)}" if case.answered_on else ""
    yield f"{case.number}  {case.askers or 'indiener onbekend'} → {case.addressees or 'onbekend'}, {dutch_date(case.tabled_on)}{answered}"
    yield from textwrap.wrap(case.subject, WIDTH, initial_indent="  ", subsequent_indent="  ")
    for hit in group.pairs:
        yield from _hit_lines(hit, color=color)


def _hit_lines(hit: PairHit, *, color: bool) -> Iterator[str]:
    for label, snippet in ((f"Vraag {hit.label}", hit.question), ("Antwoord", hit.answer)):
        if snippet.pieces:
            yield from _snippet_lines(label, snippet, color=color)


def _snippet_lines(label: str, snippet: Snippet, *, color: bool) -> Iterator[str]:
    start, end = _MARK if color else ("", "")
    words = "".join(f"{start}{piece.text}{end}" if piece.marked else piece.text for piece in snippet.pieces)
    words = f"{'… ' if snippet.before else ''}{' '.join(words.split())}{' …' if snippet.after else ''}"
    yield from textwrap.wrap(words, WIDTH, initial_indent=f"    {label}: ", subsequent_indent="      ", break_on_hyphens=False)


def _facet_lines(found: Results, say: Messages) -> Iterator[str]:
    for facet in found.facets:
        values = (f"{'×' if choice.chosen else ''}{asking.label_of(facet, choice, say)} {say.number(choice.count)}" for choice in facet.choices[:6])
        yield from textwrap.wrap(f"{say(f'search.facet.{facet.name}')}: {' · '.join(values)}", WIDTH, subsequent_indent="  ")


def _typed(text: tuple[str, ...], wanted: dict[str, Any]) -> str:
    """What was typed, with the options as fields; a word in which the shell kept blanks together is a phrase."""
    words = [f'"{word}"' if " " in word and not set(word) & set('":()*') and len(text) > 1 else word for word in text]
    return " ".join([*words, *(filter_text(field, wanted[option]) for option, field in _OPTIONS.items() if wanted[option])])


def _print_csv(registry: Registry, typed: str, today: datetime | None, limit: int | None) -> int:
    """Every pair, written as it is read."""
    rows = 0
    for line in csv_lines(islice(registry.search.every(typed, today=day_for(registry, today)), limit), ""):
        rows += 1
        sys.stdout.write(line)
    return 0 if rows > 1 else NOTHING
