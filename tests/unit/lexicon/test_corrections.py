"""Decisions about findings: read from the same lines as all decisions, and refused where they say too little."""

from datetime import date

import pytest

from navraag.errors import ConfigurationError
from navraag.lexicon.corrections import Correction, corrections, is_correction, read_corrections
from navraag.linking.judgements import read_judgements

WRONG = '{"on": "2031-05-06", "decision": "not_a_finding", "case": "2031Z00007", "quote": "Ik zal zien.", "kind": "commitment", "because": "a figure of speech"}'
FOLLOWED = '{"on": "2031-05-05", "decision": "followed_up", "case": "2031Z00007", "quote": "Ik zal u schrijven.", "paper": "kst-99123-46", "because": "the letter"}'
NUMBER = '{"on": "2031-05-06", "decision": "number", "case": "kv-2070890010", "number": "2008Z90001", "because": "x"}'


def test_each_reads_its_own_lines() -> None:
    """Findings here, cases there; the oldest first."""
    lines = f"{WRONG}\n{NUMBER}\n\n{FOLLOWED}"

    assert read_corrections(lines) == (
        Correction(on=date(2031, 5, 5), because="the letter", decision="followed_up", case="2031Z00007", quote="Ik zal u schrijven.", value="kst-99123-46"),
        Correction(on=date(2031, 5, 6), because="a figure of speech", decision="not_a_finding", case="2031Z00007", quote="Ik zal zien.", value="commitment"),
    )
    assert [one.decision for one in read_judgements(lines)] == ["number"]
    assert corrections() == read_corrections("")


@pytest.mark.parametrize("line", [
    WRONG.replace('"kind": "commitment", ', ""), WRONG.replace("2031-05-06", "6 mei"), WRONG.replace('"a figure of speech"', '" "'), WRONG.replace('"quote"', '"words"'),
])
def test_a_line_that_says_too_little_is_named(line: str) -> None:
    """Which line, and what would be right."""
    with pytest.raises(ConfigurationError, match="judgements, line 2"):
        read_corrections(f"\n{line}")


def test_what_cannot_be_read_is_none() -> None:
    """Broken lines are for the reader of all decisions to complain of."""
    assert not is_correction("{")
    assert not is_correction("[]")
    assert not is_correction(NUMBER)
