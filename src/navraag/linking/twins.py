"""Pieces that show one and the same publication, bundled; and bundles that are one paper although no name says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from navraag.linking.folding import likeness, words_of
from navraag.linking.pieces import MatchKey, Piece, Role
from navraag.linking.unions import Unions
from navraag.records.answers import AnswerSet
from navraag.records.identifiers import PublicationName, parse_publication
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.text import Text

_SURE = 0.6  # words shared by two prints of one paper received on one day
_SURE_WITHOUT_DAY = 0.9  # the same where the days differ or are not known
_DAYS_APART = timedelta(days=21)  # a letter's own day and the day of its receipt


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """All pieces of one paper, the best first, and so its role, names and case numbers."""

    pieces: tuple[Piece, ...]

    @property
    def best(self) -> Piece:
        """The piece to show."""
        return self.pieces[0]

    @property
    def role(self) -> Role:
        """What the paper is, by its best piece."""
        return self.best.role

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its publication, formatted ones first."""
        names = {name for piece in self.pieces for name in piece.names if " " not in name}
        return tuple(sorted(names, key=lambda name: (not _formatted(name), name)))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The case numbers that its pieces print, in their order."""
        return tuple(dict.fromkeys(number for piece in self.pieces for number in piece.numbers))

    @cached_property
    def match_keys(self) -> tuple[MatchKey, ...]:
        """Every key by which it can join others without a number."""
        return tuple(dict.fromkeys(key for piece in self.pieces if (key := piece.match_key)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The distinct words of its best piece that has words."""
        return next((words for piece in self.pieces if (words := words_of(*_texts(piece)))), frozenset())

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """By day, then name; the hash only makes the order the same every time."""
        days = [piece.heading.received_on for piece in self.pieces if piece.heading.received_on]
        return (min(days).isoformat() if days else "9999", self.names[0] if self.names else "", self.best.source.sha256)


def _formatted(name: str) -> bool:
    read = parse_publication(name)
    return isinstance(read, PublicationName) and read.formatted


def _texts(piece: Piece) -> Iterator[Text]:
    content = piece.content
    if isinstance(content, AnswerSet):
        yield from (answer.text for answer in content.answers)
        yield content.preamble
    elif isinstance(content, DelayNotice | Withdrawal):
        yield content.text
    else:
        yield from (question.text for question in content.questions)


def bundle(pieces: Iterable[Piece]) -> tuple[Bundle, ...]:
    """Pieces that share a name, together; a piece without a name alone. The same whatever the order of the pieces."""
    ordered = sorted(pieces, key=lambda piece: piece.order)
    labels = [_labels(piece) or [f"piece {at}"] for at, piece in enumerate(ordered)]
    unions: Unions[str] = Unions()
    for names in labels:
        unions.join(names)
    found: dict[str, list[Piece]] = defaultdict(list)
    for piece, names in zip(ordered, labels, strict=True):
        found[unions.find(names[0])].append(piece)
    return tuple(sorted((Bundle(pieces=tuple(group)) for group in found.values()), key=lambda one: one.order))


def _labels(piece: Piece) -> list[str]:
    """Names of the publication, with the series of the paper: a question and an answer are never one paper."""
    series = "kv" if piece.role == "question" else "ah"
    return sorted(f"{series} {name}" for name in piece.names)


def merge_twins(bundles: Sequence[Bundle]) -> tuple[Bundle, ...]:
    """Bundles of one case that are one paper although they share no name: Word file and publication, page and letter."""
    merged: list[Bundle] = []
    for one in sorted(bundles, key=lambda item: item.order):
        twin = next((at for at, other in enumerate(merged) if _same_paper(other, one)), None)
        if twin is None:
            merged.append(one)
        else:
            pieces = sorted(merged[twin].pieces + one.pieces, key=lambda piece: piece.order)
            merged[twin] = Bundle(pieces=tuple(pieces))
    return tuple(sorted(merged, key=lambda item: item.order))


def _same_paper(first: Bundle, second: Bundle) -> bool:
    if first.role != second.role or _named(first) & _named(second) == {"formatted"} or _kind(first) != _kind(second):
        return False
    alike = likeness(first.words, second.words)
    if _days(first) & _days(second):
        return alike >= _SURE or not (first.words and second.words)
    return alike >= _SURE_WITHOUT_DAY and _near(first, second)


def _named(one: Bundle) -> set[str]:
    """{"formatted"} where a formatted publication name is known: two such names are two papers."""
    return {"formatted"} if one.names and _formatted(one.names[0]) else set()


def _kind(one: Bundle) -> str:
    content = one.best.content
    return content.kind if isinstance(content, AnswerSet) else ""


def _days(one: Bundle) -> set[date]:
    return {piece.heading.received_on for piece in one.pieces if piece.heading.received_on}


def _near(first: Bundle, second: Bundle) -> bool:
    """Whether days speak for one paper: two notices of different days are two, as all notices use the same words."""
    apart = timedelta(0) if first.role == "notice" else _DAYS_APART
    return all(abs(a - b) <= apart for a in _days(first) for b in _days(second))
