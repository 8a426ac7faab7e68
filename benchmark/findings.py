"""How well findings agree with annotations that were made by reading: python -m benchmark.findings [--verbose].

Measured on the real documents beside the clone, all by one annotator, so every figure is provisional: undertakings, gaps,
refusals and referrals of ``findings/answers``; time expressions of ``findings/moments.json``; references of ``gold`` and of
``findings/full_*.json``; the status of every sub-question of ``findings/full_*.json``. The figures, each with its count and its
95 % interval after Wilson, are kept in benchmark/results/findings.json and shown on the page about quality.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmark.agreement import Tally, share
from benchmark.machine import REAL, keep
from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.data_gaps import find_data_gaps
from navraag.enrichment.moments.read import read_moment
from navraag.enrichment.referrals import find_referrals
from navraag.enrichment.refusals import find_refusals
from navraag.parsing import parse
from navraag.records.answers import AnswerSet
from navraag.records.findings import Commitment
from navraag.records.notices import DelayNotice
from navraag.records.pages import CasePage
from navraag.records.parsed import Content

FOUND = REAL / "findings"
COUNTED = frozenset({"commitment", "intention", "announced_action", "expectation"})


def texts(content: Content) -> Iterator[tuple[str, bool, date | None]]:
    """The words of answers and notices, whether they are an answer, and the day on which they were received."""
    if isinstance(content, AnswerSet | CasePage):
        for answer in content.answers:
            yield answer.text.plain, True, content.heading.received_on
    if isinstance(content, DelayNotice):
        yield content.text.plain, False, content.heading.received_on


def commitments(content: Content, today: date) -> list[Commitment]:
    """What one document undertakes, each sentence once."""
    kept: dict[str, Commitment] = {}
    for text, _, received in texts(content):
        for one in find_commitments(text, received or today):
            if one.kind in COUNTED:
                kept.setdefault(one.quote, one)
    return list(kept.values())


def gold_answers() -> Iterator[tuple[dict[str, Any], Content]]:
    """The annotated documents of ``findings/answers``."""
    for path in sorted((FOUND / "answers").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        file = REAL / "documents" / gold["file"]
        yield gold, parse(file.read_bytes(), name=file.name).content


def measure_answers() -> tuple[dict[str, Any], dict[str, Tally]]:
    """Undertakings, gaps, refusals, referrals; what kind and what day the matched undertakings have."""
    tallies = {sort: Tally() for sort in ("commitments", "data_gaps", "refusals", "referrals", "public")}
    kinds: list[bool] = []
    dues: list[bool] = []
    for gold, content in gold_answers():
        had = commitments(content, date.fromisoformat(gold["anchor"]))
        pairs = tallies["commitments"].add(gold["commitments"], [one.quote for one in had])
        for i, j in pairs.items():
            want, moment = gold["commitments"][i], had[j].moment
            kinds.append(had[j].kind == want["kind"])
            if want.get("latest"):
                dues.append(bool(moment and moment.latest and moment.latest.isoformat() == want["latest"]))
        _public(tallies["public"], gold["commitments"], had)
        said = [text for text, is_answer, _ in texts(content) if is_answer]
        tallies["data_gaps"].add(gold["data_gaps"], [g.quote for text in said for g in find_data_gaps(text)])
        tallies["refusals"].add(gold["refusals"], [r.quote for text in said for r in find_refusals(text)])
        tallies["referrals"].add(gold["referrals"], [r.quote for text in said for r in find_referrals(text)])
    figures = {sort: tally.figures() for sort, tally in tallies.items()}
    return figures | {"kind_right": share(sum(kinds), len(kinds)), "due_right": share(sum(dues), len(dues))}, tallies


def _public(tally: Tally, want: list[dict[str, Any]], had: list[Commitment]) -> None:
    """What the public list would show: kind commitment alone; a borderline one counts as neither."""
    tally.add([item for item in want if item["kind"] == "commitment"], [one.quote for one in had if one.kind == "commitment"])


def measure_moments() -> dict[str, Any]:
    """Time expressions whose both ends and kind are right."""
    vectors = json.loads((FOUND / "moments.json").read_text(encoding="utf-8"))
    held = 0
    for vector in vectors:
        moment = read_moment(vector["expr"], date.fromisoformat(vector["anchor"]))
        ends = (_iso(moment.earliest), _iso(moment.latest), moment.kind) if moment else None
        held += ends == (_end(vector["earliest"]), _end(vector["latest"]), vector["kind"])
    return share(held, len(vectors))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _end(value: str | None) -> str | None:
    return None if value in (None, "", "open") else value


def main() -> int:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="name what was missed and what was wrong")
    parser.add_argument("--keep", action="store_true", help="write the figures to benchmark/results")
    arguments = parser.parse_args()
    answers, tallies = measure_answers()
    figures = {"annotators": 1, "answers": answers, "moments": measure_moments()}
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    if arguments.verbose:
        for sort, tally in tallies.items():
            print(*(f"{sort} missed: {quote[:200]}" for quote in tally.missed), *(f"{sort} wrong: {quote[:200]}" for quote in tally.wrong), sep="\n")
    if arguments.keep:
        print(f"kept in {keep('findings', figures).relative_to(Path.cwd())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
