"""link(): from documents to cases. Pure, and the same whatever the order of the documents."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from navraag.linking.assembly import assemble
from navraag.linking.chains import relate
from navraag.linking.doubts import doubts
from navraag.linking.grouping import Group, groups
from navraag.linking.judgements import Judgement, applied, renamed
from navraag.linking.outlines import outline_of_case, outline_of_piece
from navraag.linking.papers import LinkedPaper
from navraag.linking.pieces import Piece, pieces_of
from navraag.linking.twins import Bundle, bundle
from navraag.records.cases import Case, Relation, Source
from navraag.records.evidence import Problem
from navraag.records.identifiers import QuestionNumber, case_sort_key
from navraag.records.pages import PublicationMetadata, Registration

__all__ = ["LinkedPaper", "link", "link_in_turn"]

Key = Hashable
Load = Callable[[Key], LinkedPaper]
Registered = tuple[Source, Registration]


def link(papers: Iterable[LinkedPaper], judgements: Sequence[Judgement] = ()) -> tuple[Case, ...]:
    """All cases that the documents make up, in order of their numbers; papers of other kinds make none.

    ``judgements`` are human decisions (``navraag.linking.judgements``); they beat every rule.
    """
    held: dict[Key, LinkedPaper] = dict(enumerate(papers))
    cases = link_in_turn(held.items(), held.__getitem__, judgements)
    return tuple(sorted(cases, key=lambda case: case_sort_key(case.number)))


def link_in_turn(papers: Iterable[tuple[Key, LinkedPaper]], load: Load, judgements: Sequence[Judgement] = ()) -> Iterator[Case]:
    """The same cases one by one, in no order, with the words of only one of them in memory.

    ``papers`` are read once, each with a key; ``load`` gives the paper of a key again, equal to what it was.
    """
    pieces, registrations = _sorted_out(papers)
    found = list(groups(bundle(pieces), registrations, renamed(judgements)).values())
    answered_by = _cases_by_piece(found)
    outlines = [outline_of_case(assemble(_whole(group, load), answered_by)) for group in found]
    owners, doubted = _owners(outlines), doubts(outlines)
    del outlines
    for group in found:
        case = assemble(_whole(group, load), answered_by)
        yield from applied([_completed(case, relate(case, owners), doubted.get(case.number))], judgements)


def _whole(group: Group, load: Load) -> Group:
    """The group with the words of its papers."""
    documents: dict[Key, list[Piece]] = {}
    for key in (piece.origin[0] for one in group.bundles for piece in one.pieces):
        if key not in documents:
            documents[key] = _pieces(key, load(key))
    return replace(group, bundles=[Bundle(pieces=tuple(documents[key][at] for key, at in (p.origin for p in one.pieces))) for one in group.bundles])


def _pieces(key: Key, paper: LinkedPaper) -> list[Piece]:
    return [replace(piece, origin=(key, at)) for at, piece in enumerate(pieces_of(paper))]


def _completed(case: Case, relations: tuple[Relation, ...], doubt: Problem | None) -> Case:
    """The case with what only a look at all cases can tell."""
    if not relations and doubt is None:
        return case
    return replace(case, relations=relations, problems=(*case.problems, doubt) if doubt else case.problems)


def _sorted_out(papers: Iterable[tuple[Key, LinkedPaper]]) -> tuple[list[Piece], dict[str, Registered]]:
    """Outlines of pieces, and registrations; identical documents once, and all registrations of one case as one."""
    pieces: dict[tuple[object, ...], list[Piece]] = {}
    rows: dict[str, list[Registered]] = defaultdict(list)
    for key, paper in papers:
        content = paper.parsed.content
        if isinstance(content, Registration):
            rows[str(QuestionNumber.read(content.number) or content.number)].append((paper.source, content))
        else:
            of = content.publication if isinstance(content, PublicationMetadata) else None  # a file may hold many records
            pieces.setdefault((paper.source, paper.parsed.layout, of), [outline_of_piece(piece) for piece in _pieces(key, paper)])
    return [piece for group in pieces.values() for piece in group], {number: _newest(told) for number, told in rows.items()}


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


def _owners(cases: Iterable[Case]) -> dict[str, str]:
    """The case of each publication and of each former number; of a paper in several cases the first."""
    owners: dict[str, str] = {}
    for case in sorted(cases, key=lambda one: case_sort_key(one.number)):
        names = (*case.former_numbers, *(answers.publication for answers in case.answers), *(notice.publication for notice in case.notices))
        for name in (case.number, *names, case.questions.publication if case.questions else None):
            if name:
                owners.setdefault(name, case.number)
    return owners
