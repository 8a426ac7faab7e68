"""Hyphens at the end of a line: those of the word, and those of the break."""

import pytest

from navraag.parsing.printed.glue import hyphen_goes, seam
from navraag.parsing.printed.hyphens import keeps_hyphen

GONE = [
    ("commissie", "debat"), ("ex", "tra"), ("oud", "ers"), ("pro", "vincie"), ("be", "antwoording"), ("re", "ageren"), ("sub", "sidie"),
    ("wo", "ning"), ("euro", "pese"), ("ad", "ministratie"), ("radio", "actief"), ("pre", "mier"), ("noord", "elijke"), ("sociaal", "democraat"),
]  # fmt: skip
KEPT = [
    ("ex", "minister"), ("oud", "collega"), ("niet", "westers"), ("mbo", "school"), ("minister", "president"), ("auto", "ongeluk"),
    ("zee", "egel"), ("sociaal", "economische"), ("e", "mail"), ("staten", "generaal"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), GONE)
def test_hyphens_of_the_break_go(first: str, second: str) -> None:
    """Parts that belong together without a hyphen."""
    assert hyphen_goes(first, second)


@pytest.mark.parametrize(("first", "second"), KEPT)
def test_hyphens_of_the_word_stay(first: str, second: str) -> None:
    """Words that are spelled with a hyphen."""
    assert not hyphen_goes(first, second)


def test_the_document_decides() -> None:
    """A word that the document spells in one piece elsewhere is one piece here too."""
    assert hyphen_goes("ex", "minister", {"exminister": 1})
    assert keeps_hyphen("ex", "minister")


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("de commis-", "sie", (1, "")),
        ("de niet-ontvan-", "kelijke", (1, "")),
        ("het PVV-", "Kamerlid", (0, "")),
        ("land-", "en tuinbouw", (0, " ")),
        ("in 2098–", "2099", (0, "")),
        ("in 2098/", "2099", (0, "")),
        ("zie https://zout.example/", "archief", (0, "")),
        ("zie https://zout.example/een-", "lang-adres", (0, "")),
        ("ge-", "ëist", (1, "")),
        ("de prijs", "van zout", (0, " ")),
    ],
)
def test_how_lines_meet(above: str, below: str, expected: tuple[int, str]) -> None:
    """What goes from the end of a line, and what comes between it and the next."""
    assert seam(above, below) == expected
