"""The other pairs of the cases that a text is found in."""

from pathlib import Path

from navraag.store.search.candidates import Among, Candidates
from navraag.store.search.engine import OpenIndex
from navraag.store.search.siblings import WithSiblings
from navraag.store.session import ReadOnly
from tests.unit.store.search.make import fill_and_index

ASKED = "Hoeveel stikstof stoot een schip uit?"


def test_the_rest_of_a_case_follows(tmp_path: Path) -> None:
    """The pair that shares a word comes first, the other pair of its case after it, and no other case."""
    fill_and_index(tmp_path)
    with ReadOnly(tmp_path / "registry.sqlite3") as registry:
        index = OpenIndex(tmp_path)

        assert ["2020Z00201/2"] == [one.pair for one in Candidates(registry, index)(ASKED)]
        assert ["2020Z00201/2", "2020Z00201/1"] == [one.pair for one in WithSiblings(registry, index)(ASKED)]


def test_only_answered_ones(tmp_path: Path) -> None:
    """Where only answered pairs are wanted, siblings without an answer stay away."""
    fill_and_index(tmp_path)
    with ReadOnly(tmp_path / "registry.sqlite3") as registry:
        found = WithSiblings(registry, OpenIndex(tmp_path), among=Among(answered=True))("Welke gemeenten hebben een brug gesloten?")

        assert {"2020Z00202/1"} == {one.pair for one in found if one.case == "2020Z00202"}
