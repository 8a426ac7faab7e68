"""A light Dutch stemmer: plural and singular, inflected and bare adjectives, old and new spelling of one consonant meet.

Our own and pinned by its tests, because the two Snowball stemmers for Dutch fail words that matter here
(docs/decisions/0004-search.md). It never strips what makes another word of it: *stijging* is not *stijgen*.
"""

import re

VERSION = 2

_VOWELS = "aeiouy"
_IRREGULAR = (  # plurals that no rule gives, alone and at the end of compounds
    (re.compile(r"(?<!ver)(?<!ge)(?<!over)(?<!g)(?<!be)leden$"), "lid"), (re.compile(r"(?<!be)steden$"), "stad"),
    (re.compile(r"(?<!ge)schepen$"), "schip"), (re.compile(r"kinderen$"), "kind"), (re.compile(r"eieren$"), "ei"),
    (re.compile(r"liederen$"), "lied"), (re.compile(r"kalveren$"), "kalf"), (re.compile(r"runderen$"), "rund"),
    (re.compile(r"heden$"), "heid"), (re.compile(r"musea$"), "museum"), (re.compile(r"criteria$"), "criterium"),
    (re.compile(r"crises$"), "crisis"), (re.compile(r"centra$"), "centrum"), (re.compile(r"(?<=[a-z]{3})ici$"), "icus"), (re.compile(r"ieen$"), "ie"), (re.compile(r"(?<=[a-z]{3}[bcfgklmnprsv])ien$"), "ie"), (re.compile(r"eeen$"), "ee"),
)
_IRREGULAR_ENDS = ("leden", "steden", "schepen", "eren", "heden", "musea", "criteria", "crises", "centra", "ici", "ieen", "eeen", "ien")
# What a plural in -s follows; elsewhere the s belongs to the word (arts, huis, virus).
_PLURAL_S = re.compile(r"(?:[^aeiou]er|[aei]er|[^aeiou]el|[^aeiou]em|[a-z]{3}en|aar|eur|oor|on|um|ing|ie|[^aeiou]e|am|ap|eau)s$")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
_LONG = re.compile(r"([aeou])\1(?=[bcdfghklmnprstvwxz]$)")
_SHORT = re.compile(r"[^aeiouy]*[aeiou]([bdfgklmnprst])$")
# Short in the singular, open in the plural: weg and wegen.
_OPEN = frozenset("weg dag slag dak graf staf hof lot slot glas bad blad pad gat vat god spel hol schot bod gebed mag lag zag stag".split())


def stem(word: str) -> str:
    """The stem of one word in small letters without accents; a word with a digit in it stays whole.

    >>> [stem(word) for word in ("gemeenten", "gemeente", "ziekenhuizen", "kamerleden", "bomen", "bommen")]
    ['gemeent', 'gemeent', 'ziekenhuis', 'kamerlid', 'bom', 'bomm']
    """
    if len(word) < 3 or not word.isalpha():
        return _without_genitive(word)
    for pattern, singular in _IRREGULAR if word.endswith(_IRREGULAR_ENDS) else ():
        if pattern.search(word):
            return _closed(pattern.sub(singular, word), bare=True)
    bare = _without_plural_s(word)
    rest = _without_ending(bare)
    return _closed(rest, bare=rest == bare)


def _without_genitive(word: str) -> str:
    """"auto's" and "kamer's" without what follows the apostrophe; anything else that is no word as it is."""
    base = word.removesuffix("'s").rstrip("'")
    return stem(base) if base != word and base.isalpha() else word


def _without_plural_s(word: str) -> str:
    if word.endswith("dt"):
        return word[:-1]
    return word[:-1] if len(word) > 4 and _PLURAL_S.search(word) else word


def _without_ending(word: str) -> str:
    """The word without -en or -e behind a consonant."""
    for ending in ("en", "e"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and rest[-1] not in _VOWELS and any(letter in _VOWELS for letter in rest):
            return rest
    return word


def _closed(rest: str, *, bare: bool) -> str:
    """The last consonant and the vowel before it as one spelling; a short syllable of its own keeps two consonants."""
    if rest[-1] in "vz" and len(rest) > 2:
        rest = rest[:-1] + ("f" if rest[-1] == "v" else "s")
    doubled = _DOUBLED.search(rest)
    if doubled:
        rest = rest[:-1]
    one = _SHORT.fullmatch(rest)
    if one and (doubled or (bare and rest not in _OPEN)):
        return rest + one[1]
    return _LONG.sub(r"\1", rest)
