"""Blanks that PDF text swallowed at line ends ("enzal", "hetkabinet"), put back for reading only."""

import re
from functools import lru_cache

from navraag.enrichment.screening import READ_LATELY, lowered, mentions

_FIRST = tuple((
    "de het een en dat die niet zoals zal zullen te ik is wordt worden deze dit van nog naar zijn hebben of om er uw door voor met ook als in volgt komt heeft kan moet uiterlijk eind begin medio bij aan"
).split())
_FIRST_WORDS = frozenset(_FIRST)
_LONGEST_FIRST = max(map(len, _FIRST))
_COMMON = frozenset((
    "zal zullen wordt worden het een kabinet kamer ik niet geen deze van dat die uw zijn ministerie voorjaar najaar komende eerste tweede minister onderzoeken sturen leveren geven nederland begin eind medio uiterlijk volgt ontvangt informeren "
    "ondersteund"
).split())
# These are words of their own, or begin words of their own ("voorjaar", "inzet"): split only before a common word.
_SEPARABLE = frozenset({"in", "om", "door", "voor", "met", "er", "of", "als", "is", "te", "van", "ook", "eind", "begin", "kan", "naar", "bij", "aan"})
_WHOLE = frozenset({"omdat", "zodat", "doordat", "voordat", "dezelfde", "hetzelfde"})
_AFTER_YEAR = re.compile(r"(?<=20\d\d)(?=[a-z]{2})")
_AFTER_TIME = re.compile(
    r"\b(voorjaar|najaar|kwartaal|januari|februari|april|juni|juli|augustus|september|oktober|november|december)"
    r"(?!s|reces|nota|rapport|cijfer|vergader|maand|periode|overleg|plan|bericht|verslag|akkoord|circulaire|peil)(?=[a-z]{4})"
)
_TIMES = ("jaar", "kwartaal", "uari", "april", "juni", "juli", "augustus", "ember", "oktober")
_WORD = re.compile(r"[^\W\d_]{4,30}")
_SHORTEST = 4


def _parts(word: str, words: frozenset[str]) -> tuple[str, str] | None:
    """The two words that a glued word is made of."""
    for length in range(2, min(_LONGEST_FIRST, len(word) - 2) + 1):
        first, rest = word[:length], word[length:]
        if first not in _FIRST_WORDS:
            continue
        if rest in _COMMON or (len(rest) >= _SHORTEST and first not in _SEPARABLE and rest in words):
            return first, rest
    return None


@lru_cache(maxsize=READ_LATELY)
def _glued(text: str) -> re.Pattern[str] | None:
    """Where to cut: after the first part of each glued word of a text; None where it has none."""
    words = frozenset(_WORD.findall(lowered(text)))
    found = sorted(parts for word in words if word.startswith(_FIRST) and word not in _WHOLE and (parts := _parts(word, words)))
    if not found:
        return None
    return re.compile("|".join(rf"(?<=\b{first})(?={rest}\b)" for first, rest in found))


def respaced(sentence: str, text: str) -> str:
    """The sentence, in lower case, with a blank where a small word is glued to one that is common or stands alone in the text.

    >>> words = "nederland enzal hetkabinet in 2027gaat"
    >>> respaced(words, words)
    'nederland en zal het kabinet in 2027 gaat'
    """
    cut = _glued(text)
    spaced = cut.sub(" ", sentence) if cut else sentence
    if mentions(spaced, _TIMES):
        spaced = _AFTER_TIME.sub(r"\1 ", spaced)
    return _AFTER_YEAR.sub(" ", spaced) if "20" in spaced else spaced
