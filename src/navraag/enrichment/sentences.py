"""Sentences of Dutch official prose, with their places; abbreviations and numbers do not end a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ABBREVIATED = re.compile(
    r"(?:\b(?:nrs?|art|artt|blz|p|pag|bijv|bv|resp|incl|excl|max|min|ca|evt|dhr|mevr|mw|dr|drs|ir|ing|mr|prof|jl|st|stb|stcrt|vgl|zgn"
    r"|jan|feb|mrt|apr|aug|sept|sep|okt|nov|dec|tel|fig|hfd|par|Kamerst)|\b[A-Za-z]|\b[a-z]\.[a-z](?:\.[a-z])?)\.$", re.IGNORECASE,
)
_END = re.compile(r"[.?!…]+[\"”’»)\]]*(?=\s|$|[A-Z«„“‘])|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: ``text[start:end] == words``."""

    words: str
    start: int
    end: int

    @property
    def asks(self) -> bool:
        """Is it a question?"""
        return self.words.rstrip('"”’»)').endswith("?")


def _trimmed(text: str, start: int, end: int) -> Sentence | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(words=text[start:end], start=start, end=end) if end > start else None


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order.

    >>> [s.words for s in sentences("Ja. Zie nr. 3 van de motie-A c.s. en verder.")]
    ['Ja.', 'Zie nr. 3 van de motie-A c.s. en verder.']
    """
    start = 0
    for match in _END.finditer(text):
        dot = match[0].startswith(".")
        if dot and len(match[0]) == 1 and _ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        if found := _trimmed(text, start, match.end()):
            yield found
        start = match.end()
    if found := _trimmed(text, start, len(text)):
        yield found
