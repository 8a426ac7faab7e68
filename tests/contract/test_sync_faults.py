"""Whatever the services do, the registry ends as it would have without it, within a bounded number of requests."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from navraag.errors import SourceError
from navraag.replica.faults import KINDS
from tests.contract.syncing import trial

pytestmark = pytest.mark.slow
FAULTS = {
    "latency": "latency:0.2:0.02", "429": "429:0.2:0", "500": "500:0.2", "503": "503:0.2", "403": "403:0.1", "504": "504:0.2@/sru",
    "reset": "reset:0.2", "truncated": "truncated:0.2", "wrong_length": "wrong_length:0.2", "stuck": "stuck:0.05:2", "drip": "drip:0.1:0.1",
    "doubled": "doubled", "shuffled": "shuffled", "moving": "moving:0.5", "silent": "silent:0.4*6", "skew": "skew:1:90000",
    "html_200": "html_200", "miscount": "miscount@/sru",
}
"""Every fault, as hard as a service may have it and still be of use."""
MOST_RUNS = 4
MOST = 3
"""Requests, as a multiple of those without faults."""


class Plain(NamedTuple):
    """A sync without faults."""

    fingerprint: str
    asked: int


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """What the registry should be, and what that costs."""
    with trial(tmp_path_factory.mktemp("plain")) as one:
        assert one.sync().status == 0
        return Plain(one.fingerprint(), one.asked)


def test_every_fault_is_tried() -> None:
    """A new switch of the replica has its line here."""
    assert FAULTS.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", FAULTS)
def test_the_registry_ends_the_same(plain: Plain, kind: str, tmp_path: Path) -> None:
    """Syncs while the fault lasts, at most three; then one without it."""
    with trial(tmp_path) as one:
        one.faults(FAULTS[kind])
        runs = 0
        while runs < MOST_RUNS - 1:
            runs += 1
            if one.sync(days=2 * runs).status == 0 and one.fingerprint() == plain.fingerprint:
                break
        one.faults("")
        last = one.sync(days=2 * MOST_RUNS)

        assert last.status == 0
        assert one.fingerprint() == plain.fingerprint
        assert one.asked <= MOST * plain.asked


def test_most_faults_cost_one_run_only(plain: Plain, tmp_path: Path) -> None:
    """Answers that fail one time in ten are asked for again at once: one run, no failure."""
    with trial(tmp_path) as one:
        one.faults("500:0.03, 503:0.03, reset:0.03, truncated:0.03, wrong_length:0.03, 429:0.03:0")
        report = one.sync()

        assert report.status == 0
        assert sum(report.repeated.values()) > 0
        assert one.fingerprint() == plain.fingerprint
        assert one.asked <= 2 * plain.asked


@pytest.mark.parametrize("faults", ["500", "503", "reset", "403"])
def test_a_service_that_is_down_is_said_to_be(faults: str, tmp_path: Path) -> None:
    """Every answer fails: a clear word, a bounded number of requests, and nothing is lost."""
    with trial(tmp_path) as one:
        one.faults(faults)
        with suppress(SourceError):  # where nothing at all can be had
            assert one.sync().status == 1
        assert one.asked <= 200

        one.faults("")
        assert one.sync(days=40).status == 0


def test_the_second_sync_asks_little(tmp_path: Path) -> None:
    """One page for each category, four questions to the search, and nothing is written."""
    with trial(tmp_path) as one:
        one.sync()
        before, words = one.asked, one.fingerprint()
        report = one.sync(days=1)

        assert one.asked - before <= 17
        assert not report.cases
        assert one.fingerprint() == words
