"""How quick, and how costly in requests, is a sync? ``python -m benchmark.sync FOLDER`` (zips as ``benchmark.corpus`` writes them).

The replica serves the history of the folder with millions of other entities around it, in a process of its own on the same
machine. Figures go to ``benchmark/results/sync.json``.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from benchmark.machine import keep
from navraag.pipeline.sync import SyncPlan, SyncReport, sync
from navraag.pipeline.sync_feed import FeedKeeper, follow
from navraag.replica.crowd import COUNTS
from navraag.settings import POLITE, Endpoints, Services, Settings
from navraag.sources.http import Client, Manners
from navraag.sources.koop_sru import FIRST_DAY, PUBLICATIONS, Search, Window
from navraag.sources.tk_syncfeed import CATEGORIES, PAGE, Page, SyncFeed
from navraag.store.reader import open_registry
from navraag.store.sync import SyncStore

NAVRAAG = Path(sys.executable).parent / "navraag"
Figures = dict[str, Any]
LAST_DAY = date(2025, 12, 31)
PAGES = 160
"""Pages of each category that are read for the speed of the feed."""
CHANGED = 300
PEERS = {"tkapi": 26_700, "tweedekamer-opendata (without texts and persons)": 12}


@contextmanager
def replica(folder: Path) -> Iterator[str]:
    """The address of a replica of the history in a folder."""
    with subprocess.Popen([NAVRAAG, "replica", "--data", folder, "--port", "0"], stderr=subprocess.PIPE, text=True) as process:
        line = process.stderr.readline() if process.stderr else ""
        found = re.search(r"http://[\d.:]+", line)
        if not found:
            raise SystemExit(f"no replica: {line}")
        try:
            yield found[0]
        finally:
            process.terminate()


def _control(url: str, path: str, method: str = "GET", **told: Any) -> Any:
    body = json.dumps(told).encode() if told else None
    request = urllib.request.Request(f"{url}/_replica/{path}", data=body, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def _requests(url: str) -> dict[str, int]:
    """What was asked since the last time, by kind."""
    found: dict[str, int] = _control(url, "requests", "DELETE")["by_route"]
    return dict(sorted(found.items()))


class _Some(SyncFeed):
    """A feed of which only some pages are read."""

    def pages(self, category: str, token: int) -> Iterator[Page]:
        """The first pages of a category."""
        return islice(super().pages(category, token), PAGES)


def feed_speed(url: str) -> Figures:
    """Entries a second, read and stored: by the clock, and by the client's own CPU time."""
    entries, seconds, cpu = 0, 0.0, 0.0
    by_category = {}
    with tempfile.TemporaryDirectory() as folder, Client(Manners(pace=0)) as client, closing(SyncStore(Path(folder) / "sync.sqlite3")) as store:
        keeper = FeedKeeper(store, Path(folder), _now)
        for category in ("Zaak", "ZaakActor", "Document", "DocumentVersie", "DocumentActor"):
            clock, own = time.perf_counter(), time.process_time()
            count = follow(_Some(client, Endpoints.at(url)), keeper, category, since=None, tell=lambda *_: None, now=_now)
            spent = time.perf_counter() - clock
            by_category[category] = round(count / spent)
            entries, seconds, cpu = entries + count, seconds + spent, cpu + time.process_time() - own
    return {"entries": entries, "entries_per_second": round(entries / seconds), "entries_per_cpu_second": round(entries / cpu), "by_category": by_category}


def _now() -> datetime:
    return datetime(2025, 12, 31, 22, tzinfo=UTC)


