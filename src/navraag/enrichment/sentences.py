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
    """One sentence: ``text[start:end] == words``; ``low`` is the same in lower case; ``asks``: it is a question."""

    words: str
    start: int
    end: int
    low: str = field(compare=False)
    asks: bool = field(compare=False)


def _sentence(text: str, low: str, start: int, end: int) -> Sentence | None:
    """The sentence without the blanks around it."""
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return None
    start += len(words) - len(words.lstrip())
    end = start + len(kept)
    return Sentence(words=kept, start=start, end=end, low=low[start:end], asks="?" in kept[-4:] and kept.rstrip('"”’»)').endswith("?"))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; one that is too long is cut at a blank."""
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and _ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        piece = blank if blank > start else start + _LONGEST
        yield start, piece
        start = piece
    yield start, end


@lru_cache(maxsize=4)  # every finder reads the same text in turn
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order.

    >>> [s.words for s in sentences("Ja. Zie nr. 3 van de motie-A c.s. en verder.")]
    ['Ja.', 'Zie nr. 3 van de motie-A c.s. en verder.']
    """
    low = lowered(text)
    return tuple(found for start, end in _bounds(text) if (found := _sentence(text, low, start, end)))
