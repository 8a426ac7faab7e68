"""Earlier pairs that share rare words with a text: the ones among which precedents are found."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import tantivy

from navraag.records.attribution import Attribution
from navraag.records.precedents import Candidate
from navraag.store.search.engine import OpenIndex, engine_errors
from navraag.store.search.filters import between
from navraag.store.search.schema import NEVER, schema
from navraag.store.search.texts import CaseText, case_of, texts_of
from navraag.store.search.values import Between, as_number
from navraag.store.session import ReadOnly

_Q = tantivy.Query
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
QUESTION_AND_ANSWER = ("question_bag", "answer_bag")
MOST_TERMS = 24
TOO_COMMON = 0.15
LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which pairs may be candidates: asked of a ministry (its line), asked within a period, and by which words they are found."""

    ministry: str = ""
    since: date | None = None
    until: date | None = None
    answered: bool = False
    fields: tuple[str, ...] = QUESTION_AND_ANSWER


class Candidates:
    """Finds candidates for a text: the ``Retrieve`` of precedents. ``most`` is how many, the best first."""

    def __init__(self, registry: ReadOnly, index: OpenIndex, *, most: int = 100, among: Among | None = None) -> None:
        self.registry = registry
        self.index = index
        self.most = most
        self.among = among or Among()

    def __call__(self, text: str) -> Iterator[Candidate]:
        """The pairs that share the rarest words with a text; a registry without an index raises IndexMissingError."""
        found = self.found(text)
        cases = texts_of(self.registry, (case_of(name) for name, _ in found))
        for name, score in found:
            case = cases.get(case_of(name))
            candidate = candidate_of(case, name, score) if case else None
            if candidate:
                yield candidate

    def found(self, text: str) -> list[tuple[str, float]]:
        """The ids of the pairs with their scores, without their words."""
        opened = self.index.now()
        with engine_errors(self.index.home):
            terms = self._terms(opened.searcher, opened.analyzer.bag(text[:LONGEST_TEXT]))
            if not terms:
                return []
            clauses = [(_SHOULD, _Q.term_query(schema(), field, term, "freq")) for field in self.among.fields for term in terms]
            query = _Q.boolean_query(clauses)
            limits = self._limits()
            if limits:
                query = _Q.boolean_query([(_MUST, query), *limits])
            hits = opened.searcher.search(query, self.most, count=False).hits
            return [(opened.searcher.doc(address)["id"][0], float(score)) for score, address in hits]

    def _terms(self, searcher: tantivy.Searcher, bag: str) -> list[str]:
        """The terms that tell most: frequent in the text, rare in the collection."""
        held = max(1, searcher.num_docs)
        weights: dict[str, float] = {}
        for term, count in Counter(bag.split()).items():
            frequency = max(searcher.doc_freq(field, term) for field in self.among.fields)
            if 0 < frequency <= max(5, held * TOO_COMMON):
                weights[term] = (1 + math.log(count)) * math.log(1 + held / frequency)
        return sorted(weights, key=lambda term: (-weights[term], term))[:MOST_TERMS]

    def _limits(self) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        among, found = self.among, []
        if among.ministry:
            found.append(_Q.term_query(schema(), "ministry", among.ministry, "basic"))
        if among.since or among.until:
            period = Between(least=as_number(among.since) if among.since else 1, most=as_number(among.until) if among.until else NEVER - 1)
            found.append(between("asked", period))
        if among.answered:
            found.append(_Q.term_query(schema(), "flag", "antwoord", "basic"))
        return [(_MUST, _Q.const_score_query(query, 0.0)) for query in found]


def candidate_of(case: CaseText, name: str, score: float) -> Candidate | None:
    """One pair of a case as a candidate; None where the case has no such pair."""
    pair = case.pair(name)
    if pair is None:
        return None
    papers = {paper.id: paper for paper in case.answers}
    given = [papers[one.answer_set] for one in pair.answers if one.answer_set in papers]
    who: dict[str, Attribution] = {one.printed: one for paper in given for one in paper.answerers}
    days = [paper.received_on for paper in given if paper.received_on]
    return Candidate(
        pair=name, case=case.number, label=pair.label, subject=case.subject, question=pair.question.text.plain,
        answers=tuple(one.answer.text.plain for one in pair.answers), tabled_on=case.tabled_on,
        answered_on=min(days) if days else None, askers=case.askers, addressees=case.addressees, answerers=tuple(who.values()),
        ministries=tuple(dict.fromkeys(one.organization_id for one in case.addressees if one.organization_id)), score=score,
    )
