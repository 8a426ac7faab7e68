"""find_outlets: media by the host of an address, and by their name where a source is named."""

import pytest

from navraag.enrichment.outlets import find_outlets

CITED = [
    ("Kent u het bericht op nos.nl/artikel/123-veenbrand?", False, ["NOS"]),
    ("NRC, 3 mei 2031, «De kade zakt», https://www.nrc.nl/nieuws/2031/05/03/kade", True, ["NRC"]),
    ("Kent u het artikel in de Volkskrant van 3 mei?", False, ["de Volkskrant"]),
    ("Trouw, 3 mei 2031, 'De kade zakt'", True, ["Trouw"]),
    ("Kent u het artikel in Trouw van 3 mei?", False, ["Trouw"]),
    ("Het Financieele Dagblad en NOS meldden dit.", False, ["Het Financieele Dagblad", "NOS"]),
]


@pytest.mark.parametrize(("text", "note", "expected"), CITED)
def test_who_is_cited(text: str, expected: list[str], *, note: bool) -> None:
    """Each medium once, in order."""
    found = list(find_outlets(text, note=note))

    assert [one.outlet for one in found] == expected
    assert all(text[one.start : one.end] == one.quote for one in found)


@pytest.mark.parametrize("text", [
    "Ik heb alle vertrouwen. Trouw aan de wet is van belang.", "De Delta is hoog.", "Zie https://www.rijksoverheid.example/nos.nl", "Time is money.",
])
def test_words_are_no_media(text: str) -> None:
    """A name that is also a word counts only where a source is named."""
    assert not list(find_outlets(text))
