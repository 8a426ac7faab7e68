"""A registry that follows its sources: from any day, through changes, removals and losses, alone and watched."""

import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from navraag.errors import StoreError
from navraag.pipeline.rebuild import rebuild
from navraag.pipeline.run import Surroundings
from navraag.pipeline.sync_entities import NUMBER, WRITTEN
from navraag.replica.dutch_time import at_hour
from navraag.sources.tk_syncfeed import CATEGORIES
from navraag.store.cited import CitedPapers
from navraag.store.database import sole_writer
from navraag.store.reader import open_registry
from navraag.store.sync import FILE_NAME, SyncStore
from navraag.surfaces.cli.sync import sync as command
from tests.contract.syncing import NOW, Trial, fingerprint_of, small, trial

FEW = 12


def _whole(home: Path) -> str:
    with trial(home, small(FEW)) as one:
        one.sync()
        return one.fingerprint()


@pytest.mark.slow
def test_a_beginning_in_the_middle_and_the_rest_later(tmp_path: Path) -> None:
    """Since a day first, everything later: the same registry as all at once."""
    expected = _whole(tmp_path / "whole")
    with trial(tmp_path / "parts", small(FEW)) as one:
        since = sorted(dossier.tabled for dossier in small(FEW).dossiers)[FEW // 2]
        first = one.sync(since=since)
        assert 0 < first.cases.added < FEW + 2
        assert one.sync(since=since, days=1).received == {}
        assert one.sync(days=2).received

        assert one.fingerprint() == expected


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    """The second is told who is at work."""
    with trial(tmp_path, small(2)) as one, sole_writer(tmp_path, purpose="sync"), pytest.raises(StoreError, match="another sync is running"):
        one.sync()


def _state(home: Path) -> tuple[int, int]:
    """How many cases and pairs a registry shows."""
    with open_registry(home) as registry:
        cases = list(registry.every_case())
    return len(cases), sum(len(case.pairs) for case in cases)


def test_a_case_that_was_removed_is_marked(tmp_path: Path) -> None:
    """Its documents stay; what was known of its registration stays too, and makes no case any more."""
    with trial(tmp_path, small(FEW)) as one:
        one.sync()
        before = _state(tmp_path)
        world = one.running.replica.world
        guids = [row.entity.guid for row in world.everything("Zaak") if dict(row.entity.children).get("soort") == WRITTEN][:2]
        documents = [row.entity.guid for row in world.everything("Document")][:2]
        for guid in (*guids, *documents):
            assert world.remove(guid)
        report = one.sync(days=1)

        assert report.received["Zaak"] == 2
        assert _state(tmp_path) == before  # KOOP's papers are still there
        store = SyncStore(tmp_path / FILE_NAME)
        held = [store.entities.one(NUMBER["Zaak"], guid) for guid in guids]
        store.close()
        assert all(row and row.deleted and row.number for row in held)


@pytest.mark.slow
def test_the_life_of_papers_makes_no_doubles(tmp_path: Path) -> None:
    """Day by day: unformatted papers, answers, formatted ones under other names. In the end there is what a newcomer finds."""
    holdings = small(FEW)
    first, last = min(d.tabled for d in holdings.dossiers), max(paper.on for d in holdings.dossiers for paper in d.papers)
    with trial(tmp_path / "steps", holdings) as one:
        steps = 6
        for step in range(steps + 1):
            day = first + (last + timedelta(days=60) - first) * step // steps
            one.running.replica.world.move_clock(at_hour(day, 23))
            one.sync(days=40 * step)
        with trial(tmp_path / "new", holdings) as newcomer:
            newcomer.running.replica.world.move_clock(at_hour(last + timedelta(days=60), 23))
            newcomer.sync(days=40 * steps)

        assert _state(one.home) == _state(newcomer.home)


LOSSES = [(FILE_NAME, "what the sources said"), ("registry.sqlite3", "the registry itself")]


@pytest.mark.parametrize(("lost", "why"), LOSSES)
def test_what_was_lost_is_made_again(lost: str, why: str, tmp_path: Path) -> None:
    """From the raw bytes; the sources are asked no more than in any second sync, give or take the search."""
    with trial(tmp_path, small(FEW)) as one:
        one.sync()
        expected, asked = one.fingerprint(), one.asked
        for file in tmp_path.glob(f"{lost}*"):
            file.unlink()
        report = one.sync(days=1)

        assert report.status == 0
        assert one.fingerprint() == expected, why
        assert one.asked - asked <= 30


def test_a_beginning_is_remembered(tmp_path: Path) -> None:
    """What the sources said is lost, and made again from pages that begin at a day: what lies before is still to be read."""
    with trial(tmp_path, small(FEW)) as one:
        since = sorted(dossier.tabled for dossier in small(FEW).dossiers)[FEW // 2]
        one.sync(since=since, sources=("feed",))
        (tmp_path / FILE_NAME).unlink()
        report = one.sync(days=1, sources=("feed",))

        assert report.received
        assert report.cases.added
        store = SyncStore(tmp_path / FILE_NAME)
        assert all(not progress.floor for progress in store.every_progress())
        store.close()


@pytest.mark.slow
def test_lost_bytes_are_fetched_again(tmp_path: Path) -> None:
    """Registry and blobs are gone, only what the sources said is there."""
    with trial(tmp_path, small(FEW)) as one:
        one.sync()
        expected = one.fingerprint()
        shutil.rmtree(tmp_path / "blobs")
        (tmp_path / "registry.sqlite3").unlink()
        one.sync(days=1)
        one.sync(days=2)

        assert one.fingerprint() == expected


@pytest.mark.slow
def test_rebuild_says_the_same(tmp_path: Path) -> None:
    """Without asking anybody."""
    with trial(tmp_path, small(FEW)) as one:
        one.sync()
        expected, asked = one.fingerprint(), one.asked
        rebuild(one.settings, Surroundings(now=lambda: NOW, processes=1))

        assert one.fingerprint() == expected
        assert one.asked == asked


@pytest.mark.slow
def test_some_sources_only(tmp_path: Path) -> None:
    """The feed alone gives every case as it was registered; the rest can come later."""
    expected = _whole(tmp_path / "whole")
    with trial(tmp_path / "feed", small(FEW)) as one:
        report = one.sync(sources=("feed",))
        assert report.kinds == {}
        assert report.cases.added >= FEW - 1
        one.sync(days=1)

        assert one.fingerprint() == expected


def test_other_papers_have_light_rows(tmp_path: Path) -> None:
    """Kind, number, title, date; what is passed over is counted by kind."""
    with trial(tmp_path) as one:
        report = one.sync()
        store = SyncStore(tmp_path / FILE_NAME)
        letters = [row for row in store.entities.of(NUMBER["Document"]) if row.kind in {"Brief regering", "Motie"}]
        store.close()

        assert letters
        assert all(row.number and row.one("datum") for row in letters)
        assert any("Brief regering" in name for name in report.passed_over)


def test_a_cited_paper_gets_its_title(tmp_path: Path) -> None:
    """By dossier and number, or by the number of the document; what is not known is looked up again another day."""
    with trial(tmp_path, small(2)) as one:
        one.sync()
        targets = ["kst-39901-12", "2022D99001", "kst-39901-13"]
        with sqlite3.connect(tmp_path / "registry.sqlite3") as connection:
            case, = connection.execute("SELECT min(id) FROM case_row").fetchone()
            for seq, target in enumerate(targets):
                values = (case, "references", 900 + seq, "reference", target, "question", "1", "", "", 0, 0, 1, "x", "test", b"{}")
                connection.execute(
                    "INSERT INTO finding (case_id, enrichment, seq, kind, key, part, labels, paper, note, place, start, stop, quote, rule, payload) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values,
                )
        connection.close()
        one.sync(days=1)

    with open_registry(tmp_path) as registry:
        found = CitedPapers(registry).of(targets)
    assert set(found) == {"kst-39901-12", "2022D99001"}
    assert (found["kst-39901-12"].title, found["kst-39901-12"].dossier) == ("De toekomst van de veerdiensten", "Veren en bruggen")
    assert found["kst-39901-12"].day == date(2022, 10, 1)


def _command(one: Trial, *arguments: str) -> tuple[int, str]:
    found = CliRunner().invoke(command, ["--home", str(one.home), "--at", one.running.url, "--pace", "0", *arguments], standalone_mode=False)
    if found.exception:
        raise found.exception
    return found.return_value, found.output


def test_the_command(tmp_path: Path) -> None:
    """It says what it would do, does it, says what it did, and has nothing to do the second time."""
    with trial(tmp_path, small(FEW)) as one:
        status, said = _command(one, "--dry-run", "--since", "2019-01-01")
        assert status == 0
        assert "Zaak: " in said
        assert not (tmp_path / FILE_NAME).exists()

        status, said = _command(one, "--processes", "1")
        assert status == 0
        assert "requests (127.0.0.1:" in said
        assert " cases: " in said
        status, said = _command(one, "--json", "--processes", "1")
        assert (status, '"received": {}' in said) == (0, True)

        one.faults("500@/sru")
        status, said = _command(one, "--sources", "search")
        assert status == 1
        assert "status 500" in said


def test_an_expectation_that_does_not_hold_is_told(tmp_path: Path) -> None:
    """Publications that the sources name are refused: status 1 and a sentence, though no request failed."""
    with trial(tmp_path) as one:
        one.faults("403@/kv-, 403@/ah-, 403@/frbr")
        report = one.sync()

        assert report.status == 1
        assert report.failed == ()
        assert any("publications that the sources name could not be had" in broken.found for broken in report.broken)


def test_since_costs_few_requests(tmp_path: Path) -> None:
    """The day is found by halving: the first case comes within forty requests."""
    with trial(tmp_path) as one:
        one.sync(since=date(2023, 1, 1), sources=("feed",))

        assert one.asked <= 24 + 2 * len(CATEGORIES)
        assert fingerprint_of(tmp_path)
