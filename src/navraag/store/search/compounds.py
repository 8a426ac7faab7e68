"""Compounds: *slachtofferhulp* is help for victims, told from the words that the collection itself uses."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from navraag.store.rows import fold
from navraag.store.search.stems import stem

SHORTEST_PART, SHORTEST_WHOLE, LONGEST_WHOLE = 4, 8, 40
RAREST_PART = 5
MOST_WORDS = 60_000
FEW_CASES, RAREST_SPELLING = 500, 4
_SEED_COUNT = 50
_LINKS = ("", "s", "en", "e", "n")
_SHORT_PARTS = frozenset("bos wet lid bus vis arm kat gas eis jeugd wijk azc zee zon veen".split())


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("navraag.lexicon").joinpath("compounds.toml").read_text(encoding="utf-8"))
    return {name: frozenset(fold(words).split()) for name, words in table.items()}


def dictionary(counts: Mapping[str, int]) -> dict[str, int]:
    """The words of which compounds may be made: those of the collection that are frequent enough, and our own list."""
    usual = [
        (word, count) for word, count in counts.items()
        if count >= RAREST_PART and word.isalpha() and SHORTEST_PART <= len(word) <= LONGEST_WHOLE
    ]
    most = sorted(usual, key=lambda one: (-one[1], one[0]))[:MOST_WORDS]
    return dict(sorted((Counter(dict.fromkeys(_lists()["parts"], _SEED_COUNT)) + Counter(dict(most))).items()))


def spellings(counts: Mapping[str, int], cases: int) -> dict[str, int]:
    """The words among which a misspelt one is looked for: of a large collection not those that may be misspelt there."""
    least = 1 if cases < FEW_CASES else RAREST_SPELLING
    usual = [(word, count) for word, count in counts.items() if count >= least and word.isalpha() and SHORTEST_PART <= len(word) <= LONGEST_WHOLE]
    return dict(sorted(usual, key=lambda one: (-one[1], one[0]))[:MOST_WORDS])


class Splitter:
    """Splits words of a dictionary into two or more parts, or leaves them whole where that is likelier."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self.words = words
        never = _lists()
        self._first = {word: count for word, count in words.items() if _may_stand(word) and word not in never["never_first"]}
        self._last: dict[str, int] = {}
        for word, count in words.items():
            if _may_stand(word) and word not in never["never_last"]:
                self._last[stem(word)] = max(count, self._last.get(stem(word), 0))
        self._never_last = never["never_last"]

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, () where it is none.

        >>> Splitter(dictionary({})).split("slachtofferhulp")
        ('slachtoffer', 'hulp')
        """
        if not SHORTEST_WHOLE <= len(word) <= LONGEST_WHOLE or not word.isalpha():
            return ()
        return self._split(word, self.words.get(word, 0), depth=0)

    def _split(self, word: str, whole: int, *, depth: int) -> tuple[str, ...]:
        best = 0.0
        parts: tuple[str, ...] = ()
        for first, last in self._halves(word):
            likely = (self._first[first] * self._last[stem(last)]) ** 0.5
            if likely > best and likely >= whole:
                best, parts = likely, (first, last)
        if not parts:
            return self._in_three(word, depth) if not whole and depth < 2 else ()
        return tuple(piece for part in parts for piece in (self.split(part) or (part,)))

    def _in_three(self, word: str, depth: int) -> tuple[str, ...]:
        """A known word before a compound that the dictionary does not have."""
        for at in range(len(word) - 7, 3, -1):
            first = word[:at]
            if first in self._first:
                for link in _LINKS[:3]:
                    rest = word[at:].removeprefix(link)
                    parts = self._split(rest, 1, depth=depth + 1) if len(rest) >= SHORTEST_WHOLE else ()
                    if parts:
                        return (*(self.split(first) or (first,)), *parts)
        return ()

    def _halves(self, word: str) -> Iterator[tuple[str, str]]:
        """Every way to read the word as two known words with a linking sound between them."""
        for at in range(3, len(word) - 2):
            first, rest = word[:at], word[at:]
            if first in self._first:
                for link in _LINKS:
                    last = rest.removeprefix(link)
                    if (last != rest or not link) and self._may_end(last):
                        yield first, last
                        break

    def _may_end(self, last: str) -> bool:
        return _may_stand(last) and last not in self._never_last and stem(last) in self._last


def _may_stand(word: str) -> bool:
    return len(word) >= SHORTEST_PART or word in _SHORT_PARTS
