"""A small replica, and syncs of it: for the tests that put the client to the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from navraag.pipeline.fingerprint import fingerprint
from navraag.pipeline.sync import SyncPlan, SyncReport, sync
from navraag.replica.faults import read_faults
from navraag.replica.holdings import Holdings, samples
from navraag.replica.server import Running, running
from navraag.settings import Endpoints, Services, Settings
from navraag.sources.catalog import SOURCES
from navraag.sources.http import Client, Manners
from navraag.store.reader import open_registry
from navraag.surfaces.shapes import case_shape

QUICK = Manners(pace=0, wait_first=0.01, wait_most=0.2, read_seconds=1.0, whole_seconds=5)
PATIENT = replace(QUICK, read_seconds=30.0, whole_seconds=60.0)
"""Where nothing is stuck on purpose: a busy machine must not look like a service that fails."""
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


@cache
def small(cases: int = 30) -> Holdings:
    """The samples with some of their cases."""
    whole = samples()
    return replace(whole, dossiers=whole.dossiers[:cases])


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Syncs of one registry from one replica; each is two days after the one before."""

    running: Running
    home: Path
    manners: Manners = QUICK

    @property
    def settings(self) -> Settings:
        """The settings of the registry."""
        return Settings(home=self.home, services=Services(endpoints=Endpoints.at(self.running.url), pace=0))

    def faults(self, printed: str, seed: int = 7) -> None:
        """Put faults in force."""
        self.running.replica.board.set(read_faults(printed), seed)

    def sync(self, *, days: int = 0, since: date | None = None, sources: tuple[str, ...] = tuple(SOURCES)) -> SyncReport:
        """One sync, so many days after the first."""
        plan = SyncPlan(sources=sources, since=since, now=lambda: NOW + timedelta(days=days), tell=lambda *_: None, processes=1)
        with Client(self.manners) as client:
            return sync(self.settings, client, plan)

    def fingerprint(self) -> str:
        """What the registry says, in one word."""
        return fingerprint_of(self.home)

    @property
    def asked(self) -> int:
        """How many requests the replica got."""
        return sum(self.running.replica.world.requests.values())


def fingerprint_of(home: Path) -> str:
    """What a registry says, in one word."""
    with open_registry(home) as registry:
        return fingerprint(registry.every_case(), case_shape)


@contextmanager
def trial(home: Path, holdings: Holdings | None = None) -> Iterator[Trial]:
    """A replica of its own, of the small holdings where no others are given, and an empty registry."""
    with running(holdings or small()) as server:
        yield Trial(running=server, home=home)
