"""The registrations of all Zaken through the replica, joined with the list of KOOP's ids: python -m benchmark.coverage.

Nothing is taken from the list of registrations itself: the replica serves it as entities, a sync reads those.
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmark.machine import REAL, keep
from navraag.pipeline.run import Surroundings, import_paths
from navraag.pipeline.sync import SyncPlan, sync
from navraag.records.coverage import Coverage
from navraag.replica.registrations import registrations
from navraag.replica.server import running
from navraag.settings import Endpoints, Services, Settings
from navraag.sources.catalog import FEED
from navraag.sources.http import Client, Manners
from navraag.store.completeness import coverage
from navraag.store.reader import open_registry
from navraag.store.views import OPEN_STATES, CaseFilter

ZAKEN, IDS = REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz", REAL / "ids" / "kvah_ids.txt.gz"
ORAL_YEARS = range(2011, 2024)


def now() -> datetime:
    """The clock of a run."""
    return datetime.now(UTC)


def follow(home: Path) -> dict[str, int]:
    """Make the registry: the list of ids, then the feed of a replica that serves the registrations; entries received by category."""
    import_paths([IDS], Settings(home=home), Surroundings(now=now, processes=1), kind="real")
    with running(registrations(ZAKEN, IDS)) as server, Client(Manners(pace=0)) as client:
        settings = Settings(home=home, services=Services(endpoints=Endpoints.at(server.url), pace=0))
        return sync(settings, client, SyncPlan(sources=(FEED,), now=now, tell=lambda *_: None, processes=1)).received


def without_the_feed(home: Path) -> dict[str, int]:
    """The same out of the two lists alone: what the numbers themselves say of those that are no written questions."""
    import_paths([ZAKEN, IDS], Settings(home=home), Surroundings(now=now, processes=2), kind="real")
    with open_registry(home) as registry:
        found: dict[str, int] = figures(coverage(registry))["published_only_2011_2023"]
    return found


def figures(found: Coverage) -> dict[str, Any]:
    """What section 4 of the facts about the data lists: a line for each year, and the totals."""
    years = {
        str(year.year): [year.registered, year.published, year.both, year.only_registered, year.only_published]
        for year in found.years if year.registered
    }
    only_published: dict[str, int] = dict.fromkeys(("oral", "oral_likely", "not_registered"), 0)
    for gap in (gap for year in found.years if year.year in ORAL_YEARS for gap in year.gaps if gap.reason in only_published):
        only_published[gap.reason] += gap.count
    return {
        "registered, published, both, only registered, only published": years,
        "registered": sum(year.registered for year in found.years), "both": sum(year.both for year in found.years),
        "by_correction": sum(year.corrected for year in found.years), "published_only_2011_2023": only_published,
    }


def measure(home: Path) -> dict[str, Any]:
    """Everything: what came in, what it amounts to, and how many cases count as open."""
    received = follow(home)
    with open_registry(home) as registry:
        found = figures(coverage(registry))
        waiting = registry.cases(CaseFilter(today=now().date(), states=OPEN_STATES), limit=1).total
        last = registry.known_until
        waiting_then = registry.cases(CaseFilter(today=last, states=OPEN_STATES), limit=1).total if last else 0
    return {
        **found, "received": received, "open_today": waiting, "known_until": str(last), "open_on_that_day": waiting_then,
    }


def main() -> None:
    """Measure and keep."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        keep("coverage", measure(home / "followed") | {"by_the_lists_alone": without_the_feed(home / "lists")})


if __name__ == "__main__":
    sys.exit(main())
