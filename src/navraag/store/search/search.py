"""Search: ask the index of pairs in the query language, and get pairs with what was found in them."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

import tantivy

from navraag.store import outbox
from navraag.store.search.candidates import Among, Candidates
from navraag.store.search.engine import Opened, OpenIndex, engine_errors
from navraag.store.search.facets import Facets
from navraag.store.search.files import MENDED_BY, IndexMissingError
from navraag.store.search.filters import Filters, between
from navraag.store.search.nodes import Query, QueryNote
from navraag.store.search.offers import offers
from navraag.store.search.page import Page, groups
from navraag.store.search.plan import Plan, Planner
from navraag.store.search.query import read_query
from navraag.store.search.rendering import corrected
from navraag.store.search.results import Completion, FoundPair, Results
from navraag.store.search.roster import Roster
from navraag.store.search.rows import found_pairs
from navraag.store.search.schema import ORDERS, Order
from navraag.store.search.speller import Speller
from navraag.store.search.states import States, both, counted, states_on
from navraag.store.search.values import Between
from navraag.store.session import ReadOnly

MOST_ON_A_PAGE = 100
_AT_ONCE = 500
# A roster of names stays in use until so much of the index is new: one in fifty.
_STALE = 50


@dataclass(frozen=True, slots=True)
class _Asked:
    """One search on one moment of the index."""

    opened: Opened
    states: States
    query: Query
    plan: Plan


class Search:
    """The search of one registry: call it with what people type. Safe to share between threads."""

    def __init__(self, registry: ReadOnly) -> None:
        self.registry = registry
        self.index = OpenIndex(registry.file.parent)
        self._turn = threading.Lock()
        # The engine counts without holding up Python: so counting and showing take one time, not two.
        self._counters = ThreadPoolExecutor(max_workers=2, thread_name_prefix="counting")
        self._roster: tuple[str, Roster, Speller] | None = None

    def __call__(
        self, text: str, *, today: date, order: Order = "relevance", offset: int = 0, limit: int = 20, facets: bool = True,
    ) -> Results:
        """One page of the pairs that a text finds, their total, facets, and what may have been meant instead.

        ``today`` is the day on which states are taken. Raises IndexMissingError (a StoreError) where the index is missing
        or damaged; nothing that can be typed is an error.
        """
        asked = self._ask(text, today)
        offset, limit = max(0, offset), min(max(0, limit), MOST_ON_A_PAGE)
        with engine_errors(self.index.home):
            opened, plan = asked.opened, asked.plan
            narrowing = self._facets(asked)
            counting = self._counters.submit(narrowing.tally, plan.query) if facets else None
            hits = _hits(opened.searcher, plan, order, offset, limit) if limit else []
            roster, speller = self._names(opened)
            page = Page(opened=opened, plan=plan, today=today, hits=hits)
            shown = groups(self.registry, page, asked.states)
            counts = counting.result() if counting else None
            total = counts.total if counts else counted(opened.searcher, plan.query)
            return Results(
                query=asked.query, groups=shown, total=total, offset=offset, limit=limit,
                order=order if plan.scored or order != "relevance" else "newest", notes=plan.notes,
                offers=offers(asked.query, opened, roster, speller, total=total),
                facets=narrowing.of(counts) if counts else (),
            )

    def every(self, text: str, *, today: date) -> Iterator[FoundPair]:
        """All pairs that a text finds, the newest first, with all their words; read bit by bit.

        Raises IndexMissingError at once, not when the first pair is asked for.
        """
        return self._every(self._ask(text, today), today)

    def _every(self, asked: _Asked, today: date) -> Iterator[FoundPair]:
        key, last = ORDERS["newest"], -1
        while True:
            with engine_errors(self.index.home):
                rest = both(asked.plan.query, between(key, Between(least=last + 1)))
                hits = asked.opened.searcher.search(rest, _AT_ONCE, count=False, order_by_field=key, order=tantivy.Order.Asc).hits
                names = [asked.opened.searcher.doc(address)["id"][0] for _, address in hits]
            yield from found_pairs(self.registry, names, today)
            if len(hits) < _AT_ONCE:
                return
            last = int(hits[-1][0])

    def understood(self, text: str, *, today: date) -> tuple[Query, tuple[QueryNote, ...]]:
        """How a text is read, with what could not be understood, without searching."""
        asked = self._ask(text, today)
        return asked.query, asked.plan.notes

    def complete(self, typed: str, *, limit: int = 8) -> tuple[Completion, ...]:
        """Members, parties, ministries and topics of which a name begins with what is being typed."""
        opened = self.index.now()
        with engine_errors(self.index.home):
            return self._names(opened)[0].complete(typed[:80], limit)

    def candidates(self, among: Among | None = None, *, most: int = 100) -> Candidates:
        """A finder of earlier pairs that share rare words with a text: the ``Retrieve`` of precedents."""
        return Candidates(self.registry, self.index, most=most, among=among)

    def _ask(self, text: str, today: date) -> _Asked:
        opened = self.index.now()
        if opened.state.epoch != outbox.position(self.registry).epoch:
            raise IndexMissingError(f"the search index in {self.index.home} is of another registry: {MENDED_BY} makes it anew")
        states = states_on(self.registry, today)
        query = read_query(text)
        with engine_errors(self.index.home):
            plan = self._plan(opened, states, query)
            if plan.read_as:
                query = read_query(corrected(query, plan.read_as))
                plan = replace(self._plan(opened, states, query), notes=plan.notes)
            return _Asked(opened, states, query, plan)

    def _plan(self, opened: Opened, states: States, query: Query) -> Plan:
        filters = Filters(opened.analyzer, states, opened.searcher, self._names(opened)[0].nearest)
        plan = Planner(filters).plan(query)
        return replace(plan, query=states.so_far(plan.query))

    def _facets(self, asked: _Asked) -> Facets:
        def made(text: str) -> tantivy.Query:
            return self._plan(asked.opened, asked.states, read_query(text)).query

        return Facets(asked.query, asked.opened.searcher, asked.states, made)

    def _names(self, opened: Opened) -> tuple[Roster, Speller]:
        """The names and words of the collection: made once, and anew when much of the index is new."""
        held = self._roster
        size = opened.searcher.num_docs
        if held and held[0] == opened.stamp[0] and abs(held[1].size - size) * _STALE <= held[1].size:
            return held[1], held[2]
        with self._turn:
            held = (opened.stamp[0], Roster(opened.searcher), Speller(opened.spellings))
            self._roster = held
            return held[1], held[2]


def _hits(searcher: tantivy.Searcher, plan: Plan, order: Order, offset: int, limit: int) -> list[tuple[str, float]]:
    """The ids on a page, with their scores."""
    if order == "relevance" and plan.scored:
        found = searcher.search(plan.query, limit, count=False, offset=offset).hits
        return [(searcher.doc(address)["id"][0], float(score)) for score, address in found]
    key = ORDERS.get(order, ORDERS["newest"])
    found = searcher.search(plan.query, limit, count=False, offset=offset, order_by_field=key, order=tantivy.Order.Asc).hits
    return [(searcher.doc(address)["id"][0], 0.0) for _, address in found]
