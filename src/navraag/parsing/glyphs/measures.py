"""The measures of a PDF's type area: size of the body's letters, left and right edge, distance of lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from navraag.parsing.glyphs.lines import GlyphLine

STEP = 0.25  # points: sizes nearer than this are one size
EDGE = 3.0  # points: lines that begin this near to each other begin at one edge
FULL_SHARE = 0.995
USUAL_PITCH = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Height of the body's letters, edges of its column, and the usual distance of two lines."""

    height: float
    left: float
    right: float
    pitch: float

    def is_small(self, line: GlyphLine) -> bool:
        """Whether a line is set smaller than the body, as notes are."""
        return line.height < 0.93 * self.height

    def at_edge(self, line: GlyphLine) -> bool:
        """Whether a line begins at the left edge of the column."""
        return abs(line.left - self.left) <= EDGE


def letters(line: GlyphLine) -> int:
    """How many letters a line holds."""
    return sum(map(str.isalpha, line.text))


def measure(lines: Sequence[GlyphLine]) -> Measures:
    """The measures of a document, as most of its letters have them."""
    height = _commonest((line.height for line in lines), lines, STEP)
    body = [line for line in lines if abs(line.height - height) <= 0.08 * height] or list(lines)
    left = _commonest((line.left for line in body), body, EDGE)
    column = [line for line in body if abs(line.left - left) <= EDGE] or body
    rights = sorted(line.right for line in column)
    right = rights[min(int(FULL_SHARE * len(rights)), len(rights) - 1)]
    return Measures(height=height, left=left, right=right, pitch=_pitch(column, height))


def _commonest(values: Iterable[float], lines: Sequence[GlyphLine], step: float) -> float:
    weights: Counter[int] = Counter()
    sums: Counter[int] = Counter()
    for value, line in zip(values, lines, strict=True):
        weight = letters(line) + 1
        weights[round(value / step)] += weight
        sums[round(value / step)] += value * weight  # type: ignore[assignment]
    # Values beside a border of two steps count together.
    best = max(weights, key=lambda key: (weights[key] + weights[key - 1] // 2 + weights[key + 1] // 2, -key))
    return float(sums[best]) / weights[best]


def _pitch(column: Sequence[GlyphLine], height: float) -> float:
    distances = [
        above.bottom - below.bottom
        for above, below in pairwise(column)
        if above.page == below.page and 0.8 * height < above.bottom - below.bottom < 2 * height
    ]
    if not distances:
        return USUAL_PITCH * height
    common = Counter(round(distance, 1) for distance in distances).most_common(1)[0][0]
    return float(common)
