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

from benchmark.agreement import HALF, Tally, overlap, share
from benchmark.crossed import Sheet, Spoken, crossed
from benchmark.machine import REAL, keep
from navraag.enrichment.answer_status import statuses
from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.data_gaps import find_data_gaps
from navraag.enrichment.moments.read import read_moment
from navraag.enrichment.outlets import find_outlets
from navraag.enrichment.references import cited, find_references
from navraag.enrichment.references.noted import find_noted
from navraag.enrichment.referrals import find_referrals
from navraag.enrichment.refusals import find_refusals
from navraag.parsing import parse
from navraag.records.answers import AnswerSet
from navraag.records.findings import Commitment, Reference
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


def measure_crossed() -> dict[str, Any]:
    """The same, by rules made on one half and measured on the other (benchmark/crossed.py)."""
    sheets: dict[str, list[Sheet]] = {"commitments": [], "data_gaps": [], "refusals": [], "referrals": []}
    for gold, content in gold_answers():
        said = [text for text, is_answer, _ in texts(content) if is_answer]
        had: dict[str, list[Spoken]] = {
            "commitments": [Spoken(one.quote, one.rule) for one in commitments(content, date.fromisoformat(gold["anchor"]))],
            "data_gaps": [Spoken(one.quote, one.rule) for text in said for one in find_data_gaps(text)],
            "refusals": [Spoken(one.quote, one.rule) for text in said for one in find_refusals(text)],
            "referrals": [Spoken(one.quote, one.rule) for text in said for one in find_referrals(text)],
        }
        for sort, found in had.items():
            sheets[sort].append((gold[sort], found))
    return {sort: crossed(documents) for sort, documents in sheets.items()}


def measure_moments() -> dict[str, Any]:
    """Time expressions whose both ends and kind are right."""
    vectors = json.loads((FOUND / "moments.json").read_text(encoding="utf-8"))
    held = 0
    for vector in vectors:
        moment = read_moment(vector["expr"], date.fromisoformat(vector["anchor"]))
        ends = (_iso(moment.earliest), _iso(moment.latest), moment.kind) if moment else None
        held += ends == (_end(vector["earliest"]), _end(vector["latest"]), vector["kind"])
    return share(held, len(vectors))


def every_text(content: Content) -> Iterator[str]:
    """All words of a document: questions, answers, notes, what stands around them."""
    for name in ("preamble", "closing", "text"):
        held = getattr(content, name, None)
        if held is not None:
            yield held.plain
    for name in ("questions", "answers"):
        yield from (one.text.plain for one in getattr(content, name, ()))
    for note in getattr(content, "footnotes", ()):
        yield from (note.text, *note.urls)


def measure_cited() -> dict[str, Any]:
    """Papers that the documents of ``gold`` and ``gold_docx`` cite, beside themselves: found, and right."""
    wanted = given = both = 0
    for path in sorted([*(REAL / "gold").glob("*.json"), *(REAL / "gold_docx").glob("*.json")]):
        gold = json.loads(path.read_text(encoding="utf-8"))
        file = next(REAL / folder / gold["file"] for folder in ("documents", "docx") if (REAL / folder / gold["file"]).exists())
        content = parse(file.read_bytes(), name=file.name).content
        own = {gold.get("publication"), *gold["question_numbers"]}
        seen = getattr(getattr(content, "heading", None), "see_also", ())
        have = {target for text in every_text(content) for target in cited(text)} | {f"ah-tk-{one.session_year.replace('-', '')}-{one.number}" for one in seen}
        want = set(gold["references"]) - own
        wanted, given, both = wanted + len(want), given + len(have - own), both + len(want & have)
    return {"found": share(both, wanted), "right": share(both, given)}


