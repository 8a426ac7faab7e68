"""Compounds: parts where words are made of words, whole where they only look so."""

import pytest

from navraag.store.search.compounds import Splitter, dictionary

SPLIT = [
    ("mensenhandel", "mens handel"), ("slachtofferhulp", "slachtoffer hulp"), ("drinkwaterbedrijf", "drinkwater bedrijf"),
    ("vluchtelingenopvang", "vluchteling opvang"), ("jeugdzorginstellingen", "jeugd zorg instellingen"), ("woningbouw", "woning bouw"),
    ("geweldsdelict", "geweld delict"), ("arbeidsmigranten", "arbeid migranten"), ("gezondheidszorg", "gezondheid zorg"),
    ("kinderopvangtoeslag", "kinder opvang toeslag"), ("stikstofuitstoot", "stikstof uitstoot"),
    ("mogelijkheid", ""), ("samenwerking", ""), ("beantwoorden", ""), ("toeslagen", ""), ("voorkomen", ""), ("kort", ""), ("2020z02502", ""),
]


@pytest.mark.parametrize(("word", "parts"), SPLIT)
def test_parts(word: str, parts: str) -> None:
    """With our own list alone, before a collection is read."""
    assert tuple(parts.split()) == Splitter(dictionary({})).split(word)


def test_words_of_the_collection_are_parts() -> None:
    """A word that papers use often enough is learnt; one that is rarer is not."""
    learnt = Splitter(dictionary({"veerpont": 12, "schipper": 2}))

    assert ("veerpont", "tarief") == learnt.split("veerponttarief")
    assert () == learnt.split("schippertarief")


def test_what_is_frequent_as_a_whole_stays_whole() -> None:
    """A word that is met far more often than its parts are is no compound to readers."""
    assert () == Splitter(dictionary({"handelsmissie": 90_000, "missie": 5})).split("handelsmissie")
