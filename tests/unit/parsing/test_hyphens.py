"""Hyphens at the end of a line: those of the word, and those of the break."""

import pytest

from navraag.parsing.glue import hyphen_goes
from navraag.parsing.hyphens import keeps_hyphen

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
