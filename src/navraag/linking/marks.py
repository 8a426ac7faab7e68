"""Marks: everything by which papers can meet. Papers that no chain of equal marks connects are never linked to each other.

So a new paper can change only the cases of the papers that its marks reach, and these alone need to be linked again. A mark too
many costs time; a mark too few would lose a link, so a name that might matter is a mark.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from navraag.linking.folding import asker_key, fold_subject
from navraag.linking.papers import LinkedPaper
from navraag.linking.pieces import MatchKey, Piece, pieces_of
from navraag.records.identifiers import (
    AppendixNumber,
    Quarantined,
    QuestionNumber,
    nameless_case_number,
    parse_publication,
)
from navraag.records.misshapen import MISTYPED
from navraag.records.pages import Registration

_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one paper; ``odd`` where it bears a mistyped number, whose likely meaning depends on all other papers."""

    marks: frozenset[int]
    odd: bool = False


def marks_of(paper: LinkedPaper, decided: Mapping[str, str]) -> Marks | None:
    """The marks of a paper; None where it takes no part in linking. ``decided`` are the numbers that people corrected."""
    content = paper.parsed.content
    if isinstance(content, Registration):
        return Marks(marks=frozenset(map(mark, (*_with_decisions(_registered(content), decided), *_of_registration(content)))))
    pieces = tuple(pieces_of(paper))
    if not pieces:
        return None
    names = {name for piece in pieces for name in _names(piece)}
    told = (*_with_decisions(names, decided), *(word for piece in pieces for word in _of_piece(piece)))
    return Marks(marks=frozenset(map(mark, told)), odd=any(map(_is_odd, names)))


def mark(word: str) -> int:
    """A word as a signed number of 64 bits. Two words with one number would only be linked together, each to its own."""
    return int.from_bytes(blake2b(word.encode(), digest_size=_BYTES).digest(), "big", signed=True)


def asked_mark(number: str) -> int:
    """What every question paper of a case bears."""
    return mark(f"asked {number}")


def registered_mark(number: str) -> int:
    """What every registration of a case bears."""
    return mark(f"registered {number}")


def _registered(row: Registration) -> set[str]:
    return {str(QuestionNumber.read(row.number) or row.number)}


def _of_registration(row: Registration) -> Iterator[str]:
    yield from (f"registered {number}" for number in _registered(row))
    askers = tuple(sorted(asker_key(asker.name or asker.printed) for asker in row.askers))
    subject = fold_subject(row.subject)
    if row.tabled_on and askers and subject:
        yield _match((row.tabled_on, askers, subject))


def _names(piece: Piece) -> Iterator[str]:
    """Every number and name that a piece bears, points to or cites: any of them may be that of another paper."""
    yield from piece.numbers
    yield from piece.names
    yield from piece.points_to
    cited = (AppendixNumber.of(see.session_year, see.number) for see in piece.heading.see_also)
    yield from (number.publication for number in cited if number)
    if not piece.numbers:
        yield nameless_case_number(piece.source.sha256)


def _of_piece(piece: Piece) -> Iterator[str]:
    if piece.role == "question":
        yield from (f"asked {number}" for number in piece.numbers)
    if key := piece.match_key:
        yield _match(key)


def _match(key: MatchKey) -> str:
    day, askers, subject = key
    return f"match {day} {' '.join(askers)} {subject}"


def _with_decisions(names: set[str], decided: Mapping[str, str]) -> Iterator[str]:
    """The names, and the numbers by which people replaced them."""
    yield from names
    if decided:
        yield from (decided[name] for name in names if name in decided)


def _is_odd(name: str) -> bool:
    read = parse_publication(name)
    return isinstance(read, Quarantined) and read.rule == MISTYPED
