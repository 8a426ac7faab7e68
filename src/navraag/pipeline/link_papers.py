"""Papers of the store as linking sees them, and what the store keeps of linked cases."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from navraag.linking.atlas import Entry
from navraag.linking.doubts import Near
from navraag.linking.marks import asked_mark, mark, registered_mark
from navraag.linking.papers import LinkedPaper
from navraag.records.answers import AnswerSet
from navraag.records.cases import Source
from navraag.records.identifiers import PublicationName, case_sort_key, parse_publication
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.parsed import Parsed
from navraag.records.questions import QuestionSet
from navraag.store.link_cases import CaseFacts, LinkCases
from navraag.store.link_papers import LinkPapers
from navraag.store.papers import HeldPaper

_PAPERS = (QuestionSet, AnswerSet, DelayNotice, Withdrawal)


def linked_paper(paper: HeldPaper) -> LinkedPaper:
    """The paper with its source; where it prints no number, with the cases that the sources name for it."""
    source = Source(sha256=paper.sha256, layout=paper.parsed.layout, publication=publication_of(paper.name), url=paper.url)
    return LinkedPaper(source=source, parsed=_with_cases(paper.parsed, paper.cases), name=paper.name)


def in_order(papers: Iterable[HeldPaper]) -> Iterator[LinkedPaper]:
    """Papers that are linked together, sorted, so that they come in the same order every time."""
    yield from map(linked_paper, sorted(papers, key=lambda paper: (paper.sha256, paper.row)))


def _with_cases(parsed: Parsed, cases: tuple[str, ...]) -> Parsed:
    content = parsed.content
    if not cases or not isinstance(content, _PAPERS) or content.heading.question_numbers:
        return parsed
    told: Any = replace(content, heading=replace(content.heading, question_numbers=cases))
    return replace(parsed, content=told)


@lru_cache(maxsize=1024)
def publication_of(name: str) -> str | None:
    """The publication that a file's name names.

    >>> publication_of("ah-tk-20202021-3235.metadata.xml")
    'ah-tk-20202021-3235'
    """
    stem = name.partition(".")[0]
    return stem if isinstance(parse_publication(stem), PublicationName) else None


class Lacking(Container[str]):
    """The numbers of cases that are registered and have no question paper, looked up one by one."""

    def __init__(self, papers: LinkPapers) -> None:
        self._papers = papers

    def __contains__(self, number: object) -> bool:
        """Whether the case is registered, and no question paper bears its number."""
        name = str(number)
        return bool(self._papers.bearing(registered_mark(name))) and not self._papers.bearing(asked_mark(name))


class StoredAtlas:
    """The atlas of the cases that the store has noted."""

    def __init__(self, cases: LinkCases) -> None:
        self._cases = cases

    def get(self, name: str, default: str) -> str:
        """The first case that owns the name."""
        return min(self._cases.owners(name), key=case_sort_key, default=default)

    def near(self, one: Near) -> Iterable[Near]:
        """The cases of its day and askers."""
        for number, subjects, has_paper in self._cases.near(near_mark(one)):
            yield Near(number=number, key=one.key, subjects=subjects, has_paper=has_paper)


def near_mark(one: Near) -> int:
    """A number that stands for day and askers."""
    day, askers = one.key
    return mark(f"near {day} {' '.join(askers)}")


def facts_of(entry: Entry, component: int) -> CaseFacts:
    """What the store notes of a case."""
    near = entry.near
    return CaseFacts(
        number=entry.number, component=component, names=tuple(sorted(entry.names)), cites=tuple(sorted(entry.cites.names)),
        near=near_mark(near) if near else None, subjects=near.subjects if near else (), has_paper=near.has_paper if near else False,
    )
