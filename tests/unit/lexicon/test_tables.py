"""The tables load, refuse what they do not know, and agree with one another."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from navraag.errors import ConfigurationError
from navraag.lexicon import tables

TABLES: tuple[Callable[[], tuple[object, ...]], ...] = (
    tables.ministries, tables.portfolios, tables.parties, tables.topics, tables.numerals, tables.outlets,
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_row_has_its_source(table: Callable[[], tuple[object, ...]]) -> None:
    """A fact without a source is none; a row printed twice is one too many."""
    rows = table()

    assert rows
    assert all(row.source for row in rows)
    assert len(set(rows)) == len(rows)
    assert table() is rows, "read once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """A row type that knows less than the table."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A row type with another type for a key."""

    code: int
    line: str
    name: str
    source: str
    abbreviations: tuple[str, ...] = ()
    valid_from: object = None
    valid_until: object = None
    tooi: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


def test_an_unknown_key_is_an_error() -> None:
    """The message names the file, the row and the keys."""
    with pytest.raises(ConfigurationError, match=r"ministries\.toml, row 1: unknown keys .*code"):
        tables.load("ministries.toml", Narrow)


def test_a_wrong_type_is_an_error() -> None:
    """The message names the row."""
    with pytest.raises(ConfigurationError, match=r"ministries\.toml, row 1: .*int"):
        tables.load("ministries.toml", Wrong)


def test_a_missing_key_is_an_error() -> None:
    """A required key may not be left out."""
    with pytest.raises(ConfigurationError, match=r"topics\.jsonl, row 1: "):
        tables.load("topics.jsonl", tables.Ministry)


def test_one_array_of_several_can_be_asked_for() -> None:
    """Without a name the choice would be a guess."""
    with pytest.raises(ConfigurationError, match="one array of tables was expected"):
        tables.load("recesses.toml", Narrow)


def test_ministries_point_at_one_another() -> None:
    """Predecessors and successors exist, and each link is there both ways."""
    rows = {row.code: row for row in tables.ministries()}

    assert len(rows) == len(tables.ministries())
    for row in rows.values():
        assert all(row.code in rows[code].successors for code in row.predecessors), row.code
        assert all(row.code in rows[code].predecessors for code in row.successors), row.code
        assert row.valid_until is None or (row.valid_from is not None and row.valid_from < row.valid_until), row.code


def test_portfolios_belong_to_a_ministry() -> None:
    """Every portfolio has a house."""
    codes = {row.code for row in tables.ministries()}

    assert all(row.ministry in codes for row in tables.portfolios())


def test_parties_point_at_one_another() -> None:
    """Mergers and splits name parties of the table."""
    codes = {row.code for row in tables.parties()}

    assert len(codes) == len(tables.parties())
    for row in tables.parties():
        assert codes.issuperset((*row.predecessors, *row.successors, *([row.split_from] if row.split_from else []))), row.code


def test_a_merger_is_found_from_both_sides() -> None:
    """GroenLinks and PvdA became one group."""
    merged = next(row for row in tables.parties() if row.code == "glpvda")
    before = [row for row in tables.parties() if "glpvda" in row.successors]

    assert {row.code for row in before} == set(merged.predecessors) == {"gl", "pvda"}


def test_topics_have_two_levels() -> None:
    """17 main topics; a topic below one names it by its identifier, and what it matches exists."""
    policy = [row for row in tables.topics() if row.scheme == "beleidsagenda"]
    listed = {row.uri for row in tables.topics()}
    below = [row for row in policy if row.broader]

    assert sum(any(row.broader == main.uri for row in below) for main in policy) == 17
    assert len(below) == 93
    assert all(row.broader in listed for row in tables.topics() if row.broader)
    assert all(row.matches in listed for row in policy if row.matches)


def test_no_two_media_share_a_domain() -> None:
    """A domain names one medium."""
    domains = [domain for row in tables.outlets() for domain in row.domains]

    assert len(domains) == len(set(domains))
