"""Ledger: an append-only log that survives kills and full disks."""

import resource
import signal
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from navraag.documents.document import Document, Retrieval
from navraag.documents.ledger import Ledger
from navraag.errors import StoreError

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def entry(number: int, *, at: datetime = NOON) -> Retrieval:
    """One line."""
    return Retrieval(
        document_sha256=f"{number:064x}", source="folder", source_id=f"map/stuk-{number}.xml", retrieved_at=at,
        media_type="text/xml", size=number,
    )


def test_lines_come_back_in_order(tmp_path: Path) -> None:
    """Appending twice adds to what stands there."""
    ledger = Ledger(tmp_path / "new" / "ledger.jsonl")
    assert list(ledger) == []

    ledger.append([entry(1), entry(2)])
    ledger.append([])
    ledger.append([entry(3)])

    assert list(ledger) == [entry(1), entry(2), entry(3)]
    assert entry(1).document == Document(
        sha256=f"{1:064x}", media_type="text/xml", size=1, source="folder", source_id="map/stuk-1.xml",
    )


def test_a_line_is_found_again_by_its_place(tmp_path: Path) -> None:
    """Also behind a line that was torn."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry(1)])
    with ledger.path.open("ab") as file:
        file.write(b'{"torn')
    ledger.append([entry(2), entry(3)])
    places = [place for place, _ in ledger.placed()]

    assert list(ledger.at(reversed(places))) == [entry(3), entry(2), entry(1)]


@pytest.mark.parametrize("kept", [1, 20, -1])
def test_a_torn_last_line_is_skipped_and_never_joined_to_the_next(tmp_path: Path, kept: int) -> None:
    """A process killed while writing leaves part of a line."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry(1), entry(2)])
    whole = ledger.path.read_bytes()
    first = whole.index(b"\n") + 1
    ledger.path.write_bytes(whole[:first] + whole[first:][:kept])
    torn = [entry(1)] if kept != -1 else [entry(1), entry(2)]

    assert list(ledger) == torn
    ledger.append([entry(3)])
    assert list(ledger) == [*torn, entry(3)]


def test_what_was_held_on_a_day(tmp_path: Path) -> None:
    """Everything retrieved up to the end of that day."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry(1), entry(2, at=NOON + timedelta(days=2))])

    assert ledger.held_on(date(2024, 2, 29)) == frozenset()
    assert ledger.held_on(date(2024, 3, 1)) == {f"{1:064x}"}
    assert ledger.held_on(date(2024, 3, 3)) == {f"{1:064x}", f"{2:064x}"}


def test_a_full_disk_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    """A write that fails in the middle is taken back."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry(1)])
    before = ledger.path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, limits[1]))
    try:
        with pytest.raises(StoreError, match="cannot be written"):
            ledger.append([entry(2), entry(3)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert before == ledger.path.read_bytes()
