"""Offices: ranks, prepositions and portfolios, decided by the lists of ministries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.lexicon.tables import ministries
from navraag.parsing.titles.offices import read_offices

M, S, MP = "Minister", "Staatssecretaris", "Minister-President"
VWS, OCW, BZK = "Volksgezondheid, Welzijn en Sport", "Onderwijs, Cultuur en Wetenschap", "Binnenlandse Zaken en Koninkrijksrelaties"
LISTS = [
    ("Minister van Financiën", [(M, "Financiën")], "one"),
    ("minister van asiel en migratie", [(M, "asiel en migratie")], "lower case, kept as printed"),
    (f"Minister van {VWS}", [(M, VWS)], "a comma and 'en' inside"),
    (f"Staatsecretaris van {VWS}", [(S, VWS)], "misspelt"),
    ("Staatssecetaris van Defensie en Mininster van Financiën", [(S, "Defensie"), (M, "Financiën")], "misspelt both"),
    ("Minister voor Rechtsbescherming", [(M, "Rechtsbescherming")], "no department"),
    ("Ministers van Justitie en Veiligheid, voor Rechtsbescherming en van Defensie", [(M, "Justitie en Veiligheid"), (M, "Rechtsbescherming"), (M, "Defensie")], "plural"),
    (f"Staatssecretarissen van {OCW} en {VWS}", [(S, OCW), (S, VWS)], "plural without a second preposition"),
    ("Ministers van Economische Zaken en Klimaat en Groene Groei", [(M, "Economische Zaken"), (M, "Klimaat en Groene Groei")], "the longest name is not always right"),
    (f"Minister en Staatssecretaris van {BZK}", [(M, BZK), (S, BZK)], "two ranks, one portfolio"),
    ("minister en de staatssecretaris van Buitenlandse Zaken", [(M, "Buitenlandse Zaken"), (S, "Buitenlandse Zaken")], "with an article"),
    (f"Minister van {BZK} en de Staatssecretaris van Veiligheid en Justitie", [(M, BZK), (S, "Veiligheid en Justitie")], "two offices"),
    ("Minister-President", [(MP, None)], "no portfolio"),
    ("minister-president, minister van Algemene Zaken, en de minister van Financiën", [(MP, None), (M, "Financiën")], "one office with two names"),
    ("Minister van Algemene Zaken, Minister-President", [(MP, None)], "the other way round"),
    ("viceminister-president, Minister van Financiën", [(M, "Financiën")], "a vice prime minister is his portfolio"),
    ("Staatssecretaris van Financiën – Toeslagen en Douane en de Minister van Defensie", [(S, "Financiën – Toeslagen en Douane"), (M, "Defensie")], "a named task"),
    ("Staatssecretaris Herstel Groningen", [(S, "Herstel Groningen")], "no preposition"),
    ("Minister van Financiën en deMinister vanDefensie", [(M, "Financiën"), (M, "Defensie")], "lost blanks"),
    ("Ministervan Financiën envan Defensie", [(M, "Financiën"), (M, "Defensie")], "more lost blanks"),
    ("Minister voor BuitenlandseHandel en Ontwikkelingshulp", [(M, "Buitenlandse Handel en Ontwikkelingshulp")], "a lost blank inside is repaired"),
    ("minister van Volksgezond-heid, Welzijn en Sport", [(M, VWS)], "a hyphen of a line end"),
    ("Minister van Justitie & Veiligheid", [(M, "Justitie & Veiligheid")], "a sign for 'en'"),
    ("staatssecretaris van OCW en de minister van VWS", [(S, "OCW"), (M, "VWS")], "abbreviations"),
    ("minister van Justitie, de heer Kok, en de minister van Defensie", [(M, "Justitie"), (M, "Defensie")], "names are dropped"),
    ("minister Kok van Justitie en minister Bos (Defensie)", [(M, "Justitie"), (M, "Defensie")], "names inside are dropped"),
    ("minister Kok en staatssecretaris Bos", [(M, None), (S, None)], "names alone"),
    ("Minister van Zee en Wind en van Financiën", [(M, "Zee en Wind"), (M, "Financiën")], "a name on no list"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS)
def test_offices_in_printed_order(text: str, expected: list[tuple[str, str | None]], why: str) -> None:
    """One object for each office; the text after them is left alone."""
    found = read_offices(f"{text} over de minister van Zaken")

    assert expected == [(office.role, office.portfolio) for office in found.offices], why
    assert found.end == len(text)


def test_a_portfolio_on_no_list_is_reported() -> None:
    """A new ministry is read all the same, and noticed."""
    assert read_offices("Minister van Zee en Wind over zee").unknown == ("Zee en Wind",)


NAMES = sorted({row.name for row in ministries()} - {"Algemene Zaken"})
GROUPS = st.lists(st.tuples(st.sampled_from([M, S]), st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)), min_size=1, max_size=3)


def _printed(role: str, names: list[str]) -> str:
    plural = {M: "Ministers", S: "Staatssecretarissen"}[role] if len(names) > 1 else role
    *first, last = [f"van {name}" for name in names]
    return f"de {plural} {', '.join(first)}{' en ' if first else ''}{last}"


@given(GROUPS)
def test_every_list_of_offices_is_read_back(groups: list[tuple[str, list[str]]]) -> None:
    """Whatever ministries are named in whatever order, each comes back once."""
    text = " en ".join(_printed(role, names) for role, names in groups)

    assert [(role, name) for role, names in groups for name in names] == [(o.role, o.portfolio) for o in read_offices(text).offices]
