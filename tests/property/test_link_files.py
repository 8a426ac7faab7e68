"""Files that come in parts and in any order make the cases that all of them at once make."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from benchmark.corpus import Corpus, documents, registration

from navraag.pipeline.fingerprint import fingerprint
from navraag.pipeline.linkage import link
from navraag.pipeline.steps import Step, read_document
from navraag.replica.sample_files import sample_files
from navraag.store.codec import decode_case
from navraag.store.writer import Reading, Writer
from navraag.surfaces.shapes import case_shape
from tests.unit.store.make import retrieval

PARTS = 5


@cache
def steps(kind: str) -> tuple[Step, ...]:
    """All files of one kind, read."""
    return tuple(step for name, data in _files(kind) if (step := read_document(data, name)).outcome in {"read", "reference"})


def _files(kind: str) -> Iterator[tuple[str, bytes]]:
    if kind == "samples":
        yield from ((file.name, file.data) for file in sample_files())
        return
    made = list(Corpus(60).cases())
    yield from (paper for one in made for paper in documents(one))
    for at, half in enumerate((made[::2], made[1::2])):
        yield f"zaken-{at}.jsonl", "".join(json.dumps(registration(one), ensure_ascii=False) + "\n" for one in half).encode()


def keep(writer: Writer, some: list[Step]) -> None:
    """Take these files in and link what they reach."""
    for step in some:
        writer.write_reference(step.reference.publications, step.reference.records)
    writer.write_readings(
        Reading(retrieval=retrieval(step.sha256), name=step.name, outcome=step.outcome, parser_version="1", papers=step.papers, problems=step.problems)
        for step in some
    )
    link(writer)


def said(writer: Writer) -> str:
    """The fingerprint of the cases, without findings."""
    rows = writer.connection.execute("SELECT data FROM case_data ORDER BY number")
    return fingerprint((decode_case(data) for (data,) in rows), case_shape)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["samples", "generated"])
def test_parts_make_what_the_whole_makes(kind: str, tmp_path: Path) -> None:
    """Shuffled and cut into parts; then a third of them taken away again, and brought back in another order."""
    whole, parts = Writer(tmp_path / "whole.sqlite3"), Writer(tmp_path / "parts.sqlite3")
    files, draws = list(steps(kind)), Random(3)
    keep(whole, files)
    for _ in range(2):
        draws.shuffle(files)
        for start in range(PARTS):
            keep(parts, files[start::PARTS])
        assert said(parts) == said(whole)
        for step in files[::3]:
            parts.connection.execute("DELETE FROM paper WHERE sha256 = ?", (step.sha256,))
        link(parts)
        assert said(parts) != said(whole)
    whole.close()
    parts.close()
