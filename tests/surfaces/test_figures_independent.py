"""Statistics against programs of others: DuckDB counts out of what the generator says, lifelines estimates answer times."""

import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from benchmark.corpus import Corpus, Made, write

from navraag.enrichment.statistics import answer_times
from navraag.lexicon.offices import line_named
from navraag.pipeline.run import import_paths
from navraag.records.statistics import DEFINITIONS, Period
from navraag.store.lists import day_list, groups
from navraag.store.reader import Registry, open_registry
from navraag.store.statistics import tallies
from navraag.surfaces.statistics import Statistics
from tests.unit.pipeline.make import around, settings

pytestmark = pytest.mark.slow

CASES = 500
END = date(2025, 12, 31)
PERIODS = (Period(first=date(1995, 1, 1), last=END, day=END), Period(first=date(2010, 3, 1), last=date(2016, 2, 29), day=date(2016, 2, 20)), Period(first=date(2025, 1, 1), last=END, day=END))
VALUES = {"ministry": "ministry", "year": "strftime(tabled, '%Y')", "month": "strftime(tabled, '%Y-%m')", "size": "size", "all": "''"}


@pytest.fixture(scope="module")
def truth() -> tuple[Made, ...]:
    """What the generator says of each case."""
    return tuple(Corpus(CASES).cases())


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """A registry that was made by reading the documents of the same cases."""
    folder = tmp_path_factory.mktemp("independent")
    write(CASES, folder / "in")
    import_paths([folder / "in"], settings(folder / "home"), around())
    with open_registry(folder / "home") as registry:
        yield registry


@pytest.fixture(scope="module")
def duck(truth: tuple[Made, ...]) -> Iterator[Any]:
    """The same cases as tables of another database, straight from the generator."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: ./dev test --all brings it")
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE made (number TEXT, tabled DATE, answered DATE, notice DATE, ministry TEXT, questions INT, size TEXT)")
        connection.execute("CREATE TABLE asker (number TEXT, party TEXT, name TEXT)")
        for one in truth:
            ministry = one.addressees[0][1]
            connection.execute("INSERT INTO made VALUES (?, ?, ?, ?, ?, ?, ?)", [one.number, one.tabled_on, one.answered_on, one.notice_on, line_named(ministry) or ministry, one.pairs, _size(one.pairs)])
            for name, party in one.askers:
                connection.execute("INSERT INTO asker VALUES (?, ?, ?)", [one.number, party, name])
        yield connection


def _size(questions: int) -> str:
    for last, name in ((0, "0"), (1, "1"), (3, "2-3"), (6, "4-6"), (10, "7-10"), (20, "11-20")):
        if questions <= last:
            return name
    return "21+"


_COUNTS = """
WITH fact AS (
    SELECT *, answered <= $day AS done, notice <= $day AS told, date_diff('day', tabled, answered) AS days, date_diff('day', tabled, $day) > 42 AS old
      FROM {source} WHERE tabled BETWEEN $first AND least($last, $day)
)
SELECT {value}, count(*), sum(questions), count(*) FILTER (done), count(*) FILTER (done IS NOT TRUE), count(*) FILTER (told), count(*) FILTER (old),
       count(*) FILTER (old AND done AND days <= 21),
       count(*) FILTER (old AND done AND (days <= 21 OR (days <= 42 AND notice <= answered))),
       count(*) FILTER (old AND ((done AND days <= 21) OR (told AND date_diff('day', tabled, notice) <= 21)))
  FROM fact GROUP BY 1 ORDER BY 1
