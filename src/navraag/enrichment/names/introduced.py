"""Names that a text introduces itself: "Strategische Kamer (SK)" means that "SK" is that chamber from there on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from navraag.enrichment.names.listed import entries
from navraag.enrichment.names.patterns import BODY
from navraag.lexicon.bodies import party_abbreviations

_BRACKET = re.compile(r"[ \u00a0]\((?:(?:hierna|verder|afgekort)(?: te noemen)?:? )?[«'\"“‘]?(?P<short>[A-Z][A-Za-z&-]{0,9}[A-Za-z])[»'\"”’]?\)")
_WORDS = re.compile(r"[\wÀ-ÿ'’&-]+")
_SMALL = frozenset("van de der den het een en voor tegen in op aan bij met te ten ter door tot of naar over & -".split())
_LAW = re.compile(r"\b(?:\w*wet|wetboek|besluit|\w*regeling|verordening|richtlijn|\w*verdrag|artikel|wetsvoorstel|motie|lid|act|directive|\w*plan|\w*kader|\w*akkoord|online platform)\b", re.IGNORECASE)
_LONGEST = 12
_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A name with the short form that it is given: ``text[start:end]`` is both."""

    name: str
    short: str
    start: int
    end: int


def introductions(text: str) -> Iterator[Introduced]:
    """Every name that is followed by its own abbreviation in brackets; laws, parties and persons are none."""
    if "(" not in text:
        return
    for match in _BRACKET.finditer(text):
        short = match["short"]
        if sum(letter.isupper() for letter in short) < _SHORTEST or short in party_abbreviations():
            continue
        start = _start(text, match.start(), short)
        name = " ".join(text[start : match.start()].split()).strip("«»‘’“”\"'") if start is not None else ""
        if start is not None and _is_body(name):
            yield Introduced(name=name[:1].upper() + name[1:], short=short, start=start, end=match.end())


def _is_body(name: str) -> bool:
    """A name with a capital and a noun of a body, or one that the tables know; no law, regulation or plan."""
    known = any(entry.spelling == name for first in name.split()[:1] for entry in entries().get(first, ()))
    return known or (not name.islower() and not _LAW.search(name) and bool(BODY.search(name)))


def _start(text: str, end: int, short: str) -> int | None:
    """Where the full name begins: the words before the bracket whose initials are the letters of the short form, in order."""
    line = max(text.rfind("\n", 0, end) + 1, end - 160)
    words = list(_WORDS.finditer(text, line, end))[-_LONGEST:]
    for part in (short, *(short.split("-") if "-" in short else ())):
        letters = [letter.lower() for letter in part if letter.isalpha()]
        if len(letters) >= _SHORTEST and (found := _spelled_from(words, letters)) is not None:
            return found
    return None


def _spelled_from(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Where the nearest words begin that spell the letters; a capital is preferred to none."""
    best = None
    for place in range(len(words) - 1, -1, -1):
        word = words[place][0]
        if word.lower() in _SMALL and word[:1].islower():
            continue
        if word[:1].lower() == letters[0] and _spells([one[0] for one in words[place:]], letters):
            best = words[place].start()
            if word[:1].isupper():
                return best
    return best


def _spells(words: list[str], letters: list[str]) -> bool:
    """Can the letters be taken, in order, from the words? Each word gives its initial, a small one may give none, a compound more."""

    @cache
    def fits(word: int, letter: int) -> bool:
        if word == len(words):
            return letter == len(letters)
        low = words[word].lower()
        if low in _SMALL and fits(word + 1, letter):
            return True
        return letter < len(letters) and low[:1] == letters[letter] and any(fits(word + 1, after) for after in _taken(low, letters, letter + 1))

    return fits(0, 0)


def _taken(word: str, letters: list[str], letter: int) -> Iterator[int]:
    """How many letters a word may have given: its initial, and letters inside it: "Milieukamer" gives the MK of "SMK"."""
    yield letter
    place = 1
    while letter < len(letters) and (found := word.find(letters[letter], place)) >= 0:
        place, letter = found + 1, letter + 1
        yield letter
