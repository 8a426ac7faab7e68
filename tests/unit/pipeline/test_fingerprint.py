"""fingerprint: only what cases say decides."""

import pytest

from navraag.pipeline.fingerprint import fingerprint
from navraag.records.cases import Case
from navraag.surfaces.shapes import case_shape

ONE, TWO = Case(number="2031Z00001", subject="brug"), Case(number="2031Z00002", subject="één")


def test_every_change_shows() -> None:
    """And nothing else does."""
    prints = [
        fingerprint(cases, case_shape)
        for cases in ((), (ONE,), (ONE, TWO), (Case(number="2031Z00001", subject="bru", topics=("g",)),))
    ]
    assert len(set(prints)) == 4
    assert all(len(one) == 64 for one in prints)
    assert prints[2] == fingerprint(iter((ONE, TWO)), case_shape)


def test_cases_must_come_sorted() -> None:
    """Else the same registry could have two fingerprints."""
    with pytest.raises(ValueError, match="must come sorted"):
        fingerprint((TWO, ONE), case_shape)
