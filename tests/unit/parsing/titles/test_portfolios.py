"""The lists of ministries and portfolios against the words of a title line."""

import pytest

from navraag.parsing.titles.portfolios import candidates

AT = [
    ("Economische Zaken en Klimaat over S", ["Economische Zaken en Klimaat", "Economische Zaken"], "the longest first"),
    ("JUSTITIE over S", ["JUSTITIE"], "capitals as printed"),
    ("Klimaat enGroeneGroei over S", ["Klimaat en Groene Groei"], "lost blanks come back"),
    ("Binnenlandse Zaken en Koninkrijks-relaties over S", ["Binnenlandse Zaken en Koninkrijksrelaties", "Binnenlandse Zaken"], "a hyphen of a line end"),
    ("Financiënover S", ["Financiën"], "a word glued behind"),
    ("Defensiebeleid", [], "a longer word only begins so"),
    ("VWS over S", ["VWS"], "an abbreviation"),
    ("azijn", [], "letters that begin like one"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "names", "why"), AT)
def test_portfolios_at_a_place(text: str, names: list[str], why: str) -> None:
    """Every name of the lists that stands there."""
    assert names == [found.name for found in candidates(text, 0)], why