"""


def _counted(duck: Any, source: str, value: str, period: Period) -> dict[str, tuple[int, ...]]:
    rows = duck.execute(_COUNTS.format(source=source, value=value), {"first": period.first, "last": period.last, "day": period.day}).fetchall()
    return {row[0]: tuple(int(number) for number in row[1:]) for row in rows}


def _ours(held: Registry, dimension: str, period: Period) -> dict[str, tuple[int, ...]]:
    return {
        one.value: (one.sets, one.questions, one.answered, one.open, one.with_notice, one.decided, *(one.share(name).part for name in DEFINITIONS))
        for one in Statistics(held, period.day).by(dimension, period)
    }


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("dimension", VALUES)
def test_counts_equal_those_of_another_database(held: Registry, duck: Any, dimension: str, period: Period) -> None:
    """Outcomes, notices, three definitions; by ministry, time and size."""
    expected = _counted(duck, "made", VALUES[dimension], period)
    assert _ours(held, dimension, period) == expected
    assert sum(row[0] for row in expected.values()) > 5


@pytest.mark.parametrize("period", PERIODS)
def test_counts_by_party_and_member(held: Registry, duck: Any, period: Period) -> None:
    """Two members of one party are one value of that party."""
    for dimension, column in (("party", "party"), ("member", "name")):
        source = f"(SELECT DISTINCT made.*, asker.{column} FROM made JOIN asker USING (number))"
        assert _ours(held, dimension, period) == _counted(duck, source, column, period)


@pytest.mark.parametrize("period", PERIODS)
def test_desks_of_ministries(held: Registry, duck: Any, period: Period) -> None:
    """Before, asked, answered, after."""
    rows = duck.execute("""
        SELECT ministry, count(*) FILTER (tabled < $first AND (answered IS NULL OR answered >= $first)), count(*) FILTER (tabled >= $first),
               count(*) FILTER (answered BETWEEN $first AND $end), count(*) FILTER (answered IS NULL OR answered > $end)
          FROM made WHERE tabled <= $end GROUP BY 1 ORDER BY 1
    """, {"first": period.first, "end": min(period.last, period.day)}).fetchall()
    found = [(one.value, one.waiting_before, one.asked, one.answered, one.waiting_after) for one in Statistics(held).workload(period)]
    assert found == [row for row in rows if row[1] or row[2]]


@pytest.mark.parametrize("day", [date(2008, 3, 3), date(2013, 5, 6), date(2024, 5, 13), date(2025, 11, 24)])
def test_lists_of_a_day(held: Registry, duck: Any, day: date) -> None:
    """What waits, what is late, what has no notice, by ministry."""
    rows = duck.execute("""
        WITH open AS (SELECT ministry, questions, tabled, coalesce(notice <= $day, false) AS told, date_diff('day', tabled, $day) AS days
                        FROM made WHERE tabled <= $day AND (answered IS NULL OR answered > $day))
        SELECT ministry, count(*) FILTER (days > if(told, 42, 21)), count(*) FILTER (days > 21 AND NOT told), count(*), sum(questions) FROM open GROUP BY 1 ORDER BY 1
    """, {"day": day}).fetchall()
    late, silent, every = ({group.key: group for group in groups(held, day_list(held, kind, day), "ministry")} for kind in ("late", "without_notice", "longest_open"))
    found = [
        (key, late[key].sets if key in late else 0, silent[key].sets if key in silent else 0, every[key].sets, every[key].waiting_questions) for key in sorted(every)
    ]
    assert found == rows
    assert rows


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("dimension", ["all", "ministry"])
def test_answer_times_equal_those_of_lifelines(held: Registry, dimension: str, period: Period) -> None:
    """The estimate and its band to 1e-9 on every day, and the days by which a quarter, half and three quarters are answered."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lifelines = pytest.importorskip("lifelines", reason="lifelines is not installed: ./dev test --all brings it")
    statistics = Statistics(held, period.day)
    by_value = {one.value: one for one in statistics.by(dimension, period)}
    for tally in tallies(held, period, dimension):
        pairs = [(days, bits & 1) for (bits, days), count in tally.kinds.items() for _ in range(count)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fitter = lifelines.KaplanMeierFitter().fit([days for days, _ in pairs], [answered for _, answered in pairs])
            band = fitter.confidence_interval_
        for step in answer_times(tally):
            assert step.waiting == pytest.approx(fitter.survival_function_.loc[step.day].iloc[0], abs=1e-9)
            if 0 < step.waiting < 1:
                assert (step.lower, step.upper) == pytest.approx(tuple(band.loc[step.day]), abs=1e-9)
        for share, found in ((0.25, by_value[tally.value].quartile), (0.5, by_value[tally.value].median), (0.75, by_value[tally.value].third_quartile)):
            reached = fitter.survival_function_["KM_estimate"] <= 1 - share + 1e-9
            assert found == (int(reached.idxmax()) if reached.any() else None)
