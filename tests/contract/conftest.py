"""A running replica with all quirks, for the contract tests."""

from collections.abc import Iterator

import httpx
import pytest

from navraag.replica.odd_dossiers import quirks
from navraag.replica.server import running
from tests.contract.replica_client import Reader


@pytest.fixture(scope="module")
def shared() -> Iterator[Reader]:
    """One replica for all tests of a module; they change nothing but faults."""
    with running(quirks()) as server, httpx.Client(base_url=server.url, timeout=10) as http:
        yield Reader(server, http)


@pytest.fixture
def reader(shared: Reader) -> Iterator[Reader]:
    """A reader of a replica without faults."""
    shared.faults("")
    yield shared
    shared.faults("")


@pytest.fixture
def fresh() -> Iterator[Reader]:
    """A replica of its own, for tests that change what it holds."""
    with running(quirks()) as server, httpx.Client(base_url=server.url, timeout=10) as http:
        yield Reader(server, http)
