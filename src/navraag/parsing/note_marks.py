"""Note marks that are typed as words: "? 1)", "[2]", "bericht*", "²" and bare digits glued to a word ("plek»?1").

"(lid 1)" and "1) … en 2) …" in a sentence are no marks: a mark has no opening bracket before it and stands behind the
words that it belongs to. Bare digits are weighed as in PDF text (``page_marks``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from navraag.parsing.blocks import Block
from navraag.parsing.paragraphs import Edit, edit
from navraag.parsing.printed.page_marks import candidates, choose
from navraag.records.text import Footnote, Paragraph

_TYPED = re.compile(
    r"[ \t\xa0]*(?:\[(?P<square>\d{1,3}|\*{1,5})\]|(?<![\d.,])(?P<round>\d{1,3}|\*{1,5})\)|(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?<!\*)(?P<star>\*{1,5})(?!\*))"
)
_ENUMERATES = re.compile(r"(?:[:;,(]|\b(?:en|of|dat|namelijk|door|om|als|zijn))\s*$")
_ENDS = frozenset("?!.»”\"’')]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def printed_label(match: re.Match[str]) -> str:
    """The label in a match, whichever of its groups holds it; raised figures as plain ones."""
    return next(str(value) for value in match.groupdict().values() if value).translate(_RAISED)


@dataclass(slots=True, kw_only=True)
class Seen:
    """Labels that have a note, and labels whose mark was met so far."""

    notes: frozenset[str] = frozenset()
    met: set[str] = field(default_factory=set)

    def accepts(self, label: str, *, strong: bool) -> bool:
        """Whether a mark with this label may stand here; ``strong`` is at the end of a sentence or quotation."""
        if label in self.notes:
            return strong or label not in self.met
        return strong and label.isdigit() and int(label) == self._next()

    def _next(self) -> int:
        """The label that a mark without a note would bear."""
        return max((int(label) for label in self.met if label.isdigit()), default=0) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A span that looks like a mark; ``certain`` where its form leaves no doubt."""

    start: int
    end: int
    label: str
    strong: bool
    certain: bool


def _depths(text: str) -> list[int]:
    """For each character, how many round brackets stand open before it."""
    depth = 0
    depths = []
    for char in text:
        depths.append(depth)
        depth = depth + 1 if char == "(" else max(0, depth - 1) if char == ")" else depth
    return depths


def _spots(text: str) -> Iterator[_Spot]:
    depths: list[int] = []
    for match in _TYPED.finditer(text):
        depths = depths or _depths(text)
        bracket = match.start("round")
        before = text[max(0, match.start() - 80) : match.start()].rstrip()[-12:]
        if bracket >= 0 and (depths[bracket] or not before or _ENUMERATES.search(before)):
            continue
        yield _Spot(
            start=match.start(), end=match.end(), label=printed_label(match), strong=before[-1:] in _ENDS,
            certain=match["square"] is not None,
        )


def typed_marks(paragraph: Paragraph, seen: Seen) -> list[Edit]:
    """The typed marks of a paragraph as edits that take them out of the words."""
    edits: list[Edit] = []
    for spot in _spots(paragraph.text):
        if spot.certain or seen.accepts(spot.label, strong=spot.strong and not spot.label.startswith("*")):
            seen.met.add(spot.label)
            edits.append(Edit(start=spot.start, end=spot.end, labels=(spot.label,)))
    return edits


def glued_marks(texts: Sequence[str], labels: Iterable[int]) -> dict[int, list[Edit]]:
    """Bare digits that are marks of notes with these labels, as edits by the index of their text."""
    found = candidates(texts, glued_only=True)
    chosen = choose(found, [0] * len(texts), dict.fromkeys(labels, 0))
    edits: dict[int, list[Edit]] = {}
    for (line, _), candidate in sorted(chosen.items()):
        edits.setdefault(line, []).append(
            Edit(start=candidate.start, end=candidate.end, labels=tuple(map(str, candidate.labels)))
        )
    return edits


def anchor(blocks: Iterable[Block], notes: Iterable[Footnote], *, glued: bool) -> tuple[Block, ...]:
    """Blocks with their typed marks as anchors; ``glued`` also takes bare digits ("plek»?1") for marks."""
    labels = frozenset(note.label for note in notes)
    seen = Seen(notes=labels)
    marked = [replace(block, paragraph=edit(block.paragraph, typed_marks(block.paragraph, seen))) for block in blocks]
    missing = [int(label) for label in labels - seen.met if label.isdigit()]
    if not glued or (seen.met and not missing):
        return tuple(marked)
    edits = glued_marks([block.text for block in marked], missing)
    return tuple(
        replace(block, paragraph=edit(block.paragraph, edits[index])) if index in edits else block
        for index, block in enumerate(marked)
    )
