"""One document through parsing: whatever the bytes, one Step comes back."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.pipeline.steps import MOST_UNREAD_ROWS, media_type, read_document
from tests.unit.pipeline.make import answer_paper, question_paper, zaak

STEPS = [
    (question_paper(1), "a.txt", ("read", "QuestionSet", True, False), "a real question paper"),
    (question_paper(90001), "a.txt", ("read", "QuestionSet", False, True), "a sample"),
    (b"Geachte voorzitter,\n\nHierbij een brief zonder nummer.\n", "a.txt", ("read", "Other", False, False), "neither"),
    (zaak(1), "z.jsonl", ("read", "Registration", True, False), "a list"),
    (zaak(1) + zaak(90001), "z.jsonl", ("read", "Registration", True, True), "a mixed list"),
    (b"", "a.xml", ("failed", "an empty file", False, False), "empty, with a document's name"),
    (b"", "leeg", ("skipped", "an empty file", False, False), "empty, with no such name"),
]


@pytest.mark.parametrize(("data", "name", "expected", "why"), STEPS, ids=[why for *_, why in STEPS])
def test_steps(data: bytes, name: str, expected: tuple[str, str, bool, bool], why: str) -> None:
    """What came of it, of which kind, and whether it speaks of real cases or samples."""
    step = read_document(data, name)
    assert expected == (step.outcome, next(iter(step.kinds), ""), step.real, step.sample), why


@given(st.binary(max_size=400), st.sampled_from(["a", "a.xml", "a.pdf", "a.docx", "a.txt", "a.jsonl.gz", "a.html"]), st.booleans())
def test_any_bytes_give_one_step(data: bytes, name: str, packed: bool) -> None:  # noqa: FBT001
    """Never an exception, never a message of two lines or with signs that steer a terminal."""
    step = read_document(gzip.compress(data) if packed else data, name)
    assert step.outcome in {"read", "reference", "failed", "skipped"}
    assert (step.message or "").isprintable()
    assert (step.message is None) or step.outcome != "reference"


@given(st.lists(st.sampled_from([answer_paper(3), question_paper(4), zaak(1), zaak(2), b"{}", b"\x00", b"\xff", b"[1]\n", b"<p>"]), max_size=6))
def test_any_mixture_of_known_things_gives_one_step(parts: list[bytes]) -> None:
    """Lists within papers, papers within lists, damage anywhere."""
    assert read_document(b"".join(parts), "x.jsonl").sha256


def test_a_list_of_rubbish_keeps_a_hundred_problems() -> None:
    """And counts the rest."""
    step = read_document(zaak(1) + b"[rubbish\x1b[31m\n" * 500, "z.jsonl")
    assert len(step.problems) == MOST_UNREAD_ROWS
    assert str(step.message).endswith("(and 499 more rows that could not be read)")
    assert str(step.message).isprintable()


MEDIA = [
    ("a.xml", b"<a/>", "/xml"), ("a.bin", b"%PDF-1.7", "application/pdf"), ("a", b"\x1f\x8b", "application/gzip"),
    ("a", b"Vraag 1", "text/plain"), ("a", b"\x00\x01", "application/octet-stream"), ("a.html", b"<p>", "text/html"),
]


@pytest.mark.parametrize(("name", "data", "expected"), MEDIA)
def test_media_types(name: str, data: bytes, expected: str) -> None:
    """By first bytes where they are plain, else by name."""
    assert media_type(name, data).endswith(expected)
