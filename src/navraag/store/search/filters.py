"""Filters as queries of the index: members, parties, ministries, topics, days, states, numbers."""

from collections.abc import Callable, Iterable

import tantivy

from navraag.lexicon.names import ministries_named, party_label, party_named
from navraag.lexicon.offices import line_named
from navraag.store.rows import fold
from navraag.store.search.analysis import STOP_WORDS, Analyzer
from navraag.store.search.fields import FLAG_NAMES, FLAGS, KINDS, STATUS_NAMES, STATUSES, FieldName
from navraag.store.search.found import CONTAINS, CONTAINS_NAMES, outlet_named, place_named
from navraag.store.search.nodes import Field, NoteCode, QueryNote
from navraag.store.search.schema import NEVER, schema
from navraag.store.search.states import States
from navraag.store.search.values import Between, as_number, day_before, first_day, numbers

_Q = tantivy.Query
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
# Words of an office that name no ministry: "minister van Financiën".
_OFFICE_WORDS = frozenset({"van", "voor", "de", "het", "en"})

# A field of names and a word that it does not hold: the word that is meant most likely, "" where none is near.
Nearest = Callable[[str, str], str]


class Filters:
    """Makes the query of one filter; a value that is not held finds nothing, and a note says so."""

    def __init__(self, analyzer: Analyzer, states: States, searcher: tantivy.Searcher, nearest: Nearest = lambda *_: "") -> None:
        self.analyzer = analyzer
        self.states = states
        self.searcher = searcher
        self.nearest = nearest
        self.notes: list[QueryNote] = []
        # Values that are held nowhere, and the nearest ones that stand for them.
        self.read_as: dict[str, str] = {}
        self._by_name: dict[FieldName, Callable[[str], tantivy.Query | None]] = {
            "van": self._member,
            "partij": self._party, "aan": lambda value: self._office(value, "ministry", "addressee_words"),
            "door": lambda value: self._office(value, "answer_ministry", "answerer_words"),
            "onderwerp": self._subject, "thema": self._topic, "status": self._status, "is": self._flag, "nr": self._number,
            "soort": self._kind, "jaar": lambda value: self._range("year", value), "dagen": lambda value: self._range("days", value),
            "bevat": self._contains, "verwijst": self._cites, "bron": self._outlet, "plaats": self._place,
            "na": lambda value: self._from("asked", value), "voor": lambda value: self._until("asked", value),
            "beantwoord-na": lambda value: self._from("answered", value), "beantwoord-voor": lambda value: self._until("answered", value),
        }

    def note(self, code: NoteCode, printed: str, read_as: str = "") -> None:
        """Remember a mistake."""
        self.notes.append(QueryNote(code=code, printed=printed, read_as=read_as))

    def query(self, node: Field) -> tantivy.Query | None:
        """The query of a filter; None where the filter is passed over, with a note."""
        made = self._by_name[node.name](node.value)  # type: ignore[index]
        return None if made is None else _Q.const_score_query(made, 0.0)

    def _terms(self, field: str, values: Iterable[str]) -> tantivy.Query:
        return _Q.term_set_query(schema(), field, list(values))

    def _words(self, field: str, value: str, *, apart_from: frozenset[str] = frozenset()) -> tantivy.Query:
        """All words of a name; for a word that is held nowhere the nearest that is, and a note that says so."""
        words = [word for word in self.analyzer.exact(value).split() if word not in apart_from]
        read = [word if self.searcher.doc_freq(field, word) else self.nearest(field, word) for word in words]
        if not all(read) or not read:
            self.note("unknown_value", value)
            return _Q.empty_query()
        if read != words:
            self.note("unknown_value", value, " ".join(read))
            self.read_as[value] = " ".join(read)
        return _Q.boolean_query([(_MUST, _Q.term_query(schema(), field, word, "basic")) for word in dict.fromkeys(read)])

    def _member(self, value: str) -> tantivy.Query:
        """A member by the whole usual name, else by the words of it."""
        return self._terms("member", [value]) if self.searcher.doc_freq("member", value) else self._words("asker_words", value)

    def _party(self, value: str) -> tantivy.Query:
        """A party by any of its names, or as printed; one that asked nothing is read as the nearest that did."""
        codes = self._party_codes(value)
        if codes:
            return self._terms("party", codes)
        near = self.nearest("party", fold(value))
        known = party_named(value)
        self.note("unknown_value", f"partij:{value}", near or (party_label(known.code) if known else ""))
        if near:
            self.read_as[value] = near
        return self._terms("party", self._party_codes(near)) if near else _Q.empty_query()

    def _party_codes(self, value: str) -> list[str]:
        """The codes under which the index holds a party."""
        party = party_named(value)
        codes = [code for code in (party.code if party else "", value) if code and self.searcher.doc_freq("party", code)]
        return codes or [code for code, _ in self.searcher.terms_with_prefix("party", "") if fold(code) == fold(value)]

    def _office(self, value: str, field: str, words: str) -> tantivy.Query:
        """A ministry by any name that it ever bore, else the words of the office or of the person."""
        rest = value.lower().removeprefix("ministerie van ").removeprefix("het ministerie van ")
        line = line_named(rest)
        lines = {line} if line else {row.line for row in ministries_named(rest)}
        held = [code for code in sorted(lines) if self.searcher.doc_freq(field, code)]
        if held:
            return self._terms(field, held)
        if self.searcher.doc_freq(field, value):
            return self._terms(field, [value])
        return self._words(words, value, apart_from=_OFFICE_WORDS)

    def _subject(self, value: str) -> tantivy.Query:
        """Words of the subject, or of a topic."""
        stems = [stem for stem in self.analyzer.bag(value).split() if stem]
        words = [word for word in self.analyzer.exact(value).split() if word not in STOP_WORDS]
        either: list[tuple[tantivy.Occur, tantivy.Query]] = [
            (_SHOULD, _Q.boolean_query([(_MUST, _Q.term_query(schema(), field, term, option)) for term in dict.fromkeys(terms)]))
            for field, terms, option in (("subject_bag", stems, "freq"), ("topic_words", words, "basic")) if terms
        ]
        return _Q.boolean_query(either) if either else _Q.empty_query()

    def _topic(self, value: str) -> tantivy.Query:
        if self.searcher.doc_freq("topic", value):
            return self._terms("topic", [value])
        return self._words("topic_words", value, apart_from=frozenset({"en"}))

    def _status(self, value: str) -> tantivy.Query | None:
        name = STATUS_NAMES.get(_hyphened(value))
        if name is None:
            self.note("unknown_value", f"status:{value}", ", ".join(list(STATUSES)[:7]))
            return None
        return self.states.query(STATUSES[name])

    def _flag(self, value: str) -> tantivy.Query | None:
        name = FLAG_NAMES.get(_hyphened(value))
        if name is not None:
            return self._terms("flag", [name])
        if _hyphened(value) in STATUS_NAMES:
            return self._status(value)
        self.note("unknown_value", f"is:{value}", ", ".join(FLAGS))
        return None

    def _kind(self, value: str) -> tantivy.Query | None:
        if value.lower() in KINDS:
            return self._terms("kind", [KINDS[value.lower()]])
        self.note("unknown_value", f"soort:{value}", ", ".join(KINDS))
        return None

    def _contains(self, value: str) -> tantivy.Query | None:
        """What a rule found in the words: an undertaking, a gap, a figure."""
        if name := CONTAINS_NAMES.get(_hyphened(value)):
            return self._terms("has", [name])
        self.note("unknown_value", f"bevat:{value}", ", ".join(CONTAINS))
        return None

    def _cites(self, value: str) -> tantivy.Query:
        """A paper by its official name, with or without "kst-"; a whole dossier by its number."""
        bare = value.lower().replace(" ", "")
        names = [name for name in (bare, f"kst-{bare}") if self.searcher.doc_freq("cites", name)]
        return self._terms("cites", names[:1]) if names else self._nothing(f"verwijst:{value}")

    def _outlet(self, value: str) -> tantivy.Query:
        name = outlet_named(value)
        return self._terms("outlet", [name]) if name else self._nothing(f"bron:{value}")

    def _place(self, value: str) -> tantivy.Query:
        name = place_named(value)
        return self._terms("place", [name]) if name else self._nothing(f"plaats:{value}")

    def _nothing(self, printed: str) -> tantivy.Query:
        self.note("unknown_value", printed)
        return _Q.empty_query()

    def _number(self, value: str) -> tantivy.Query:
        """A case or one of its papers by number; a pair by the number of its question behind a slash."""
        bare = value.replace(" ", "")
        case, _, label = bare.partition("/")
        pair = f"{case.upper()}/{label}"
        if label and self.searcher.doc_freq("id", pair):
            return self._terms("id", [pair])
        names = [name for name in (bare.lower(), case.lower()) if self.searcher.doc_freq("ids", name)]
        if not names:
            self.note("unknown_value", f"nr:{value}")
        return self._terms("ids", names[:1]) if names else _Q.empty_query()

    def _range(self, field: str, value: str) -> tantivy.Query | None:
        found = numbers(value)
        if found is None:
            self.note("bad_number", f"{'jaar' if field == 'year' else 'dagen'}:{value}")
            return None
        least = max(0 if found.least is None else found.least, 1 if field == "year" else 0)
        return between(field, Between(least=least, most=NEVER - 1 if found.most is None else found.most))

    def _from(self, field: str, value: str) -> tantivy.Query | None:
        day = first_day(value)
        if day is None:
            self.note("bad_date", value)
            return None
        return between(field, Between(least=as_number(day), most=NEVER - 1))

    def _until(self, field: str, value: str) -> tantivy.Query | None:
        day = first_day(value)
        if day is None:
            self.note("bad_date", value)
            return None
        return between(field, Between(least=1, most=as_number(day_before(day))))


def between(field: str, found: Between) -> tantivy.Query:
    """The documents with a number from one up to another."""
    if found.least is not None and found.most is not None and found.least > found.most:
        return _Q.empty_query()
    return _Q.range_query(schema(), field, tantivy.FieldType.Integer, found.least, found.most)


def _hyphened(value: str) -> str:
    return "-".join(value.lower().replace("_", " ").replace("-", " ").split())
