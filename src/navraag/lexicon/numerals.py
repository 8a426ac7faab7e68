"""Dutch numerals in words: "drie", "eenentwintig", "tweehonderdvijftig", "derde", "vijfentwintigste"."""

from functools import cache

from navraag.lexicon.tables import numerals

_TENS = 20
_MOST = 999


@cache
def _values(kind: str) -> dict[str, int]:
    rows = [row for row in numerals() if row.kind == kind]
    return {word: int(row.value) for row in rows for word in (row.word, *row.spellings)}


def cardinal(word: str) -> int | None:
    """The whole number that a word says, None where it says none.

    >>> cardinal("eenentwintig"), cardinal("tweehonderdvijftig"), cardinal("haven")
    (21, 250, None)
    """
    return _cardinal(word.casefold().replace("ë", "e").replace("é", "e").replace("-", ""))


def ordinal(word: str) -> int | None:
    """The number whose ordinal a word is ("derde", "vijfentwintigste"), None where it is none.

    >>> ordinal("derde"), ordinal("vijfentwintigste"), ordinal("honderdeerste")
    (3, 25, 101)
    """
    plain = word.casefold().replace("ë", "e")
    if plain in (known := _values("ordinal")):
        return known[plain]
    if plain.endswith("ste") and (whole := _cardinal(plain.removesuffix("ste"))):
        return whole
    for ending, value in known.items():
        before = plain.removesuffix(ending)
        if value < _TENS and before != plain and (hundreds := _cardinal(before)) and hundreds % 100 == 0:
            return hundreds + value
    return None


def _cardinal(word: str) -> int | None:
    known = _values("cardinal")
    if word in known:
        return known[word]
    return _by_hundreds(word) or _by_tens(word)


def _by_tens(word: str) -> int | None:
    """Ones before tens: "drieendertig"."""
    known = _values("cardinal")
    for ten in (name for name, value in known.items() if value >= _TENS and word.endswith(f"en{name}")):
        one = known.get(word.removesuffix(f"en{ten}"))
        if one is not None and 0 < one < 10:
            return one + known[ten]
    return None


def _by_hundreds(word: str) -> int | None:
    """Thousands and hundreds with what stands before and after: "tweehonderdvijftig", "duizend"."""
    for name, value in (("duizend", 1000), ("honderd", 100)):
        before, found, after = word.partition(name)
        if not found:
            continue
        times = _cardinal(before) if before else 1
        rest = _cardinal(after.removeprefix("en")) if after else 0
        return None if times is None or rest is None or rest >= value or times > _MOST else times * value + rest
    return None
