"""The tables of the bookcase as typed rows: ministries, portfolios, parties, topics, numerals, outlets.

Each table is read when it is first asked for, checked once (an unknown key or a wrong type is an error that names the
row), and kept. A room with a table of its own calls ``load`` with the row type that it expects.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import msgspec

from navraag.errors import ConfigurationError

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry:
    """One name of one ministry, with the days on which it held; a renaming makes a new row.

    ``line`` is the same for all names of one ministry: "jenv" for Justitie, Veiligheid en Justitie, Justitie en Veiligheid.
    """

    code: str
    line: str
    name: str
    source: str
    abbreviations: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    tooi: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A task that is no ministry: of a minister "voor X" or a state secretary; ``ministry`` houses it.

    ``post`` is the first name of a post that was renamed, so that both names are one post.
    """

    name: str
    role: Literal["Minister", "Staatssecretaris"]
    ministry: str
    source: str
    post: str = ""
    spellings: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party, a group that left one, or a member on his own; with every spelling that title lines use."""

    code: str
    name: str
    abbreviation: str
    source: str
    label: str = ""
    spellings: tuple[str, ...] = ()
    kind: Literal["party", "group", "member"] = "party"
    valid_from: date | None = None
    valid_until: date | None = None
    wikidata: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    split_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An official topic. Real papers write "main | sub", and the sub topic "Organisatie en beleid" under every main one.

    ``uri`` is the identifier, ``broader`` that of the main topic, ``matches`` that of the same topic on the toplijst.
    """

    scheme: Literal["beleidsagenda", "toplijst"]
    label: str
    source: str
    uri: str | None = None
    broader: str | None = None
    matches: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A numeral as a word and its value."""

    word: str
    value: int | float
    kind: Literal["cardinal", "ordinal", "multiplier", "fraction", "collective"]
    source: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news medium: its names, and the domains at which it published."""

    name: str
    kind: Literal["newspaper", "broadcaster", "magazine", "agency", "website", "trade"]
    scope: Literal["national", "regional", "kingdom", "foreign"]
    source: str
    domains: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


def load(name: str, row_type: type[Row], *, array: str | None = None) -> tuple[Row, ...]:
    """The rows of a .jsonl or .toml file of this folder as instances of ``row_type``, a dataclass.

    ``array`` names the array of tables where a .toml file holds more than one. Raises ConfigurationError that names
    the row where a key is unknown or missing or a value has the wrong type.
    """
    known = fields(row_type)  # type: ignore[arg-type]
    names = frozenset(field.name for field in known)
    required = frozenset(field.name for field in known if field.default is MISSING and field.default_factory is MISSING)
    rows = []
    for count, raw in enumerate(_raw_rows(name, array), start=1):
        where = f"{name}, row {count}"
        _check_keys(raw, names, required, where)
        rows.append(_row(raw, row_type, where))
    return tuple(rows)


def _raw_rows(name: str, array: str | None) -> list[Mapping[str, object]]:
    data = files("navraag.lexicon").joinpath(name).read_bytes()
    if name.endswith(".jsonl"):
        return [msgspec.json.decode(line, type=dict[str, object]) for line in data.splitlines() if line.strip()]
    tables = tomllib.loads(data.decode("utf-8"))
    chosen = [rows for key, rows in tables.items() if array in (None, key)]
    if len(chosen) != 1 or not isinstance(chosen[0], list):
        raise ConfigurationError(f"{name}: one array of tables was expected, found {', '.join(tables) or 'none'}")
    return chosen[0]


def _check_keys(raw: Mapping[str, object], names: frozenset[str], required: frozenset[str], where: str) -> None:
    if unknown := sorted(raw.keys() - names):
        raise ConfigurationError(f"{where}: unknown keys {', '.join(unknown)}")
    if missing := sorted(required - raw.keys()):
        raise ConfigurationError(f"{where}: missing keys {', '.join(missing)}")


def _row(raw: Mapping[str, object], row_type: type[Row], where: str) -> Row:
    try:
        return msgspec.convert(raw, row_type)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{where}: {error}") from error


@cache
def ministries() -> tuple[Ministry, ...]:
    """Every name that a ministry has borne since 1994."""
    return load("ministries.toml", Ministry)


@cache
def portfolios() -> tuple[Portfolio, ...]:
    """Every portfolio of a minister without department or of a state secretary."""
    return load("portfolios.toml", Portfolio)


@cache
def parties() -> tuple[Party, ...]:
    """Every party, group and member on his own since 1994."""
    return load("parties.toml", Party)


@cache
def topics() -> tuple[Topic, ...]:
    """Both levels of the topics of Kamervragen, and of the government's own list of topics."""
    return load("topics.jsonl", Topic)


@cache
def numerals() -> tuple[Numeral, ...]:
    """The words of which Dutch numerals are made."""
    return load("numerals.toml", Numeral)


@cache
def outlets() -> tuple[Outlet, ...]:
    """News media with their names and domains."""
    return load("outlets.toml", Outlet)
