"""Candidates with the other pairs of their cases: a question shares words with one answer of a paper, and is answered by the next."""

from collections.abc import Iterator

from navraag.records.precedents import Candidate
from navraag.store.search.candidates import Candidates, candidate_of
from navraag.store.search.texts import case_of, texts_of

CASES_IN_FULL = 50
MOST = 400


class WithSiblings(Candidates):
    """The ``Retrieve`` of precedents: what is found by its words, then the rest of the best cases."""

    def __call__(self, text: str) -> Iterator[Candidate]:
        """The pairs that share the rarest words with a text, and the other pairs of the first cases among them."""
        found = dict(self.found(text))
        cases = texts_of(self.registry, map(case_of, found))
        names = dict.fromkeys(name for name in found if case_of(name) in cases)
        for number in list(dict.fromkeys(map(case_of, names)))[:CASES_IN_FULL]:
            names |= dict.fromkeys(pair.id for pair in cases[number].pairs)
        for name in list(names)[:MOST]:
            candidate = candidate_of(cases[case_of(name)], name, found.get(name, 0.0))
            if candidate and (candidate.answers or not self.among.answered):
                yield candidate
