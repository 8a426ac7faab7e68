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
_FACET_OF: dict[str, FacetName] = {FIELDS_OF[name]: name for name in FACETS}
_STATUS_OF = {states[0]: name for name, states in STATUSES.items() if len(states) == 1}
_MOST_KEPT = 5_000

Made = Callable[[str], tantivy.Query]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A part of a search that chooses values of one facet: "partij:NPV", or "(partij:NPV OF partij:ABC)"."""

    facet: FacetName
    node: Node
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents a search finds, in all and by the values of each facet; of a facet that was chosen, without what was chosen of it."""

    total: int
    values: Mapping[FacetName, Mapping[str, int]]


class Facets:
    """The facets of one search; ``made`` turns another text into its query, for what a chosen facet would find without itself."""

    def __init__(self, query: Query, searcher: tantivy.Searcher, states: States, made: Made) -> None:
        self.query = query
        self.searcher = searcher
        self.states = states
        self.made = made
        self.chosen = tuple(_chosen(query))

    def tally(self, plan: tantivy.Query) -> Tally:
        """All counts: what takes the engine time. One pass, and one for each facet that was chosen."""
        sizes = {name: {"terms": {"field": name, "size": MOST_COUNTED, "segment_size": 2 * MOST_COUNTED}} for name in FACETS}
        found = self.searcher.aggregate(plan, {**sizes, "total": {"value_count": {"field": "year"}}})
        values = {name: self._counts(name, plan, {str(one["key"]): one["doc_count"] for one in found[name]["buckets"]}) for name in FACETS}
        for name in {one.facet for one in self.chosen}:
            without_own = self.made(self._rest(name))
            values[name] = self._counts(name, without_own, dict(values_in(self.searcher, without_own, name, _MOST_KEPT)))
        return Tally(int(found["total"]["value"]), values)

    def of(self, counts: Tally) -> tuple[SearchFacet, ...]:
        """All facets that have a value, in their order."""
        found = (SearchFacet(name=name, choices=tuple(self._choices(name, counts.values[name]))) for name in FACETS)
        return tuple(facet for facet in found if facet.choices)

    def _choices(self, name: FacetName, counts: Mapping[str, int]) -> Iterator[FacetChoice]:
        rest = self._rest(name)
        fields = tuple(field for one in self.chosen if one.facet == name for field in one.fields)
        for value, count in _shown(name, counts, fields):
            held = tuple(field for field in fields if _means(name, field.value, value))
            yield FacetChoice(
                value=value, label=label_of(name, value), count=count, chosen=bool(held),
                query=_joined(rest, [field for field in fields if field not in held], "" if held else _filter(name, value)),
            )

    def _rest(self, name: FacetName) -> str:
        """The search without what was chosen of a facet."""
        own = tuple(one.node for one in self.chosen if one.facet == name)
        return bracketed(without(self.query, *own), None if own else self.query.root)

    def _counts(self, name: FacetName, query: tantivy.Query, counts: Mapping[str, int]) -> Mapping[str, int]:
        if name == "state":
            return self.states.counts(self.searcher, query, counts)
        return {value: count for value, count in counts.items() if value != "0"}


def _chosen(query: Query) -> Iterator[Chosen]:
    """The parts of a search that choose values, at its top."""
    for node in query.parts:
        fields = node.nodes if isinstance(node, Or) else (node,)
        names = {_FACET_OF.get(field.name) if isinstance(field, Field) else None for field in fields}
        name = names.pop() if len(names) == 1 else None
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
