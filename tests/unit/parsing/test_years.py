"""Session years and the papers named after "Zie ook"."""

import pytest

from navraag.parsing.years import read_see_also, session_year_in

YEARS = [
    ("Vergaderjaar 2024–2025", "2024-2025", "en dash"),
    ("vergaderjaar2024-2025", "2024-2025", "glued to the word before"),
    ("II 2017/18", "2017-2018", "two figures"),
    ("1999/00", "1999-2000", "turn of the century"),
    ("2004–2009", None, "not two years in a row"),
    ("2024", None, "a single year"),
]


@pytest.mark.parametrize(("text", "expected", "why"), YEARS)
def test_session_year(text: str, expected: str | None, why: str) -> None:
    """A session year is two years in a row."""
    assert expected == session_year_in(text), why


CITED = [
    ("Handelingen, vergaderjaar 2024–2025, nr. 349.", [("2024-2025", 349)], True, "one"),
    ("Handelingen, vergaderjaar 2024–2025, nrs. 1016 en 1044", [("2024-2025", 1016), ("2024-2025", 1044)], True, "two of one year"),
    ("Handelingen, vergaderjaar 2022–2023, nr. 8 en vergaderjaar 2023–2024, nr. 9", [("2022-2023", 8), ("2023-2024", 9)], True, "two years"),
    ("Handelingen nr. 1234, vergaderjaar 2008–2009.", [("2008-2009", 1234)], True, "the number stands first"),
    ("Handelingen II 2017/18, nr. 1696", [("2017-2018", 1696)], True, "short form"),
    ("Handelingen, vergaderjaar 2023–2024,nr. 2116. Vraag 1 Klopt dit?", [("2023-2024", 2116)], True, "stops at the questions"),
    ("Handelingen, vergaderjaar 2021–2022, nrs. 3 t/m 5", [("2021-2022", 3), ("2021-2022", 4), ("2021-2022", 5)], True, "a range"),
    ("Handelingen nr. 12", [], False, "no session year: no paper, and a sign"),
    ("", [], True, "nothing cited"),
]


@pytest.mark.parametrize("row", CITED, ids=lambda row: row[3])
def test_see_also(row: tuple[str, list[tuple[str, int]], bool, str]) -> None:
    """Each number has its session year."""
    text, expected, complete, _why = row
    papers, whole = read_see_also(text)

    assert expected == [(paper.session_year, paper.number) for paper in papers]
    assert complete == whole
