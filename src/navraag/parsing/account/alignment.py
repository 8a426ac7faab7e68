"""Lays strings back onto the text that they came from, character by character, and remembers who claimed what.

White space, hyphens (a line end may add or take one) and accents that stand apart are not compared. A paragraph that a
page foot or a note interrupts is laid in pieces. What is never laid stays unclaimed: nothing is assumed.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile
from typing import Literal

_HYPHENS = frozenset("-‐‑\u00ad\u200b\u200c\u200d\u2060\ufeff￾￿\ufffe")
_GRAM = 12
_SHORT = 4
_NEAR = 60
_WINDOW = 6000
_FAR = 60000
_TRIES = 64
_SEARCHES = 1000
UNCLAIMED = 0


@cache
def fold(char: str) -> str:
    """What a character is compared by: "" for white space, hyphens and combining accents."""
    if char in _HYPHENS or char.isspace():
        return ""
    if char.isascii():
        return char if char.isprintable() else ""
    parts = unicodedata.normalize("NFKD", char)
    return "".join(p for p in parts if not unicodedata.combining(p) and not p.isspace() and p not in _HYPHENS)


def folded(text: str) -> str:
    """A text as it is compared."""
    return "".join(map(fold, text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words to lay under one label.

    A ``mark`` or ``optional`` segment is laid where it comes next and is otherwise no loss; ``alternatives`` are other
    ways in which the source may print the same fact.
    """

    label: str
    text: str
    kind: Literal["words", "mark", "optional"] = "words"
    alternatives: tuple[str, ...] = ()


Item = tuple[Segment, ...]


