"""Printed names and what they stand for."""

from datetime import date

import pytest

from navraag.lexicon.names import ministries_named, outlet_at, party_named, portfolio_named

PARTIES = [
    ("GroenLinks", "gl", "as it is written"),
    ("Groenlinks", "gl", "as it is also printed"),
    ("GroenLinks-PvdA", "glpvda", "a merger"),
    ("Nieuw Sociaal Contract", "nsc", "the full name"),
    ("D'66", "d66", "the old form"),
    ("Partij voor de Dieren", "pvdd", "the full name of an abbreviation"),
    ("Lid Omtzigt", "lid-omtzigt", "a member on his own"),
    ("Groep Kuzu/Öztürk", "gr-kuzu-ozturk", "a group"),
    ("Partij van niemand", None, "no such party"),
]


@pytest.mark.parametrize(("printed", "code", "why"), PARTIES)
def test_party_named(printed: str, code: str | None, why: str) -> None:
    """One party, or none."""
    found = party_named(printed)

    assert (found.code if found else None) == code, why


MINISTRIES = [
    ("Economische Zaken", date(2015, 1, 1), ["ez-2017"], "the name was borne three times: the day decides"),
    ("Economische Zaken", None, ["ez-2010", "ez-2017", "ez"], "no day: all of them"),
    ("economische zaken en klimaat", date(2020, 1, 1), ["ezk"], "case does not count"),
    ("LNV", date(2020, 1, 1), ["lnv-2024"], "abbreviation"),
    ("Justitie", date(2024, 1, 1), ["justitie"], "no longer in force: better than nothing"),
    ("Zee en Wind", None, [], "no such ministry"),
]


@pytest.mark.parametrize(("printed", "day", "codes", "why"), MINISTRIES)
def test_ministries_named(printed: str, day: date | None, codes: list[str], why: str) -> None:
    """Every row that may be meant."""
    assert codes == [row.code for row in ministries_named(printed, on=day)], why


def test_portfolio_named() -> None:
    """A minister without department is found by what he is for."""
    found = portfolio_named("rechtsbescherming")

    assert found is not None
    assert found.ministry == "jenv"
    assert portfolio_named("Zee en Wind") is None


HOSTS = [("nos.nl", "NOS"), ("app.nos.nl", "NOS"), ("WWW.Volkskrant.nl", "de Volkskrant"), ("notnos.nl", None), ("nl", None), ("", None)]


@pytest.mark.parametrize(("host", "name"), HOSTS)
def test_outlet_at(host: str, name: str | None) -> None:
    """A medium is found by its domain and by everything below it."""
    found = outlet_at(host)

    assert (found.name if found else None) == name
