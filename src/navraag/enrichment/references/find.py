"""find_references(): every reference in a text, in order; cited(): the papers among them."""

import re

from navraag.enrichment.references.addresses import find_addresses
from navraag.enrichment.references.internal import find_internal
from navraag.enrichment.references.laws import find_laws
from navraag.enrichment.references.motions import find_motions
from navraag.enrichment.references.numbers import FINDERS
from navraag.enrichment.references.papers import find_papers
from navraag.enrichment.screening import lowered
from navraag.records.findings import Reference

_DIGIT = re.compile(r"\d")
_PAPERS = frozenset({"paper", "appendix", "case", "document", "motion"})
# Words of a longer pattern win over a shorter one inside it, except that ids inside an address are references too.
_INSIDE_ALLOWED = frozenset({"url"})


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference in ``text``, ordered by place; ``text[r.start:r.end] == r.printed``.

    Raises nothing: what is not recognised is not found. Rules: reference/domain.md, section 4.1.
    """
    numbered = _DIGIT.search(text) is not None
    papers = list(find_papers(text)) if numbered else []
    found = [*papers, *find_laws(text)]
    if numbered:
        found += [*(r for finder in FINDERS for r in finder(text)), *find_internal(text)]
    if "/" in text or "www." in lowered(text):
        found += find_addresses(text)
    found += find_motions(text, papers)
    found.sort(key=lambda r: (r.start, -r.end))
    kept: list[Reference] = []
    covered = 0
    for reference in found:
        inside = reference.end <= covered and bool(kept)
        if inside and not _stands_beside(reference, kept):
            continue
        kept.append(reference)
        if reference.kind not in _INSIDE_ALLOWED:
            covered = max(covered, reference.end)
    return tuple(dict.fromkeys(kept))


def _stands_beside(reference: Reference, kept: list[Reference]) -> bool:
    """Two numbers of one list share their span; they are two references."""
    last = kept[-1]
    return (last.start, last.end) == (reference.start, reference.end) and last.target != reference.target


def cited(text: str) -> tuple[str, ...]:
    """Ids of papers, Aanhangsel numbers, Z- and D-numbers cited in ``text``: distinct, in order of appearance.

    >>> cited("Zie Kamerstuk 28 638, nr. 166 en 2024Z14250.")
    ('kst-28638-166', '2024Z14250')
    """
    targets = (r.target for r in find_references(text) if r.kind in _PAPERS and r.target)
    return tuple(dict.fromkeys(targets))