class _Run:
    """One registry, synced from a replica; notes when the first case came in."""

    def __init__(self, url: str, home: Path) -> None:
        self.settings = Settings(home=home, services=Services(endpoints=Endpoints.at(url), pace=0))
        self.first: int | None = None

    def sync(self, since: date | None) -> tuple[SyncReport, float]:
        """A sync and its seconds."""
        with Client(Manners(pace=0)) as client:
            def tell(stage: str, done: int, _total: int) -> None:
                if self.first is None and stage == "Zaak" and done:
                    self.first = client.usage.total

            clock = time.perf_counter()
            report = sync(self.settings, client, SyncPlan(since=since, now=_now, tell=tell))
            return report, time.perf_counter() - clock

    def cases(self, year: int) -> int:
        """How many cases of a year the registry holds."""
        with open_registry(self.settings.home) as registry:
            return sum(1 for case in registry.every_case() if case.number.startswith(f"{year}Z"))


def a_month(url: str) -> Figures:
    """A newcomer: the last month of a history of millions of entries."""
    with tempfile.TemporaryDirectory() as folder:
        run = _Run(url, Path(folder))
        _requests(url)
        report, seconds = run.sync(date(2025, 12, 1))
        asked = _requests(url)
        run.sync(date(2025, 12, 1))
        quiet = sum(_requests(url).values())
    total = sum(asked.values())
    return {
        "requests_before_the_first_case": run.first, "requests": total, "by_kind": asked, "cases": report.cases.added, "requests_when_nothing_is_new": quiet,
        "seconds": round(seconds, 1), "minutes_at_the_polite_pace": round(total / POLITE / 60, 1),
    }


def a_year_and_a_day(url: str) -> Figures:
    """What a year costs, with documents, actors and texts; then a day's changes, end to end."""
    with tempfile.TemporaryDirectory() as folder:
        run = _Run(url, Path(folder))
        _requests(url)
        report, seconds = run.sync(date(2025, 1, 1))
        asked = _requests(url)
        cases = run.cases(2025)
        year = {
            "cases": cases, "requests": sum(asked.values()), "by_kind": asked, "seconds": round(seconds, 1), "failed": len(report.failed),
            "does_not_hold": [one.found for one in report.broken], "requests_for_3000_cases": round(sum(asked.values()) * 3000 / max(cases, 1)), "peers": PEERS,
        }
        token = _control(url, "state")["horizon"] - 1_500_000
        changed = [_control(url, "change", "POST", category=name, count=CHANGED // 3, after=token)["changed"] for name in ("Zaak", "Document", "ZaakActor")]
        _requests(url)
        report, seconds = run.sync(date(2025, 1, 1))
        day = {"entities": sum(changed), "received": report.received, "requests": sum(_requests(url).values()), "seconds": round(seconds, 2)}
    return {"year": year, "day": day}


def whole(url: str) -> Figures:
    """What the whole history costs, computed from what there is: one request for a page, one for a text."""
    with Client(Manners(pace=0)) as client:
        search = Search(client, Endpoints.at(url))
        published = sum(search.count(Window(name=name, first=FIRST_DAY, last=LAST_DAY).clause) for name in PUBLICATIONS)
    entries = sum(COUNTS.get(category, 0) for category in CATEGORIES) + 16 * _control(url, "state")["dossiers"]
    requests = {"gegevensmagazijn.tweedekamer.nl": entries // PAGE, "repository.overheid.nl": published // 100, "zoek.officielebekendmakingen.nl": published}
    hours = {host: round(count / POLITE / 3600, 1) for host, count in requests.items()}
    return {"entries_of_the_feed": entries, "publications": published, "requests": requests, "hours_at_the_polite_pace": hours, "hours": round(sum(hours.values()), 1)}


def main() -> None:
    """Everything, printed and kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    with replica(folder) as url:
        figures: Figures = {"history": _control(url, "state")["holdings"]}
        for name, measure in (("feed", feed_speed), ("month", a_month), ("whole", whole), ("usual", a_year_and_a_day)):
            figures[name] = measure(url)
            print(json.dumps({name: figures[name]}, indent=1, ensure_ascii=False), flush=True)
        figures["peak_memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(keep("sync", figures))


if __name__ == "__main__":
    main()
