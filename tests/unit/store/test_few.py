"""Facets of a short list are counted as the database counts them."""

from collections.abc import Iterator

import pytest

from navraag.store.few import few_facets
from navraag.store.listing import listing
from navraag.store.reader import Registry
from navraag.store.views import OPEN_STATES, CaseFilter
from tests.unit.store.waiting_cases import TODAY, registry


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The registry of invented cases."""
    with registry(tmp_path_factory.mktemp("few")) as opened:
        yield opened


@pytest.mark.parametrize("wanted", [
    CaseFilter(today=TODAY), CaseFilter(today=TODAY, member="tom-toets"), CaseFilter(today=TODAY, ministry="jenv", party="sp"), CaseFilter(today=TODAY, states=OPEN_STATES),
    CaseFilter(today=TODAY, year=2023), CaseFilter(today=TODAY, text="dorp 1"), CaseFilter(today=TODAY, stance="coalition"), CaseFilter(today=TODAY, member="nobody"),
])
def test_both_ways_of_counting_agree(held: Registry, wanted: CaseFilter) -> None:
    """Every facet, every value, every number."""
    listed = listing(wanted, held.known_until)
    counted = sorted((name, str(value), number) for name, value, number in few_facets(held, listed))
    assert counted == sorted((name, str(value), number) for name, value, number in held.rows(listed.facets(), listed.parameters))
    assert bool(counted) == (held.cases(wanted).total > 0)
