"""The nearest word: few wrong letters, and of those the word that is met most."""

import pytest

from navraag.store.search.speller import Speller, mistakes

WORDS = {"stikstof": 400, "ziekenhuis": 90, "ziekenhuizen": 120, "gemeente": 900, "gemeenten": 800, "water": 50, "wateren": 5, "kade": 9}
NEAREST = [
    ("stikstoff", "stikstof", "a letter too many"), ("stkstof", "stikstof", "a letter too few"), ("stiktsof", "stikstof", "two exchanged"),
    ("stikstaf", "stikstof", "another letter"), ("zikenhuis", "ziekenhuis", "within a long word"), ("gemeenteb", "gemeente", "the one met most"),
    ("tsikstof", "stikstof", "the first letter too"), ("watr", "water", "a short word allows one mistake"),
    ("stoom", "", "nothing is near"), ("kadee", "kade", "four letters are enough"), ("abc", "", "too short to tell"), ("8:42", "", "no word"), ("x" * 500, "", "no word either"),
]


@pytest.mark.parametrize(("typed", "nearest", "why"), NEAREST)
def test_nearest(typed: str, nearest: str, why: str) -> None:
    """Of a small collection."""
    assert Speller(WORDS).nearest(typed) == nearest, why


def test_an_empty_collection_has_none() -> None:
    """And is no error."""
    assert "" == Speller({}).nearest("stikstof")


MISTAKES = [("dijk", "dijk", 0), ("dijk", "dijken", 2), ("dijk", "dikj", 1), ("dijk", "kade", 3), ("", "ab", 2)]


@pytest.mark.parametrize(("one", "other", "count"), MISTAKES)
def test_mistakes_are_counted(one: str, other: str, count: int) -> None:
    """Up to one more than asked."""
    assert count == mistakes(one, other, 2) == mistakes(other, one, 2)
