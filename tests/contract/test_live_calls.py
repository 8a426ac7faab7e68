"""The calls of tests/live, asked of the replica: so that they are right when there is a line."""

import subprocess
import sys

from navraag.replica.odd_dossiers import quirks
from navraag.replica.server import running
from tests.conftest import ROOT


def test_every_call_holds_for_the_replica() -> None:
    """All pass; without a line all are skipped, with one reason."""
    with running(quirks()) as server:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/live"]
        asked = subprocess.run([*command, "--live-at", server.url], cwd=ROOT, capture_output=True, text=True, check=False)
        skipped = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert asked.returncode == 0, asked.stdout
    assert skipped.returncode == 0, skipped.stdout
    assert skipped.stdout.count("SKIPPED") == 1 or "pytest --live tests/live" in skipped.stdout
    assert " passed" not in skipped.stdout
