"""The registrations of all Zaken through the replica, joined with the publications that KOOP has: the figures are facts."""

from typing import Any

import pytest
from benchmark.coverage import measure

pytestmark = [pytest.mark.real, pytest.mark.slow]

BY_YEAR = {
    # year: registered, published numbers, both, only registered, only published
    "2007": [286, 0, 0, 286, 0], "2008": [995, 0, 0, 995, 0], "2009": [3027, 2480, 2471, 556, 9], "2010": [2552, 2580, 2521, 31, 59],
    "2011": [3054, 3267, 3047, 7, 220], "2012": [2532, 2695, 2529, 3, 166], "2013": [2559, 2741, 2558, 1, 183], "2014": [2422, 2591, 2422, 0, 169],
    "2015": [2822, 2980, 2822, 0, 158], "2016": [2626, 2769, 2625, 1, 144], "2017": [2112, 2228, 2111, 1, 117], "2018": [2812, 2940, 2808, 4, 132],
    "2019": [3076, 3203, 3073, 3, 130], "2020": [2955, 3046, 2955, 0, 91], "2021": [2921, 2994, 2916, 5, 78], "2022": [2728, 2828, 2728, 0, 100],
    "2023": [2079, 2168, 2077, 2, 91], "2024": [1436, 2045, 1435, 1, 610],
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Everything measured once."""
    return measure(tmp_path_factory.mktemp("all"))


def test_every_year_matches(found: dict[str, Any]) -> None:
    """As another program counted them from the same lists."""
    assert found["registered, published, both, only registered, only published"] == BY_YEAR


def test_totals(found: dict[str, Any]) -> None:
    """42,994 cases; 41,098 join a publication exactly, 13 by correction; 1,779 published numbers are no written questions."""
    assert (found["registered"], found["both"], found["by_correction"]) == (42_994, 41_098, 13)
    assert sum(found["published_only_2011_2023"].values()) == 1_779


def test_oral_questions_are_not_open(found: dict[str, Any]) -> None:
    """Every case that waits is one that the Kamer registered as not finished: 243 of them, none of the oral ones."""
    assert found["published_only_2011_2023"] == {"oral": 1_779, "oral_likely": 0, "not_registered": 0}
    assert found["open_on_that_day"] == 243
