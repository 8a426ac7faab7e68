"""Documents read by one process, or by two where there are many; a document that kills its reader is just one failure."""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Self

from navraag.documents.blobs import sha256_of
from navraag.pipeline.steps import Step, read_document

MANY = 24
Job = tuple[bytes, str]


class Workers:
    """Reads jobs (bytes, name) in their order. Processes are started at the first batch that is large enough to pay."""

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes if processes is not None else min(2, os.cpu_count() or 1)
        self._pool: ProcessPoolExecutor | None = None

    def read(self, jobs: Sequence[Job]) -> Iterator[Step]:
        """What each job gave."""
        if self.processes < 2 or (self._pool is None and len(jobs) < MANY):
            yield from (read_document(data, name) for data, name in jobs)
            return
        done = 0
        try:
            for step in self._running().map(read_document, *zip(*jobs, strict=True), chunksize=4):
                yield step
                done += 1
        except BrokenProcessPool:
            self.close()
            yield from (_read_apart(job) for job in jobs[done:])

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        """The workers, ended at the end of the ``with``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.processes, initializer=_leave_interrupts_to_the_parent)
        return self._pool


def _read_apart(job: Job) -> Step:
    """Read one document in a process of its own: used once a process has died, to find which document did it."""
    data, name = job
    try:
        with ProcessPoolExecutor(1, initializer=_leave_interrupts_to_the_parent) as pool:
            return pool.submit(read_document, data, name).result()
    except BrokenProcessPool:
        reason = "the process that read it died (out of memory, or a fault in a library)"
        return Step(sha256=sha256_of(data), name=name, outcome="failed", message=reason)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; only the parent is to act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
