"""Several questions below one heading ("Vraag 4 en 5") of PDF text, told apart.

A paragraph border shows as the end of a sentence glued to a capital; so does many a line end inside a paragraph. What
tells them apart: a question ends in a question mark; "Zo nee, waarom niet?" goes on with the question above it; and a
line that ends inside a paragraph is full, while the last line of a paragraph ends anywhere.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from navraag.parsing.paragraphs import cut
from navraag.parsing.printed.glue import join, line_ends
from navraag.records.text import Paragraph

_BORDER = re.compile(r"(?<=[?.!])(?=[A-ZÀ-Þ«‘])|(?<=[?.!][»”’)])(?=[A-ZÀ-Þ])")
_ENDS_SENTENCE = re.compile(r"[?.!][»”’)]?\s*$")
_STARTS_SENTENCE = re.compile(r"\s*[A-ZÀ-Þ«‘“]")
_GOES_ON = re.compile(
    r"\s*(?:Zo (?:ja|nee|neen|niet|wel)\b|Indien\b|(?:En )?(?:[Ww]aarom|[Hh]oe) (?:wel|niet|dan)\b|En\b|Of\b|Graag\b|"
    r"(?:Kunt|Kan|Zou|Wilt) u (?:dit|dat|dat ook|uw|deze|het antwoord|hierbij|hierop|daarbij|hier)\b|Ja of nee\b)"
)
_OPENS = re.compile(
    r"\s*(?:Bent u|Klopt het|Deelt u|Kunt u|Hoe |Wat |Welke? |Is |Zijn |Heeft |Hebt |Erkent|Herkent|Wanneer|Op welke|In hoeverre|In welke|Waarom|Kent u|Acht u|Ziet u|Vindt u|Gaat u|Wordt|Worden|Onderschrijft|Herinnert|Denkt u|Hoeveel)"
)
_ABBREVIATED = re.compile(r"\b(?:dhr|mevr|mw|mr|drs|dr|prof|ir|nrs?|art|bijv|resp|ca|incl|excl|jl|d\.d|o\.a|m\.b\.t|i\.v\.m|St)\.\s*$", re.IGNORECASE)
_CLOSING_PHRASE = re.compile(r"(?:waarom niet|waarom wel|toelichten|of nee|en hoe|waarom)\?\s*$")
_LINE = 72.5
_SPREAD = 4.5
_LEAST_MARGIN = 0.7
_SHORTEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Words between two possible borders, and how much the border before them looks like one."""

    paragraph: Paragraph
    border: float = 0.0


def _fullness(length: int) -> float:
    """How much less likely a length is as whole full lines than as a paragraph's end: above 0 speaks for a border."""
    lines = max(1, round(length / _LINE))
    spread = _SPREAD * math.sqrt(lines)
    gap = (length - lines * _LINE) / spread
    full = math.exp(-gap * gap / 2) / (spread * math.sqrt(2 * math.pi))
    return max(-1.2, min(3.0, math.log((1 / _LINE) / max(full, 1e-9))))


def _looks(above: str, below: str) -> float:
    """What the words on both sides of a border say."""
    weight = 2.0 if above.rstrip("»”’) ").endswith("?") else 0.0
    weight += 1.0 if _CLOSING_PHRASE.search(above) else 0.0
    weight += 1.0 if _OPENS.match(below) else 0.0
    weight -= 4.0 if _GOES_ON.match(below) or _ABBREVIATED.search(above[-12:]) else 0.0
    weight -= 3.0 if above.count("«") > above.count("»") else 0.0
    return weight - (1.0 if len(above) < _SHORTEST or len(below) < _SHORTEST else 0.0)


def _pieces(lines: Sequence[Paragraph], known: Mapping[str, int]) -> list[_Piece]:
    """The lines cut at all possible borders. A line of the source may hold many printed lines, glued."""
    found: list[_Piece] = []
    printed = 0
    for line in lines:
        ends = [0, *line_ends(line.text, known)]
        borders = [match.start() for match in _BORDER.finditer(line.text)]
        for start, stop in pairwise([0, *borders, len(line.text)]):
            piece = cut(line, start, None if stop == len(line.text) else stop)
            if not found:
                found.append(_Piece(paragraph=piece))
                continue
            above = found[-1].paragraph
            if start:
                printed = start - ends[bisect_left(ends, start) - 1]
            elif not _may_part(above, line):
                found[-1] = _Piece(paragraph=join([above, piece], known), border=found[-1].border)
                continue
            found.append(_Piece(paragraph=piece, border=_fullness(printed) + _looks(above.text, piece.text)))
        if line.text:
            printed = len(line.text) - ends[-1]
    return found


def _may_part(above: Paragraph, line: Paragraph) -> bool:
    """Whether a paragraph may end between two lines of the source; behind a mark that the line goes on from it may not."""
    goes_on = bool(line.marks) and line.marks[0].at == 0
    ends = _ENDS_SENTENCE.search(above.text)
    return bool(line.text.strip() and not goes_on and ends and _STARTS_SENTENCE.match(line.text))


def told_apart(lines: Sequence[Paragraph], count: int, known: Mapping[str, int]) -> list[Paragraph]:
    """As many paragraphs as the heading names questions, where the borders stand out; else one paragraph."""
    pieces = _pieces(lines, known)
    whole = [piece.paragraph for piece in pieces]
    if len(pieces) < count:
        return [join(whole, known)] if whole else []
    ranked = sorted(range(1, len(pieces)), key=lambda index: -pieces[index].border)
    chosen, others = ranked[:count - 1], ranked[count - 1:]
    if others and pieces[chosen[-1]].border - pieces[others[0]].border < _LEAST_MARGIN:
        return [join(whole, known)]
    bounds = [0, *sorted(chosen), len(pieces)]
    return [join(whole[start:stop], known) for start, stop in pairwise(bounds)]
