"""Facets: the values by which what was found can be narrowed, and those by which it was, to widen it again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import tantivy

from navraag.lexicon.names import party_named
from navraag.lexicon.offices import line_named
from navraag.store.rows import fold
from navraag.store.search.fields import STATUS_NAMES, STATUSES
from navraag.store.search.nodes import Field, Node, Or, Query
from navraag.store.search.rendering import bracketed, filter_text, joined, without
from navraag.store.search.results import FacetChoice, FacetName, SearchFacet
from navraag.store.search.roster import FIELDS_OF, label_of, values_in
from navraag.store.search.states import States

FACETS: tuple[FacetName, ...] = ("year", "party", "member", "ministry", "topic", "state")
MOST_CHOICES, MOST_YEARS, MOST_COUNTED = 15, 60, 60
_FACET_OF = {FIELDS_OF[name]: name for name in FACETS}
_STATUS_OF = {states[0]: name for name, states in STATUSES.items() if len(states) == 1}
_MOST_KEPT = 5_000

Made = Callable[[str], tantivy.Query]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A part of a search that chooses values of one facet: "partij:NPV", or "(partij:NPV OF partij:ABC)"."""

    facet: str
    node: Node
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents a search finds, in all and by the most frequent values of each facet: counted in one pass."""

    total: int
    values: Mapping[str, Mapping[str, int]]


def tally(searcher: tantivy.Searcher, query: tantivy.Query) -> Tally:
    """The tally of a search; of states it has the last ones."""
    sizes = {name: {"terms": {"field": name, "size": MOST_COUNTED, "segment_size": 2 * MOST_COUNTED}} for name in FACETS}
    found = searcher.aggregate(query, {**sizes, "total": {"value_count": {"field": "year"}}})
    return Tally(int(found["total"]["value"]), {name: {str(one["key"]): one["doc_count"] for one in found[name]["buckets"]} for name in FACETS})


class Facets:
    """The facets of one search; ``made`` turns another text into its query, for what a chosen facet would find without itself."""

    def __init__(self, searcher: tantivy.Searcher, states: States, made: Made, counted: Tally) -> None:
        self.searcher = searcher
        self.states = states
        self.made = made
        self.tally = counted

    def of(self, query: Query, plan: tantivy.Query) -> tuple[SearchFacet, ...]:
        """All facets that have a value, in their order."""
        chosen = tuple(_chosen(query))
        found = (SearchFacet(name=name, choices=tuple(self._choices(name, query, plan, chosen))) for name in FACETS)
        return tuple(facet for facet in found if facet.choices)

    def _choices(self, name: FacetName, query: Query, plan: tantivy.Query, chosen: tuple[Chosen, ...]) -> Iterator[FacetChoice]:
        own = tuple(one for one in chosen if one.facet == name)
        rest = bracketed(without(query, *(one.node for one in own)), None if own else query.root)
        counts = self._counts_without(name, self.made(rest)) if own else self._counts(name, plan)
        fields = tuple(field for one in own for field in one.fields)
        for value, count in _shown(name, counts, fields):
            held = tuple(field for field in fields if _means(name, field.value, value))
            yield FacetChoice(
                value=value, label=label_of(name, value), count=count, chosen=bool(held),
                query=_joined(rest, [field for field in fields if field not in held], "" if held else _filter(name, value)),
            )

    def _counts(self, name: FacetName, query: tantivy.Query) -> Mapping[str, int]:
        counts = self.tally.values[name]
        if name == "state":
            return self.states.counts(self.searcher, query, counts)
        return {value: count for value, count in counts.items() if value != "0"}

    def _counts_without(self, name: FacetName, query: tantivy.Query) -> Mapping[str, int]:
        """The counts of a facet in what is found without the values that were chosen of it; all of them, for the chosen to be among."""
        counts = dict(values_in(self.searcher, query, name, _MOST_KEPT))
        return self.states.counts(self.searcher, query, counts) if name == "state" else {value: n for value, n in counts.items() if value != "0"}


def _chosen(query: Query) -> Iterator[Chosen]:
    """The parts of a search that choose values, at its top."""
    for node in query.parts:
        fields = node.nodes if isinstance(node, Or) else (node,)
        names = {_FACET_OF.get(field.name, "") if isinstance(field, Field) else "" for field in fields}
        name = names.pop() if len(names) == 1 else ""
        if name:
            yield Chosen(name, node, tuple(field for field in fields if isinstance(field, Field)))


def _shown(name: FacetName, counts: Mapping[str, int], fields: tuple[Field, ...]) -> list[tuple[str, int]]:
    """The values that are shown: those that were chosen, then the most frequent."""
    if name == "year":
        return sorted(counts.items(), reverse=True)[:MOST_YEARS]
    most = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    if not fields:
        return most[:MOST_CHOICES]
    picked = [one for one in most if any(_means(name, field.value, one[0]) for field in fields)]
    return picked + [one for one in most[:MOST_CHOICES] if one not in picked]


def _means(name: FacetName, typed: str, value: str) -> bool:
    """Does a typed value stand for this one?"""
    if fold(typed) in {fold(value), fold(label_of(name, value))}:
        return True
    match name:
        case "party":
            party = party_named(typed)
            return party is not None and party.code == value
        case "ministry":
            return line_named(typed) == value
        case "member":
            return set(fold(typed).split()) <= set(fold(value).split())
        case "state":
            return value in STATUSES.get(STATUS_NAMES.get("-".join(fold(typed).split()), ""), ())
    return False


def _filter(name: FacetName, value: str) -> str:
    """The filter for a value: a ministry by its name, a state by ours."""
    if name == "state":
        return filter_text("status", _STATUS_OF.get(value, value))
    if name == "ministry":
        return filter_text("aan", label_of(name, value))
    if name == "party":
        label = label_of(name, value)
        known = party_named(label)
        return filter_text("partij", label if known and known.code == value else value)
    return filter_text(FIELDS_OF[name], value)


def _joined(rest: str, fields: list[Field], added: str) -> str:
    """A search with other values of one facet: one of them must hold."""
    filters = [filter_text(field.name, field.value) for field in fields] + ([added] if added else [])
    return joined(rest, joined(*filters, either=True))
