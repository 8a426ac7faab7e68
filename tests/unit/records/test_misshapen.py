"""Mistyped numbers and the case that each must have meant."""

import gzip
import json

import pytest

from navraag.records.identifiers import PublicationName, parse_publication
from navraag.records.misshapen import likely_case, likely_cases, one_error_away
from tests.conftest import REAL

KNOWN = frozenset({"2020Z90001", "2020Z90002", "2020Z91001"})
TYPED = [
    # name, likely case: why
    ("kv-tk-2020Z9000", None),  # two fit
    ("kv-tk-2020Z9101", "2020Z91001"),  # a digit lost
    ("kv-tk-2020Z9300011", None),  # nothing fits: two errors
    ("kv-tk-202091001", "2020Z91001"),  # Z lost
    ("kv-tk-20200Z91001", "2020Z91001"),  # a digit too many
    ("kv-tk-2020z9101", "2020Z91001"),  # small z
    ("kv-tk-2020Z91002", None),  # sound in form: nothing to guess
    ("ah-tk-20192020-90000", None),  # no question
]


def test_one_typing_error_leads_to_the_case() -> None:
    """Exactly one known number one error away; never a guess between two."""
    for name, expected in TYPED:
        assert likely_case(name, KNOWN) == expected, name
    assert likely_cases("kv-tk-2020Z9000", KNOWN) == ("2020Z90001", "2020Z90002")
    assert one_error_away("1") >= {"", "2", "11", "1Z"}


@pytest.mark.real
def test_the_thirteen_mistyped_names_find_their_case() -> None:
    """Each of KOOP's 13 mistyped names is one error from exactly one Zaak that has no question paper."""
    names = gzip.decompress((REAL / "ids" / "kvah_ids.txt.gz").read_bytes()).decode().split()
    rows = gzip.decompress((REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz").read_bytes()).decode().splitlines()
    read = [parse_publication(name) for name in names if name.startswith("kv-")]
    have = {name.question_number for name in read if isinstance(name, PublicationName)}
    lacking = {json.loads(row)["Nummer"] for row in rows} - have
    table = [line.split("\t") for line in (REAL / "ids" / "koop_misshapen_kvtk_ids.tsv").read_text().splitlines()[1:]]
    assert [(row[0], likely_case(row[0], lacking)) for row in table] == [(row[0], row[1]) for row in table]
    assert len(table) == 13
