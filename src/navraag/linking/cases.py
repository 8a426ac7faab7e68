"""link(): from documents to cases. Pure, and the same whatever the order of the documents."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import replace

from navraag.linking.assembly import assemble
from navraag.linking.atlas import WholeAtlas, completed, entry_of
from navraag.linking.grouping import Group, groups
from navraag.linking.judgements import Judgement, applied, renamed
from navraag.linking.papers import LinkedPaper
from navraag.linking.pieces import Piece, pieces_of
from navraag.linking.twins import Bundle, bundle
from navraag.records.cases import Case, Source
from navraag.records.identifiers import QuestionNumber, case_sort_key
from navraag.records.pages import PublicationMetadata, Registration

__all__ = ["LinkedPaper", "link", "link_together"]

Key = Hashable
Registered = tuple[Source, Registration]


def link(papers: Iterable[LinkedPaper], judgements: Sequence[Judgement] = ()) -> tuple[Case, ...]:
    """All cases that the documents make up, in order of their numbers; papers of other kinds make none.

    ``judgements`` are human decisions (``navraag.linking.judgements``); they beat every rule.
    """
    cases = [(case, entry_of(case)) for case in link_together(papers, judgements)]
    atlas = WholeAtlas(entry for _, entry in cases)
    done = applied((completed(case, entry, atlas) for case, entry in cases), judgements)
    return tuple(sorted(done, key=lambda case: case_sort_key(case.number)))


def link_together(
    papers: Iterable[LinkedPaper], judgements: Sequence[Judgement] = (), lacking: Container[str] | None = None,
) -> list[Case]:
    """The cases of papers that may meet, without what only a look at all cases can tell (``atlas.completed``).

    ``lacking`` are the cases that are registered and have no question paper; by default those of these papers.
    """
    pieces, registrations = _sorted_out(papers)
    found = list(groups(bundle(pieces), registrations, renamed(judgements), lacking).values())
    answered_by = _cases_by_piece(found)
    return [assemble(group, answered_by) for group in found]


def _pieces(key: Key, paper: LinkedPaper) -> list[Piece]:
    return [replace(piece, origin=(key, at)) for at, piece in enumerate(pieces_of(paper))]


def _sorted_out(papers: Iterable[LinkedPaper]) -> tuple[list[Piece], dict[str, Registered]]:
    """Pieces, and registrations sorted by number; identical documents once, and all registrations of one case as one."""
    pieces: dict[tuple[object, ...], list[Piece]] = {}
    rows: dict[str, list[Registered]] = defaultdict(list)
    for key, paper in enumerate(papers):
        content = paper.parsed.content
        if isinstance(content, Registration):
            rows[str(QuestionNumber.read(content.number) or content.number)].append((paper.source, content))
        else:
            of = content.publication if isinstance(content, PublicationMetadata) else None  # a file may hold many records
            pieces.setdefault((paper.source, paper.parsed.layout, of), _pieces(key, paper))
    return [piece for group in pieces.values() for piece in group], {number: _newest(rows[number]) for number in sorted(rows)}


def _newest(told: list[Registered]) -> Registered:
    """The newest registration of a case; what it lacks (a feed entry names no members) comes from older ones."""
    if len(told) == 1:
        return told[0]
    (source, row), *older = sorted(told, key=_newness, reverse=True)
    for _, old in older:
        row = replace(
            row, subject=row.subject or old.subject, tabled_on=row.tabled_on or old.tabled_on, session_year=row.session_year or old.session_year,
            askers=row.askers or old.askers, addressees=row.addressees or old.addressees,
        )
    return source, row


def _newness(known: Registered) -> tuple[str, str, str]:
    source, row = known
    return row.changed_on.isoformat() if row.changed_on else "", source.sha256, repr(row)


def _cases_by_piece(found: Iterable[Group]) -> Callable[[Bundle], tuple[str, ...]]:
    """Tells the cases of a paper: those of all its pieces, also where a paper was recognised only within one case."""
    numbers: dict[tuple[Key, int], set[str]] = defaultdict(set)
    for group in found:
        for one in group.bundles:
            for piece in one.pieces:
                numbers[piece.origin].add(group.number)

    def cases_of(one: Bundle) -> tuple[str, ...]:
        return tuple(sorted({number for piece in one.pieces for number in numbers[piece.origin]}, key=case_sort_key))

    return cases_of
