"""``navraag coverage``: how much of each year is held, from which source, and what is missing and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from navraag.records.coverage import Coverage, Gap, Reason, YearCount
from navraag.settings import load_settings
from navraag.store.completeness import coverage as coverage_of
from navraag.store.reader import open_registry
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option

REASONS: dict[Reason, str] = {
    "oral": "oral questions: registered as such, no gap",
    "oral_likely": "published and not registered, on a day of the question hour: oral questions in all likelihood, no gap",
    "mistyped": "published under a mistyped number, recognised: no gap",
    "not_registered": "published, and not in the register of written questions",
    "before_numbers": "registered before 2010: KOOP's publication has another number",
    "not_published": "registered, and no publication is known: withdrawn, or published under another number",
    "not_fetched": "published, not fetched yet: navraag sync",
    "not_there": "named by a source, yet not there when asked for",
    "refused": "named by a source that will not give it to us",
    "vanished": "was there once, and is no longer",
    "unreadable": "held, but no questions or answers could be read in it",
    "suppressed": "removed here, for the reason in the log of removals",
}
_COLUMNS = (
    ("year", "year"), ("cases", "cases"), ("worded", "with words"), ("questions", "questions"), ("pairs", "pairs"), ("answers", "answers"),
    ("notices", "notices"), ("oral", "oral"), ("registered", "Kamer"), ("published", "KOOP"), ("both", "both"), ("older", "older"), ("only_registered", "only Kamer"),
    ("only_published", "only KOOP"), ("corrected", "mistyped"),
)


@click.command(epilog="Examples: navraag coverage · navraag coverage --year 2016 · navraag coverage --json")
@home_option
@json_option
@click.option("--year", type=int, help="One year alone, with examples of what is missing.")
def coverage(*, home: Path | None, as_json: bool, year: int | None) -> int:
    """Say how complete the registry is: by year and by source, with the reason of every gap as far as it is known.

    Kamer: sets of written questions that the Tweede Kamer registered. KOOP: question numbers that were published, oral
    ones too. Older: publications of questions from before 2010 with a number of KOOP's own.
    """
    with open_registry(load_settings(home).home) as registry:
        found = coverage_of(registry)
    if year is not None:
        found = replace(found, years=tuple(line for line in found.years if line.year == year))
    if as_json:
        print_json({**msgspec.to_builtins(found), "share": found.share})
    else:
        click.echo("\n".join(coverage_lines(found, examples=year is not None)))
    return 0


def coverage_lines(found: Coverage, *, examples: bool = False) -> Iterator[str]:
    """The coverage for people: a table, the sources, and the gaps."""
    if not found.years:
        yield "nothing is known of this year" if examples else "the registry holds no case yet"
        return
    yield "".join(f"{title:>{_width(title)}}" for _, title in _COLUMNS)
    for line in found.years:
        yield "".join(f"{getattr(line, name):>{_width(title)}}" for name, title in _COLUMNS)
    if len(found.years) > 1:
        yield "".join(f"{_total(found.years, name):>{_width(title)}}" for name, title in _COLUMNS)
    yield from _source_lines(found)
    yield from _gap_lines(found, examples=examples)
    if found.share is not None and not examples:
        yield f"Of {found.known} sets of written questions known from any source, {found.worded} are held with their words ({100 * found.share:.1f} %)."


def _width(title: str) -> int:
    return max(len(title), 8) + 2 if title != "year" else 6


def _total(years: tuple[YearCount, ...], name: str) -> str:
    return "all" if name == "year" else str(sum(getattr(line, name) for line in years))


def _source_lines(found: Coverage) -> Iterator[str]:
    """Papers behind the cases, by source."""
    counts: dict[str, Counter[str]] = {}
    for line in found.years:
        for one in line.sources:
            counts.setdefault(one.source, Counter()).update({"questions": one.questions, "answers": one.answers, "notices": one.notices})
    yield "Papers by source:"
    for source, papers in sorted(counts.items()):
        yield f"  {source:<20}{papers['questions']:>8} with questions{papers['answers']:>8} with answers{papers['notices']:>8} notices"
    if not counts:
        yield "  none"
    told, missing = sum(line.told_answers for line in found.years), sum(line.missing_answers for line in found.years)
    if told:
        yield f"Publications of answers and notices (by the first year of their session): {told} known, {told - missing} held"


def _gap_lines(found: Coverage, *, examples: bool) -> Iterator[str]:
    """Gaps by reason."""
    yield "Differences and gaps:"
    total: Counter[tuple[str, Reason]] = Counter()
    shown: dict[tuple[str, Reason], Gap] = {}
    for line in found.years:
        for gap in line.gaps:
            total[gap.what, gap.reason] += gap.count
            shown.setdefault((gap.what, gap.reason), gap)
    for (what, reason), count in total.most_common():
        yield f"  {count:>7} {what}: {REASONS[reason]}"
        if examples:
            yield f"          {', '.join(shown[what, reason].examples)}"
    if not total:
        yield "  none"
