"""``python -m benchmark.linking HOME… --news ZIP``: what linking costs in registries that exist: everything, nothing, the news of a day.

They are changed: work on copies. Everything is linked anew first where there are at most ``--whole`` cases. Kept in
benchmark/results/linking.json.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmark.machine import keep
from benchmark.steps import Meter, measured, now
from navraag.pipeline.linkage import link, link_version
from navraag.pipeline.report import Tally
from navraag.pipeline.run import Intake, Surroundings, batches
from navraag.pipeline.workers import Workers
from navraag.settings import Settings
from navraag.sources.folder import find
from navraag.store.writer import Writer

Figures = dict[str, Any]


def _cost(work: Callable[[], object]) -> Figures:
    """Wall, CPU and memory of one piece of work, with what it answered."""
    answers: list[object] = []

    def run(_meter: Meter) -> None:
        answers.append(work())

    found = measured(run)
    return {name: found[name] for name in ("wall_seconds", "cpu_seconds", "peak_mb")} | {"outcome": str(answers[0])}


def _read(writer: Writer, settings: Settings, news: Path) -> object:
    """Take the news in without linking them."""
    tally = Tally()
    with Workers(1) as workers:
        intake = Intake(writer, settings, Surroundings(now=now), tally)
        for batch in batches(find([news], apart_from=settings.home)):
            intake.take(batch, workers)
    return dict(tally.counts)


def measure(home: Path, news: Path, most: int) -> Figures:
    """All figures of one registry."""
    settings = Settings(home=home)
    writer = Writer(settings.registry_path)
    try:
        figures: Figures = {"cases": writer.case_count()}
        whole = writer.case_count() <= most
        writer.set_meta("linked_by", "" if whole else link_version())
        if whole:
            figures["everything"] = _cost(lambda: link(writer))
        figures["nothing"] = _cost(lambda: link(writer))
        figures["reading_the_news"] = _cost(lambda: _read(writer, settings, news))
        figures["linking_the_news"] = _cost(lambda: link(writer))
    finally:
        writer.close()
    return figures


def main() -> None:
    """Measure each registry and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("homes", type=Path, nargs="+", metavar="HOME")
    parser.add_argument("--news", type=Path, required=True, help="a zip of new documents (benchmark.scale makes one)")
    parser.add_argument("--whole", type=int, default=10_000, metavar="CASES")
    arguments = parser.parse_args()
    figures = [measure(home, arguments.news, arguments.whole) for home in arguments.homes]
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    sys.stdout.write(f"kept in {keep('linking', {'registries': figures})}\n")


if __name__ == "__main__":
    main()
