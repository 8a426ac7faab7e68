"""``navraag sync --watch``: round after round until it is told to stop."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.sources.tk_syncfeed import CATEGORIES
from navraag.surfaces.cli.sync import SHORTEST, read_span
from tests.contract.syncing import small, trial

NAVRAAG = Path(sys.executable).parent / "navraag"
SPANS = [("60s", 60), ("60", 60), ("5m", 300), ("1h", 3600), ("2 u", 7200), ("1s", SHORTEST)]


@pytest.mark.parametrize(("printed", "seconds"), SPANS)
def test_spans(printed: str, seconds: int) -> None:
    """In seconds, minutes and hours; never too often."""
    assert seconds == read_span(printed)


@pytest.mark.parametrize("printed", ["soon", "", "1d", "-5s", "5ms"])
def test_what_is_no_span(printed: str) -> None:
    """One sentence says what it should be."""
    with pytest.raises(ConfigurationError, match="should be a time such as 60s"):
        read_span(printed)


def _until(words: str, process: subprocess.Popen[str]) -> None:
    assert process.stdout
    for line in process.stdout:
        if words in line:
            return
    raise AssertionError(f"it ended without {words!r}")


@pytest.mark.slow
def test_it_goes_on_until_it_is_stopped(tmp_path: Path) -> None:
    """The second round brings what has changed; Ctrl-C ends it with status 130, and everything is kept."""
    with trial(tmp_path, small(4)) as one:
        told = [str(NAVRAAG), "sync", "--home", str(tmp_path), "--at", one.running.url, "--pace", "0", "--watch", "10s", "--processes", "1"]
        with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            _until(" cases: ", process)
            asked = one.asked
            deadline = time.monotonic() + 60
            while one.asked < asked + len(CATEGORIES) and time.monotonic() < deadline:
                time.sleep(0.1)
            process.send_signal(signal.SIGINT)
            said = process.stderr.read() if process.stderr else ""
            assert process.wait(30) == 130
        assert "everything done so far is kept" in said
        assert one.asked == asked + len(CATEGORIES)  # the search has its turn every ten minutes
        assert one.fingerprint()
