"""How well what was found agrees with what was annotated: quotes paired by their letters, spans by their overlap, shares with intervals."""

import difflib
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

_SKIPPED = re.compile(r"[\s\d\-‐‑–—'’‘`´\"“”„«»\u00ad]+")
LEAST_SHARED = 0.8
LONGEST = 600
HALF = 0.5


def wilson(held: int, made: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson; (0, 1) where nothing was made."""
    if not made:
        return 0.0, 1.0
    z, p = 1.96, held / made
    middle = (p + z * z / (2 * made)) / (1 + z * z / made)
    half = z * math.sqrt(p * (1 - p) / made + z * z / (4 * made * made)) / (1 + z * z / made)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(held: int, made: int) -> dict[str, Any]:
    """A share as it is published: n, value, interval."""
    low, high = wilson(held, made)
    return {"held": held, "of": made, "share": round(held / made, 4) if made else None, "interval": [round(low, 3), round(high, 3)]}


def letters(text: str) -> str:
    """A quote without blanks, digits, hyphens and quotation marks, in lower case."""
    return _SKIPPED.sub("", text).casefold()


def alike(a: str, b: str) -> float:
    """The longest common run of letters as a share of the shorter quote; nothing for a quote that is too long."""
    a, b = letters(a), letters(b)
    if not a or not b or len(b) > LONGEST:
        return 0.0
    return difflib.SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size / min(len(a), len(b))


def paired(want: Sequence[str], have: Sequence[str]) -> dict[int, int]:
    """The best one-to-one pairs of quotes: index of what was wanted to index of what was found."""
    scored = sorted(((alike(w, h), i, j) for i, w in enumerate(want) for j, h in enumerate(have)), reverse=True)
    pairs: dict[int, int] = {}
    for value, i, j in scored:
        if value >= LEAST_SHARED and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """The common part of two spans as a share of the shorter one."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / min(a[1] - a[0], b[1] - b[0]) if common > 0 else 0.0


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of one sort of finding."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, want: Sequence[dict[str, Any]], have: Sequence[str]) -> dict[int, int]:
        """Compare one document: borderline items count neither as missed nor as wrong."""
        pairs = paired([str(item["quote"]) for item in want], have)
        firm = [i for i, item in enumerate(want) if not item.get("borderline")]
        loose = {pairs[i] for i, item in enumerate(want) if i in pairs and item.get("borderline")}
        self.wanted += len(firm)
        self.found += sum(i in pairs for i in firm)
        self.right += sum(i in pairs for i in firm)
        self.given += len(have) - len(loose)
        self.missed += [str(want[i]["quote"]) for i in firm if i not in pairs]
        self.wrong += [quote for j, quote in enumerate(have) if j not in pairs.values()]
        return pairs

    def figures(self) -> dict[str, Any]:
        """Precision, recall and F1, with counts and intervals."""
        recall = self.found / self.wanted if self.wanted else 0.0
        precision = self.right / self.given if self.given else 0.0
        f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        return {"precision": share(self.right, self.given), "recall": share(self.found, self.wanted), "f1": round(f1, 4)}
