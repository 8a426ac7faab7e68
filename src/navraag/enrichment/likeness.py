"""Which words two texts share, told to people; and whether two questions are nearly the same."""

import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from navraag.records.precedents import SharedWord

MOST_SHARED = 8
SAME_WORDS = 0.7
LEAST_FOR_SAME = 4
LONGEST_READ = 20_000
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
# A word of so many letters is told by its beginning, which loses at most so many: gemeente, gemeenten, gemeentelijk.
_LONG, _ENDING = 6, 2


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that say what it is about, folded, each once.

    >>> content_words("Bent u bekend met het bericht over de dijken?")
    ('dijken',)
    """
    return tuple(dict.fromkeys(folded for _, folded in _words(text) if _tells(folded)))


def nearly_the_same(one: str, other: str) -> bool:
    """Do two questions ask the same in almost the same words? Questions of few words are never called so."""
    mine, theirs = set(content_words(one)), set(content_words(other))
    if min(len(mine), len(theirs)) < LEAST_FOR_SAME:
        return False
    return len(mine & theirs) >= SAME_WORDS * len(mine | theirs)


def shared_words(asked: str, text: str) -> tuple[SharedWord, ...]:
    """The words of a question that a text has too, or words of one beginning or compounds with it; the longest first."""
    held = list(_words(text))
    row = " " + "".join(f"{folded} " for _, folded in held)
    starts: list[int] = []
    at = 1
    for _, folded in held:
        starts.append(at)
        at += len(folded) + 1
    found: dict[str, SharedWord] = {}
    for word, folded in _words(asked):
        place = _place(folded, row) if _tells(folded) else -1
        if place >= 0:
            seen = held[bisect_right(starts, place) - 1][0]
            found.setdefault(_beginning(folded), SharedWord(word=word, found=seen))
    return tuple(sorted(found.values(), key=lambda one: -len(one.word))[:MOST_SHARED])


def _place(folded: str, row: str) -> int:
    """Where the word stands in a row of words: as it is, else by its beginning, also within a compound; -1 where nowhere."""
    whole = row.find(f" {folded} ")
    if whole >= 0:
        return whole + 1
    return row.find(_beginning(folded)) if len(folded) >= _LONG else -1


def _beginning(folded: str) -> str:
    return folded[:-_ENDING] if len(folded) >= _LONG and folded.isalpha() else folded


def _tells(folded: str) -> bool:
    return (len(folded) > 2 or folded.isdigit()) and folded not in formulas()


def _words(text: str) -> Iterator[tuple[str, str]]:
    for match in _WORD.finditer(text[:LONGEST_READ]):
        yield match[0], _fold(match[0])


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


@cache
def formulas() -> frozenset[str]:
    """The words that say nothing of what is asked about."""
    table = tomllib.loads(files("navraag.lexicon").joinpath("formulas.toml").read_text(encoding="utf-8"))
    return frozenset(str(table["words"]).split())
