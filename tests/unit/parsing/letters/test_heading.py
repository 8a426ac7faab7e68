"""Who asked, out of titles and sentences of letters."""

from datetime import date

import pytest

from navraag.parsing.letters.heading import asked_in, letter_date

ASKED = [
    ("Beantwoording Kamervragen lid Smit (ABC) over zout", ["Smit"], "zout"),
    ("Antwoorden van de minister van Financiën op Kamervragen van de leden Smit (ABC) en Bos (DEF) over zout.", ["Smit", "Bos"], "zout"),
    ("Beantwoording van schriftelijke vragen gesteld door het lid Smit (ABC) over zout", ["Smit"], "zout"),
    ("Op 3 maart 2099 hebben de leden Smit en Bos (beiden ABC) schriftelijke vragen gesteld over zout.", ["Smit", "Bos"], "zout"),
    ("de vragen van het Tweede Kamerlid Smit (ABC) over zout worden beantwoord", ["Smit"], "zout"),
]


@pytest.mark.parametrize(("text", "names", "subject"), ASKED)
def test_asked(text: str, names: list[str], subject: str) -> None:
    """Members and subject, whatever stands around them."""
    found = asked_in(text)

    assert found is not None
    assert ([one.name for one in found.askers], found.subject) == (names, subject)


@pytest.mark.parametrize("text", ["", "De prijs van zout", "Ik heb nog vragen over zout"])
def test_nobody_asked(text: str) -> None:
    """No members, no heading."""
    assert asked_in(text) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Datum\t14 april 2099",), date(2099, 4, 14)),
        (("Datum", "14 april 2099"), date(2099, 4, 14)),
        (("’s-Gravenhage, 14 april 2099",), date(2099, 4, 14)),
        (("14 april 2099",), date(2099, 4, 14)),
        (("Postbus 20018",), None),
    ],
)
def test_dates(lines: tuple[str, ...], expected: date | None) -> None:
    """The day of a letter, in the forms of letterheads."""
    assert letter_date(lines) == expected
