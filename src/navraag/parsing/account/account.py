"""What became of each character of a document: a record field, furniture, or nothing.

Computed from the outside: the strings that the records hold are laid back onto the document's own text. So it can claim
no word that the records have lost.
"""

from collections import Counter
from dataclasses import dataclass

from navraag.errors import LayoutError
from navraag.parsing.account.alignment import Alignment
from navraag.parsing.account.items import BULLET, LABEL, MARK, facts_of, furniture_of, items_of
from navraag.parsing.account.source_text import source_text
from navraag.parsing.detect import detect
from navraag.parsing.read import parse
from navraag.records.parsed import Parsed

UNPLACED = "unplaced"
_AROUND_LABELS = "()[].:,;*•·▪●○◦‣⁃–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Characters ``start:end`` of the document's text and where they went: a field, ``furniture.<kind>``, or unplaced."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The whole account of one document.

    Counts are of characters other than white space. ``invented`` are characters of the records that the document does
    not hold, by field; ``lost`` are characters that are in no range: it is the check on the account itself.
    """

    name: str
    layout: str
    source: str
    characters: int
    ranges: tuple[Range, ...]
    totals: tuple[tuple[str, int], ...]
    invented: tuple[tuple[str, str], ...]

    @property
    def unplaced(self) -> int:
        """Characters that are in no field and in no furniture."""
        return dict(self.totals).get(UNPLACED, 0)

    @property
    def furniture(self) -> int:
        """Characters set aside as furniture."""
        return sum(count for label, count in self.totals if label.startswith("furniture."))

    @property
    def lost(self) -> int:
        """Characters that the account itself forgot."""
        return self.characters - sum(count for _, count in self.totals)

    def words(self, label: str) -> tuple[str, ...]:
        """The stretches of the document under one label."""
        return tuple(self.source[piece.start : piece.end] for piece in self.ranges if piece.label == label)


def account(data: bytes, parsed: Parsed | None = None, *, name: str = "") -> Account:
    """Where each character of a document went; LayoutError where the document cannot be read."""
    layout = detect(data, name=name)
    if parsed is None:
        parsed = parse(data, name=name)
    if parsed.layout != layout:
        raise LayoutError(f"{name or 'document'}: read as {parsed.layout}, recognised as {layout}")
    source = source_text(data, layout, name=name)
    return _account(source, parsed, name=name)


def _account(source: str, parsed: Parsed, *, name: str) -> Account:
    alignment = Alignment(source)
    alignment.lay(items_of(parsed))
    missing = len(alignment.invented)
    lines, pieces = furniture_of(parsed)
    alignment.lay_lines(lines)
    alignment.lay_facts((*facts_of(parsed), *pieces))
    alignment.absorb((MARK, LABEL, BULLET), _AROUND_LABELS)
    ranges = tuple(Range(start=start, end=end, label=label or UNPLACED) for start, end, label in alignment.ranges())
    totals: Counter[str] = Counter()
    for piece in ranges:
        totals[piece.label] += sum(not char.isspace() for char in source[piece.start : piece.end])
    return Account(
        name=name, layout=parsed.layout, source=source, characters=sum(not char.isspace() for char in source), ranges=ranges,
        totals=tuple(sorted(totals.items())), invented=_grouped(alignment.invented[:missing]),
    )


def _grouped(invented: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Invented characters joined by field."""
    by_label: dict[str, list[str]] = {}
    for label, char in invented:
        by_label.setdefault(label, []).append(char)
    return tuple((label, "".join(chars)) for label, chars in by_label.items())
