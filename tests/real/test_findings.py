"""Findings in the real documents: no figure may fall below what is asked of it, and the seed page reads as it was annotated."""

import json
from datetime import date
from typing import Any

import pytest
from benchmark.findings import (
    FOUND,
    measure_answers,
    measure_cited,
    measure_full_references,
    measure_moments,
    measure_status,
)

from navraag.enrichment.base import findings_in
from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.passages import document_passages
from navraag.parsing import parse
from tests.conftest import REAL

pytestmark = pytest.mark.real
LEAST = {"commitments": (0.85, 0.75), "public": (0.90, 0.75), "data_gaps": (0.90, 0.80), "refusals": (0.80, 0.80), "referrals": (0.80, 0.80)}
SEED_DAY = date(2020, 5, 25)
# kind and last day of what the seed's answers say will be done, question by question
SEED = {
    5: [("ongoing", None), ("intention", "2020-07-02"), ("expectation", "2020-12-31"), ("announced_action", "2021-12-31"), ("expectation", "2021-12-31")],
    8: [("announced_action", "2020-11-30"), ("announced_action", "2020-11-30"), ("announced_action", "2020-10-31")],
    9: [("announced_action", None)],
}


def test_undertakings_gaps_refusals_and_referrals_agree_with_the_annotations() -> None:
    """Precision and recall of each, kinds and days of the undertakings."""
    figures, _ = measure_answers()
    for sort, (precision, recall) in LEAST.items():
        assert figures[sort]["precision"]["share"] >= precision, sort
        assert figures[sort]["recall"]["share"] >= recall, sort
    assert figures["kind_right"]["share"] >= 0.85
    assert figures["due_right"]["share"] >= 0.85


def test_time_expressions_references_and_statuses_agree() -> None:
    """Moments, cited papers, references of the full annotations, sub-questions."""
    cited = measure_cited()
    assert measure_moments()["share"] >= 0.97
    assert min(cited["found"]["share"], cited["right"]["share"]) >= 0.98
    assert measure_full_references()[0]["share"] >= 0.95
    assert measure_status()[0]["share"] >= 0.80


def _seed() -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((FOUND / "full_2020Z02502.json").read_text(encoding="utf-8"))
    return gold


def test_the_seed_undertakes_what_was_annotated() -> None:
    """Each in its own kind, with the last day of its interval."""
    for question in _seed()["questions"]:
        found = find_commitments(question["answer"]["text"], SEED_DAY)
        said = [(one.kind, one.moment.latest.isoformat() if one.moment and one.moment.latest else None) for one in found]
        if question["number"] in SEED:
            assert SEED[question["number"]] == said
    eighth = find_commitments(_seed()["questions"][7]["answer"]["text"], SEED_DAY)
    assert [False, True, False] == [one.inherited for one in eighth]


def test_the_seed_page_has_its_gaps_its_notice_and_its_motion() -> None:
    """Read from the page as it was handed over."""
    content = parse((REAL / "seed" / "2020Z02502.openkamer.txt").read_bytes(), name="2020Z02502.openkamer.txt").content
    found = list(findings_in(document_passages(content, SEED_DAY)))
    gaps = [one.found.key for one in found if one.found.kind == "data_gap"]
    assert ["not_extractable", "not_known", "no_figures"] == gaps
    notice = [one.found for one in found if one.part == "notice" and one.enrichment == "commitments"]
    assert [("intention", None)] == [(one.kind, one.latest) for one in notice]
    assert "kst-28638-166" in {one.found.key for one in found if one.found.kind == "reference"}
    assert {"Kuik"} <= {mover for one in found if one.found.kind == "reference" for mover in one.found.payload.get("movers", ())}  # type: ignore[union-attr]
