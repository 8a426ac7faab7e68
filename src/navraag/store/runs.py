"""The logbook of runs: what was done to the registry, when, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from navraag.errors import NotFoundError
from navraag.store.session import ReadOnly

_RUNS = "SELECT id, command, started_at, finished_at, report FROM run ORDER BY id DESC LIMIT :limit"
_RUN = "SELECT id, command, started_at, finished_at, report FROM run WHERE id = :id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run with its report, as that command wrote it."""

    id: int
    command: str
    started_at: datetime
    finished_at: datetime
    report: dict[str, Any]


def runs(registry: ReadOnly, limit: int = 20) -> tuple[Run, ...]:
    """The last runs, the newest first."""
    return tuple(map(_run, registry.rows(_RUNS, {"limit": limit})))


def run(registry: ReadOnly, number: int) -> Run:
    """One run by its number; NotFoundError where there is none."""
    found = registry.rows(_RUN, {"id": number})
    if not found:
        raise NotFoundError(f"there is no run {number}; navraag runs lists them")
    return _run(found[0])


def _run(row: tuple[int, str, str, str, str]) -> Run:
    number, command, started, finished, report = row
    held = msgspec.json.decode(report)
    return Run(
        id=number, command=command, started_at=datetime.fromisoformat(started), finished_at=datetime.fromisoformat(finished),
        report=held if isinstance(held, dict) else {},
    )
