"""Workers: many documents, two processes; a document that kills its reader is one failure."""

import os
from multiprocessing import get_start_method
from pathlib import Path

import pytest

from navraag.pipeline import workers as module
from navraag.pipeline.steps import Step, best_name, read_document
from navraag.pipeline.workers import Workers
from tests.unit.pipeline.make import question_paper

JOBS = [(question_paper(at), f"{at}.txt") for at in range(1, 30)]


def test_results_come_in_the_order_of_the_jobs() -> None:
    """From one process or two."""
    with Workers(1) as alone, Workers(2) as two:
        results = [list(workers.read(JOBS)) for workers in (alone, two)]

    assert results[0] == results[1]
    assert [step.name for step in results[0]] == [name for _, name in JOBS]


def deadly(data: bytes, name: str) -> Step:
    """Reads documents, but dies on one of them."""
    if name == "7.txt":
        os._exit(9)
    return read_document(data, name)


@pytest.mark.skipif(get_start_method() != "fork", reason="the deadly reader reaches other processes only by fork")
def test_a_document_that_kills_its_process_is_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """All others are read."""
    monkeypatch.setattr(module, "read_document", deadly)
    with Workers(2) as workers:
        results = list(workers.read(JOBS))

    assert [step.name for step in results if step.outcome == "failed"] == ["7.txt"]
    assert len(results) == len(JOBS)
    assert "the process that read it died" in str(results[6].message)


def test_whatever_a_parser_raises_is_recorded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The one catch-all of the program."""
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug\nin two lines")

    monkeypatch.setattr("navraag.pipeline.steps.parse", broken)
    step = read_document(b"Vraag 1", "a.txt")

    assert (step.outcome, step.message) == ("failed", "unexpected RuntimeError: a bug")
    assert tmp_path.exists()


NAMES = [
    (("b.txt", "a.txt"), "a.txt"), (("a.txt", "kv-tk-2031Z00001.txt"), "kv-tk-2031Z00001.txt"), (("x 2031Z00001.docx", "a.docx"), "x 2031Z00001.docx"),
]


@pytest.mark.parametrize(("names", "best"), NAMES)
def test_best_name(names: tuple[str, ...], best: str) -> None:
    """The more telling one, in whichever order they come."""
    assert best == best_name(*names) == best_name(*reversed(names))
