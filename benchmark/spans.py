"""How well figures and names are found: measured on the annotated documents, with 95 % intervals (Wilson).

Usage: python -m benchmark.spans [DIRECTORY] [--verbose] [--keep]

The directory holds ``full_*.json`` with their ``source/*.txt``. A span is found when it overlaps an annotated one by half of the
longer of the two for names, of the shorter for figures; a figure is right when its value (both ends of a range, the period of a date) is the annotated one.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmark.agreement import share
from benchmark.machine import REAL, keep
from navraag.enrichment.figures import find_figures
from navraag.enrichment.names import find_names, short_forms
from navraag.records.figures import Figure

Annotation = dict[str, Any]
HALF = 0.5


def texts(gold: Annotation, source: str) -> Iterator[tuple[int, str]]:
    """Each question and answer once, with the place at which it begins."""
    seen = set()
    for pair in gold["questions"]:
        for part in ("question", "answer"):
            span = pair.get(part)
            if span and (span["start"], span["end"]) not in seen:
                seen.add((span["start"], span["end"]))
                yield span["start"], source[span["start"] : span["end"]]


def annotated(gold: Annotation, key: str) -> list[Annotation]:
    """The annotations of one sort, each place once."""
    spans = {(one["start"], one["end"]): one for pair in gold["questions"] for one in pair.get(key, [])}
    return [spans[place] for place in sorted(spans)]


def overlap(one: tuple[int, int], other: tuple[int, int], *, longest: bool) -> float:
    """How much two spans share, as a part of the longer or the shorter of them."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    sizes = (one[1] - one[0], other[1] - other[0])
    return shared / (max(sizes) if longest else min(sizes))


def printed(held: int, made: int) -> str:
    """A share with its 95 % interval, as a line prints it."""
    told = share(held, made)
    return f"{told['share']} [{told['interval'][0]:.2f}–{told['interval'][1]:.2f}] ({held}/{made})"


def is_right(want: Annotation, have: Figure) -> bool:
    """Is the value the annotated one?"""
    value = want["value"]
    if value is None:
        return have.kind == "date" and (have.period == want["period"])
    if isinstance(value, list):
        return [have.value, have.upper] == [float(one) for one in value]
    return have.value == float(value)


def _figures(gold: Annotation, source: str, *, verbose: bool) -> tuple[int, int, int, int, int]:
    found = [(at + one.start, at + one.end, one) for at, text in texts(gold, source) for one in find_figures(text)]
    want, missed, wrong, used = annotated(gold, "numbers"), 0, 0, set()
    for one in want:
        hits = [place for place, (start, end, _) in enumerate(found) if overlap((start, end), (one["start"], one["end"]), longest=False) >= HALF]
        best = max(hits, key=lambda place: overlap(found[place][:2], (one["start"], one["end"]), longest=True), default=None)
        if best is None:
            missed += 1
            if verbose:
                print(f"  missed {one['text']!r}")
        else:
            used.add(best)
            if not is_right(one, found[best][2]):
                wrong += 1
                if verbose:
                    print(f"  wrong {one['text']!r}: {found[best][2]}")
    spare = [figure for place, (_, _, figure) in enumerate(found) if place not in used]
    if verbose:
        for figure in spare:
            print(f"  not annotated: {figure.quote!r} {figure.kind} {figure.value} {figure.counted}")
    return len(want), missed, wrong, len(found), len([figure for figure in spare if figure.kind not in {"date", "year"}])


def _names(gold: Annotation, source: str, *, verbose: bool) -> tuple[int, int, int]:
    known = {short: name for _, text in texts(gold, source) for short, name in short_forms(text).items()}
    found = [(at + one.start, at + one.end, one) for at, text in texts(gold, source) for one in find_names(text, known) if one.kind != "place"]
    want, used = annotated(gold, "organisations"), set()
    right = 0
    for one in want:
        best = max(range(len(found)), key=lambda place: overlap(found[place][:2], (one["start"], one["end"]), longest=True), default=None)
        if best is not None and best not in used and overlap(found[best][:2], (one["start"], one["end"]), longest=True) >= HALF:
            used.add(best)
            right += 1
        elif verbose:
            print(f"  missed {one['text']!r} ({one['norm']})")
    if verbose:
        for place, (_, _, name) in enumerate(found):
            if place not in used:
                print(f"  not annotated: {name.quote!r} ({name.name}) {name.rule}")
    return len(want), len(found), right


def _added(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def measured(directory: Path, *, verbose: bool = False) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Of figures: annotated, missed, wrong, given, not annotated; of names: annotated, given, right."""
    figures: tuple[int, ...] = (0,) * 5
    names: tuple[int, ...] = (0,) * 3
    for path in sorted(directory.glob("full_*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = (directory / gold["source"]["file"]).read_text(encoding="utf-8")
        if verbose:
            print(path.stem)
        figures = _added(figures, _figures(gold, source, verbose=verbose))
        names = _added(names, _names(gold, source, verbose=verbose))
    return figures, names


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path, nargs="?", default=REAL / "findings")
    parser.add_argument("--keep", action="store_true", help="write the figures to benchmark/results/spans.json")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    figures, names = measured(arguments.directory, verbose=arguments.verbose)
    want, missed, wrong, found, spare = figures
    wanted, given, right = names
    if arguments.keep:
        keep("spans", {
            "annotators": 1, "figures": {"found": share(want - missed, want), "wrong_value": wrong, "given": found, "not_annotated": spare},
            "names": {"precision": share(right, given), "recall": share(right, wanted)},
        })
    print(f"figures: found {printed(want - missed, want)}, with a wrong value {wrong}; {found} given, of which {spare} amounts that nobody annotated")
    print(f"names: precision {printed(right, given)}, recall {printed(right, wanted)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
