"""bevat:, verwijst:, bron: and plaats: find pairs by what rules found in them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from navraag.pipeline.enrich import enrich
from navraag.pipeline.run import no_progress
from navraag.store.reader import Registry, open_registry
from navraag.store.search.writer import build, keep_up
from navraag.store.session import ReadOnly
from navraag.store.writer import Writer
from tests.unit.store.make import fill
from tests.unit.store.search.make import TODAY, told

CASES = (
    told(
        "2020Z00301", "De pont", [
            ("Hoeveel ponten zijn er in Zwolle?", "Dat is niet bekend."), ("Wat gaat u doen?", "Ik zal uw Kamer voor 1 juli 2021 informeren. Er zijn 40 ponten."),
        ],
        tabled=date(2020, 2, 10), on=date(2020, 3, 2), notes=("NOS, 3 februari 2020, https://nos.nl/artikel/1-pont",),
    ),
    told("2020Z00302", "De brug", [("Kent u Kamerstuk 99 123, nr. 45?", "Ja, in Groningen.")], tabled=date(2020, 5, 4), on=date(2020, 9, 1)),
)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """Two cases, read for findings and indexed."""
    home: Path = tmp_path_factory.mktemp("found")
    writer = fill(home, CASES, known_until=TODAY)
    enrich(writer, no_progress)
    writer.close()
    with ReadOnly(home / "registry.sqlite3") as held:
        build(held, home, lambda *_: None)
    with open_registry(home) as opened:
        yield opened


FINDS = [
    ("bevat:hiaat", {"2020Z00301/1"}), ("bevat:toezegging", {"2020Z00301/2"}), ("bevat:cijfers", {"2020Z00301/2"}),
    ("verwijst:kst-99123-45", {"2020Z00302/1"}), ("verwijst:99123-45", {"2020Z00302/1"}), ("verwijst:kst-99123", {"2020Z00302/1"}),
    ("bron:nos", {"2020Z00301/1"}), ("bron:nos.nl", {"2020Z00301/1"}), ("plaats:zwolle", {"2020Z00301/1"}), ("plaats:Groningen", {"2020Z00302/1"}),
    ("pont NIET bevat:hiaat", {"2020Z00301/2"}), ("verwijst:kst-11111-1", set()), ("bron:weekblad", set()), ("plaats:atlantis", set()),
]


@pytest.mark.parametrize(("typed", "expected"), FINDS)
def test_what_was_found_is_found(registry: Registry, typed: str, expected: set[str]) -> None:
    """By kind, by what is cited, by medium and by place."""
    assert {hit.id for hit in registry.search(typed, today=TODAY).hits} == expected


def test_an_unknown_kind_is_told(registry: Registry) -> None:
    """It is passed over, and the page says what there is."""
    results = registry.search("pont bevat:geruchten", today=TODAY)

    assert {hit.id for hit in results.hits} == {"2020Z00301/1", "2020Z00301/2"}
    assert any(note.printed == "bevat:geruchten" for note in results.notes)


def test_cases_read_anew_are_told_to_the_index(tmp_path: Path) -> None:
    """What is found after the index was made is in it at its next step."""
    fill(tmp_path, CASES, known_until=TODAY).close()
    with ReadOnly(tmp_path / "registry.sqlite3") as held:
        build(held, tmp_path, lambda *_: None)
    writer = Writer(tmp_path / "registry.sqlite3")
    enrich(writer, no_progress)
    writer.close()
    with ReadOnly(tmp_path / "registry.sqlite3") as held:
        assert keep_up(held, tmp_path, lambda *_: None).cases == len(CASES)
    with open_registry(tmp_path) as opened:
        assert [hit.id for hit in opened.search("bevat:hiaat", today=TODAY).hits] == ["2020Z00301/1"]
