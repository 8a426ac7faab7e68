"""What a search gives back: pairs grouped by case, with what was found in them, and ways to go on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from navraag.store.search.nodes import Query, QueryNote
from navraag.store.search.schema import Order
from navraag.store.views import CaseRow

FacetName = Literal["year", "party", "member", "ministry", "topic", "state"]
OfferKind = Literal["spelling", "member", "party", "ministry", "topic", "number", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a text, ``marked`` where the search found them."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """The part of a text in which most was found. ``before`` and ``after``: the text goes on there."""

    pieces: tuple[Piece, ...] = ()
    before: bool = False
    after: bool = False

    @property
    def plain(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> bool:
        """Was anything found in it?"""
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairHit:
    """One pair that was found; ``label`` is "" for a case whose questions are not held. ``score`` is 0 in an order by date."""

    id: str
    label: str
    question: Snippet
    answer: Snippet
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHits:
    """The pairs of one case that stand on a page, under what lists show of the case; its subject with what was found."""

    case: CaseRow
    subject: Snippet
    pairs: tuple[PairHit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetChoice:
    """One value by which to narrow, or where it is ``chosen`` to widen: ``query`` is the search that this leads to.

    ``value`` is a code (of a party, a ministry, a state), a name, a topic or a year; ``label`` is how it is shown.
    """

    value: str
    label: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFacet:
    """One facet: the most frequent values (years: the newest first)."""

    name: FacetName
    choices: tuple[FacetChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another search that may have been meant: ``printed`` are the words typed, ``value`` what they may stand for."""

    kind: OfferKind
    printed: str
    value: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One page of what was found. ``total`` counts pairs, and cases of which no pairs are held."""

    query: Query
    groups: tuple[CaseHits, ...]
    total: int
    offset: int
    limit: int
    order: Order
    notes: tuple[QueryNote, ...] = ()
    offers: tuple[Offer, ...] = ()
    facets: tuple[SearchFacet, ...] = ()

    @property
    def hits(self) -> tuple[PairHit, ...]:
        """The pairs of the page, in order."""
        return tuple(pair for group in self.groups for pair in group.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPair:
    """One pair that was found with all its words: a row of an export."""

    id: str
    case: str
    label: str
    subject: str
    tabled_on: date | None
    answered_on: date | None
    days: int | None
    state: str
    askers: str
    addressees: str
    answerers: str
    topics: tuple[str, ...]
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """How a word that is being typed may go on: a value, how often it is met, and the filter that finds it."""

    kind: OfferKind
    value: str
    count: int
    query: str
