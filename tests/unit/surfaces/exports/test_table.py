"""Tables and their ways out: CSV that spreadsheets cannot run, JSON records, Arrow with types."""

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date

import pyarrow as pa
import pytest

from navraag.errors import ConfigurationError
from navraag.store.lists import day_list, groups
from navraag.store.reader import Registry, open_registry
from navraag.surfaces.exports.table import Column, Table
from navraag.surfaces.exports.waiting import groups_table, list_table
from navraag.surfaces.statistics import WHAT, Statistics
from tests.unit.store.make import fill
from tests.unit.store.waiting_cases import TODAY, registry

TABLE = Table(
    columns=(
        Column(name="word", kind=str, about="a word"), Column(name="number", kind=int, about="a number"), Column(name="share", kind=float, about="a share"),
        Column(name="day", kind=date, about="a day"), Column(name="yes", kind=bool, about="yes or no"),
    ),
    rows=(("=1+1", -3, 1 / 3, date(2024, 5, 13), True), ('a "b", c\nd', None, None, None, False), ("-plus", 0, 0.0, None, None)),
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The registry of invented cases."""
    with registry(tmp_path_factory.mktemp("tables")) as opened:
        yield opened


def test_csv_is_read_back() -> None:
    """Words that look like a formula get a quote; numbers, also negative ones, stay numbers; nothing is an empty field."""
    rows = list(csv.reader(io.StringIO(TABLE.csv())))
    assert rows[0] == ["word", "number", "share", "day", "yes"]
    assert rows[1] == ["'=1+1", "-3", "0.333333", "2024-05-13", "true"]
    assert rows[2] == ['a "b", c\nd', "", "", "", "false"]
    assert rows[3][0] == "'-plus"


def test_arrow_has_types_and_words_about_columns() -> None:
    """Ready for pandas or polars; None is null."""
    made = TABLE.arrow()
    assert made.schema.types == [pa.string(), pa.int64(), pa.float64(), pa.date32(), pa.bool_()]
    assert made.column("number").to_pylist() == [-3, None, 0]
    assert made.schema.field("share").metadata == {b"about": b"a share"}


def test_without_pyarrow_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest works without it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'navraag\[data\]'"):
        TABLE.arrow()


@pytest.mark.parametrize("what", WHAT)
def test_every_statistic_is_a_table(held: Registry, what: str) -> None:
    """With as many values as columns, of their kind; also of a period with nothing in it."""
    statistics = Statistics(held, TODAY)
    for period in (statistics.period(), statistics.period(date(2030, 1, 1))):
        table = statistics.table(what, period)
        assert table.arrow().num_rows == len(table.rows) == len(table.records())
        for row in table.rows:
            for column, value in zip(table.columns, row, strict=True):
                assert value is None or isinstance(value, column.kind)


def test_shares_have_their_denominators(held: Registry) -> None:
    """The parts and the whole stand beside each share."""
    statistics = Statistics(held, TODAY)
    for row in statistics.table("ministry", statistics.period()).records():
        for name in ("strict", "listed", "noticed"):
            assert row[f"share_{name}"] == (round(row[f"in_time_{name}"] / row["decided"], 6) if row["decided"] else None)


def test_lists_are_tables(held: Registry) -> None:
    """Sets, and groups with their reasons."""
    listed = day_list(held, "late", TODAY)
    first = list_table(listed).records()[0]
    assert (first["number"], first["days_over"], first["notice"], first["ministries"], first["path"]) == ("2024Z90001", 79, False, "jenv", "/kamervraag/2024Z90001/")
    jenv = groups_table(groups(held, listed, "post")).records()[0]
    assert (jenv["holder"], jenv["first_30_days"], jenv["inherited"], jenv["reason_information_not_received"], jenv["open_sets"]) == ("Mia Minister", True, 3, 1, 3)


def test_the_default_period_and_day(held: Registry) -> None:
    """Five calendar years up to the last day that is known; never beyond it."""
    assert Statistics(held).day == date(2024, 12, 31)
    assert Statistics(held, date(2030, 1, 1)).day == date(2024, 12, 31)
    period = Statistics(held, TODAY).period()
    assert (period.first, period.last, period.day) == (date(2020, 1, 1), TODAY, TODAY)
    assert Statistics(held, TODAY).period(date(2024, 1, 1), date(2099, 1, 1)).last == TODAY


def test_where_no_source_says_how_far_it_reaches(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The last day of anything that is held; of an empty registry nothing, and no error."""
    with registry(tmp_path_factory.mktemp("loose"), known_until=None) as opened:
        assert Statistics(opened).day == date(2024, 5, 11)
        assert len(Statistics(opened).table("ministry", Statistics(opened).period()).rows) == 3
    home = tmp_path_factory.mktemp("empty")
    fill(home, ()).close()
    with open_registry(home) as opened:
        assert Statistics(opened).table("all", Statistics(opened).period()).rows == ()
