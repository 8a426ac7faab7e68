"""``python -m benchmark.scale --cases 8000 80000``: what import, a day's news, a second import and a rebuild cost as the history grows.

Wall and CPU seconds, peak memory and disk by step, in benchmark/results/scale.json. A day's news is the documents of some new
cases; the registry that took them in must say the same as one rebuilt from nothing.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmark.corpus import Corpus, documents, write
from benchmark.machine import keep
from navraag.pipeline.fingerprint import fingerprint
from navraag.store.reader import open_registry
from navraag.surfaces.shapes import case_shape

Figures = dict[str, Any]
NEWS = 300
"""Documents of a busy day."""
_OTHER_SERIALS, _OTHER_APPENDICES = 60_000, 9000


def run(*arguments: str) -> Figures:
    """One measured run in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "benchmark.steps", *arguments], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def disk_mb(folder: Path) -> dict[str, int]:
    """Megabytes by part of a registry's folder."""
    parts = {"registry": ["registry.sqlite3*"], "raw documents": ["blobs/**/*"], "ledger": ["ledger.jsonl"], "search index": ["index/**/*"]}
    return {part: sum(file.stat().st_blocks * 512 for glob in globs for file in folder.glob(glob) if file.is_file()) // 2**20 for part, globs in parts.items()}


def said(home: Path) -> str:
    """The fingerprint of a registry."""
    with open_registry(home) as registry:
        return fingerprint(registry.every_case(), case_shape)


def news(cases: int, to: Path) -> Path:
    """A zip with the documents of new cases, in numbers that the history does not use."""
    left = NEWS
    target = to / f"news-{cases}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for made in Corpus(NEWS, seed=cases + 1).cases():
            year, serial = made.number[:4], int(made.number[5:])
            new = replace(
                made, number=f"{year}Z{serial + _OTHER_SERIALS:05d}", appendix=made.appendix and made.appendix + _OTHER_APPENDICES,
                notice_appendix=made.notice_appendix and made.notice_appendix + _OTHER_APPENDICES,
            )
            for name, data in documents(new):
                archive.writestr(name, data)
                left -= 1
            if left <= 0:
                break
    return target


def measure(cases: int, folder: Path, corpus: Path | None) -> Figures:
    """All figures for one size."""
    source, home = corpus or folder / f"corpus-{cases}", folder / f"home-{cases}"
    if corpus is None:
        write(cases, source)
    figures: Figures = {"import": run("import", str(home), str(source)), "disk_mb": disk_mb(home)}
    figures["import_again"] = run("import", str(home), str(source))
    figures["news_of_a_day"] = run("import", str(home), str(news(cases, folder)))
    some = said(home)
    figures["rebuild"] = run("rebuild", str(home))
    figures["news_says_what_a_rebuild_says"] = some == said(home)
    shutil.rmtree(home)
    return figures


def main() -> None:
    """Measure each size and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[1000, 8000])
    parser.add_argument("--corpus", type=Path, help="a folder that benchmark.corpus has written, for the one size that is asked for")
    parser.add_argument("--work", type=Path, help="where to work; a folder that is removed afterwards by default")
    arguments = parser.parse_args()
    figures: Figures = {}
    with tempfile.TemporaryDirectory(dir=arguments.work) as folder:
        for cases in arguments.cases:
            figures[str(cases)] = measure(cases, Path(folder), arguments.corpus)
            sys.stdout.write(json.dumps({cases: figures[str(cases)]}, indent=1) + "\n")
            kept = keep("scale", figures)
    sys.stdout.write(f"kept in {kept}\n")


if __name__ == "__main__":
    main()
