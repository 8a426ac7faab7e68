"""Title lines as the Kamer prints them."""

from datetime import date

import pytest

from navraag.replica.story import Asker, Office, read_answerer, read_office
from navraag.replica.titles import answerer_names, asked_by, dutch_date, office_names, see_also_line, session_year

A, B, C = (Asker(name=name, party=party) for name, party in (("Aas", "X"), ("Baars", "Y"), ("Corver", "Y")))


@pytest.mark.parametrize(("askers", "printed"), [
    ([A], "het lid Aas (X)"),
    ([A, B], "de leden Aas (X) en Baars (Y)"),
    ([B, C], "de leden Baars en Corver (beiden Y)"),
    ([A, B, C], "de leden Aas (X), Baars en Corver (beiden Y)"),
    ([B, C, A], "de leden Baars en Corver (beiden Y) en Aas (X)"),
    ([B, C, Asker(name="Does", party="Y")], "de leden Baars, Corver en Does (allen Y)"),
])
def test_askers(askers: list[Asker], printed: str) -> None:
    """One, two, and groups of one party."""
    assert asked_by(askers) == printed


@pytest.mark.parametrize(("offices", "printed"), [
    (["Minister van Financiën"], "de Minister van Financiën"),
    (["Minister-President"], "de Minister-President"),
    (["Minister van Financiën", "Minister voor Rechtsbescherming"], "de Ministers van Financiën en voor Rechtsbescherming"),
    (["Minister van Defensie", "Staatssecretaris van Defensie"], "de Minister en Staatssecretaris van Defensie"),
    (["Staatssecretaris van Defensie", "Minister van Financiën"], "de Staatssecretaris van Defensie en de Minister van Financiën"),
    (["Staatssecretaris van A", "Staatssecretaris van B"], "de Staatssecretarissen van A en van B"),
])
def test_offices(offices: list[str], printed: str) -> None:
    """Plurals, one ministry with two offices, several ranks."""
    assert office_names([read_office(office) for office in offices]) == printed


def test_answerers() -> None:
    """Joined by the words that the paper uses."""
    offices = [read_answerer("Minister Aas (A, B en C)"), Office(role="Minister-President", name="Baars")]

    assert answerer_names(offices, "en van") == "Minister Aas (A, B en C) en van Minister-President Baars"


@pytest.mark.parametrize(("day", "year"), [
    (date(2022, 9, 19), "2021-2022"), (date(2022, 9, 20), "2022-2023"), (date(2023, 9, 18), "2022-2023"),
    (date(2023, 9, 19), "2023-2024"), (date(2024, 1, 1), "2023-2024"), (date(2020, 9, 15), "2020-2021"),
])
def test_session_year_starts_on_the_third_tuesday_of_september(day: date, year: str) -> None:
    """The parliamentary year is not the calendar year."""
    assert session_year(day) == year


def test_dates_and_references() -> None:
    """Months in words; one number or several."""
    assert dutch_date(date(2024, 3, 1)) == "1 maart 2024"
    assert see_also_line([("2023-2024", 1), ("2023-2024", 2)]) == " Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nrs. 1 en 2."
    assert see_also_line([]) == ""
