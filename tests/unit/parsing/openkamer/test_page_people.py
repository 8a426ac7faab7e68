"""People as Open Kamer prints them."""

import pytest

from navraag.parsing.openkamer.page_people import official_name, read_person_line, split_people

PEOPLE = [
    ("Bo Jansma (VVN)", ("Bo Jansma", "VVN", None, None)),
    ("Bo Jansma", ("Bo Jansma", None, None, None)),
    ("Mia de Vries (staatssecretaris justitie en veiligheid) (VVN)", ("Mia de Vries", "VVN", "Staatssecretaris", "Justitie en Veiligheid")),
    ("Ko Pieters (viceminister-president , minister sociale zaken en werkgelegenheid) (DPB)", ("Ko Pieters", "DPB", "Minister", "Sociale Zaken en Werkgelegenheid")),
    ("Al Smit (minister-president algemene zaken) (VVN)", ("Al Smit", "VVN", "Minister-President", None)),
]


@pytest.mark.parametrize(("printed", "expected"), PEOPLE)
def test_name_party_and_post(printed: str, expected: tuple[str | None, ...]) -> None:
    """The post tells rank and portfolio in official capitals."""
    person = read_person_line(printed)

    assert expected == (person.name, person.party, person.role, person.portfolio)
    assert printed == person.printed


def test_lists_are_cut_outside_brackets() -> None:
    """A portfolio may hold commas."""
    assert ("A (minister x, y en z) (VVN)", "B (DPB)") == split_people("A (minister x, y en z) (VVN),  B (DPB)")


def test_unknown_portfolios_stay_as_printed() -> None:
    """No guess."""
    assert "bellen en ringen" == official_name("bellen en  ringen")
