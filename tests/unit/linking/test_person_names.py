"""Printed names and persons: every style, and what must not fit."""

import pytest

from navraag.linking.person_names import fit, known_name, read_name
from navraag.records.people import Person


def person(given: str, prefix: str, family: str, initials: str) -> Person:
    """A person of these parts."""
    return Person(id="x", name=f"{given} {prefix} {family}", given_name=given, prefix=prefix, family_name=family, initials=initials)


@pytest.mark.parametrize(("printed", "name", "known", "expected", "why"), [
    ("Sanne Proefman (S.E.)", "Sanne Proefman", ("Sanne", "", "Proefman", "S.E."), 3, "the Kamer's own style"),
    ("S.E. Proefman", "S.E. Proefman", ("Sanne", "", "Proefman", "S.E."), 3, "initials alone"),
    ("Veldman Baars (SEB)", "Veldman Baars (SEB)", ("Sanne", "", "Veldman Baars", "S.E.B."), 3, "initials without stops"),
    ("Veldt, J.B. van der", "J.B. van der Veldt", ("Jaap", "van der", "Veldt", "J.B."), 3, "family name first"),
    ("R.H. (Romke) de Proef", "Romke de Proef", ("Romke", "de", "Proef", "R.H."), 3, "call name in brackets"),
    ("Van der Veldt", "Van der Veldt", ("Jaap", "van der", "Veldt", "J.B."), 1, "as title lines print it"),
    ("Jaap van der Veldt", "Jaap van der Veldt", ("Jaap", "van der", "Veldt", "J.B."), 2, "without initials"),
    ("Veldt", "Veldt", ("Jaap", "van der", "Veldt", "J.B."), 0, "particles are part of a name"),
    ("Şule Köker", "Şule Köker", ("Sule", "", "Koker", "S."), 2, "accents do not matter"),
    ("Proef – van der Aa", "Proef – van der Aa", ("Mia", "", "Proef-van der Aa", "M."), 1, "a hyphen between blanks"),
    ("Mia Proef-Baars (M.)", "Mia Proef-Baars", ("Mia", "", "Proef", "M."), 3, "a name by marriage added"),
    ("Proef-Baars", "Proef-Baars", ("Mia", "", "Proef", "M."), 0, "a part alone tells nothing"),
    ("Kees Proefman (K.)", "Kees Proefman", ("Sanne", "", "Proefman", "S.E."), 0, "another given name and other initials"),
    ("Jan Jacob Proefman (J.J.)", "Jan Jacob Proefman", ("Joost", "", "Proefman", "J.J."), 0, "two initials can be a chance"),
    ("Gert Proefman (G.B.M.)", "Gert Proefman", ("Gerd", "", "Proefman", "G.B.M."), 2, "three cannot"),
    ("Proefman (S)", "Proefman (S)", ("Sanne", "", "Proefman", "D."), 2, "an initial of the call name"),
])
def test_how_well_a_name_fits(printed: str, name: str, known: tuple[str, str, str, str], expected: int, why: str) -> None:
    """From another person (0) to the family name with its initials (3)."""
    assert expected == fit(read_name(printed, name), known_name(person(*known))), why


def test_a_party_in_brackets_is_no_initials() -> None:
    """Parties without stops are known by the table."""
    assert read_name("Proefman (SP)", "Proefman").initials == ""
