"""Lists are recognised by content and read row by row."""

import gzip
import json

import pytest

from navraag.errors import LayoutError
from navraag.pipeline import lists
from navraag.pipeline.lists import list_kind, read_reference, read_registrations, unpack
from navraag.records.evidence import Problem
from tests.unit.pipeline.make import zaak

IDS = b"ah-tk-20302031-1\nkv-tk-2031Z00001\nkv-2070809999\nah-102069\n"
PEOPLE = b'[\n {\n  "model": "person.person", "pk": 7, "fields": {"surname": "Wiersma-Kok"}}]'
KINDS = [
    (zaak(1) + zaak(2), "registrations", "rows"),
    (gzip.compress(zaak(1) * 3), "registrations", "packed rows"),
    (b"\xef\xbb\xbf" + zaak(1), "registrations", "with a byte order mark"),
    (json.dumps({"value": [json.loads(zaak(1))]}).encode(), "registrations", "the service's own answer"),
    (json.dumps(json.loads(zaak(1)), indent=2).encode(), "registrations", "one row, indented"),
    (IDS, "publication_ids", "ids"),
    (gzip.compress(IDS), "publication_ids", "packed ids"),
    (PEOPLE, "people", "fixtures"),
    (b"koop_id\tzaak\nkv-tk-2031Z1\t2031Z00001\n", "misshapen_ids", "a table of corrections"),
    (b'{"kind": "answer"}', None, "an annotation"),
    (b'[{"name": "De Boer"}]', None, "some other list"),
    (b"ah-tk-20302031-1\nVraag 1\n\n\n", None, "a document that begins with its id"),
    (b"", None, "nothing"),
    (b"\x1f\x8b and then nothing", None, "a damaged gzip file"),
]


@pytest.mark.parametrize(("data", "kind", "why"), KINDS, ids=[why for *_, why in KINDS])
def test_kinds(data: bytes, kind: str | None, why: str) -> None:
    """By the first bytes; the name plays no part."""
    assert kind == list_kind(data), why


def test_ids_are_read_into_their_parts_or_quarantined() -> None:
    """id, kind, year, number, problem."""
    rows = read_reference("publication_ids", IDS + b"kv-tk-2031Z1\nkv-ek-203101\n", name="ids.txt").publications
    assert rows[0] == ("ah-tk-20302031-1", "ah", 2030, None, None)
    assert rows[1] == ("kv-tk-2031Z00001", "kv", 2031, "2031Z00001", None)
    assert rows[2][:3] == ("kv-2070809999", "kv", 2007)
    assert rows[4] == ("kv-tk-2031Z1", "kv", None, None, "question-number-misshapen")


def test_people_and_corrections_are_records() -> None:
    """dataset, key, JSON."""
    assert read_reference("people", PEOPLE, name="p.json").records == (("person.person", "7", '{"surname":"Wiersma-Kok"}'),)
    table = b"koop_id\tzaak\nkv-tk-2031Z1\t2031Z00001\n"
    assert read_reference("misshapen_ids", table, name="t.tsv").records == (("misshapen_ids", "kv-tk-2031Z1", '"2031Z00001"'),)


DAMAGED = [("people", b'[{"model": "person.person", "pk": 1'), ("publication_ids", b"ah-1\xff"), ("publication_ids", gzip.compress(IDS)[:-9])]


@pytest.mark.parametrize(("kind", "data"), DAMAGED)
def test_damaged_reference_lists_are_refused(kind: lists.ListKind, data: bytes) -> None:
    """Half a list would look like a whole one."""
    with pytest.raises(LayoutError):
        read_reference(kind, data, name="x")


def test_rows_that_cannot_be_read_are_problems_in_their_place() -> None:
    """The others are kept, whatever stands between them."""
    rows = list(read_registrations(zaak(1) + b"[]\n\n" + zaak(2) + b'{"Nummer"', name="z.jsonl"))
    assert [row.where if isinstance(row, Problem) else row.content.number for row in rows] == [  # type: ignore[union-attr]
        "2031Z00001", "line 2", "2031Z00002", "line 5",
    ]


def test_gzip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole, several in one file, cut off, too large."""
    packed = gzip.compress(b"abc" * 1000)
    assert unpack(b"plain") == (b"plain", True)
    assert unpack(packed + gzip.compress(b"def")) == (b"abc" * 1000 + b"def", True)
    assert unpack(packed[:-10])[1] is False
    with pytest.raises(LayoutError, match="damaged"):
        unpack(b"\x1f\x8b nothing")
    monkeypatch.setattr(lists, "LARGEST_LIST", 2999)
    with pytest.raises(LayoutError, match="unpacks to more than 2,999 bytes"):
        unpack(packed)
