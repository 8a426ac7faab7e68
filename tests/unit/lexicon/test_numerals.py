"""Numerals in words."""

import pytest

from navraag.lexicon.numerals import cardinal, ordinal

CARDINALS = [
    ("nul", 0), ("drie", 3), ("één", 1), ("Twaalf", 12), ("eenentwintig", 21), ("drieëndertig", 33), ("honderd", 100), ("honderdeen", 101),
    ("tweehonderdvijftig", 250), ("twaalfhonderd", 1200), ("duizendtweehonderddrie", 1203), ("tweeëntwintigduizend", 22000),
    ("honderdhonderd", None), ("twintigentwintig", None), ("haven", None), ("", None), ("en", None),
]


@pytest.mark.parametrize(("word", "value"), CARDINALS)
def test_cardinal(word: str, value: int | None) -> None:
    """Compounds are made of the words in the table."""
    assert value == cardinal(word)


ORDINALS = [
    ("eerste", 1), ("derde", 3), ("achtste", 8), ("vijfentwintigste", 25), ("tweeëntwintigste", 22), ("honderdste", 100), ("honderdeerste", 101),
    ("tweehonderdste", 200), ("beste", None), ("drie", None), ("", None),
]


@pytest.mark.parametrize(("word", "value"), ORDINALS)
def test_ordinal(word: str, value: int | None) -> None:
    """Ordinals too."""
    assert value == ordinal(word)
