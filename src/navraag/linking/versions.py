"""Reprints, re-publications and corrections, kept as what differs from the words that are shown."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from navraag.linking.folding import fold
from navraag.linking.pieces import Piece
from navraag.linking.twins import Bundle
from navraag.records.answers import AnswerSet
from navraag.records.cases import Version
from navraag.records.notices import DelayNotice, Withdrawal

Numbers = frozenset[int]


def earlier_printings(part: str, one: Bundle) -> Iterator[Version]:
    """The other printings of a paper: reprints, and the same publication in the same layout with other words."""
    shown = one.best
    for piece in one.pieces[1:]:
        if piece.bare or not _another_printing(shown, piece):
            continue
        if difference := differing(paragraphs_of(piece), paragraphs_of(shown)):
            yield Version(part=part, printed_on=_printed_on(piece, one.pieces), text=difference, source=piece.source)


def _another_printing(shown: Piece, other: Piece) -> bool:
    """Not the same printing in another layout: there only the reading differs, not the words."""
    same_layout = other.source.layout == shown.source.layout and other.where == shown.where
    return other.edition != shown.edition or same_layout


def corrected(part: str, before: Bundle, correction: Bundle) -> Iterator[Version]:
    """What a correction changed in the answers that it gives anew."""
    content = correction.best.content
    numbers = frozenset(number for answer in content.answers for number in answer.numbers) if isinstance(content, AnswerSet) else frozenset()
    difference = differing(paragraphs_of(before.best, only=numbers), paragraphs_of(correction.best))
    if difference:
        yield Version(part=part, printed_on=_printed_on(before.best, before.pieces), text=difference, source=before.best.source)


def differing(other: Sequence[str], shown: Sequence[str]) -> str:
    """Paragraphs only in the other printing ("- ") and only in the shown one ("+ "); "" where the words are the same."""
    keys = [fold(words) for words in other], [fold(words) for words in shown]
    lines: list[str] = []
    for tag, other_from, other_to, shown_from, shown_to in SequenceMatcher(a=keys[0], b=keys[1]).get_opcodes():
        if tag != "equal":
            lines += [f"- {words}" for words in other[other_from:other_to]]
            lines += [f"+ {words}" for words in shown[shown_from:shown_to]]
    return "\n".join(lines)


def paragraphs_of(piece: Piece, *, only: Numbers = frozenset()) -> tuple[str, ...]:
    """The paragraphs that a paper adds itself: questions of a question paper, answers of an answer paper."""
    return tuple(words for words in _paragraphs(piece, only) if words.strip())


def _paragraphs(piece: Piece, only: Numbers) -> Iterable[str]:
    content = piece.content
    if isinstance(content, AnswerSet):
        answers = [answer for answer in content.answers if not only or only.intersection(answer.numbers)]
        return [paragraph.text for answer in answers for paragraph in answer.text.paragraphs]
    if isinstance(content, DelayNotice | Withdrawal):
        return [paragraph.text for paragraph in content.text.paragraphs]
    return [paragraph.text for question in content.questions for paragraph in question.text.paragraphs]


def _printed_on(piece: Piece, pieces: Sequence[Piece]) -> date | None:
    """The day of publication by the metadata of this very printing, else the day that its heading prints."""
    name = piece.publication.value if piece.publication else None
    told = [other.printed_on for other in pieces if other.printed_on and other.publication and other.publication.value == name]
    return min(told) if told else piece.heading.received_on or piece.heading.tabled_on
