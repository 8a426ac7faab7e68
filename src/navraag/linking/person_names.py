"""Names of people in every style that papers and sources write, and how well a printed name fits a person.

"Edith Schippers (E.I.)", "I.W. Opstelten", "Hirsch Ballin (EMH)", "R.H. (Romke) de Jong", "Faber – van de Klashorst",
"Koşer Kaya": all become given names, initials, particles and a family name, without capitals and accents.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from navraag.lexicon.names import party_named
from navraag.lexicon.offices import plain
from navraag.records.people import Person

Fit = Literal[0, 1, 2, 3]
"""0: another person. 1: the family name alone, as it should be. 2: with the given name or nearly the initials. 3: with the initials."""

PARTICLES = frozenset({"van", "de", "der", "den", "het", "t", "s", "te", "ten", "ter", "in", "op", "el", "al", "la", "le", "du", "von", "d", "aan", "bij", "a", "v", "vd"})
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)")
_INITIALS = re.compile(r"(?:[A-Z][a-z]{0,2}\.? ?){1,8}")
_CLOSE_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-zà-þ]{0,2}\.-?)+[A-Z]?")
_TITLES = frozenset({"dr.", "drs.", "mr.", "ir.", "ing.", "prof.", "lid", "mevrouw", "heer", "de heer"})
_SPACED_HYPHEN = re.compile(r" ?[-‐‑–—] ?")
_TELLING_INITIALS = 3
_LETTER = re.compile(r"[A-ZÀ-Þ][a-zà-þ]{0,2}(?=\.)|[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedName:
    """A printed name: its initials ("eml"), and its words in order, folded."""

    initials: str
    words: tuple[str, ...]


@lru_cache(maxsize=16384)
def read_name(printed: str, name: str | None) -> PrintedName:
    """The name of an attribution: ``printed`` may hold initials or a call name in brackets, ``name`` is in spoken order.

    >>> read_name("Dijk, D.J.H. van", "D.J.H. van Dijk")
    PrintedName(initials='djh', words=('van', 'dijk'))
    """
    initials = "".join(_letters(group) for group in _IN_BRACKETS.findall(printed) if _are_initials(group))
    words: list[str] = []
    for word in _SPACED_HYPHEN.sub("-", name or printed).split():
        bare = word.strip("(),;:")
        if _CLOSE_INITIALS.fullmatch(bare) and plain(bare) not in _TITLES:
            initials = initials if words or initials else initials + _letters(bare)
        elif not word.startswith("(") and bare and plain(bare) not in _TITLES:
            words += _split(bare)
    if not initials and (spoken := _CLOSE_INITIALS.match(printed)) and plain(spoken[0]) not in _TITLES:
        initials = _letters(spoken[0])  # "R.H. (Romke) de Jong", of which the name keeps the call name alone
    return PrintedName(initials=initials, words=tuple(words))


def _are_initials(group: str) -> bool:
    """Brackets hold initials ("E.I.", "EMH", "M"), a call name or a party; parties without stops are known by the table."""
    return _INITIALS.fullmatch(group) is not None and ("." in group or (group.isupper() and party_named(group) is None))


def _letters(initials: str) -> str:
    """The initials as letters alone: "Ch.M." is "cm", so that "Th." and "T." agree."""
    return "".join(plain(letter[:1]) for letter in _LETTER.findall(initials))


def _split(word: str) -> list[str]:
    return [part for part in re.split(r"[-‐‑–—/]", plain(word).replace(".", "")) if part]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """The name of a person, prepared for comparing."""

    initials: str
    given: tuple[str, ...]
    prefix: tuple[str, ...]
    family: tuple[str, ...]


def known_name(person: Person) -> KnownName:
    """The name of a person in the form that ``fit`` compares."""
    return KnownName(
        initials=_letters(person.initials), given=tuple(_split_all(person.given_name)), prefix=tuple(_split_all(person.prefix)),
        family=tuple(_split_all(person.family_name)),
    )


def _split_all(words: str) -> list[str]:
    return [part for word in words.split() for part in _split(word)]


def fit(printed: PrintedName, known: KnownName) -> Fit:
    """How well a printed name fits a person."""
    found = _place(printed.words, known)
    if found is None:
        return 0
    start, whole = found
    before = printed.words[:start]
    particles = _trailing_particles(before)
    given = before[: len(before) - len(particles)]
    initials = _initials_agree(printed.initials, known)
    called = _given_agree(given, known.given)
    if not whole or (particles != known.prefix and not _same_prefix(particles, known.prefix)):
        return _fit_in_part(initials, called=called)
    if called is False:  # "Gert" and "Gerd", "Tony" and "Teun": as many initials can be no chance
        return 2 if initials == "same" and len(known.initials) >= _TELLING_INITIALS else 0
    if initials == "same":
        return 3
    if initials == "other":
        return 0
    return 2 if called or initials == "alike" else 1


def _fit_in_part(initials: str, *, called: bool | None) -> Fit:
    """A family name of which only a part is printed, or more than it: initials or given name must tell."""
    if initials == "same" and called is not False:
        return 3 if called else 2
    return 2 if called and initials != "other" else 0


def _place(words: tuple[str, ...], known: KnownName) -> tuple[int, bool] | None:
    """Where the family name begins in a printed name, and whether it is the whole family name and ends the name."""
    family = known.family
    for length in range(len(family), 0, -1):
        wanted = family[:length]
        for start in range(len(words) - length, -1, -1):
            if words[start : start + length] == wanted and not set(wanted) <= PARTICLES:
                return start, length == len(family) and start + length == len(words)
    return None


def _trailing_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    at = len(words)
    while at and words[at - 1] in PARTICLES:
        at -= 1
    return words[at:]


def _same_prefix(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Particles written in full or not: "v.d." and "van der"."""
    return "".join(word[0] for word in one) == "".join(word[0] for word in other) and any(len(word) == 1 for word in (*one, *other))


def _initials_agree(printed: str, known: KnownName) -> str:
    """Whether initials are the same, alike (one has more of them, or they begin as the call name does), other or unknown."""
    if not printed or not known.initials:
        return "unknown"
    if printed == known.initials:
        return "same"
    called = bool(known.given) and known.given[0].startswith(printed[0])
    return "alike" if printed.startswith(known.initials) or known.initials.startswith(printed) or called else "other"


def _given_agree(printed: tuple[str, ...], known: tuple[str, ...]) -> bool | None:
    """Whether given names agree; None where none is printed (or the person has none)."""
    if not printed or not known:
        return None
    if len(printed) < len(known) and printed == known[-len(printed) :]:
        return None  # the first part of a family name that stands among the given names: "Veldhuijzen (van Zanten)"
    length = min(len(printed), len(known))
    return printed[:length] == known[:length] or "".join(printed) == "".join(known)
