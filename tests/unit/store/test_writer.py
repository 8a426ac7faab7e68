"""Writer: idempotent, atomic, and only what changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navraag.pipeline.clock import with_clock
from navraag.records.attribution import Attribution
from navraag.store.reader import open_registry
from navraag.store.writer import Changes, Writer
from tests.unit.store.make import NOON, SHA, answered, case, document, fill, flaw

CASES = (case("2020Z00101"), answered("2020Z00103", date(2020, 5, 20), problems=(flaw(),)))


def dump(home: Path) -> list[str]:
    """Everything in the database but what SQLite notes for itself to plan its queries."""
    writer = Writer(home / "registry.sqlite3")
    lines = [line for line in writer.connection.iterdump() if "sqlite_stat" not in line]
    writer.close()
    return lines


def test_writing_the_same_cases_again_changes_nothing(tmp_path: Path) -> None:
    """Not a single row."""
    fill(tmp_path, CASES).close()
    before = dump(tmp_path)

    writer = Writer(tmp_path / "registry.sqlite3")
    changes = writer.write_cases(map(with_clock, CASES))
    writer.close()

    assert changes == Changes(unchanged=2)
    assert not changes
    assert before == dump(tmp_path)


def test_changed_cases_are_replaced_and_lost_ones_removed(tmp_path: Path) -> None:
    """With all that hangs on them."""
    writer = fill(tmp_path, CASES)
    renamed = replace(CASES[0], subject="De veerboot", askers=(Attribution(printed="Mulder"),))

    assert writer.write_cases(map(with_clock, [renamed, case("2020Z00109")])) == Changes(added=1, changed=1, removed=1)

    writer.close()
    with open_registry(tmp_path) as registry:
        assert [one.number for one in registry.every_case()] == ["2020Z00101", "2020Z00109"]
        assert registry.case("2020Z00101") == renamed
        assert registry.problem_counts() == ()


def test_a_failure_in_the_middle_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """All or nothing, Ctrl-C included."""
    writer = fill(tmp_path, CASES)

    def interrupted():
        yield with_clock(case("2020Z00777"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        writer.write_cases(interrupted())

    writer.close()
    with open_registry(tmp_path) as registry:
        assert [one.number for one in registry.every_case()] == ["2020Z00101", "2020Z00103"]


def test_a_document_read_again_replaces_its_papers_and_problems(tmp_path: Path) -> None:
    """And marks the registry as not linked."""
    writer = fill(tmp_path, CASES)
    assert writer.meta("linked") == "yes"
    document(writer, SHA, problems=(flaw("a.b"), flaw("a.c")))
    document(writer, SHA, problems=(flaw("a.b"),), outcome="failed")

    assert writer.meta("linked") == "no"
    held = writer.documents.get(SHA)
    assert held
    assert held.message == "de bytes zijn afgekapt"
    assert SHA in writer.documents.all()
    assert writer.documents.is_noted(SHA, "folder", f"map/{SHA[:4]}.xml")
    assert not writer.documents.is_noted(SHA, "folder", "elders.xml")
    assert writer.documents.get("00" * 32) is None
    writer.close()
    with open_registry(tmp_path) as registry:
        assert {one.code: one.count for one in registry.problem_counts()} == {
            "a.b": 1, "document.not-read": 1, "pairing.answer-missing": 1,
        }


def test_runs_are_taken_over(tmp_path: Path) -> None:
    """A rebuild keeps the logbook."""
    old, new = fill(tmp_path / "old", ()), Writer(tmp_path / "new" / "registry.sqlite3")
    old.write_run("rebuild", NOON, NOON, {})
    new.copy_runs(old)
    new.copy_runs(old)

    assert new.connection.execute("SELECT command FROM run ORDER BY id").fetchall() == [("import",), ("rebuild",)]
    old.close()
    new.close()
