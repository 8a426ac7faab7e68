"""What became of each character of a document, as ``/lees`` shows it: stretches with a name in words and a tone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from navraag.surfaces.reading import Characters
from navraag.surfaces.web.translations import Messages

Tone = Literal["heading", "question", "answer-text", "note", "furniture", "unplaced"]

SHOWN = 40_000
TONES: dict[str, Tone] = {
    "question": "question", "answer": "answer-text", "footnote": "note", "furniture": "furniture", "unplaced": "unplaced",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters that went to one place; ``name`` says where."""

    name: str
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many characters other than white space went to one kind of place."""

    name: str
    tone: Tone
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CharactersView:
    """The whole account; ``cut`` characters at the end are left out of the stretches, not of the totals."""

    stretches: tuple[Stretch, ...]
    totals: tuple[Total, ...]
    cut: int


def account_view(characters: Characters, say: Messages) -> CharactersView:
    """The account of a document in words."""
    counted: Counter[str] = Counter()
    for start, end, label in characters.ranges:
        counted[label.partition(".")[0]] += sum(not letter.isspace() for letter in characters.source[start:end])
    totals = tuple(
        Total(name=say.get(f"account.{kind}", kind), tone=_tone(kind), letters=count) for kind, count in counted.most_common()
    )
    return CharactersView(
        stretches=tuple(_stretches(characters, say)), totals=totals, cut=max(0, len(characters.source) - SHOWN),
    )


def _stretches(characters: Characters, say: Messages) -> Iterator[Stretch]:
    """Neighbours that went to the same question, answer or note as one stretch, up to where the next one starts."""
    groups = [(label, next(group)[0]) for label, group in groupby(characters.ranges, key=_place_of)]
    starts = [0, *(start for _, start in groups[1:]), len(characters.source)]
    for (label, _), start, end in zip(groups, starts, starts[1:], strict=False):
        if start < SHOWN:
            yield Stretch(name=_name(label, say), tone=_tone(label), text=characters.source[start:min(end, SHOWN)])


def _place_of(piece: tuple[int, int, str]) -> str:
    """``question.3`` of ``question.3.text``: heading, words and marks of one question stand together."""
    kind, _, rest = piece[2].partition(".")
    return f"{kind}.{rest.split('.')[0]}" if kind in {"question", "answer", "footnote", "furniture"} else kind


def _name(label: str, say: Messages) -> str:
    kind, _, rest = label.partition(".")
    if kind == "furniture":
        return say.get(f"furniture.{rest}", rest)
    return f"{say.get(f'account.{kind}', kind)} {rest}".strip()


def _tone(label: str) -> Tone:
    return TONES.get(label.partition(".")[0], "heading")
