"""What a search found last, as a feed: the pairs asked or answered last."""

from collections.abc import Iterable
from datetime import date

from navraag.store.search.results import CaseHits, PairHit
from navraag.surfaces.dutch import dutch_date
from navraag.surfaces.feeds.atom import Entry, Feed
from navraag.surfaces.links import case_path, pair_path

MOST_ENTRIES = 100


def found_feed(groups: Iterable[CaseHits], *, described: str, site: str, address: str, page: str) -> Feed:
    """The pairs as a feed. ``described``: the search in words; ``site``: the address of the site."""
    entries = tuple(_entry(group, hit, site) for group in groups for hit in group.pairs)
    return Feed(
        title=f"Kamervragen: {described}", window=f"De laatste {MOST_ENTRIES} paren, het laatst gestelde eerst.", url=site + page,
        address=site + address, updated=max((entry.updated for entry in entries), default=date(1994, 1, 1)), entries=entries,
    )


def _entry(group: CaseHits, hit: PairHit, site: str) -> Entry:
    case = group.case
    path = pair_path(case.number, hit.label) if hit.label else case_path(case.number)
    answered = f" Beantwoord op {dutch_date(case.answered_on)}: {hit.answer.plain}" if hit.answer.plain else ""
    return Entry(
        id=f"{site}{path}", title=f"{case.subject or case.number}{f', vraag {hit.label}' if hit.label else ''}", url=f"{site}{path}",
        updated=case.answered_on or case.tabled_on or date(1994, 1, 1), authors=(case.askers or "indiener onbekend",), categories=(case.state,),
        summary=f"{case.number}, gesteld op {dutch_date(case.tabled_on)} aan {case.addressees or 'onbekend'}. {hit.question.plain}{answered}",
    )
