"""Words, phrases and words near each other as queries: in stems, within compounds, and as written with more weight."""

import re
from collections import Counter
from dataclasses import dataclass, field

import tantivy

from navraag.store.search.analysis import STOP_WORDS, Analyzer
from navraag.store.search.fields import PLACES
from navraag.store.search.nodes import Near, Phrase, Word
from navraag.store.search.schema import schema

_Q = tantivy.Query
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
Patterns = list[str | tuple[int, str]]

DEFAULT_BAGS = ("all_bag",)
DEFAULT_EXACT = ("question", "answer", "subject", "note")
EXACT_WEIGHT, PARTS_WEIGHT = 0.6, 0.4
PARTS_WITHIN = 3
MOST_NEAR = 40
_SPECIAL = re.compile(r"[^\w]")


@dataclass(slots=True)
class Marks:
    """What is to be highlighted: words as written, stems, and beginnings of words."""

    exact: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)


class WordQueries:
    """Makes queries of words for one index; ``marks`` gathers what is to be highlighted."""

    def __init__(self, analyzer: Analyzer, searcher: tantivy.Searcher) -> None:
        self.analyzer = analyzer
        self.searcher = searcher
        self.marks = Marks()
        self.scored = False

    def word(self, node: Word, places: tuple[str, ...]) -> tantivy.Query | None:
        """A word, a beginning of words, or words that a hyphen joins."""
        terms = [term for chunk in node.text.split() for term in self.analyzer.exact_terms(chunk.strip(".,;:!?'"))]
        terms = [re.sub(r"^[^\w]+|[^\w]+$", "", term) for term in terms]
        terms = [term for term in terms if term]
        if not terms:
            return None
        self.scored = True
        if node.prefix:
            return self._prefix(terms, places)
        if len(terms) > 1:
            return self._joined(terms, places)
        return self._exact(terms, places) if terms[0] in STOP_WORDS else self._term(terms[0], places)

    def _term(self, term: str, places: tuple[str, ...]) -> tantivy.Query:
        """A word in any inflection, within compounds, or as its own parts near each other; as written it weighs more."""
        stems = self.analyzer.bag_terms(term)
        first, parts = stems[0], self.analyzer.parts(term)
        self.marks.stems.add(first)
        self.marks.exact.add(term)
        found = [_Q.term_query(schema(), name, first, "freq") for name in self._bags(places)]
        if parts:
            found += [query for halves in self._halves(term) for query in self._apart(halves, places)]
        exact = [(_SHOULD, _weighed(_Q.term_query(schema(), name, term), EXACT_WEIGHT)) for name in self._exacts(places)[:2]]
        return _Q.boolean_query([(_MUST, any_of(found) or _Q.empty_query()), *exact])

    def _halves(self, term: str) -> list[tuple[str, str]]:
        """A compound in two, in every way that its parts allow: jeugdzorg + instellingen, jeugd + zorginstellingen."""
        parts = self.analyzer.splitter.split(term)
        if len(parts) == 2:
            return [(parts[0], parts[1])]
        head, tail = term.removesuffix(parts[-1]), term.removeprefix(parts[0])
        known = self.analyzer.splitter.words
        heads = [one for one in (head, head.removesuffix("s"), head.removesuffix("en")) if one]
        tails = [one for one in (tail, tail.removeprefix("s"), tail.removeprefix("en")) if one]
        first = next((one for one in heads if one in known or self.analyzer.splitter.split(one)), heads[0])
        rest = next((one for one in tails if one in known or self.analyzer.splitter.split(one)), tails[0])
        return [(first, parts[-1]), (parts[0], rest)]

    def _apart(self, parts: tuple[str, str], places: tuple[str, ...]) -> list[tantivy.Query]:
        """The parts of a compound as words near each other: "hulp aan slachtoffers"."""
        forms: Patterns = [self._forms(part) for part in parts]
        return [
            _weighed(_Q.regex_phrase_query(schema(), name, order, PARTS_WITHIN), PARTS_WEIGHT)
            for name in self._exacts(places)[:2] for order in (forms, forms[::-1])
        ]

    def _forms(self, word: str) -> str:
        """The inflections that a word can have, as a pattern; those that do not exist match nothing."""
        self.marks.stems.add(self.analyzer.bag_terms(word)[0] if word not in STOP_WORDS else word)
        base = self.analyzer.bag_terms(word)[0] if word not in STOP_WORDS else word
        soft = {"f": "v", "s": "z"}.get(base[-1:], base[-1:])
        forms = {word, base}
        for start in (word, base, base[:-1] + soft, base + base[-1:], word.removesuffix("en"), word.removesuffix("s"), word.removesuffix("e")):
            forms |= {start, f"{start}en", f"{start}n", f"{start}s", f"{start}e", f"{start}'s"}
        return "|".join(_escaped(form) for form in sorted(forms))

    def _joined(self, terms: list[str], places: tuple[str, ...]) -> tantivy.Query:
        """Words that a hyphen joins: as they stand, or as one."""
        whole = "".join(terms)
        found = [self._exact(terms, places)]
        if whole.isalpha():
            found.append(self._term(whole, places))
        return any_of(found) or _Q.empty_query()

    def _exact(self, terms: list[str], places: tuple[str, ...]) -> tantivy.Query:
        """Words exactly as written, in this order."""
        self.marks.exact.update(term for term in terms if len(terms) == 1 or term not in STOP_WORDS)
        names = self._exacts(places)
        if len(terms) == 1:
            return any_of([_Q.term_query(schema(), name, terms[0]) for name in names]) or _Q.empty_query()
        return any_of([_Q.phrase_query(schema(), name, list(terms)) for name in names]) or _Q.empty_query()

    def _prefix(self, terms: list[str], places: tuple[str, ...]) -> tantivy.Query:
        self.marks.prefixes.add(terms[-1])
        names = self._exacts(places)
        if len(terms) == 1:
            return any_of([_Q.regex_query(schema(), name, f"{_escaped(terms[0])}.*") for name in names]) or _Q.empty_query()
        self.marks.exact.update(terms[:-1])
        return any_of([_Q.phrase_prefix_query(schema(), name, list(terms)) for name in names]) or _Q.empty_query()

    def phrase(self, node: Phrase, places: tuple[str, ...]) -> tantivy.Query | None:
        """Words that follow each other exactly so."""
        terms = self.analyzer.exact(node.text).split()
        self.scored = self.scored or bool(terms)
        return self._exact(terms, places) if terms else None

    def near(self, node: Near, places: tuple[str, ...]) -> tantivy.Query | None:
        """Two words within so many words, in either order and in any inflection."""
        sides = [self._side(node.first), self._side(node.last)]
        if not all(sides):
            return any_of([made for side in (node.first, node.last) if (made := self.word(side, places) if isinstance(side, Word) else self.phrase(side, places))])
        self.scored = True
        orders = (sides[0] + sides[1], sides[1] + sides[0])
        return any_of([
            _Q.regex_phrase_query(schema(), name, order, max(0, node.distance - 1))
            for name in self._exacts(places)[:2] for order in orders
        ])

    def _beginning(self, start: str) -> str:
        """The words that begin so, as a pattern: the most frequent ones, for a place near another word costs time for each."""
        found: Counter[str] = Counter()
        for name in DEFAULT_EXACT[:2]:
            found.update(dict(self.searcher.terms_with_prefix(name, start)))
        return "|".join(_escaped(term) for term, _ in found.most_common(MOST_NEAR)) or _escaped(start)

    def _side(self, node: Word | Phrase) -> Patterns:
        terms = self.analyzer.exact(node.text).split()
        if isinstance(node, Phrase):
            self.marks.exact.update(terms)
            return [_escaped(term) for term in terms]
        if node.prefix and terms:
            self.marks.prefixes.add(terms[-1])
            return [*map(_escaped, terms[:-1]), self._beginning(terms[-1])]
        return [self._forms(term) for term in terms]

    @staticmethod
    def _bags(places: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(PLACES[place][0] for place in places) or DEFAULT_BAGS

    @staticmethod
    def _exacts(places: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(PLACES[place][1] for place in places) or DEFAULT_EXACT


def any_of(found: list[tantivy.Query]) -> tantivy.Query | None:
    """One of these queries; None where there is none."""
    if len(found) < 2:
        return next(iter(found), None)
    return _Q.boolean_query([(_SHOULD, query) for query in found])


def _weighed(query: tantivy.Query, weight: float) -> tantivy.Query:
    return query if weight == 1.0 else _Q.boost_query(query, weight)


def _escaped(term: str) -> str:
    """A word as a pattern that means itself."""
    return _SPECIAL.sub(lambda mark: "\\" + mark[0], term)
