"""``./dev soak``: full counts and full scale, by hand: kills of a sync, damaged documents, linking in random order, the whole history.

Each part is kept in benchmark/results/soak-NAME.json with its count, how long it took, and whether it held; the whole
history in history.json. ``--small`` runs every part with few: to see that it runs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmark.corpus import write
from benchmark.history import measure
from benchmark.machine import ROOT, keep

Figures = dict[str, Any]
_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of everything."""

    kills: int = 200
    kill_cases: int = 5000
    damaged: int = 200_000
    linked: int = 5000
    history: int = 80_000


SMALL = Counts(kills=3, kill_cases=60, damaged=500, linked=20, history=100)


def _pytest(test: str, **variables: object) -> Figures:
    """One test with its counts: whether it held, how long it took, and its last lines where it did not."""
    environment = os.environ | {name: str(value) for name, value in variables.items()}
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-x", test], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    figures: Figures = {"held": done.returncode == 0, "seconds": round(time.perf_counter() - begun, 1)}
    return figures if figures["held"] else figures | {"last_lines": done.stdout.splitlines()[-_LINES:]}


def kills(counts: Counts, folder: Path) -> Figures:
    """Kill -9 of a sync at random moments: the registry ends the same, and nothing is lost."""
    data = folder / "kill-corpus"
    write(counts.kill_cases, data)
    found = _pytest("tests/contract/test_sync_kill.py::test_kill_at_any_moment", NAVRAAG_KILLS=counts.kills, NAVRAAG_KILL_DATA=data)
    return {"kills": counts.kills, "cases": counts.kill_cases} | found


def damaged(counts: Counts, _folder: Path) -> Figures:
    """Damaged documents are read or refused: no crash, no hang."""
    return {"documents": counts.damaged} | _pytest("tests/property/test_mutations.py", NAVRAAG_MUTATIONS=counts.damaged)


def linked(counts: Counts, _folder: Path) -> Figures:
    """Papers that come, go and change in random order: linking some of them gives what linking all gives."""
    return {"orders": counts.linked} | _pytest("tests/property/test_link_some.py", NAVRAAG_LINKS=counts.linked)


def history(counts: Counts, folder: Path) -> Figures:
    """The whole history through the replica, from nothing to a served registry."""
    data = folder / "corpus"
    write(counts.history, data)
    figures = {"cases": counts.history, "held": True} | measure(data, folder / "home", crowd=False)
    return figures | {"held": figures["a_rebuild_says_the_same"]}


PARTS: dict[str, Callable[[Counts, Path], Figures]] = {"kills": kills, "damaged": damaged, "linked": linked, "history": history}


def main() -> int:
    """Run the parts that are asked for, all by default; status 1 where one did not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all by default")
    parser.add_argument("--small", action="store_true", help="few of everything, and nothing is kept")
    parser.add_argument("--work", type=Path, help="a folder with room for some gigabytes; a temporary one by default")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    held = True
    for name in arguments.parts or PARTS:
        with tempfile.TemporaryDirectory(dir=arguments.work) as folder:
            figures = PARTS[name](SMALL if arguments.small else Counts(), Path(folder))
        held = held and figures["held"]
        where = "not kept" if arguments.small else f"kept in {keep(f'soak-{name}', figures).relative_to(ROOT)}"
        sys.stdout.write(f"{name}: {'held' if figures['held'] else 'DID NOT HOLD'} ({where})\n{chr(10).join(figures.get('last_lines', ()))}\n")
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
