"""Dutch dates in every printed form; what is no date gives None."""

from datetime import date

import pytest

from navraag.parsing.dates import find_date, parse_date

FOUND = [
    ("(ingezonden 10 februari 2020).", date(2020, 2, 10), "a title line"),
    ("18 november2024", date(2024, 11, 18), "the blank was lost"),
    ("ontvangen18 november 2024", date(2024, 11, 18), "glued to the word before"),
    ("7\u00a0februari\u00a02020", date(2020, 2, 7), "no-break spaces"),
    ("7\n februari 2020", date(2020, 2, 7), "a line end inside"),
    ("1 nov. 2010", date(2010, 11, 1), "month shortened"),
    ("3 Maart 1999", date(1999, 3, 3), "month with a capital"),
    ("d.d. 13-11-2024", date(2024, 11, 13), "figures only, day first"),
    ("2024-11-13", date(2024, 11, 13), "the machine's form"),
    ("de 1e mei 2001", date(2001, 5, 1), "ordinal day"),
    ("van 3 mei 2010 tot 4 mei 2010", date(2010, 5, 3), "the first of two"),
    ("2024-05-03 en 4 mei 2024", date(2024, 5, 3), "the first, whatever its form"),
    ("3 meİ 2024", None, "a letter that only folds to one of ours"),
    ("31 februari 2009", None, "a day that does not exist"),
    ("30-02-2009", None, "a day that does not exist, in figures"),
    ("10 febuari 2020", None, "month misspelt"),
    ("3 mei", None, "no year"),
    ("november 2024", None, "no day"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FOUND)
def test_first_date_in_a_text(text: str, expected: date | None, why: str) -> None:
    """Each printed form gives its day, and doubt gives none."""
    assert expected == find_date(text), why


WHOLE = [
    ("10 februari 2020", date(2020, 2, 10), "the text is the date"),
    (" 10 februari 2020. ", date(2020, 2, 10), "punctuation around it"),
    ("18 november2024", date(2024, 11, 18), "the blank was lost"),
    ("op 10 februari 2020", None, "more than a date"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHOLE)
def test_a_text_that_is_a_date(text: str, expected: date | None, why: str) -> None:
    """Only a text that is nothing but a date is one."""
    assert expected == parse_date(text), why
