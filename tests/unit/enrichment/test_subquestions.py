"""Questions split into what they ask, and the type of each."""

import pytest

from navraag.enrichment.subquestions import question_type, split

TYPES = [
    ("Bent u bekend met het bericht «Pont vaart niet meer»?", "knows"),
    ("Heeft u kennisgenomen van het rapport over de sluizen?", "knows"),
    ("Klopt het dat de pont niet meer vaart?", "is_true"),
    ("Kunt u bevestigen dat de brug is gesloten?", "is_true"),
    ("Herkent u dit beeld?", "is_true"),
    ("Hoeveel ponten varen er in Nederland?", "how_many"),
    ("Hoe vaak is de brug gestremd?", "how_many"),
    ("Deelt u de mening dat de pont moet blijven?", "agrees"),
    ("Bent u het ermee eens dat dit onwenselijk is?", "agrees"),
    ("Bent u bereid met de schippers te spreken?", "willing"),
    ("Wilt u de Kamer hierover informeren?", "willing"),
    ("Gaat u maatregelen nemen?", "will_do"),
    ("Bent u van plan de regeling te wijzigen?", "will_do"),
    ("Wat is uw reactie op het bericht?", "what_how"),
    ("Op welke wijze wordt dit gemeten?", "what_how"),
    ("Kunt u dit toelichten?", "what_how"),
    ("Zo nee, waarom niet?", "why_not"),
    ("Is er een veiligheidsplan?", "yes_no"),
]
SPLIT = [
    ("Klopt dit? Hoeveel ponten betreft het? Zo nee, waarom niet?", ["Klopt dit?", "Hoeveel ponten betreft het?", "Zo nee, waarom niet?"]),
    ("In uw brief schrijft u over ponten; wat bedoelt u daarmee?", ["In uw brief schrijft u over ponten;", "wat bedoelt u daarmee?"][1:]),
    ("Kunt u dit toelichten", ["Kunt u dit toelichten"]),
    ("De pont vaart niet. Bent u bereid in te grijpen?2", ["Bent u bereid in te grijpen?2"]),
    ("Gaat u dit doen, zo nee, waarom niet?", ["Gaat u dit doen,", "zo nee, waarom niet?"][1:]),
    ("", []),
]


@pytest.mark.parametrize(("words", "kind"), TYPES)
def test_a_question_has_its_type(words: str, kind: str) -> None:
    """By its opening words."""
    assert kind == question_type(words)


@pytest.mark.parametrize(("text", "words"), SPLIT)
def test_a_question_is_split_where_it_asks_again(text: str, words: list[str]) -> None:
    """At question marks, and before a question word after a semicolon; context stays out; places are right."""
    parts = split(text)
    assert words == [part.words for part in parts]
    assert all(text[part.start : part.end] == part.words for part in parts)


def test_a_condition_hangs_on_the_question_before() -> None:
    """Yes, no, or either; never on the first."""
    assert [None, "yes", "no", "either"] == [s.condition for s in split("Klopt dit? Zo ja, sinds wanneer? Zo nee, waarom niet? Zo ja of nee, waarom?")]
    assert [None] == [s.condition for s in split("Zo nee, waarom niet?")]
