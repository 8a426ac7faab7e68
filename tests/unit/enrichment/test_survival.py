"""Kaplan-Meier by hand: a small sample of which every number can be checked on paper."""

import math

import pytest

from navraag.enrichment.statistics import answer_times, figures
from navraag.enrichment.survival import NORMAL_95, course
from navraag.records.statistics import ANSWERED, UNKNOWN, WITHDRAWN, Tally

ANSWERS, LEFT = {6: 3, 7: 1, 10: 1, 13: 1, 16: 1, 22: 1, 23: 1}, {6: 1, 9: 1, 10: 1, 11: 1, 17: 1, 19: 1, 20: 1, 25: 1, 32: 2, 34: 1, 35: 1}


def test_a_sample_from_the_textbooks() -> None:
    """Remission times of 21 patients (Freireich 1963): the estimate that every textbook prints."""
    steps = {step.day: step for step in course(ANSWERS, LEFT).steps()}
    assert [round(steps[day].waiting, 4) for day in (6, 7, 10, 13, 16, 22, 23)] == [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    assert [steps[day].at_risk for day in (6, 7, 10, 23)] == [21, 17, 15, 6]
    assert (steps[35].waiting, steps[35].answered, steps[35].left) == (steps[23].waiting, 0, 1)


def test_the_band_is_greenwoods_on_the_scale_of_logs() -> None:
    """By hand for the first step: 3 of 21."""
    step = course(ANSWERS, LEFT).steps()[0]
    reach = NORMAL_95 * math.sqrt(3 / (21 * 18)) / abs(math.log(18 / 21))
    assert step.lower == pytest.approx((18 / 21) ** math.exp(reach))
    assert step.upper == pytest.approx((18 / 21) ** math.exp(-reach))


def test_days_by_which_a_share_is_answered() -> None:
    """The first day on which it is reached; none where so many are not answered."""
    held = course(ANSWERS, LEFT)
    assert [held.reached(share) for share in (0.1, 0.25, 0.5, 0.75)] == [6, 13, 23, None]
    assert (held.reached(0.5, "lower"), held.reached(0.5, "upper")) == (13, None)


@pytest.mark.parametrize(("answered", "left"), [({}, {}), ({}, {3: 2}), ({5: 1}, {}), ({0: 4}, {0: 1}), ({1: 1}, {2: 10**6})])
def test_edges(answered: dict[int, int], left: dict[int, int]) -> None:
    """Nothing, nobody answered, everybody at once, a day 0, very many: always between 0 and 1, and in order."""
    for step in course(answered, left).steps():
        assert 0 <= step.lower <= step.waiting <= step.upper <= 1
        assert step.at_risk >= step.answered + step.left


def test_open_sets_count_for_as_long_as_they_wait() -> None:
    """Two answered on day 10, two open for 100 days: half is answered, not all."""
    tally = Tally(value="x", kinds={(ANSWERED, 10): 2, (0, 100): 2, (WITHDRAWN, 5): 1, (UNKNOWN, 0): 7})
    assert [(step.day, step.waiting) for step in answer_times(tally)] == [(5, 1.0), (10, 0.5), (100, 0.5)]
    one = figures(tally)
    assert (one.median, one.third_quartile, one.sets, one.open, one.unknown, one.withdrawn) == (10, None, 12, 2, 7, 1)
