"""Where the real documents lie and whether there is a line, and the one line that says so when not."""

import signal
from pathlib import Path

import pytest

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started in the background: what tests start shall hear Ctrl-C all the same
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REAL = SHARED / "real"


def pytest_addoption(parser: pytest.Parser) -> None:
    """--live asks the official services; --live-at asks a stand-in the same."""
    parser.addoption("--live", action="store_true", help="run tests/live against the official services (never in CI)")
    parser.addoption("--live-at", default="", metavar="URL", help="run tests/live against a stand-in at this address")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that need a line, or the real documents, are skipped, with the reason, where those are absent."""
    if not (config.getoption("--live") or config.getoption("--live-at")):
        no_line = pytest.mark.skip(reason="asks the official services: pytest --live tests/live")
        for item in items:
            if item.get_closest_marker("live"):
                item.add_marker(no_line)
    if REAL.is_dir():
        return
    skip = pytest.mark.skip(reason="the real documents (../shared/real) are not here")
    for item in items:
        if "real" in item.keywords:
            item.add_marker(skip)
