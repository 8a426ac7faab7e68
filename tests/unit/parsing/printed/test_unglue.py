"""Blanks that are put back, and words that stay whole."""

import pytest

from navraag.parsing.printed.unglue import lost_blanks

KNOWN = {"ringdijk": 2, "veerpont": 1, "overtocht": 1, "zetten": 1, "veel": 3, "zijn": 5, "bij": 4, "zonder": 2}
GLUED = [
    ("op hetveerpont", "op het veerpont"),  # a small word before a word of the document
    ("de overtochtvan de", "de overtocht van de"),  # and after one
    ("aande kade", "aan de kade"),  # preposition and article
    ("voor heteinde van", "voor het einde van"),
    ("is nietbekend", "is niet bekend"),
]
WHOLE = [
    "hierbij waarvoor ermee daarvan",  # pronominal adverbs
    "hoeveel welzijn overeen iedereen bijzonder vooruit",
    "omzetten inzetten",  # verbs with a prefix
    "ringdijkveerpont",  # a compound of two known words
    "https://example.org/hetveerpont a_hetveerpont",  # addresses
]


def _respaced(text: str) -> str:
    places = sorted(lost_blanks(text, KNOWN), reverse=True)
    for place in places:
        text = f"{text[:place]} {text[place:]}"
    return text


@pytest.mark.parametrize(("glued", "words"), GLUED)
def test_lost_blanks_come_back(glued: str, words: str) -> None:
    """A word that hardly ever begins or ends a longer one is cut off, where the rest is known."""
    assert words == _respaced(glued)


@pytest.mark.parametrize("text", WHOLE)
def test_words_stay_whole(text: str) -> None:
    """Nothing is cut that may be one word."""
    assert text == _respaced(text)
