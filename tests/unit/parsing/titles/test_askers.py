"""Members and their parties, in every form of the list."""

import pytest

from navraag.parsing.titles.askers import clean_name, has_open_bracket, read_askers

LISTS = [
    ("Kok (ABC)", [("Kok", "ABC")], "one"),
    ("Kok", [("Kok", None)], "no party printed"),
    ("Van der Meer (ABC) en Op ’t Land (XY66)", [("Van der Meer", "ABC"), ("Op ’t Land", "XY66")], "particles"),
    ("Els de Wit, Kok en Bos (allen ABC)", [("Els de Wit", "ABC"), ("Kok", "ABC"), ("Bos", "ABC")], "one party for three"),
    ("Kok en Bos (beiden ABC), Vos (XY66)", [("Kok", "ABC"), ("Bos", "ABC"), ("Vos", "XY66")], "a pair in a longer list"),
    ("Kok, Bos (ABC) en Vos (XY66)", [("Kok", "ABC"), ("Bos", "ABC"), ("Vos", "XY66")], "no party before a comma: the next one"),
    ("Kok en Bos (respectievelijk ABC en XY66)", [("Kok", "ABC"), ("Bos", "XY66")], "parties dealt out"),
    ("Kok en Bos (Groep Kok/Bos)", [("Kok", "Groep Kok/Bos"), ("Bos", "Groep Kok/Bos")], "a group of two"),
    ("Kok (Lid Kok)", [("Kok", "Lid Kok")], "a member on his own"),
    ("Vos – van de Kreek (ABC)", [("Vos – van de Kreek", "ABC")], "a name with a dash"),
    ("lid Els Kok (ABC) enBos (XY66)", [("Els Kok", "ABC"), ("Bos", "XY66")], "one 'lid' too many, a lost blank"),
    ("Kok (ABC en Bos (XY66)", [("Kok", "ABC"), ("Bos", "XY66")], "a bracket is missing in the middle"),
    ("Kok (ABC", [("Kok", "ABC")], "a bracket is missing at the end"),
    ("Kok (ABC), mede namens het lid Bos (XY66)", [("Kok", "ABC"), ("Bos", "XY66")], "on behalf of another member"),
    ("Kok (50XX) op 29 april 2020 medegedeeld", [("Kok", "50XX")], "the Eerste Kamer's form"),
    ("Kok (ABC), van uw Kamer", [("Kok", "ABC")], "words of a notice"),
    ("de heer Kok (ABC)", [("Kok", "ABC")], "a form of address"),
    ("Kok en Bos, beiden ABC,", [("Kok", "ABC"), ("Bos", "ABC")], "no brackets at all"),
    ("Kok, CDA,", [("Kok", "CDA")], "a party that the table knows between commas"),
    ("Kok [ABC]/Bos (XY66)", [("Kok", "ABC"), ("Bos", "XY66")], "square brackets, a slash"),
    ("van Eik en de Wit (ABC)", [("van Eik", "ABC"), ("de Wit", "ABC")], "a small particle belongs to the name"),
    ("vaste commissie voor Justitie en Veiligheid", [("vaste commissie voor Justitie en Veiligheid", None)], "a committee is one asker"),
    ("fractie van GroenBlauw", [("fractie van GroenBlauw", None)], "a group asks; its name is not taken apart"),
    ("", [], "nobody"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS)
def test_members_with_their_party(text: str, expected: list[tuple[str, str | None]], why: str) -> None:
    """Everyone in printed order, each with the party of the group."""
    assert expected == [(asker.name, asker.party) for asker in read_askers(text)], why


NAMES = [
    ("ElsVisser", "Els Visser", "two names glued"),
    ("vanDijk", "van Dijk", "a particle glued"),
    ("McAdam", "McAdam", "a name that is written so"),
    ("Vosic ´", "Vosić", "a loose accent"),
    ("  Kok ,", "Kok", "what stands around it"),
]


@pytest.mark.parametrize(("printed", "expected", "why"), NAMES)
def test_lost_blanks_in_names(printed: str, expected: str, why: str) -> None:
    """Names are shown as they are written."""
    assert expected == clean_name(printed), why


def test_an_open_bracket_is_noticed() -> None:
    """The repair is not silent."""
    assert has_open_bracket("Kok (ABC en Bos (XY66)")
    assert not has_open_bracket("Kok (ABC) en Bos (XY66)")
