"""enrich: the findings of every case whose words or whose rules have changed, batch by batch, in two processes."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from navraag.enrichment.base import ENRICHMENTS, findings
from navraag.store.codec import decode_case
from navraag.store.findings_writer import FindingsWriter, Waiting, finding_rows
from navraag.store.rows import Row
from navraag.store.writer import Writer

BATCH = 200
MANY = 400
Progress = Callable[[str, int, int], None]
Job = tuple[int, bytes, tuple[str, ...]]
Batch = tuple[Waiting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enriched:
    """What a run of enrich did."""

    cases: int = 0
    findings: int = 0


def versions() -> dict[str, str]:
    """Every enrichment with the version of its rules."""
    return {enrichment.name: enrichment.version for enrichment in ENRICHMENTS}


def enrich(writer: Writer, progress: Progress, processes: int | None = None) -> Enriched:
    """Read every case that is new, changed, or was read by other rules; each batch is kept for good once it is done.

    Interrupted, the next run goes on where this one stopped; run twice, the second finds nothing to do.
    """
    store = FindingsWriter(writer, versions())
    total = store.waiting_count()
    if not total:
        return Enriched()
    count = processes if processes is not None else min(2, os.cpu_count() or 1)
    cases = found = 0
    progress("enriching", 0, total)
    for batch, rows in _read_all(store, count if total >= MANY else 1):
        progress("enriching", cases, total)
        found += store.keep(zip(batch, rows, strict=True))
        cases += len(batch)
    progress("enriching", total, total)
    return Enriched(cases=cases, findings=found)


def _read_all(store: FindingsWriter, processes: int) -> Iterator[tuple[Batch, list[tuple[Row, ...]]]]:
    """Every batch with its rows; where a process died, this one reads what is left."""
    try:
        if processes > 1:
            yield from _by_many(store, processes)
            return
    except BrokenProcessPool:
        pass  # out of memory, or killed: what it had was not kept, and is waiting still
    yield from ((batch, read_batch(_jobs(batch))) for batch in store.waiting(batch=BATCH))


def _by_many(store: FindingsWriter, processes: int) -> Iterator[tuple[Batch, list[tuple[Row, ...]]]]:
    with ProcessPoolExecutor(processes, initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            yield from _in_turn(pool, store.waiting(batch=BATCH), ahead=processes + 1)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _in_turn(pool: ProcessPoolExecutor, batches: Iterator[Batch], *, ahead: int) -> Iterator[tuple[Batch, list[tuple[Row, ...]]]]:
    """Batches in their order, a few of them being read while one is written: memory holds no more than those few."""
    running: list[tuple[Batch, Future[list[tuple[Row, ...]]]]] = []
    while True:
        running.extend((batch, pool.submit(read_batch, _jobs(batch))) for batch in islice(batches, ahead - len(running)))
        if not running:
            return
        batch, future = running.pop(0)
        yield batch, future.result()


def _jobs(batch: Batch) -> list[Job]:
    wanted = versions()
    return [
        (waiting.row, waiting.data, tuple(name for name, version in wanted.items() if waiting.held.get(name) != version))
        for waiting in batch
    ]


def read_batch(jobs: list[Job]) -> list[tuple[Row, ...]]:
    """The rows of the findings of each case, by the enrichments that are named."""
    return [
        finding_rows(row, findings(decode_case(data), [one for one in ENRICHMENTS if one.name in names]))
        for row, data, names in jobs
    ]


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; only the parent is to act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
