"""enrich: only what is new, changed, or ruled anew; the same on every run; interruptions lose nothing."""

import multiprocessing
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navraag.enrichment import base
from navraag.pipeline import enrich as module
from navraag.pipeline.clock import with_clock
from navraag.pipeline.enrich import Enriched, enrich
from navraag.pipeline.run import no_progress
from navraag.records.cases import Case
from navraag.records.found import Found, Passage
from navraag.records.papers import Answer
from navraag.records.text import plain_text
from navraag.store.findings import Findings
from navraag.store.reader import open_registry
from navraag.store.rows import Row
from navraag.store.writer import Writer
from tests.unit.store.make import answered, fill

READERS = tuple(one for one in base.ENRICHMENTS if one.name in {"data_gaps", "references"})
READ = module.read_batch
RECEIVED = date(2031, 3, 20)


def a_case(at: int, words: str = "Dat is niet bekend.") -> Case:
    """A case with one answer of these words."""
    case = answered(f"2031Z{at:05}", RECEIVED, tabled=date(2031, 3, 1))
    given = Answer(numbers=(1,), text=plain_text(f"{words} Zie Kamerstuk 99 123, nr. {at}."))
    pairs = tuple(replace(pair, answers=tuple(replace(one, answer=given) for one in pair.answers)) for pair in case.pairs)
    return replace(case, answers=(replace(case.answers[0], answers=(given,)),), pairs=pairs)


@pytest.fixture(autouse=True)
def _two_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two readers are enough to see which reads when."""
    monkeypatch.setattr(module, "ENRICHMENTS", READERS)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A registry of five cases, not read yet."""
    fill(tmp_path, [a_case(at) for at in range(1, 6)]).close()
    opened = Writer(tmp_path / "registry.sqlite3")
    yield opened
    opened.close()


def kept(writer: Writer) -> dict[str, list[tuple[str, str]]]:
    """Kinds and quotes by case."""
    with open_registry(writer.file.parent) as registry:
        held = Findings(registry)
        return {case.number: [(one.found.kind, one.found.quote) for one in held.of_case(case.number)] for case in registry.every_case()}


def test_everything_once(writer: Writer) -> None:
    """The first run reads all, the second none, and both leave the same."""
    first = enrich(writer, no_progress)
    after = kept(writer)

    assert first == Enriched(cases=5, findings=10)
    assert after["2031Z00003"] == [("data_gap", "Dat is niet bekend."), ("reference", "Kamerstuk 99 123, nr. 3")]
    assert enrich(writer, no_progress) == Enriched()
    assert kept(writer) == after


def test_a_changed_case_alone_is_read_again(writer: Writer) -> None:
    """Its old findings go with it."""
    enrich(writer, no_progress)
    cases = [a_case(at, "Ja." if at == 2 else "Dat is niet bekend.") for at in range(1, 5)]
    writer.write_cases(map(with_clock, cases))

    assert enrich(writer, no_progress) == Enriched(cases=1, findings=1)
    assert kept(writer)["2031Z00002"] == [("reference", "Kamerstuk 99 123, nr. 2")]
    assert "2031Z00005" not in kept(writer)
    assert writer.connection.execute("SELECT count(DISTINCT case_id) FROM finding").fetchone() == (4,)


def test_a_changed_rule_reads_all_by_that_rule_alone(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings of the other readers stay as they are, those of a reader that is no more go."""
    enrich(writer, no_progress)

    def says_ja(passage: Passage) -> Iterator[Found]:
        yield Found(kind="data_gap", start=0, end=2, quote=passage.text[:2], rule="new")

    anew = tuple(
        replace(one, find=says_ja, made_of=("enrichment/base.py",)) if one.name == "data_gaps" else one
        for one in READERS if one.name != "references"
    )
    monkeypatch.setattr(module, "ENRICHMENTS", anew)

    assert enrich(writer, no_progress, processes=1) == Enriched(cases=5, findings=5)
    assert set(map(tuple, kept(writer).values())) == {(("data_gap", "Da"),)}


def test_two_processes_say_the_same(tmp_path: Path) -> None:
    """One process or two, in one go or after an interruption: the same findings."""
    cases = [a_case(at) for at in range(1, module.MANY + 20)]
    results = []
    for processes, stops in ((1, False), (2, True)):
        home = tmp_path / f"{processes}"
        fill(home, cases).close()
        one = Writer(home / "registry.sqlite3")
        if stops:
            with pytest.raises(KeyboardInterrupt):
                enrich(one, _interrupt, processes)
            assert 0 < one.connection.execute("SELECT count(*) FROM enriched").fetchone()[0] < len(cases)
        enrich(one, no_progress, processes)
        one.close()
        results.append(list(open_registry(home).rows("SELECT * FROM finding ORDER BY case_id, enrichment, seq")))

    assert results[0] == results[1]
    assert len(results[0]) >= 2 * len(cases)


def _dies_in_a_child(jobs: list[module.Job]) -> list[tuple[Row, ...]]:
    """Reads here; a process that was started for it is gone at once."""
    if multiprocessing.parent_process():
        os._exit(9)
    return READ(jobs)


def test_a_process_that_dies_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had is read by the one that started it."""
    fill(tmp_path, [a_case(at) for at in range(1, 30)]).close()
    monkeypatch.setattr(module, "MANY", 10)
    monkeypatch.setattr(module, "read_batch", _dies_in_a_child)
    writer = Writer(tmp_path / "registry.sqlite3")

    assert enrich(writer, no_progress, 2) == Enriched(cases=29, findings=58)
    writer.close()


def _interrupt(_stage: str, done: int, _total: int) -> None:
    if done:
        raise KeyboardInterrupt
