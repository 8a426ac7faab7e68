"""A page of hits: the pairs found, grouped by case, with what was found in question, answer and subject."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navraag.store.search.engine import Opened
from navraag.store.search.plan import Plan
from navraag.store.search.results import CaseHits, PairHit, Snippet
from navraag.store.search.rows import case_rows
from navraag.store.search.snippets import Marker
from navraag.store.search.states import States
from navraag.store.search.texts import CaseText, case_of, texts_of
from navraag.store.session import ReadOnly


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The ids found, in order, with their scores."""

    opened: Opened
    plan: Plan
    today: date
    hits: list[tuple[str, float]]


def groups(registry: ReadOnly, page: Page, states: States) -> tuple[CaseHits, ...]:
    """The hits under their cases; a case stands where its first hit does. What is no longer held is left out."""
    by_case: dict[str, list[tuple[str, float]]] = {}
    for name, score in page.hits:
        by_case.setdefault(case_of(name), []).append((name, score))
    rows = case_rows(registry, tuple(by_case), page.today, states)
    texts = texts_of(registry, by_case)
    marker = Marker(page.opened.analyzer, page.plan.marks)
    return tuple(
        CaseHits(case=rows[number], subject=marker.whole(rows[number].subject), pairs=tuple(_pairs(texts[number], hits, marker)))
        for number, hits in by_case.items() if number in rows and number in texts
    )


def _pairs(case: CaseText, hits: list[tuple[str, float]], marker: Marker) -> Iterator[PairHit]:
    for name, score in hits:
        pair = case.pair(name)
        if pair is None:
            told = "\n".join(one.answer.text.plain for one in case.orphans)
            yield PairHit(id=case.number, label="", question=Snippet(), answer=marker.snippet(told), score=score)
            continue
        answer = "\n".join(one.answer.text.plain for one in pair.answers)
        yield PairHit(
            id=pair.id, label=pair.label, question=marker.snippet(pair.question.text.plain), answer=marker.snippet(answer), score=score,
        )
