"""The tree of a search as a query of the index."""

from collections.abc import Iterable
from dataclasses import dataclass

import tantivy

from navraag.store.search.analysis import STOP_WORDS
from navraag.store.search.fields import PLACE_NAMES, PLACES
from navraag.store.search.filters import Filters
from navraag.store.search.nodes import And, Field, Near, Node, Not, Or, Phrase, Query, QueryNote, Word
from navraag.store.search.words import Marks, WordQueries, any_of

_Q = tantivy.Query
_MUST, _NEVER = tantivy.Occur.Must, tantivy.Occur.MustNot
Clause = tuple[tantivy.Occur, tantivy.Query]
Places = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A search ready to run: the query, what to highlight, and what could not be understood."""

    query: tantivy.Query
    marks: Marks
    notes: tuple[QueryNote, ...]
    scored: bool
    read_as: dict[str, str]


class Planner:
    """Makes one plan."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters
        self.words = WordQueries(filters.analyzer, filters.searcher)

    def plan(self, query: Query) -> Plan:
        """The query of a whole search; where nothing is asked for, everything."""
        made = self._all(query.parts, ()) if query.parts else None
        notes = [*query.notes, *self.filters.notes]
        if made is None and any(isinstance(node, Word) for node in query.parts):
            notes.append(QueryNote(code="only_common", printed=query.text[:60]))
        words = self.words
        return Plan(
            query=made or _Q.all_query(), marks=words.marks, notes=tuple(dict.fromkeys(notes)), scored=words.scored,
            read_as=self.filters.read_as,
        )

    def _node(self, node: Node, places: Places) -> tantivy.Query | None:
        match node:
            case And(nodes=nodes):
                return self._all(nodes, places)
            case Or(nodes=nodes):
                return any_of(self._each(nodes, places))
            case Not():
                return self._all((node,), places)
            case Field():
                return None if node.name == "in" else self.filters.query(node)
        return self._said(node, places)

    def _said(self, node: Word | Phrase | Near, places: Places) -> tantivy.Query | None:
        match node:
            case Word():
                return self.words.word(node, places)
            case Phrase():
                return self.words.phrase(node, places)
        return self.words.near(node, places)

    def _each(self, nodes: Iterable[Node], places: Places) -> list[tantivy.Query]:
        return [made for node in nodes if (made := self._node(node, places)) is not None]

    def _all(self, nodes: tuple[Node, ...], places: Places) -> tantivy.Query | None:
        """What must all hold, and what must not; ``in:`` says where the words beside it are looked for."""
        places = self._places(nodes) or places
        wanted = _once(node for node in nodes if not isinstance(node, Not))
        bare = [node for node in wanted if not self._says_nothing(node)]
        clauses: list[Clause] = [(_MUST, made) for made in self._each(bare or wanted, places)]
        without = self._without([node.node for node in nodes if isinstance(node, Not)], places)
        if without and not clauses:
            clauses.append((_MUST, _Q.all_query()))
        if len(clauses) == 1 and not without:
            return clauses[0][1]
        return _Q.boolean_query([*clauses, *without]) if clauses else None

    def _without(self, nodes: list[Node], places: Places) -> list[Clause]:
        """What must not hold; it is not highlighted and gives no order."""
        kept = self.words
        self.words = WordQueries(self.filters.analyzer, self.filters.searcher)
        found: list[Clause] = [(_NEVER, made) for made in self._each(nodes, places)]
        self.words = kept
        return found

    def _places(self, nodes: tuple[Node, ...]) -> Places:
        found = []
        for node in nodes:
            if isinstance(node, Field) and node.name == "in":
                name = PLACE_NAMES.get(node.value.lower())
                if name:
                    found.append(name)
                else:
                    self.filters.note("unknown_value", f"in:{node.value}", ", ".join(PLACES))
        return tuple(dict.fromkeys(found))

    def _says_nothing(self, node: Node) -> bool:
        return isinstance(node, Word) and not node.prefix and all(term in STOP_WORDS for term in self.filters.analyzer.exact_terms(node.text))


def _once(nodes: Iterable[Node]) -> list[Node]:
    """The nodes in order, a word that is typed twice once."""
    found: dict[object, Node] = {}
    for node in nodes:
        found.setdefault((node.text, node.prefix) if isinstance(node, Word) else id(node), node)
    return list(found.values())
