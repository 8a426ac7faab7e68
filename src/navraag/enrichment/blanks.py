"""Blanks that PDF text swallowed at line ends ("enzal", "hetkabinet"), put back for reading only."""

import re
from functools import lru_cache

_FIRST = r"de|het|een|en|dat|die|niet|zoals|zal|zullen|te|ik|is|wordt|worden|deze|dit|van|nog|naar|zijn|hebben|of|om|er|uw|door|voor|met|ook|als|in|volgt|komt|heeft|kan|moet|worden|uiterlijk|eind|begin|medio|naar|bij|aan"
_COMMON = frozenset((
    "zal zullen wordt worden het een kabinet kamer ik niet geen deze van dat die uw zijn ministerie voorjaar najaar komende eerste tweede minister onderzoeken sturen leveren geven nederland begin eind medio uiterlijk volgt ontvangt informeren ondersteund"
).split())
# These are words of their own, or begin words of their own ("voorjaar", "inzet"): split only before a common word.
_SEPARABLE = frozenset({"in", "om", "door", "voor", "met", "er", "of", "als", "is", "te", "van", "ook", "eind", "begin", "kan", "naar", "bij", "aan"})
_WHOLE = frozenset({"omdat", "zodat", "doordat", "voordat", "dezelfde", "hetzelfde"})
_GLUED = re.compile(rf"\b({_FIRST})([a-zA-Zé]{{2,24}})\b", re.IGNORECASE)
_AFTER_YEAR = re.compile(r"(?<=20\d\d)(?=[a-z]{2})")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST = 4


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _splits(match: re.Match[str], text: str) -> bool:
    first, rest = match[1].casefold(), match[2].casefold()
    if match[0].casefold() in _WHOLE:
        return False
    return rest in _COMMON or (len(rest) >= _SHORTEST and first not in _SEPARABLE and rest in _words(text))


def respaced(sentence: str, text: str) -> str:
    """The sentence with a blank where a small word is glued to a word that is common or stands alone elsewhere in the text.

    >>> respaced("Nederland enzal hetkabinet in 2027gaat", "")
    'Nederland en zal het kabinet in 2027 gaat'
    """
    spaced = _GLUED.sub(lambda m: f"{m[1]} {m[2]}" if _splits(m, text) else m[0], sentence)
    return _AFTER_YEAR.sub(" ", spaced)
