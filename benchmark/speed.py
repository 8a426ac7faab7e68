"""``./dev bench``: how quick are reading, importing, showing and serving? Prints the figures and keeps them.

Where the real documents lie beside the clone they are measured; else generated ones are, and the figures say so.
"""

import argparse
import json
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmark.corpus import Corpus, documents, write
from benchmark.machine import REAL, keep
from navraag.parsing import parse

NAVRAAG = Path(sys.executable).parent / "navraag"
Figures = dict[str, Any]


def rate(work: Callable[[], int], *, seconds: float = 2.0) -> float:
    """Units a second, the best of three runs of some seconds."""
    best = 0.0
    for _ in range(3):
        done, begun = 0, time.perf_counter()
        while (spent := time.perf_counter() - begun) < seconds:
            done += work()
        best = max(best, done / spent)
    return round(best, 1)


def _reader(files: list[tuple[str, bytes]]) -> Callable[[], int]:
    def work() -> int:
        for name, data in files:
            parse(data, name=name)
        return len(files)

    return work


def _files(*paths: Path) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in paths]


def parsing() -> Figures:
    """Documents, or pages, a second and core."""
    generated = [paper for made in Corpus(60).cases() for paper in documents(made)]
    figures: Figures = {"generated_xml_per_second": rate(_reader(generated)), "generated_xml_mean_kb": round(sum(len(d) for _, d in generated) / len(generated) / 1024, 1)}
    if REAL.is_dir():
        koop = REAL / "koop" / "ah-tk-20202021-3235"
        figures |= {
            "real_xml_per_second": rate(_reader(_files(koop.with_suffix(".xml")))), "real_html_per_second": rate(_reader(_files(koop.with_suffix(".html")))),
            "real_word_per_second": rate(_reader(_files(*sorted((REAL / "docx").glob("*.docx"))))),
            "real_text_per_second": rate(_reader(_files(*sorted((REAL / "documents").glob("*.txt"))))),
            "real_pdf_pages_per_second": round(_pages(koop.with_suffix(".pdf")) * rate(_reader(_files(koop.with_suffix(".pdf")))), 1),
        }
    return figures


def _pages(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _run(*arguments: str) -> tuple[float, int]:
    """Seconds, and megabytes at most, of one run of navraag."""
    begun = time.perf_counter()
    subprocess.run([str(NAVRAAG), *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return round(time.perf_counter() - begun, 2), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def importing(home: Path, source: Path) -> Figures:
    """The first and the second import of the same folder."""
    first, memory = _run("import", "--home", str(home), str(source))
    second, _ = _run("import", "--home", str(home), str(source))
    return {"first_seconds": first, "second_seconds": second, "peak_mb": memory}


def showing(home: Path, number: str) -> Figures:
    """A case from a cold start, the median of nine."""
    times = [_run("show", number, "--home", str(home))[0] for _ in range(9)]
    return {"median_seconds": statistics.median(times), "worst_seconds": max(times)}


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(port: int) -> None:
    """Until the site at a port answers."""
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).read()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the site did not start")


def serving(home: Path, numbers: list[str], workers: int) -> Figures:
    """Case pages under eight connections."""
    port = free_port()
    command = [str(NAVRAAG), "serve", "--home", str(home), "--port", str(port), "--workers", str(workers)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(port)
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as paths:
            paths.write("\n".join(f"/kamervraag/{number}/" for number in numbers))
            paths.flush()
            load = [sys.executable, "-m", "benchmark.load", "--port", str(port), "--paths", paths.name]
            done = subprocess.run(load, check=True, capture_output=True, text=True)
            return dict(json.loads(done.stdout))
    finally:
        server.terminate()
        server.wait(timeout=20)


def _numbers(home: Path, many: int) -> list[str]:
    done = subprocess.run([str(NAVRAAG), "list", "--home", str(home), "--json", "--limit", str(many)], check=True, capture_output=True, text=True)
    return [row["number"] for row in json.loads(done.stdout)["rows"]]


def main() -> None:
    """Measure what was asked for and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["parsing", "registry"])
    arguments = parser.parse_args()
    figures: Figures = {}
    if arguments.only != "registry":
        figures["parsing"] = parsing()
    if arguments.only != "parsing":
        with tempfile.TemporaryDirectory() as folder:
            home, source = Path(folder) / "home", REAL
            if not REAL.is_dir():
                source = Path(folder) / "corpus"
                write(5000, source)
            figures["source"] = "real documents" if source == REAL else "5,000 generated cases"
            figures["import"] = importing(home, source)
            numbers = _numbers(home, 5000)
            figures["show"] = showing(home, numbers[0])
            figures["case_pages"] = {f"{workers}_workers": serving(home, numbers, workers) for workers in (1, 2)}
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    sys.stdout.write(f"kept in {keep('speed', figures)}\n")


if __name__ == "__main__":
    main()
