"""``python -m benchmark.history --corpus FOLDER``: a whole history through the replica with the client, from nothing to a served registry.

Wall and CPU of the client by step, its peak memory, requests, and the CPU of the replica beside it; then a sync that finds
nothing new, the news of a day, and the same registry rebuilt. Kept in benchmark/results/history.json.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmark.corpus import write
from benchmark.machine import keep
from benchmark.scale import disk_mb, run, said
from benchmark.speed import NAVRAAG, free_port, wait

Figures = dict[str, Any]
POLITE = 2.0
"""Requests a second for each host, by default."""
_LAST = "2025-12-29"
_DAYS = 1


@contextmanager
def replica(data: Path, *, crowd: bool) -> Iterator[tuple[str, int]]:
    """A replica of a history, in a process of its own: its address and process."""
    port = free_port()
    command = [str(NAVRAAG), "replica", "--data", str(data), "--port", str(port), "--now", _LAST, "--crowd" if crowd else "--no-crowd"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(6000):
            try:
                urllib.request.urlopen(f"{url}/_replica/state", timeout=30).read()
                break
            except OSError:
                time.sleep(0.1)
        yield url, server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def cpu_of(process: int) -> float:
    """CPU seconds of a process that runs."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return round((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), 1)


def a_day_later(url: str) -> None:
    """Move the clock of the replica."""
    body = json.dumps({"days": _DAYS}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{url}/_replica/clock", data=body, method="PUT"), timeout=600).read()


def first_page(home: Path) -> float:
    """Seconds until a site over the registry has answered."""
    port, begun = free_port(), time.perf_counter()
    server = subprocess.Popen([str(NAVRAAG), "serve", "--home", str(home), "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(port)
        return round(time.perf_counter() - begun, 2)
    finally:
        server.terminate()
        server.wait(timeout=30)


def measure(data: Path, home: Path, *, crowd: bool) -> Figures:
    """All figures for one history."""
    figures: Figures = {}
    with replica(data, crowd=crowd) as (url, process):
        figures["replica_cpu_seconds_to_start"] = started = cpu_of(process)
        figures["from_nothing"] = run("sync", str(home), url)
        figures["replica_cpu_seconds"] = round(cpu_of(process) - started, 1)
        figures["seconds_to_the_first_page"] = first_page(home)
        figures["days_at_the_polite_pace"] = round(figures["from_nothing"]["requests"] / POLITE / 86400, 2)
        figures["disk_mb"] = disk_mb(home)
        figures["nothing_new"] = run("sync", str(home), url)
        a_day_later(url)
        figures["news_of_a_day"] = run("sync", str(home), url)
        some = said(home)
        figures["rebuild"] = run("rebuild", str(home))
        figures["a_rebuild_says_the_same"] = some == said(home)
    return figures


def main() -> None:
    """Measure one history and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000, help="how many cases to generate, where no folder is given")
    parser.add_argument("--corpus", type=Path, help="a folder that benchmark.corpus has written")
    parser.add_argument("--work", type=Path, help="where to work; a folder that is removed afterwards by default")
    parser.add_argument("--crowd", action="store_true", help="with millions of other entities in the feed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.work) as folder:
        corpus = arguments.corpus or Path(folder) / "corpus"
        if arguments.corpus is None:
            write(arguments.cases, corpus)
        figures = {"corpus": arguments.corpus.name if arguments.corpus else f"{arguments.cases} cases"} | measure(corpus, Path(folder) / "home", crowd=arguments.crowd)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    sys.stdout.write(f"kept in {keep('history', figures)}\n")


if __name__ == "__main__":
    main()
