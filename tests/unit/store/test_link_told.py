"""What the sources say beside the documents: kept as told, and whatever changed is marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from navraag.store.link_papers import LinkPapers
from navraag.store.link_told import LinkTold
from navraag.store.writer import Writer


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """An empty registry."""
    opened = Writer(tmp_path / "registry.sqlite3")
    yield opened
    opened.close()


def changed(writer: Writer) -> tuple[str, ...]:
    """What was marked since the last time."""
    papers = LinkPapers(writer.connection)
    found = papers.stale()
    papers.settle()
    return found


CASES = [
    # told now, marked as changed: why
    ([("a", "[1]"), ("c", "[2]")], ("a", "c")),  # the first time
    ([("a", "[1]"), ("c", "[2]")], ()),  # again
    ([("a", "[1]"), ("b", "[3]"), ("c", "[4]")], ("b", "c")),  # one more, one changed
    ([("b", "[3]")], ("a", "c")),  # two are gone
    ([("z", "[3]")], ("b", "z")),
    ([], ("z",)),
]


def test_cases_of_documents(writer: Writer) -> None:
    """Step by step; only differences are marked."""
    told = LinkTold(writer.connection)
    for now, expected in CASES:
        told.keep_cases(now)
        assert changed(writer) == expected
        assert writer.connection.execute("SELECT sha256, cases FROM told_case ORDER BY 1").fetchall() == now


def test_replaced_documents(writer: Writer) -> None:
    """Who is gone, and who is back."""
    told = LinkTold(writer.connection)
    told.keep_gone({"a", "b"})
    assert changed(writer) == ("a", "b")
    told.keep_gone({"b", "c"})
    assert changed(writer) == ("a", "c")


def test_registrations(writer: Writer) -> None:
    """One that says the same is not marked; one that is no more is."""
    told = LinkTold(writer.connection)
    told.keep_registrations([("zaak:1", b"x"), ("zaak:2", b"y"), ("zaak:3", None)])
    assert changed(writer) == ("zaak:1", "zaak:2")
    told.keep_registrations([("zaak:1", b"x"), ("zaak:2", None)])
    assert changed(writer) == ("zaak:2",)


def test_papers_are_marked_by_whoever_writes_them(writer: Writer) -> None:
    """Triggers of the database do it."""
    connection = writer.connection
    connection.execute("INSERT INTO document VALUES ('d', 'text/xml', 1, 'd.xml', 'read', '1', NULL)")
    connection.execute("INSERT INTO paper VALUES ('d', 0, 'koop_xml', 'Other', x'7b7d', x'5b5d', NULL, NULL)")
    assert changed(writer) == ("d",)
    connection.execute("UPDATE paper SET layout = 'pdf'")
    assert changed(writer) == ("d",)
    connection.execute("DELETE FROM paper")
    assert changed(writer) == ("d",)
    connection.execute("INSERT INTO retrieval VALUES ('d', 'folder', 'd.xml', '2026-11-25', NULL, NULL, NULL, NULL)")
    assert changed(writer) == ()  # a case shows addresses, not folders
    connection.execute("INSERT INTO retrieval VALUES ('d', 'koop_publications', 'd', '2026-11-25', 'https://example.org/d', NULL, NULL, NULL)")
    assert changed(writer) == ("d",)
