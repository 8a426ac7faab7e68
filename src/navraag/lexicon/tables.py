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
    """One name of one ministry, with the days on which it held; a renaming makes a new row."""

    code: str
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
    """A task that is no ministry: of a minister "voor X" or a state secretary; ``ministry`` houses it."""

    name: str
    role: Literal["Minister", "Staatssecretaris"]
    ministry: str
    source: str
    spellings: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


def load(name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of ``name`` (a .toml file with one array of tables, or a .jsonl file) as instances of ``row_type``.

    Raises ConfigurationError that names the row where a key is unknown or missing or a value has the wrong type.
    """
    return tuple(_row(row, row_type, f"{name}, row {count}") for count, row in enumerate(_raw_rows(name), start=1))


def _raw_rows(name: str) -> list[Mapping[str, object]]:
    data = files("navraag.lexicon").joinpath(name).read_bytes()
    if name.endswith(".jsonl"):
        return [msgspec.json.decode(line, type=dict[str, object]) for line in data.splitlines() if line.strip()]
    arrays = list(tomllib.loads(data.decode("utf-8")).values())
    if len(arrays) != 1 or not isinstance(arrays[0], list):
        raise ConfigurationError(f"{name}: a table holds one array of tables, and nothing beside it")
    return arrays[0]


def _row(raw: Mapping[str, object], row_type: type[Row], where: str) -> Row:
    known = {field.name: field for field in fields(row_type)}  # type: ignore[arg-type]
    if unknown := sorted(raw.keys() - known.keys()):
        raise ConfigurationError(f"{where}: unknown keys {', '.join(unknown)}")
    required = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    if missing := sorted(required - raw.keys()):
        raise ConfigurationError(f"{where}: missing keys {', '.join(missing)}")
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
