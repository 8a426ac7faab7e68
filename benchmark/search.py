"""How fast the search is: python -m benchmark.search --home REGISTRY [--build]; the registry is changed by --build and by the writer only in its index.

Two hundred searches of ten kinds, chosen with a fixed seed from the words of the collection by how frequent they are; each with snippets,
total and six facets, in one process, as pages over HTTP, and while another process writes to the index. The registry should be a copy.
On a machine with other work, ``chrt -r 1`` before the command lets it go before the others (not for --build, which takes minutes).
"""

import argparse
import http.client
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmark.machine import keep
from navraag.store.database import open_for_writing
from navraag.store.reader import Registry, open_registry
from navraag.store.search.writer import keep_up
from navraag.store.session import ReadOnly

SEED = 20261125
PER_KIND = 20
PASSES = 3
TODAY = date(2026, 11, 25)
BANDS = {"common": (0.08, 0.7), "mid": (0.005, 0.05), "rare": (0.0, 0.0005)}
CHANGED = 100


class Chooser:
    """Chooses searches of each kind."""

    def __init__(self, registry: Registry) -> None:
        self.random = random.Random(SEED)
        self.opened = registry.search.index.now()
        self.registry = registry
        self.words: dict[str, list[str]] = {band: [] for band in BANDS}
        for word in sorted(self.opened.spellings):
            share = self._share(word)
            for band, (least, most) in BANDS.items():
                if least < share <= most:
                    self.words[band].append(word)
        facets = {facet.name: facet.choices for facet in registry.search("", today=TODAY).facets}
        self.filters = [choice.query for name in ("party", "year", "ministry") for choice in facets.get(name, ())]

    def _share(self, word: str) -> float:
        terms = self.opened.analyzer.bag_terms(word)
        held = self.opened.searcher.num_docs
        return self.opened.searcher.doc_freq("all_bag", terms[0]) / held if terms else 0.0

    def word(self, *bands: str) -> str:
        """A word of one of these bands."""
        return self.random.choice(self.words[self.random.choice(bands)])

    def _phrase(self, texts: list[str]) -> str:
        words = [word for word in self.random.choice(texts).split() if word.isalpha()]
        at = self.random.randrange(max(1, len(words) - 3))
        return f'"{" ".join(words[at:at + self.random.choice((2, 3))])}"'

    def all(self) -> Iterator[tuple[str, str]]:
        """Kind and text of each search."""
        texts = [pair.question or pair.subject for _, pair in zip(range(400), self.registry.search.every(self.word("mid"), today=TODAY), strict=False)]
        two: Callable[[str], str] = lambda glue: glue.join(self.word("common", "mid") for _ in range(2))  # noqa: E731
        three: Callable[[str], str] = lambda glue: glue.join(self.word("common", "mid") for _ in range(3))  # noqa: E731
        kinds: dict[str, Callable[[], str]] = {
            "common": lambda: self.word("common"), "mid": lambda: self.word("mid"), "rare": lambda: self.word("rare"), "two_and": lambda: two(" "),
            "two_or": lambda: two(" OF "), "three_and": lambda: three(" "), "three_or": lambda: three(" OF "), "phrase": lambda: self._phrase(texts),
            "prefix": lambda: f"{self.word('mid')[:5]}*",
            "fielded": lambda: f"{self.random.choice(self.filters)} ({two(' OF ')}) NIET {self.word('mid')}",
        }
        for kind, make in kinds.items():
            yield from ((kind, make()) for _ in range(PER_KIND))


