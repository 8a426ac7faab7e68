"""On what, when and of what a figure was measured."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmark" / "results"
REAL = ROOT.parent / "shared" / "real"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor())


def circumstances() -> dict[str, Any]:
    """Date, commit, machine and Python."""
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"), "commit": commit or "unknown", "processor": _processor(), "cores": os.cpu_count(),
        "memory_mb": memory, "python": platform.python_version(), "system": platform.system(),
        "load_average": round(os.getloadavg()[0], 1),  # what else ran: above the number of cores all times are too long
    }


def keep(name: str, figures: dict[str, Any]) -> Path:
    """Write figures with their circumstances to benchmark/results/NAME.json."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    target = RESULTS / f"{name}.json"
    target.write_text(json.dumps(circumstances() | {"figures": figures}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return target
