"""Laws and articles: printed forms, ranges, anaphora, and what stays open."""

import pytest

from navraag.enrichment.references.laws import find_laws

FORMS = [
    ("artikel 273f van het Wetboek van Strafrecht", "Wetboek van Strafrecht", ("273f",), "BWBR0001854"),
    ("artikel 161quater tot en met 161quinquies Sr", "Wetboek van Strafrecht", ("161quater", "161quinquies"), "BWBR0001854"),
    ("de artikelen 173, 173a en 173b Sr", "Wetboek van Strafrecht", ("173", "173a", "173b"), "BWBR0001854"),
    ("artikel 2, tweede lid, van de Wet dieren", "Wet dieren", ("2",), "BWBR0030250"),
    ("artikel 2.1 en artikel 8.11 van de Wet dieren", "Wet dieren", ("2.1", "8.11"), "BWBR0030250"),
    ("art. 8:1 Awb", "Algemene wet bestuursrecht", ("8:1",), "BWBR0005537"),
    ("artikel 3, eerste lid, aanhef en onder a, van de Opiumwet", "Opiumwet", ("3",), "BWBR0001941"),
    ("Artikel 42 van de DSA", "Digital Services Act", ("42",), "celex:32022R2065"),
    ("artikel\u00a01 van de Grondwet", "Grondwet", ("1",), "BWBR0001840"),
    ("artikel 12 van de Brugwachterswet", "Brugwachterswet", ("12",), None),
    ("de Wet veilige ponten", "Wet veilige ponten", (), None),
    ("de Wet op de economische delicten (WED)", "Wet op de economische delicten", (), "BWBR0002063"),
    ("BWBR0035951", None, (), "BWBR0035951"),
    ("artikel 3 geldt", None, ("3",), None),
]
NONE = ["Wat is dat?", "De wet is duidelijk.", "Ik weet het niet.", "Het artikel in de krant.", ""]


@pytest.mark.parametrize(("text", "law", "articles", "target"), FORMS)
def test_a_form_names_its_law_and_articles(text: str, law: str | None, articles: tuple[str, ...], target: str | None) -> None:
    """A law that the table does not hold keeps its printed name and has no address."""
    found = [one for one in find_laws(text) if one.articles == articles]
    assert [(law, target)] == [(one.law, one.target) for one in found]
    assert found[0].printed == text[found[0].start : found[0].end]


@pytest.mark.parametrize("text", NONE)
def test_other_words_are_no_law(text: str) -> None:
    """Small words and newspapers."""
    assert [] == list(find_laws(text))


def test_a_range_says_so() -> None:
    """All between the two are meant."""
    assert [True] == [one.ranged for one in find_laws("artikel 161quater tot en met 161quinquies Sr")]
    assert [False] == [one.ranged for one in find_laws("artikel 2 en 3 Sr")]


def test_that_law_is_the_one_before() -> None:
    """"Die wet" is resolved to the last law named before it, or left open."""
    text = "De Opiumwet en de Wet dieren. Artikel 1a van die wet stelt dit."
    assert ["Wet dieren"] == [one.law for one in find_laws(text) if one.articles]
    assert [None] == [one.law for one in find_laws("Artikel 1a van die wet.")]


def test_two_letters_count_only_behind_an_article() -> None:
    """"Sr" alone may be anything."""
    assert [] == list(find_laws("Sr is een afkorting."))
