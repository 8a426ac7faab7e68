"""Findings → their public JSON shape: one place for the command line, the site and exports."""

from collections.abc import Iterable

from navraag.records.found import Finding, FindingKind, Found
from navraag.surfaces.shapes import Shape, iso

SORTS: dict[FindingKind, str] = {
    "commitment": "commitments", "intention": "commitments", "announced_action": "commitments", "expectation": "commitments",
    "ongoing": "ongoing", "data_gap": "data_gaps", "refusal": "refusals", "referral": "referrals", "status": "statuses",
    "figure": "figures", "name": "names", "outlet": "outlets", "reference": "references",
}
_KEYS: dict[FindingKind, str] = {
    "commitment": "actor", "intention": "actor", "announced_action": "actor", "expectation": "actor", "ongoing": "actor",
    "data_gap": "reason", "refusal": "ground", "reference": "target", "name": "id", "outlet": "id", "figure": "unit", "status": "status",
}


def finding_shape(finding: Finding) -> Shape:
    """One finding: its words, what they mean, and where they stand."""
    found = finding.found
    shape: Shape = {"kind": found.kind, "quote": found.quote}
    if name := _KEYS.get(found.kind):
        shape[name] = found.key or None
    shape |= dict(found.payload)
    if found.kind in SORTS and SORTS[found.kind] in {"commitments", "ongoing"}:
        shape |= _undertaken(found)
    return shape | {"rule": found.rule, "where": _place(finding)}


def _undertaken(found: Found) -> Shape:
    """Towards whom and by when; an undertaking by a plain yes is quoted by what was asked, with the yes beside it."""
    moment, asked = found.payload.get("moment"), found.payload.get("asked")
    return {
        "to_kamer": bool(found.payload.get("to_kamer")), "earliest": iso(found.earliest), "latest": iso(found.latest),
        "vague": isinstance(moment, dict) and moment.get("kind") == "vague",
    } | ({"quote": asked, "answer": found.quote} if asked else {})


def _place(finding: Finding) -> Shape:
    return {
        "pair": finding.pair_id, "part": finding.part, "labels": list(finding.labels), "paper": finding.paper or None,
        "note": finding.note or None, "start": finding.found.start, "end": finding.found.end,
    }


def findings_by_sort(findings: Iterable[Finding]) -> Shape:
    """All findings of a case, sort by sort; every sort is there, also where nothing was found."""
    shape: Shape = {sort: [] for sort in dict.fromkeys(SORTS.values())}
    for finding in findings:
        shape[SORTS[finding.found.kind]].append(finding_shape(finding))
    return shape