class Alignment:
    """One source text and the claims on it."""

    def __init__(self, source: str) -> None:
        self.source = source
        places: list[int] = []
        pieces: list[str] = []
        for place, char in enumerate(source):
            if shape := fold(char):
                pieces.append(shape)
                places.extend([place] * len(shape))
        self._text = "".join(pieces)
        self._places = places
        self._taken = bytearray(len(self._text))
        self._owners: list[int] = [UNCLAIMED] * len(self._text)
        self._labels: list[str] = [""]
        self._ids: dict[str, int] = {}
        self._next: dict[str, int] = {}
        # Searching everything for words that are not there costs; a record that invents that much needs no more proof.
        self._budget = _SEARCHES * len(self._text)
        self._anchored: set[int] = set()
        self._next_fact: dict[str, int] = {}
        self.invented: list[tuple[str, str]] = []

    def lay(self, items: Sequence[Item]) -> None:
        """Lay all items, in the order in which they turn out to stand in the source."""
        found = [(self._anchor(item), order, item) for order, item in enumerate(items)]
        cursor = 0
        placed: list[tuple[int, int, Item]] = []
        for anchor, order, item in found:
            cursor = anchor if anchor >= 0 else cursor
            placed.append((cursor, order, item))
        for anchor, _, item in sorted(placed, key=lambda entry: entry[:2]):
            self._lay_item(item, anchor)

    def lay_lines(self, lines: Sequence[Segment]) -> None:
        """Lay lines that stand on their own: first those that are found whole, then the others in pieces."""
        rest = []
        for line in lines:
            words = folded(line.text)
            at = self._find(words, self._next.get(words, 0)) if words else -1
            if at < 0:
                rest.append((line,))
                continue
            self._claim(at, at + len(words), line.label)
            self._next[words] = at + len(words)
        self.lay(rest)

    def lay_facts(self, segments: Sequence[Segment]) -> None:
        """Facts of a few characters: taken only where they stand free between blanks, and no loss elsewhere."""
        for segment in segments:
            for shown in (segment.text, *segment.alternatives):
                if self._lay_fact(shown, segment.label):
                    break

    def _lay_fact(self, shown: str, label: str) -> bool:
        pattern = re.compile(rf"(?<![\w/.-]){re.escape(shown)}(?![\w/-]|\.\w)")
        for match in pattern.finditer(self.source, self._next_fact.get(shown, 0)):
            start, end = self._range(match.start(), match.end())
            if start < end and self._free(start, end):
                self._claim(start, end, label)
                self._next_fact[shown] = match.end()
                return True
        return False

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._places, start), bisect_left(self._places, end)

    def _free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0

    def _claim(self, start: int, end: int, label: str) -> None:
        number = self._ids.get(label)
        if number is None:
            number = self._ids[label] = len(self._labels)
            self._labels.append(label)
        self._taken[start:end] = b"\x01" * (end - start)
        self._owners[start:end] = [number] * (end - start)

    def _find(self, text: str, start: int, stop: int | None = None) -> int:
        """The first place from ``start`` on at which the text stands and is unclaimed; -1 where there is none."""
        limit = len(self._text) if stop is None else min(stop, len(self._text))
        for _ in range(_TRIES):
            at = self._text.find(text, start, limit)
            if at < 0 or self._free(at, at + len(text)):
                return at
            start = max(at + 1, self._after_claims(at, at + len(text)) - len(text) + 1)
        return -1

    def _after_claims(self, start: int, stop: int) -> int:
        last = self._taken.rfind(1, start, stop)
        return last + 1 if last >= 0 else start

    def _anchor(self, item: Item) -> int:
        """Where an item begins in the source; two items with the same words take one place after the other."""
        words = "".join(folded(segment.text) for segment in item if segment.kind == "words")
        lead = "".join(folded(segment.text) for segment in takewhile(lambda segment: segment.kind == "optional", item))
        for key in (f"{lead}{words[:40]}" if lead else "", words[:80], words[:40], words[:20]):
            if (at := self._next_place(key)) >= 0:
                return at
        for segment in item:
            key = folded(segment.text)[:40]
            if len(key) >= _GRAM and segment.kind == "words" and (at := self._next_place(key)) >= 0:
                return at
        return -1

    def _next_place(self, key: str) -> int:
        if not key:
            return -1
        at = self._text.find(key, self._next.get(key, 0))
        while at >= 0 and at in self._anchored:
            at = self._text.find(key, at + 1)
        if at >= 0:
            self._next[key] = at + 1
            self._anchored.add(at)
        return at

    def _lay_item(self, item: Item, anchor: int) -> None:
        at = anchor
        begun = False
        for segment in item:
            words = folded(segment.text)
            if not words:
                continue
            if segment.kind == "mark":
                at = self._lay_mark(words, segment.label, at)
            elif segment.kind == "words":
                at = self._lay_words(words, segment.label, at, first=not begun)
                begun = True
            elif begun:
                at = self._lay_optional(segment, at)
            else:
                at = self._lay_lead(segment, at)

    def _lay_lead(self, segment: Segment, at: int) -> int:
        """A label or a day that stands at the place by which the item was found, or right before it."""
        for shown in (segment.text, *segment.alternatives):
            words = folded(shown)
            for place in (self._text.find(words, at, at + len(words)), self._text.rfind(words, max(0, at - len(words) - _SHORT), at)):
                if place >= 0 and self._free(place, place + len(words)):
                    self._claim(place, place + len(words), segment.label)
                    return max(at, place + len(words))
        return at

    def _lay_mark(self, words: str, label: str, at: int) -> int:
        """A note mark that comes next, with or without brackets."""
        pattern = rf"(?:[,;]|en|\?,)?[\[(]?{re.escape(words)}[\])]?"
        found = re.compile(pattern).match(self._text, at, at + len(words) + 5)
        if found and self._free(found.start(), found.end()):
            self._claim(found.start(), found.end(), label)
            return found.end()
        return at

    def _lay_optional(self, segment: Segment, at: int) -> int:
        for shown in (segment.text, *segment.alternatives):
            words = folded(shown)
            place = self._find(words, at, at + len(words) + _SHORT)
            if place >= 0:
                self._claim(place, place + len(words), segment.label)
                return place + len(words)
        return at

    def _lay_words(self, words: str, label: str, at: int, *, first: bool) -> int:
        size = len(words)
        place = self._find(words, at, at + size + _WINDOW)
        if first and place < 0:
            # A heading stands before the words by which the item was found.
            before = self._text.rfind(words, max(0, at - _WINDOW // 10), at)
            place = before if before >= 0 and self._free(before, before + size) else -1
        if place < 0 and size >= _GRAM:
            place = self._find(words, 0)
        if place >= 0:
            self._claim(place, place + size, label)
            return place + size
        return self._lay_pieces(words, label, at)

    def _lay_pieces(self, words: str, label: str, at: int) -> int:
        """As much as matches, then on behind whatever interrupts; characters that stand nowhere are invented."""
        index = 0
        missed = 0
        while index < len(words):
            place = self._next_piece(words, index, at, widely=missed % _GRAM == 0)
            if place < 0:
                self.invented.append((label, words[index]))
                index += 1
                missed += 1
                continue
            missed = 0
            length = self._common(words, index, place)
            self._claim(place, place + length, label)
            index += length
            at = place + length
        return at

    def _next_piece(self, words: str, index: int, at: int, *, widely: bool) -> int:
        gram = words[index : index + _GRAM]
        if len(gram) < _SHORT:
            return self._find(gram, at, at + _NEAR)
        widely = widely and self._budget > 0
        place = self._find(gram, at, at + (_FAR if widely else _WINDOW))
        if place < 0 and widely and len(gram) == _GRAM:
            place = self._find(gram, 0)
            self._budget -= len(self._text) if place < 0 else 0
        if place < 0:
            short = words[index : index + _SHORT]
            place = self._find(short, at, at + _NEAR)
        if place < 0:
            place = self._find(words[index], at, at + 1)
        return place

    def _common(self, words: str, index: int, place: int) -> int:
        """How many characters agree from here on, up to the next claim."""
        stop = self._taken.find(1, place)
        limit = min(len(words) - index, (stop if stop >= 0 else len(self._text)) - place)
        low, step = 0, 64
        while low < limit:
            high = min(low + step, limit)
            if words[index + low : index + high] == self._text[place + low : place + high]:
                low = high
                step *= 2
                continue
            while words[index + low] == self._text[place + low]:
                low += 1
            break
        return low

    def absorb(self, beside: Sequence[str], characters: str) -> None:
        """Brackets and stops next to a claim under these labels belong to it: labels are kept without them."""
        numbers = {number for label, number in self._ids.items() if label.endswith(tuple(beside))}
        for at, char in enumerate(self._text):
            if self._owners[at] == UNCLAIMED and char in characters:
                for neighbour in (at - 1, at + 1):
                    if 0 <= neighbour < len(self._text) and self._owners[neighbour] in numbers:
                        self._owners[at] = self._owners[neighbour]
                        self._taken[at] = 1
                        break

    def ranges(self) -> Iterator[tuple[int, int, str]]:
        """Stretches of the source under one label ("" where unclaimed), in order, blanks within them included."""
        owners = self._owner_of_each()
        for number, run in groupby(owners, key=lambda entry: entry[1]):
            entries = list(run)
            yield entries[0][0], entries[-1][0] + 1, self._labels[number]

    def _owner_of_each(self) -> Iterator[tuple[int, int]]:
        """Place and owner of every non-blank character; hyphens go with what stands before them."""
        index = 0
        last = UNCLAIMED
        for place, char in enumerate(self.source):
            if char.isspace():
                continue
            if index < len(self._places) and self._places[index] == place:
                last = self._owners[index]
                while index < len(self._places) and self._places[index] == place:
                    index += 1
            elif index < len(self._places) and last == UNCLAIMED:
                yield place, self._owners[index]
                continue
            yield place, last