def full_files() -> Iterator[dict[str, Any]]:
    """The three documents that are annotated in full."""
    for path in sorted(FOUND.glob("full_*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold | {"words": (FOUND / gold["source"]["file"]).read_text(encoding="utf-8")}


def measure_full_references() -> tuple[dict[str, Any], list[str]]:
    """References of the fully annotated documents: one holds when a reference of half its span has the right target.

    What the annotation leaves open (a title without an id, "het artikel") holds when no target is given for it.
    """
    held: list[bool] = []
    missed: list[str] = []
    for gold in full_files():
        notes = {str(note.get("mark", "")): str(note["text"]) for note in gold.get("notes", ())}
        for part, want in _parts(gold):
            words, marks = _unmarked(gold, part, notes)
            have = [*find_noted(words, marks), *find_references(words)]
            for one in want:
                holds = _holds(one, part, words, have)
                held.append(holds)
                missed += [] if holds else [f"{one['type']}: {one['text'][:100]}"]
    return share(sum(held), len(held)), missed


def _parts(gold: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Every question, answer and note with the references that stand in it."""
    for question in gold["questions"]:
        for part in (question["question"], question["answer"]):
            yield part, [one for one in question["references"] if part["start"] <= one["start"] < part["end"]]
    for note in gold.get("notes", ()):
        yield note, note.get("references", [])


def _unmarked(gold: dict[str, Any], part: dict[str, Any], notes: dict[str, str]) -> tuple[str, list[tuple[int, str, str]]]:
    """The words of a part with its note marks blanked out, and where each mark stood."""
    words, marks = gold["words"][part["start"] : part["end"]], []
    for question in gold["questions"]:
        for mark in question.get("footnote_marks", ()):
            if part["start"] <= mark["start"] < part["end"]:
                at = mark["start"] - part["start"]
                words = words[:at] + " " * (mark["end"] - mark["start"]) + words[at + mark["end"] - mark["start"] :]
                marks.append((at, mark["mark"], notes.get(str(mark["text"]), "")))
    return words, marks


def _holds(want: dict[str, Any], part: dict[str, Any], words: str, have: list[Reference]) -> bool:
    start, end = want["start"] - part["start"], want["end"] - part["start"]
    near = [one for one in have if overlap((start, end), (one.start, one.end)) >= HALF]
    target = want.get("target") or {}
    if want["type"] in {"news", "anaphora"} or not (set(target) & {"id", "questions", "name", "law", "url"}) or target.get("id", "") is None:
        medium = target.get("medium")
        if medium:
            return any(one.outlet == medium for one in find_outlets(words, note="mark" in part) if overlap((start, end), (one.start, one.end)) >= HALF)
        return not any(one.target for one in near if one.kind != "url")
    return any(_right(target, one) for one in near)


def _right(target: dict[str, Any], have: Reference) -> bool:
    if "id" in target:
        return bool(have.target == target["id"])
    if "questions" in target:
        return bool(list(have.numbers) == target["questions"])
    if "law" in target:
        return bool(have.law == target["law"] and list(have.articles) == target.get("articles", [target.get("article")]))
    if "url" in target:
        return bool(have.target == target["url"])
    return bool(have.law == target["name"])


RECOGNISED = frozenset({"answered", "partial", "data_gap", "referred", "refused"})


def measure_status() -> tuple[dict[str, Any], list[str]]:
    """Sub-questions whose status agrees: recognised or not; ``indirect`` is right either way."""
    held: list[bool] = []
    missed: list[str] = []
    for gold in full_files():
        day = date.fromisoformat(gold["anchor_date"])
        for question in gold["questions"]:
            found = statuses(question["question"]["text"], question["answer"]["text"], numbers=tuple(question["answer_numbers"]), anchor=day)
            for want, have in zip(question["subquestions"], found, strict=True):
                coverage = want["coverage"]
                recognised = have.status not in {"not_recognised", "not_applicable"}
                holds = coverage == "indirect" or (have.status == coverage if coverage == "not_applicable" else recognised == (coverage in RECOGNISED))
                held.append(holds)
                missed += [] if holds else [f"{coverage} read as {have.status}: {want['text'][:100]}"]
    return share(sum(held), len(held)), missed


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
    references, missed_references = measure_full_references()
    status, missed_status = measure_status()
    figures = {
        "annotators": 1, "answers": answers, "crossed": measure_crossed(), "moments": measure_moments(), "references": measure_cited() | {"full": references}, "status": status,
    }
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    if arguments.verbose:
        for sort, tally in tallies.items():
            print(*(f"{sort} missed: {quote[:200]}" for quote in tally.missed), *(f"{sort} wrong: {quote[:200]}" for quote in tally.wrong), sep="\n")
        print(*(f"reference missed: {one}" for one in missed_references), *(f"status: {one}" for one in missed_status), sep="\n")
    if arguments.keep:
        print(f"kept in {keep('findings', figures).relative_to(Path.cwd())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
