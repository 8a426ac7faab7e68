"""What statistics count: outcome, days, in time; by dimension; and the cases behind each number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from navraag.enrichment.statistics import figures
from navraag.records.statistics import DEFINITIONS, Figures, Period
from navraag.store.reader import Registry
from navraag.store.seats import party_seats
from navraag.store.statistics import WHICH, cases_behind, tallies
from navraag.store.workload import joint_answers, reasons, reasons_by_ministry, workload
from tests.unit.store.waiting_cases import TODAY, registry

ALL = Period(first=date(2020, 1, 1), last=TODAY, day=TODAY)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The registry of invented cases."""
    with registry(tmp_path_factory.mktemp("statistics")) as opened:
        yield opened


def of(held: Registry, dimension: str, period: Period = ALL, **only: str) -> dict[str, Figures]:
    """The figures of a dimension by value."""
    return {tally.value: figures(tally) for tally in tallies(held, period, dimension, only)}


def test_all_sets_together(held: Registry) -> None:
    """Every outcome, every definition, one denominator."""
    one = of(held, "all")[""]
    assert (one.sets, one.answered, one.open, one.withdrawn, one.unknown) == (16, 7, 6, 1, 2)
    assert one.questions == 16 * 3 + 2 - 2
    assert one.decided == 9  # cases 1, 4, 7, 8, 9, 10, 13, 15, 16
    assert (one.strict, one.listed, one.noticed) == (1, 4, 3)  # 7; 7 8 13 15; 7 8 9
    assert one.with_notice == 7
    assert one.share("strict").value == pytest.approx(1 / 9)


def test_by_ministry_party_and_the_rest(held: Registry) -> None:
    """A set of two parties counts under both; what was not resolved as printed."""
    assert {value: one.sets for value, one in of(held, "ministry").items()} == {"Onzin": 1, "jenv": 13, "vws": 3}
    assert {value: one.sets for value, one in of(held, "party").items()} == {"Onbekende Partij": 1, "cda": 4, "sp": 12}
    assert {value: one.sets for value, one in of(held, "minister").items()}["mia-minister"] == 13
    assert {value: one.sets for value, one in of(held, "stance").items()} == {"coalition": 4, "opposition": 12}
    assert {value: one.sets for value, one in of(held, "topic").items()} == {"Recht": 16}
    assert {value: one.sets for value, one in of(held, "size").items()} == {"1": 1, "2-3": 14, "4-6": 1}
    assert list(of(held, "size")) == ["1", "2-3", "4-6"]


def test_by_year_and_month_of_asking(held: Registry) -> None:
    """In order of time, and they add up."""
    years, months = of(held, "year"), of(held, "month")
    assert list(years) == ["2023", "2024"]
    assert sum(one.sets for one in years.values()) == sum(one.sets for one in months.values()) == 16
    assert all(month[:4] in years for month in months)


def test_only_keeps_those_with_values_of_other_dimensions(held: Registry) -> None:
    """Filters hold together; one that nothing has leaves nothing."""
    assert of(held, "all", ministry="vws")[""].sets == 3
    assert of(held, "all", ministry="vws", party="cda")[""].sets == 2
    assert of(held, "all", year="2024", size="4-6")[""].sets == 1
    assert of(held, "year", month="2024-05") == {"2024": replace(of(held, "month")["2024-05"], value="2024")}
    for nothing in ({"ministry": "xyz"}, {"size": "x"}, {"year": "abc"}, {"month": "2024-99"}):
        assert of(held, "all", **nothing) == {}


def test_what_was_known_on_an_earlier_day(held: Registry) -> None:
    """Later answers are not there yet, and what was asked later neither."""
    day = date(2023, 12, 1)
    one = of(held, "all", Period(first=date(2020, 1, 1), last=TODAY, day=day))[""]
    assert (one.sets, one.answered, one.withdrawn) == (8, 2, 1)  # those asked 200 days before are 36 days old: cases 7 and 13 are answered
    assert one.decided == 0


