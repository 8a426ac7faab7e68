"""Shared words, and questions that are nearly the same."""

import pytest

from navraag.enrichment.likeness import content_words, formulas, nearly_the_same, shared_words

CONTENT = [
    ("Bent u bekend met het bericht over de dijken?", ("dijken",)),
    ("Kunt u deze vragen afzonderlijk beantwoorden?", ()),
    ("Zo nee, waarom niet?", ()),
    ("Hoeveel PFAS was er in 2023 in de Oude Vaart?", ("pfas", "2023", "oude", "vaart")),
    ("Wat kost cliëntondersteuning?", ("kost", "clientondersteuning")),
    ("", ()),
]


@pytest.mark.parametrize(("text", "words"), CONTENT)
def test_content_words(text: str, words: tuple[str, ...]) -> None:
    """What says what a question is about."""
    assert words == content_words(text)


SAME = [
    ("Waarom sluit de bibliotheek van Vennekerk op maandag?", "Waarom sluit bibliotheek van Vennekerk maandag?", True, "a word less"),
    ("Klopt het dat de brug bij Dorphuizen al jaren verroest en gevaarlijk is?", "Is het waar dat de brug bij Dorphuizen al jaren verroest is en gevaarlijk?", True, "another formula"),
    ("Waarom sluit de bibliotheek van Vennekerk op maandag?", "Waarom sluit de bibliotheek van Zandhorst op zaterdag?", False, "other names"),
    ("Bent u bekend met het bericht?", "Bent u bekend met het bericht?", False, "only formulas"),
    ("Kunt u deze vragen afzonderlijk beantwoorden?", "Kunt u deze vragen afzonderlijk beantwoorden?", False, "what every set ends with"),
]


@pytest.mark.parametrize(("one", "other", "same", "why"), SAME)
def test_nearly_the_same(one: str, other: str, *, same: bool, why: str) -> None:
    """Almost the same words of content, in whatever formula; both ways round."""
    assert same is nearly_the_same(one, other), why
    assert same is nearly_the_same(other, one), why


SHARED = [
    ("Waarom zijn de dijken zwak?", "De dijken zijn oud.", [("dijken", "dijken")], "the same word"),
    ("Welke gemeentelijke regels gelden?", "De gemeenten maken regels.", [("gemeentelijke", ""), ("regels", "regels")], "only what begins alike"),
    ("Hoeveel slachtoffers zijn er?", "Slachtofferhulp telt.", [("slachtoffers", "Slachtofferhulp")], "within a compound"),
    ("Kent u artikel 13b?", "Zie artikel 13b.", [("13b", "13b")], "a number"),
    ("Financiële hulp?", "De FINANCIELE steun.", [("Financiële", "FINANCIELE")], "accents and capitals"),
    ("Bent u bereid?", "Bent u bereid?", [], "formulas are not told"),
]


@pytest.mark.parametrize(("asked", "text", "words", "why"), SHARED)
def test_shared_words(asked: str, text: str, words: list[tuple[str, str]], why: str) -> None:
    """Each word once, with the form that the other text has."""
    assert sorted(pair for pair in words if pair[1]) == sorted((one.word, one.found) for one in shared_words(asked, text)), why


def test_formulas_are_folded() -> None:
    """The list is compared with words without accents and capitals."""
    assert all(word.isascii() and word == word.lower() for word in formulas())


def test_long_texts_are_no_burden() -> None:
    """A megabyte without a blank is read like any other text."""
    assert () == shared_words("a" * 1_000_000, "b" * 1_000_000)
    assert () == shared_words("Waarom zakt de dijk?", "'-" * 500_000)
