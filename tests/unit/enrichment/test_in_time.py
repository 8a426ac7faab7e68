"""The three definitions of "in time", beside each other."""

from datetime import date, timedelta

import pytest

from navraag.enrichment.in_time import in_time
from navraag.enrichment.timeline import timeline
from tests.unit.enrichment.test_timeline import TABLED, answer, case, notice

N, Y = False, True


def on(days: int) -> str:
    """The day so many days after tabling."""
    return (TABLED + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(("answered", "noticed", "counted", "strict", "listed", "noticed_in_time"), [
    (21, None, 100, Y, Y, Y),  # the last day
    (22, None, 100, N, N, N),
    (22, 21, 100, N, Y, Y),
    (42, 22, 100, N, Y, N),  # a late notice extends the list's term, but the duty was not met
    (43, 10, 100, N, N, Y),
    (43, 22, 100, N, N, N),
    (30, 35, 100, N, N, N),  # a notice after the answer
    (None, None, 10, None, None, None),  # not decided yet
    (None, None, 22, N, None, N),  # a notice may still extend
    (None, 10, 30, N, None, Y),
    (None, 30, 43, N, N, N),
    (None, None, 43, N, N, N),
])
def test_three_definitions(answered: int | None, noticed: int | None, counted: int, strict: object, listed: object, noticed_in_time: object) -> None:
    """None is hidden, none is decided too early."""
    papers = [*([answer(on(answered))] if answered is not None else []), *([notice(on(noticed))] if noticed is not None else [])]
    found = in_time(timeline(case(*papers), TABLED + timedelta(days=counted)))
    assert (found.strict, found.listed, found.noticed) == (strict, listed, noticed_in_time)


def test_withdrawn_unknown_and_oral_are_never_in_time_or_late() -> None:
    """They are in no denominator."""
    for subject in (case(withdrawn="2020-02-20"), case(closed=True), case(tabled_on=None)):
        found = in_time(timeline(subject, date(2021, 1, 1)))
        assert (found.strict, found.listed, found.noticed) == (None, None, None)
