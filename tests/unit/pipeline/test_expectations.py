"""What must hold after a sync, and in which words it is told that it does not."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from navraag.pipeline.expectations import expectations
from navraag.pipeline.sync_entities import NUMBER, WRITTEN
from navraag.store.sync import Progress, SyncStore
from navraag.store.sync_entities import EntityRow
from navraag.store.sync_remotes import Remote
from navraag.store.writer import Writer

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
Pair = tuple[SyncStore, Writer]


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Pair]:
    """An empty registry of real cases."""
    store, writer = SyncStore(tmp_path / "sync.sqlite3"), Writer(tmp_path / "registry.sqlite3")
    writer.set_meta("kind", "real")
    yield store, writer
    store.close()
    writer.close()


def _found(registry: Pair) -> list[str]:
    return [one.found for one in expectations(*registry, NOW)]


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def test_nothing_is_expected_of_nothing(registry: Pair) -> None:
    """An empty registry beside an empty feed."""
    assert _found(registry) == []


def test_every_registered_case_is_there(registry: Pair) -> None:
    """Counted by year."""
    registry[0].entities.keep([EntityRow(category=NUMBER["Zaak"], id=_id(n), sequence=n, kind=WRITTEN, number=f"2024Z1000{n}") for n in range(3)], 1)
    assert _found(registry) == ["the Kamer registered 3 sets of written questions, the registry has 0"]


def test_actors_have_cases(registry: Pair) -> None:
    """A few dangle; many do not, unless the beginning is still to be read."""
    actors = [EntityRow(category=NUMBER["ZaakActor"], id=_id(n), sequence=n, owner=_id(900 + n)) for n in range(30)]
    registry[0].entities.keep(actors, 1)
    assert _found(registry) == ["30 of 30 actors belong to no case that is held; expected at most 2 %"]
    registry[0].keep_progress(Progress(stream="Zaak", cursor="9", floor="5"))
    assert _found(registry) == []


STATES = [("missing", True), ("refused", True), ("held", False), ("wanted", False)]


@pytest.mark.parametrize(("state", "told"), STATES)
def test_publications_can_be_had(registry: Pair, state: str, *, told: bool) -> None:
    """Those that the sources name; names made by rule are guesses."""
    for n in range(30):
        registry[0].remotes.keep(Remote(source="koop_publications", source_id=f"kv-tk-2024Z1{n:04d}", state=state))  # type: ignore[arg-type]
        registry[0].remotes.keep(Remote(source="koop_publications", source_id=f"kv-{n}", state="missing", told_by="computed"))
    assert bool(_found(registry)) is told


def test_a_feed_moves(registry: Pair) -> None:
    """Five days without news are none of the Kamer's."""
    registry[0].keep_progress(Progress(stream="Zaak", cursor="9", newest="2026-11-24T09:00:00.1234567Z"))
    assert _found(registry) == []
    registry[0].keep_progress(Progress(stream="Zaak", cursor="9", newest="2026-11-18T09:00:00Z"))
    assert _found(registry) == ["nothing new since 2026-11-18: the feed may have stopped, or its clock is wrong"]
