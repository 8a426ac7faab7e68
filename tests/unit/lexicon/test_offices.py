"""Ministries through all their names, posts, cabinets."""

from datetime import date

import pytest

from navraag.lexicon.cabinets import cabinets, in_coalition, next_chamber, stance
from navraag.lexicon.names import party_codes, party_label
from navraag.lexicon.offices import label_on, line_named, lines, office, party_by_address, post_of, slug
from navraag.lexicon.tables import ministries


@pytest.mark.parametrize(("role", "portfolio", "day", "expected"), [
    ("Minister", "Justitie", date(2009, 1, 1), ("minister-jenv", "jenv")),
    ("Minister", "Veiligheid en Justitie", date(2015, 1, 1), ("minister-jenv", "jenv")),
    ("Minister", "Economische Zaken, Landbouw en Innovatie", date(2011, 1, 1), ("minister-ez", "ez")),
    ("Minister", "Economische Zaken en Klimaat", date(2019, 1, 1), ("minister-ez", "ez")),
    ("Minister", "Volkshuisvesting en Ruimtelijke Ordening", date(2023, 1, 1), ("minister-volkshuisvesting-en-ruimtelijke-ordening", "bzk")),
    ("Minister", "Volkshuisvesting en Ruimtelijke Ordening", date(2024, 9, 1), ("minister-vro", "vro")),
    ("Minister", "Medische Zorg en Sport", date(2019, 1, 1), ("minister-medische-zorg", "vws")),
    ("Staatssecretaris", "Financiën (Toeslagen en Douane)", date(2021, 1, 1), ("staatssecretaris-fin", "fin")),
    ("Minister", "Algemene Zaken", None, ("minister-president", "az")),
    ("Minister-President", None, None, ("minister-president", "az")),
    ("Minister", "Bestaat Niet", date(2020, 1, 1), None),
    (None, None, None, None),
])
def test_offices_through_renamings(role: str | None, portfolio: str | None, day: date | None, expected: tuple[str, str] | None) -> None:
    """The post, and the line of the ministry."""
    found = office(role, portfolio, day)
    assert expected == ((found.post, found.line) if found else None)


def test_every_line_ends_with_the_name_of_today() -> None:
    """Its names follow one another; every code leads to it."""
    assert [row.name for row in lines()["jenv"].names] == ["Justitie", "Veiligheid en Justitie", "Justitie en Veiligheid"]
    assert label_on("minister-jenv", date(2012, 1, 1)) == "minister van Veiligheid en Justitie"
    assert {row.line for row in ministries()} == set(lines())
    assert line_named("VenJ") == "jenv"
    assert all(post_of(f"minister-{code}") for code in lines())


@pytest.mark.parametrize(("party", "day", "expected"), [
    ("cda", date(2020, 2, 10), "coalition"), ("sp", date(2020, 2, 10), "opposition"), ("pvv", date(2011, 1, 1), "neither"),
    ("pvv", date(2012, 6, 1), "opposition"), ("pvda", date(2010, 2, 22), "coalition"), ("pvda", date(2010, 2, 23), "opposition"),
    ("cda", date(1990, 1, 1), None), ("cda", date(2030, 1, 1), None),
])
def test_where_a_party_stands(party: str, day: date, expected: str | None) -> None:
    """On any day that the table knows."""
    assert expected == stance(party, day)


def test_cabinets_follow_one_another_and_name_known_parties() -> None:
    """No day between two of them, none with two; the fallen are caretakers."""
    for one, after in zip(cabinets(), cabinets()[1:], strict=False):
        assert one.valid_until == after.valid_from
        assert one.valid_from < one.caretaker_from < after.valid_from
        assert one.caretaker(one.caretaker_from)
    assert {part.party for one in cabinets() for part in (*one.coalition, *one.support)} <= party_codes()
    assert [part.cabinet for part in in_coalition("bbb")] == ["Kabinet-Schoof"]
    assert next_chamber(date(2019, 12, 8)) == date(2021, 3, 31)


def test_names_in_addresses() -> None:
    """Without accents, capitals and signs."""
    assert slug("Groep Kuzu/Öztürk") == "groep-kuzu-ozturk"
    assert party_by_address("groep-kuzu-ozturk") == party_by_address("GrKÖ") == "gr-kuzu-ozturk"
    assert (party_label("gl"), party_label("vvd"), party_label("onbekend")) == ("GroenLinks", "VVD", "onbekend")