@pytest.mark.parametrize("period", [
    Period(first=date(2030, 1, 1), last=date(2030, 12, 31), day=date(2031, 1, 1)), Period(first=date(2024, 5, 1), last=date(2024, 4, 1), day=TODAY),
    Period(first=date(2024, 1, 1), last=TODAY, day=date(2010, 1, 1)),
])
def test_a_period_with_nothing_in_it(held: Registry, period: Period) -> None:
    """No figure at all, and no error."""
    for dimension in ("all", "ministry", "year", "size", "topic"):
        assert of(held, dimension, period) == {}
    assert cases_behind(held, period, {}) == (0, ())
    assert reasons(held, period) == ()
    assert joint_answers(held, period).sets == 0
    assert party_seats(held, period) == ()


@pytest.mark.parametrize("which", ["", *WHICH])
@pytest.mark.parametrize("only", [{}, {"ministry": "jenv"}, {"party": "cda", "size": "2-3"}])
def test_as_many_cases_stand_behind_a_number_as_it_says(held: Registry, which: str, only: dict[str, str]) -> None:
    """The link under each number leads to just those."""
    one = of(held, "all", **only)[""]
    total, cases = cases_behind(held, ALL, only, which)
    late = {f"late_{name}": one.decided - getattr(one, name) for name in DEFINITIONS}
    named = {"": one.sets, **late, **{f"in_time_{name}": getattr(one, name) for name in DEFINITIONS}}
    assert total == len(cases) == (named[which] if which in named else getattr(one, which))
    assert [case.tabled_on for case in cases] == sorted(case.tabled_on for case in cases)


def test_cases_page_by_page_and_within_days(held: Registry) -> None:
    """An offset and a limit; or those that ended soon."""
    total, cases = cases_behind(held, ALL, {}, page=(14, 10))
    assert (total, len(cases)) == (16, 2)
    total, cases = cases_behind(held, ALL, {}, "answered", within_days=21)
    assert [(case.number[-4:], case.days, case.outcome) for case in cases] == [("0007", 21, "answered")]


def test_desks_of_ministries_add_up(held: Registry) -> None:
    """What waited, plus what came, minus what went, is what waits."""
    period = Period(first=date(2024, 3, 1), last=TODAY, day=TODAY)
    desks = workload(held, period)
    assert all(one.waiting_before + one.asked - one.answered - one.withdrawn == one.waiting_after for one in desks)
    assert {one.value: (one.waiting_before, one.asked, one.waiting_after) for one in desks} == {"Onzin": (0, 1, 1), "jenv": (2, 3, 3), "vws": (0, 3, 3)}


def test_reasons_and_joint_answers(held: Registry) -> None:
    """Sets with each reason, and of these those noticed within three weeks."""
    assert {one.reason: (one.sets, one.notices, one.in_time) for one in reasons(held, ALL)} == {"coordination": (1, 1, 1), "information_not_received": (6, 6, 2)}
    by_ministry = {(one.value, one.reason): one.sets for one in reasons_by_ministry(held, ALL)}
    assert by_ministry == {("jenv", "information_not_received"): 6, ("vws", "coordination"): 1, ("vws", "information_not_received"): 1}
    assert joint_answers(held, ALL).sets == 7


def test_per_member_and_per_seat(held: Registry) -> None:
    """Seats on average over the period; None where no source names a seat."""
    found = {one.value: one for one in party_seats(held, Period(first=date(2023, 1, 1), last=date(2024, 4, 30), day=TODAY))}
    assert found["sp"].seats == 1
    assert found["cda"].seats == pytest.approx(121 / 486)
    assert (found["cda"].members, found["cda"].sets) == (1, 4)
    assert found["sp"].per_member == found["sp"].per_seat == found["sp"].sets
    assert all(one.sure for one in found.values())
    nobody = {one.value: one for one in party_seats(held, ALL)}["Onbekende Partij"]
    assert (nobody.seats, nobody.per_seat, nobody.sure) == (None, None, False)
