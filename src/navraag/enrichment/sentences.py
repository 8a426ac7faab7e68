"""Sentences of Dutch official prose, with their places; abbreviations and numbers do not end a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from navraag.enrichment.screening import lowered

_ABBREVIATED = re.compile(
    r"(?:\b(?:nrs?|art|artt|blz|p|pag|bijv|bv|resp|incl|excl|max|min|ca|evt|dhr|mevr|mw|dr|drs|ir|ing|mr|prof|jl|st|stb|stcrt|vgl|zgn|mln|mld|mrd"
    r"|jan|feb|mrt|apr|aug|sept|sep|okt|nov|dec|tel|fig|hfd|par|Kamerst)|\b[A-Za-z]|\b[a-z]\.[a-z](?:\.[a-z])?)\.$", re.IGNORECASE,
)
_END = re.compile(r"[.?!…]{1,9}[\"”’»)\]]{0,9}(?=\s|$|[A-Z«„“‘])|\n")
_LONGEST = 1200  # the longest sentence of an official text that was seen has 700 characters; what is longer is cut at a blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: ``text[start:end] == words``; ``low`` is the same in lower case, with plain blanks."""

    words: str
    start: int
    end: int
    low: str = field(compare=False, default="")

    @property
    def asks(self) -> bool:
        """Is it a question?"""
        return self.words.rstrip('"”’»)').endswith("?")


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence without its blanks; one that is too long in pieces."""
    while start < end:
        piece = end
        if end - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            piece = blank if blank > start else start + _LONGEST
        words = text[start:piece].strip()
        if words:
            first = text.index(words[0], start)
            yield Sentence(words=words, start=first, end=first + len(words), low=lowered(words))
        start = piece


def _cut(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _END.finditer(text):
        dot = match[0] == "."
        if dot and _ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


@lru_cache(maxsize=4)  # every finder reads the same text in turn
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order.

    >>> [s.words for s in sentences("Ja. Zie nr. 3 van de motie-A c.s. en verder.")]
    ['Ja.', 'Zie nr. 3 van de motie-A c.s. en verder.']
    """
    return tuple(_cut(text))
