"""How the index reads Dutch: which words a text has, as written and as stems, and which of them say nothing.

A text becomes two rows of terms. ``exact``: every word in order, without capitals and accents, for phrases and for weight.
``bag``: its stems, and for a compound also the stems of its parts, without the words that every text has.
"""

import hashlib
import re

from navraag.store.rows import fold
from navraag.store.search.compounds import Splitter
from navraag.store.search.stems import VERSION, stem

LONGEST_TERM = 60
MOST_REMEMBERED = 3_000_000

CHUNK = re.compile(r"[\w\u0300-\u036f]+(?:[.,:/'’‘´`\-‐‑–][\w\u0300-\u036f]+)*")
# Between digits a mark belongs to the number (8:42, 2019-2020, 1.500); elsewhere it parts words (corona-app, PFAS/PFOA).
_SEAM = re.compile(r"(?<!\d)[-/.:,]|[-/.:,](?!\d)")
_MARKS = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})
_IN_NUMBER = re.compile(r"[-/]")

STOP_WORDS = frozenset("""
de het een en van in op te dat die is zijn voor met aan niet er om ook als dan bij of uit naar door over worden wordt wat tot deze dit
heeft hebben had hun zij ze u uw ik mijn we wij ons onze hij zo kan kunnen zal zullen zou zouden moet moeten wel nog al maar want dus
ter ten der des tegen onder waar daar hier hoe wie welke welk was waren werd werden geworden geweest ben bent hem haar je me men na
tussen sinds via per indien omdat zodat terwijl hoewel nu toen daarvan hiervan waarvan daarbij hierbij waarbij daarvoor hiervoor waarvoor
""".split())


class Words(dict[str, str]):
    """Terms of each chunk of text, worked out once per chunk: a collection has few chunks, and each of them often."""

    def __init__(self, analyzer: "Analyzer", *, bag: bool, memory: int) -> None:
        super().__init__()
        self._memory = memory
        self._work_out = analyzer.bag_terms if bag else analyzer.exact_terms

    def __missing__(self, chunk: str) -> str:
        """The terms of a chunk that is met for the first time."""
        if len(self) >= self._memory:
            self.clear()
        self[chunk] = found = " ".join(self._work_out(chunk))
        return found


class Analyzer:
    """Turns texts into terms with the compounds of one collection; the same for the index, for queries and for snippets."""

    def __init__(self, splitter: Splitter, *, memory: int = MOST_REMEMBERED) -> None:
        self.splitter = splitter
        self.exact_words = Words(self, bag=False, memory=memory)
        self.bag_words = Words(self, bag=True, memory=memory)

    def exact(self, text: str) -> str:
        """Every word of a text in order, folded, parted by blanks."""
        return " ".join(map(self.exact_words.__getitem__, CHUNK.findall(text)))

    def bag(self, text: str) -> str:
        """The stems of a text and of the parts of its compounds, parted by blanks; what says nothing is left out."""
        return " ".join(map(self.bag_words.__getitem__, CHUNK.findall(text)))

    def both(self, text: str) -> tuple[str, str]:
        """``exact`` and ``bag`` of a text, which is gone through once."""
        chunks = CHUNK.findall(text)
        return " ".join(map(self.exact_words.__getitem__, chunks)), " ".join(map(self.bag_words.__getitem__, chunks))

    def exact_terms(self, chunk: str) -> list[str]:
        """The words of one chunk as written, folded.

        >>> Analyzer(Splitter({})).exact_terms("Coördinatie-eis")
        ['coordinatie', 'eis']
        """
        return [piece[:LONGEST_TERM] for piece in _SEAM.split(fold(chunk).translate(_MARKS)) if piece]

    def bag_terms(self, chunk: str) -> list[str]:
        """The stems of one chunk, with those of its parts."""
        pieces = self.exact_terms(chunk)
        found = [term for piece in pieces for term in self._stems(piece)]
        if len(pieces) > 1 and all(piece.isalpha() for piece in pieces) and "-" in chunk.translate(_MARKS):
            found.append(stem("".join(pieces)[:LONGEST_TERM]))
        return found

    def parts(self, word: str) -> tuple[str, ...]:
        """The stems of the parts of a compound, () where the word is none."""
        return tuple(stem(part) for part in self.splitter.split(word))

    def _stems(self, piece: str) -> list[str]:
        if piece in STOP_WORDS:
            return []
        found = [stem(piece), *self.parts(piece)]
        if not piece.isalpha() and _IN_NUMBER.search(piece):
            found += [part for part in _IN_NUMBER.split(piece) if part]
        return found


_PROBES = "gemeenten ziekenhuizen kamerleden bomen bommen auto's corona-app 8:42 2019-2020 financiële slachtofferhulp"


def fingerprint(analyzer: Analyzer) -> str:
    """What tells an index made by this analysis from one that was made by another: the stems of some words, and the dictionary."""
    words = f"{VERSION}|{analyzer.bag(_PROBES)}|{len(analyzer.splitter.words)}|{sum(analyzer.splitter.words.values())}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]
