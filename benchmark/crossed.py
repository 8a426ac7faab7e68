"""Rules made on one half, measured on the other: what the rules that one half of the documents attests find in the other half.

A rule counts as made by a half when it found at least one annotated item there; on the other half only such rules may speak.
Both directions are pooled. It is a lower bound: most rules stem from the grammar of the domain and from phrasings of our own, and
a rule that is right but rare is struck here for want of a case in the other half.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmark.agreement import Tally, paired


class Spoken(NamedTuple):
    """One finding: its words and its rule."""

    quote: str
    rule: str


Sheet = tuple[list[dict[str, Any]], list[Spoken]]
"""One document: what was annotated, and what was found."""


def attested(sheets: list[Sheet]) -> set[str]:
    """The rules that found something annotated in these documents."""
    rules: set[str] = set()
    for want, have in sheets:
        pairs = paired([str(item["quote"]) for item in want], [one.quote for one in have])
        rules.update(have[j].rule for j in pairs.values())
    return rules


def crossed(sheets: list[Sheet]) -> dict[str, Any]:
    """Precision and recall of each half's rules on the other half, pooled."""
    tally = Tally()
    for making, measured in _halves(sheets):
        rules = attested(making)
        for want, have in measured:
            tally.add(want, [one.quote for one in have if one.rule in rules])
    return tally.figures()


def _halves(sheets: list[Sheet]) -> Iterator[tuple[list[Sheet], list[Sheet]]]:
    odd, even = sheets[1::2], sheets[0::2]
    yield odd, even
    yield even, odd
