"""What only a look at all cases can tell of one: which case owns a name that it cites, and which cases are near it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from navraag.linking.chains import Citations, Owners, citations_of, relate
from navraag.linking.doubts import CANDIDATE, Near, doubt, near_of
from navraag.records.cases import Case
from navraag.records.identifiers import case_sort_key


class Atlas(Owners, Protocol):
    """All cases, as far as others need to know them."""

    def near(self, one: Near) -> Iterable[Near]:
        """The cases of the same day of tabling and the same askers, itself among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an atlas holds of one case: its own names, what it cites, and where it is near others."""

    number: str
    names: frozenset[str]
    cites: Citations
    near: Near | None

    @property
    def waits(self) -> bool:
        """Whether the case can only be completed once all others are known."""
        return bool(self.cites.names) or (self.near is not None and self.near.doubtful)


def entry_of(case: Case) -> Entry:
    """The entry of a case, whether it was completed or not."""
    return Entry(number=case.number, names=frozenset(_names(case)), cites=citations_of(case), near=near_of(case))


def _names(case: Case) -> Iterator[str]:
    """The names by which the case is cited: its numbers, and the publications of its papers."""
    yield case.number
    yield from case.former_numbers
    papers = (*((case.questions,) if case.questions else ()), *case.answers, *case.notices)
    yield from (paper.publication for paper in papers if paper.publication)


class WholeAtlas:
    """The atlas of some cases in memory."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._owners: dict[str, str] = {}
        self._near: dict[object, list[Near]] = defaultdict(list)
        for entry in sorted(entries, key=lambda one: case_sort_key(one.number)):
            for name in entry.names:
                self._owners.setdefault(name, entry.number)
            if entry.near:
                self._near[entry.near.key].append(entry.near)

    def get(self, name: str, default: str) -> str:
        """The first case that owns the name."""
        return self._owners.get(name, default)

    def near(self, one: Near) -> Iterable[Near]:
        """The cases of its day and askers."""
        return self._near[one.key]


def completed(case: Case, entry: Entry, atlas: Atlas) -> Case:
    """The case with its relations, and with the cases that it may belong to; what it was completed with before is replaced."""
    found = doubt(entry.near, atlas.near(entry.near)) if entry.near and entry.near.doubtful else None
    problems = tuple(problem for problem in case.problems if problem.code != CANDIDATE)
    return replace(case, relations=relate(case, entry.cites, atlas), problems=(*problems, found) if found else problems)
