"""Where the real documents lie, and the one line that says so when they do not."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REAL = SHARED / "real"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the real documents are skipped, with the reason, where those are absent."""
    if REAL.is_dir():
        return
    skip = pytest.mark.skip(reason="the real documents (../shared/real) are not here")
    for item in items:
        if "real" in item.keywords:
            item.add_marker(skip)
