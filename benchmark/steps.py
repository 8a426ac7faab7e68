"""One run of import, rebuild or sync in a process of its own, measured step by step: CPU, wall and memory."""

import contextlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from navraag.pipeline.rebuild import rebuild
from navraag.pipeline.run import Surroundings, import_paths
from navraag.pipeline.sync import SyncPlan, SyncReport, sync
from navraag.settings import Endpoints, Services, Settings
from navraag.sources.http import Client

Figures = dict[str, Any]
_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Meter:
    """Notes what each step of a run cost; told by the run's own progress which step it is in."""

    def __init__(self) -> None:
        self.steps: dict[str, Figures] = {}
        self._name = "start"
        self._begin()

    def progress(self, stage: str, _done: int, _total: int) -> None:
        """The run says where it is."""
        if stage != self._name:
            self.end()
            self._name = stage
            self._begin()

    def end(self) -> None:
        """The step that is under way is over."""
        step = self.steps.setdefault(self._name, {"wall_seconds": 0.0, "cpu_seconds": 0.0, "peak_mb": 0})
        step["wall_seconds"] = round(step["wall_seconds"] + time.perf_counter() - self._wall, 2)
        step["cpu_seconds"] = round(step["cpu_seconds"] + cpu_seconds() - self._cpu, 2)
        step["peak_mb"] = max(step["peak_mb"], peak_mb())

    def _begin(self) -> None:
        self._wall, self._cpu = time.perf_counter(), cpu_seconds()
        with contextlib.suppress(OSError):
            _CLEAR.write_text("5", encoding="ascii")  # the peak is counted anew


def cpu_seconds() -> float:
    """CPU of this process and of those that it has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak_mb() -> int:
    """The most memory that this process had, since the peak was last counted anew where the system can do that."""
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)


def measured(work: Callable[[Meter], object]) -> Figures:
    """What a run cost, in all and by step. Peaks are of the process that leads, and of the largest that it started."""
    meter = Meter()
    begun, cpu = time.perf_counter(), cpu_seconds()
    work(meter)
    meter.end()
    return {
        "wall_seconds": round(time.perf_counter() - begun, 2), "cpu_seconds": round(cpu_seconds() - cpu, 2),
        "peak_mb": max(step["peak_mb"] for step in meter.steps.values()),
        "peak_mb_of_a_helper": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, "steps": meter.steps,
    }


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def syncing(home: Path, url: str) -> Figures:
    """One sync from a replica at an address, as quickly as it answers: also what it asked and received."""
    settings = Settings(home=home, services=Services(endpoints=Endpoints.at(url), pace=0))
    reports: list[SyncReport] = []

    def work(meter: Meter) -> None:
        with Client.of(settings.services) as client:
            reports.append(sync(settings, client, SyncPlan(now=now, tell=meter.progress)))

    figures, report = measured(work), reports[0]
    return figures | {
        "requests": sum(report.requests.values()), "megabytes_received": report.bytes_received // 2**20, "received": report.received,
        "cases": report.cases.added + report.cases.changed, "failed": len(report.failed), "broken": [one.found for one in report.broken],
    }


def main() -> None:
    """``python -m benchmark.steps import HOME PATH…``, ``… rebuild HOME`` or ``… sync HOME URL``: prints the figures as JSON."""
    what, home, *rest = sys.argv[1:]
    settings = Settings(home=Path(home))

    def work(meter: Meter) -> object:
        around = Surroundings(now=now, progress=meter.progress)
        return rebuild(settings, around) if what == "rebuild" else import_paths([Path(path) for path in rest], settings, around)

    sys.stdout.write(json.dumps(syncing(settings.home, rest[0]) if what == "sync" else measured(work)) + "\n")


if __name__ == "__main__":
    main()