def percentiles(times: Iterable[float]) -> dict[str, float]:
    """Milliseconds."""
    held = sorted(times)
    return {f"p{share}_ms": round(1000 * held[min(len(held) - 1, len(held) * share // 100)], 1) for share in (50, 95, 99)}


def timed(searches: list[tuple[str, str]], ask: Callable[[str], object]) -> dict[str, Any]:
    """Every search a few times after a first pass that warms up: all together, and the median by kind."""
    begun = time.perf_counter()
    for _, text in searches:
        ask(text)
    first = time.perf_counter() - begun
    times: dict[str, list[float]] = defaultdict(list)
    spent: list[float] = []
    for _ in range(PASSES):
        for kind, text in searches:
            begun, used = time.perf_counter(), time.process_time()
            ask(text)
            times[kind].append(time.perf_counter() - begun)
            spent.append(time.process_time() - used)
    every = [one for held in times.values() for one in held]
    return percentiles(every) | {
        "searches": len(every), "first_pass_s": round(first, 2), "load": round(os.getloadavg()[0], 1), "processor": percentiles(spent),
        "by_kind": {kind: percentiles(held) for kind, held in times.items()},
    }


def built(home: Path) -> dict[str, Any]:
    """The index made anew, in a process of its own."""
    code = (
        "import sys, json, time, resource, pathlib; from navraag.store.session import ReadOnly; from navraag.store.search.writer import build\n"
        "home = pathlib.Path(sys.argv[1]); begun = time.perf_counter()\n"
        "made = build(ReadOnly(home / 'registry.sqlite3'), home, lambda *_: None)\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(json.dumps({'cases': made.cases, 'documents': made.documents, 'seconds': round(time.perf_counter() - begun, 1),"
        " 'processor_s': round(used.ru_utime + used.ru_stime, 1), 'peak_mb': used.ru_maxrss // 1024}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(home)], capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def size_mb(home: Path) -> int:
    """What the index takes on disk."""
    return sum(file.stat().st_size for file in (home / "index").rglob("*") if file.is_file()) >> 20


@contextmanager
def served(home: Path) -> Iterator[tuple[int, int]]:
    """The site in a process of its own: its port and process."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from navraag.surfaces.cli.main import main; main()", "serve", "--home", str(home), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    try:
        assert process.stdout
        line = next(line for line in process.stdout if "http://" in line)
        yield int(line.split("http://")[1].split(":")[1].split("/")[0].split()[0]), process.pid
    finally:
        process.terminate()
        process.wait()


def private_mb(process: int) -> int:
    """RssAnon of a process and all below it."""
    below = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False).stdout.split()
    held = 0
    for one in [str(process), *below]:
        status = Path(f"/proc/{one}/status").read_text(encoding="utf-8")
        held = max(held, next(int(line.split()[1]) >> 10 for line in status.splitlines() if line.startswith("RssAnon")))
    return held


def over_http(home: Path, searches: list[tuple[str, str]]) -> dict[str, Any]:
    """The same as pages, one after the other on one connection; and the memory of the worker afterwards."""
    with served(home) as (port, process):
        connection = http.client.HTTPConnection("127.0.0.1", port)

        def ask(text: str) -> None:
            connection.request("GET", f"/zoek?{urlencode({'q': text})}")
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, text

        told = timed(searches, ask)
        del told["processor"]  # of this process, which does nothing but wait
        return told | {"rss_anon_mb": private_mb(process)}


def touch(home: Path, numbers: list[str]) -> None:
    """Say that these cases have changed, as writing them does."""
    connection = open_for_writing(home / "registry.sqlite3")
    connection.execute("BEGIN")
    connection.executemany("INSERT OR REPLACE INTO search_outbox (number) VALUES (?)", [(number,) for number in numbers])
    connection.execute("COMMIT")
    connection.close()


def write_for_ever(home: Path) -> None:
    """Takes changed cases into the index, again and again."""
    with open_registry(home) as registry:
        numbers = [row.number for row in registry.recent(TODAY, limit=5 * CHANGED)]
    while True:
        touch(home, random.Random().sample(numbers, min(CHANGED, len(numbers))))
        with ReadOnly(home / "registry.sqlite3") as registry:
            keep_up(registry, home, lambda *_: None)


def freshness(registry: Registry, home: Path) -> dict[str, float]:
    """Seconds from a written change until it is found: of one case, and of a hundred."""
    numbers = [row.number for row in registry.recent(TODAY, limit=CHANGED)]
    told: dict[str, float] = {}
    for name, some in (("one_case_s", numbers[:1]), ("hundred_cases_s", numbers)):
        times = []
        for _ in range(5):
            before = registry.search.index.now().stamp
            touch(home, some)
            begun = time.perf_counter()
            with ReadOnly(home / "registry.sqlite3") as source:
                keep_up(source, home, lambda *_: None)
            registry.search(f"nr:{some[0]}", today=TODAY, facets=False)
            times.append(time.perf_counter() - begun)
            assert registry.search.index.now().stamp != before
        told[name] = round(max(times), 3)
    return told


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--build", action="store_true", help="make the index anew first, and measure that")
    parser.add_argument("--keep", metavar="NAME", help="write benchmark/results/NAME.json")
    parser.add_argument("--write-for-ever", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write_for_ever:
        write_for_ever(asked.home)
    alone = hasattr(os, "sched_getscheduler") and os.sched_getscheduler(0) != os.SCHED_OTHER
    figures: dict[str, Any] = {"before_other_processes": alone} | ({"build": built(asked.home)} if asked.build else {})
    with open_registry(asked.home) as registry:
        searches = list(Chooser(registry).all())
        figures |= {"documents": registry.search.index.now().searcher.num_docs, "index_mb": size_mb(asked.home)}

        def ask(text: str) -> object:
            return registry.search(text, today=TODAY)

        figures["search"] = timed(searches, ask)
        figures["http"] = over_http(asked.home, searches)
        figures["freshness"] = freshness(registry, asked.home)
        writer = subprocess.Popen([sys.executable, "-m", "benchmark.search", "--home", str(asked.home), "--write-for-ever"])
        try:
            time.sleep(2)
            figures["while_writing"] = timed(searches, ask)
        finally:
            writer.kill()
            writer.wait()
        figures["rss_peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps(figures, indent=1))
    if asked.keep:
        print(keep(asked.keep, figures))


if __name__ == "__main__":
    main()
