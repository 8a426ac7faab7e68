"""Snippets: the part of a text in which most was found."""

import pytest

from navraag.store.search.analysis import Analyzer
from navraag.store.search.compounds import Splitter, dictionary
from navraag.store.search.snippets import LONGEST, Marker
from navraag.store.search.words import Marks

ANALYZER = Analyzer(Splitter(dictionary({})))
FILLING = "De schipper vaart elke dag naar de overkant en weer terug. "


def marked(text: str, **marks) -> list[str]:
    """The words that are marked."""
    return [piece.text for piece in Marker(ANALYZER, Marks(**marks)).snippet(text).pieces if piece.marked]


MARKED = [
    ({"stems": {"gemeent"}}, "De gemeenten en Gemeente.", ["gemeenten", "Gemeente"], "every form, in capitals too"),
    ({"exact": {"coordinatie"}}, "Coördinatie, coordinatie", ["Coördinatie", "coordinatie"], "accents do not matter"),
    ({"stems": {"hulp"}}, "slachtofferhulp", ["slachtofferhulp"], "a part of a compound"),
    ({"prefixes": {"stik"}}, "stikstof en stik", ["stikstof", "stik"], "a beginning"),
    ({"exact": {"8:42"}}, "Artikel 8:42 Awb", ["8:42"], "an article"),
    ({}, "niets gezocht", [], "nothing asked"),
]


@pytest.mark.parametrize(("marks", "text", "words", "why"), MARKED)
def test_what_is_marked(marks: dict, text: str, words: list[str], why: str) -> None:
    """Whole words, as the index reads them."""
    assert words == marked(text, **marks), why


def test_a_short_text_is_shown_whole() -> None:
    """Nothing is lost."""
    snippet = Marker(ANALYZER, Marks(exact={"veer"})).snippet("Het veer vaart.")

    assert ("Het veer vaart.", False, False) == (snippet.plain, snippet.before, snippet.after)


def test_a_long_text_is_cut_around_what_was_found() -> None:
    """At the start of a sentence, never within a word."""
    text = FILLING * 20 + "Het veer ligt stil. De motor van het veer is stuk. " + FILLING * 20
    snippet = Marker(ANALYZER, Marks(exact={"veer", "motor"})).snippet(text)

    assert snippet.before
    assert snippet.after
    assert snippet.plain.startswith("Het veer ligt stil.")
    assert len(snippet.plain) <= LONGEST
    assert text[text.index(snippet.plain) + len(snippet.plain)] == " "


def test_a_text_of_one_endless_word_is_cut() -> None:
    """Without blanks there is still an end."""
    assert len(Marker(ANALYZER, Marks(exact={"veer"})).snippet("x" * 100_000).plain) <= LONGEST


def test_pieces_make_up_the_text() -> None:
    """All of it, in order."""
    text = "Een veer, twee veren; het veerhuis."

    assert text == Marker(ANALYZER, Marks(stems={"ver"}, exact={"veer"})).whole(text).plain
