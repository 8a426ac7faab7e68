"""Some papers linked: those that came, went or changed, and all that they can meet. What comes of it is what linking all would give."""

from collections.abc import Iterable
from dataclasses import dataclass

from navraag.linking.aliases import is_zaak
from navraag.linking.atlas import Entry, completed, entry_of
from navraag.linking.cases import link_together
from navraag.linking.judgements import renamed, shipped
from navraag.linking.marks import marks_of
from navraag.linking.unions import Unions
from navraag.pipeline.link_papers import Lacking, StoredAtlas, facts_of, in_order, linked_paper
from navraag.records.cases import Case
from navraag.store.link_cases import CaseFacts, LinkCases
from navraag.store.link_papers import LinkPapers, Marked
from navraag.store.papers import papers_of
from navraag.store.writer import Writer

_FEW, _MANY = 2000, 8000
"""So few papers are linked by themselves whatever the share; so many at most, since their words are in memory together."""
_SHARE = 4  # where more than one in so many papers is touched, linking all of them is quicker


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far new papers reach: the components to be linked, and the components that these papers made up before.

    ``also`` are components of which no paper changed, to be linked again for another reason.
    """

    components: tuple[int, ...]
    before: tuple[int, ...]
    also: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeCases:
    """Cases linked anew, and the numbers of all cases that they replace."""

    linked: tuple[Case, ...]
    replaced: tuple[str, ...]


def extent_of(writer: Writer) -> Extent | None:
    """What came, went or changed, noted with its marks, and everything that it reaches; None where that is too much."""
    papers = LinkPapers(writer.connection)
    stale = dict.fromkeys((*papers.stale(), *papers.odd()))
    most = max(_FEW, min(_MANY, papers.count() // _SHARE))
    if len(stale) > most:
        return None
    reach = _Reach(papers)
    for sha256 in stale:
        reach.note(papers.of_document(sha256))
        reach.note(_noted_anew(writer, papers, sha256))
        if len(reach.papers) > most:
            return None
    if not reach.follow(most):
        return None
    return Extent(components=reach.components(), before=tuple(sorted(reach.before)))


def _noted_anew(writer: Writer, papers: LinkPapers, sha256: str) -> list[Marked]:
    """The papers of a document as they are now; a paper whose marks are what they were stays as it was noted."""
    decided = renamed(shipped())
    before = {one.row: one for one in papers.of_document(sha256)}
    for held in papers_of(writer.connection, sha256):
        found = marks_of(linked_paper(held), decided)
        marks = tuple(sorted(found.marks)) if found else ()
        old = before.get(held.row)
        if found and old and (old.marks, old.odd) == (marks, found.odd):
            del before[held.row]
        elif found:
            papers.remove([before.pop(held.row)] if old else [])
            papers.add(sha256, held.row, marks, odd=found.odd)
    papers.remove(before.values())
    return papers.of_document(sha256)


class _Reach:
    """The papers that some papers reach over shared marks, and the components that they were in."""

    def __init__(self, papers: LinkPapers) -> None:
        self._store = papers
        self._marks = set[int]()
        self.papers: dict[int, Marked] = {}
        self.before = set[int]()

    def note(self, papers: Iterable[Marked]) -> None:
        """Papers as they were, or as they are now, from which to go on."""
        for one in papers:
            self._marks.update(one.marks)
            self.before.update([one.component] if one.component else ())

    def follow(self, most: int) -> bool:
        """Go from mark to paper to mark as far as it leads; False where there are more papers than ``most``."""
        todo = list(self._marks)
        while todo:
            for paper in self._store.bearing(todo.pop()):
                if paper in self.papers:
                    continue
                if len(self.papers) >= most:
                    return False
                one = self.papers[paper] = self._store.one(paper)
                todo += set(one.marks) - self._marks
                self.note([one])
        return True

    def components(self) -> tuple[int, ...]:
        """Every paper put into the component of those that it can meet, each called after the lowest paper in it."""
        unions: Unions[tuple[str, int]] = Unions()
        for one in self.papers.values():
            unions.join([("paper", one.id), *(("mark", mark) for mark in one.marks)])
        lowest: dict[tuple[str, int], int] = {}
        for paper in sorted(self.papers):
            lowest.setdefault(unions.find(("paper", paper)), paper)
        self._store.move((lowest[unions.find(("paper", paper))], paper) for paper in self.papers)
        return tuple(sorted(lowest.values()))


def some_cases(writer: Writer, extent: Extent) -> SomeCases:
    """The cases of these components, and of those components whose cases cite or resemble one that changed."""
    cases, link = LinkCases(writer.connection), _Linker(writer)
    atlas = StoredAtlas(cases)
    old = [facts for component in extent.before for facts in cases.of_component(component)]
    linked = [found for component in extent.components for found in link.component(component)]
    new = [facts_of(entry, component) for _, entry, component in linked]
    names = {name for one in (*old, *new) for name in one.names}
    owners = {name: atlas.get(name, "") for name in names}
    cases.forget(one.number for one in old)
    cases.keep(new)
    moved = [name for name in sorted(names) if atlas.get(name, "") != owners[name]]
    others = extent.also.union(map(cases.component_of, _others(cases, moved, old, new))).difference(extent.components)
    also = [found for component in sorted(others) for found in link.component(component)]
    replaced = {one.number for one in (*old, *new)}.union(case.number for case, _, _ in also)
    return SomeCases(linked=tuple(completed(case, entry, atlas) for case, entry, _ in (*linked, *also)), replaced=tuple(sorted(replaced)))


class _Linker:
    """Links the papers of components."""

    def __init__(self, writer: Writer) -> None:
        self._papers = LinkPapers(writer.connection)
        self._lacking = Lacking(self._papers)

    def component(self, component: int) -> list[tuple[Case, Entry, int]]:
        """The cases of one component, not completed, each with its entry."""
        cases = link_together(in_order(self._papers.component(component)), shipped(), self._lacking)
        return [(case, entry_of(case), component) for case in cases]


def _others(cases: LinkCases, moved: Iterable[str], old: Iterable[CaseFacts], new: Iterable[CaseFacts]) -> set[str]:
    """The cases that cite what now belongs to another case, and those without a number near a case that changed."""
    citing = {number for name in moved for number in cases.citing(name)}
    changed = {near for near, *_ in _places(old) ^ _places(new)}
    doubtful = {number for near in changed for number, _, _ in cases.near(near) if not is_zaak(number)}
    return citing | doubtful


def _places(facts: Iterable[CaseFacts]) -> set[tuple[int, str, tuple[str, ...], bool]]:
    return {(one.near, one.number, one.subjects, one.has_paper) for one in facts if one.near is not None}
