"""What was found in a text, marked; and of a long text the part that holds most of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from navraag.store.search.analysis import CHUNK, Analyzer
from navraag.store.search.results import Piece, Snippet
from navraag.store.search.words import Marks

LONGEST = 280
# How far before the first word found a snippet begins, at most.
LEAD = 60


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    word: str


class Marker:
    """Marks what one search found. It remembers the words that it judged."""

    def __init__(self, analyzer: Analyzer, marks: Marks) -> None:
        self.analyzer = analyzer
        self.marks = marks
        self.prefixes = tuple(marks.prefixes)
        self.nothing = not (marks.exact or marks.stems or marks.prefixes)
        self._judged: dict[str, str] = {}

    def whole(self, text: str) -> Snippet:
        """A short text, all of it."""
        return Snippet(pieces=tuple(_pieces(text, 0, len(text), self._hits(text))))

    def snippet(self, text: str) -> Snippet:
        """The part of a text in which most was found; its beginning where nothing was."""
        hits = self._hits(text)
        start, end = _window(text, hits)
        return Snippet(pieces=tuple(_pieces(text, start, end, hits)), before=start > 0, after=end < len(text))

    def _hits(self, text: str) -> list[_Hit]:
        """Where the words stand that were found, in order."""
        if self.nothing:
            return []
        judged, hits = self._judged, []
        for chunk in set(CHUNK.findall(text)):
            word = judged.get(chunk)
            if word is None:
                word = judged[chunk] = self._judge(chunk)
            if word:
                hits += [_Hit(start, start + len(chunk), word) for start in _places(text, chunk)]
        return sorted(hits, key=lambda hit: hit.start)

    def _judge(self, chunk: str) -> str:
        exact = self.analyzer.exact_words[chunk]
        if exact in self.marks.exact or (self.prefixes and exact.startswith(self.prefixes)):
            return exact
        if " " in exact:
            for term in exact.split():
                if term in self.marks.exact or (self.prefixes and term.startswith(self.prefixes)):
                    return term
        bag = self.analyzer.bag_words[chunk]
        for stem in self.marks.stems:
            if stem in bag and stem in bag.split():
                return stem
        return ""


def _places(text: str, chunk: str) -> Iterator[int]:
    """Where a chunk stands as a word of its own."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield at
        at = text.find(chunk, end)


def _window(text: str, hits: list[_Hit]) -> tuple[int, int]:
    """From where to where: around the hits that hold most different words, then most words."""
    if len(text) <= LONGEST:
        return 0, len(text)
    if not hits:
        return 0, _word_end(text, LONGEST)
    best, chosen = (0, 0), hits[0]
    last = 0
    for at, first in enumerate(hits):
        last = max(last, at)
        while last + 1 < len(hits) and hits[last + 1].end <= first.start + LONGEST - LEAD:
            last += 1
        held = (len({hit.word for hit in hits[at:min(last + 1, at + 40)]}), last - at + 1)
        if held > best:
            best, chosen = held, first
    start = _sentence_start(text, chosen.start)
    return start, _word_end(text, min(len(text), start + LONGEST))


def _sentence_start(text: str, at: int) -> int:
    """The start of the sentence where that is near, else of a word."""
    if at <= LEAD:
        return 0
    before = text[at - LEAD:at]
    for mark in ("\n", "? ", ". "):
        place = before.rfind(mark)
        if place >= 0:
            return at - LEAD + place + len(mark)
    return at - LEAD + before.find(" ") + 1 if " " in before else at


def _word_end(text: str, at: int) -> int:
    """The end of the last whole word before a place."""
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", max(0, at - LEAD), at + 1)
    return blank if blank > 0 else at


def _pieces(text: str, start: int, end: int, hits: list[_Hit]) -> Iterator[Piece]:
    at = start
    for hit in hits:
        if hit.start < at or hit.end > end:
            continue
        if hit.start > at:
            yield Piece(text=text[at:hit.start])
        yield Piece(text=text[hit.start:hit.end], marked=True)
        at = hit.end
    if at < end:
        yield Piece(text=text[at:end])
