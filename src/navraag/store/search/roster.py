"""The names that the collection holds: members, parties, ministries and topics, with how often each is met."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tantivy

from navraag.lexicon.names import ministries_named, party_label, party_named
from navraag.lexicon.offices import lines
from navraag.store.rows import fold
from navraag.store.search.fields import PARTICLES
from navraag.store.search.rendering import filter_text
from navraag.store.search.results import Completion, OfferKind
from navraag.store.search.speller import Speller

MOST_NAMES = 20_000
FIELDS_OF: dict[str, str] = {"member": "van", "party": "partij", "ministry": "aan", "topic": "thema", "year": "jaar", "state": "status", "number": "nr"}
_KINDS: tuple[OfferKind, ...] = ("member", "party", "ministry", "topic")
NAME_FIELDS = ("asker_words", "addressee_words", "answerer_words", "topic_words")


@dataclass(frozen=True, slots=True)
class Name:
    """One value of a facet, how it is shown, and how often it is met."""

    kind: OfferKind
    value: str
    label: str
    count: int

    @property
    def query(self) -> str:
        """The filter that finds it."""
        return filter_text(FIELDS_OF[self.kind], self.label if self.kind == "ministry" else self.value)


class Roster:
    """Names by the words with which they are typed."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self.size = searcher.num_docs
        self.names = tuple(name for kind in _KINDS for name in _names(searcher, kind))
        self._by_code = {(name.kind, name.value): name for name in self.names}
        self._by_words: dict[str, list[Name]] = {}
        for name in self.names:
            for words in _called(name):
                self._by_words.setdefault(words, []).append(name)
        self._spellers = {field: Speller(dict(searcher.terms_with_prefix(field, "", limit=MOST_NAMES))) for field in NAME_FIELDS}
        self._spellers["party"] = Speller({fold(name.label): name.count for name in self.names if name.kind == "party"})

    def called(self, words: str) -> tuple[Name, ...]:
        """Everything that is called exactly so, the most frequent first."""
        found: dict[tuple[OfferKind, str], Name] = {(name.kind, name.value): name for name in self._by_words.get(fold(words), ())}
        party = party_named(words)
        codes: list[tuple[OfferKind, str]] = [("ministry", row.line) for row in ministries_named(words)]
        for code in codes + ([("party", party.code)] if party else []):
            if code in self._by_code:
                found[code] = self._by_code[code]
        return tuple(sorted(found.values(), key=lambda name: (-name.count, name.label)))

    def nearest(self, field: str, word: str) -> str:
        """The word of names in this field, or the party, that is meant most likely; "" where none is near."""
        speller = self._spellers.get(field)
        return speller.nearest(word) if speller else ""

    def complete(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Names of which a word begins with what is being typed, the most frequent first."""
        words = fold(typed)
        if not words:
            return ()
        held = [name for name in self.names if _begins(fold(name.label), words) or fold(name.value) == words]
        best = sorted(held, key=lambda name: (-name.count, name.label))[:limit]
        return tuple(Completion(kind=name.kind, value=name.label, count=name.count, query=name.query) for name in best)


def label_of(kind: str, value: str) -> str:
    """How a value of a facet is shown; states are named by the surfaces."""
    if kind == "party":
        return party_label(value)
    if kind == "ministry":
        line = lines().get(value)
        return line.name if line else value
    return value


def values_in(searcher: tantivy.Searcher, query: tantivy.Query, kind: str, most: int) -> list[tuple[str, int]]:
    """The values of one facet in what a query finds, the most frequent first."""
    made = searcher.aggregate(query, {kind: {"terms": {"field": kind, "size": most, "segment_size": max(most, 100)}}})
    return [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in made[kind]["buckets"]]




def _names(searcher: tantivy.Searcher, kind: OfferKind) -> Iterator[Name]:
    for value, count in values_in(searcher, tantivy.Query.all_query(), kind, MOST_NAMES):
        yield Name(kind, value, label_of(kind, value), count)


def _called(name: Name) -> Iterable[str]:
    """What people type for a name: the whole of it; of a member also the family name, with or without its particles."""
    words = fold(name.label)
    yield words
    if name.kind == "topic" and "|" in words:
        yield words.rpartition("|")[2].strip()
    if name.kind != "member":
        return
    parts = words.split()
    at = len(parts) - 1
    yield parts[at]
    while at and parts[at - 1] in PARTICLES:
        at -= 1
        yield " ".join(parts[at:])


def _begins(words: str, typed: str) -> bool:
    return words.startswith(typed) or f" {typed}" in words or f"-{typed}" in words
