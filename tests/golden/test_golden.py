"""The golden files: what the parser makes of a sample is what was reviewed, and every layout has a sample."""

import json
from pathlib import Path
from typing import get_args

import pytest

from navraag.parsing.detect import Layout
from tests.golden.cases import EXPECTED, GOLDEN, Golden, as_json, expected_files, record


@pytest.mark.parametrize(("golden", "path"), tuple(expected_files()), ids=lambda value: getattr(value, "name", ""))
def test_sample_is_read_as_reviewed(golden: Golden, path: Path) -> None:
    """A difference is either a flaw, or an improvement to be reviewed and rewritten with ./dev golden."""
    assert as_json(record(golden)) == path.read_text(encoding="utf-8")


def test_every_layout_has_a_golden_case() -> None:
    """A new layout needs a sample."""
    layouts = {json.loads(path.read_text(encoding="utf-8"))["parsed"]["layout"] for _, path in expected_files()}

    assert layouts == set(get_args(Layout))


def test_no_stale_files() -> None:
    """Files of cases that are gone are gone too."""
    assert {path for _, path in expected_files()} == set(EXPECTED.glob("*.json"))


def test_names_are_unique() -> None:
    """Two cases never share a file."""
    assert len({golden.name for golden in GOLDEN}) == len(GOLDEN)
