"""A table of plain values, and its three ways out: CSV, records for JSON, Arrow."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from navraag.errors import ConfigurationError

if TYPE_CHECKING:
    import pyarrow as pa

Value = str | int | float | bool | date | None
Row = tuple[Value, ...]
Kind = type[str] | type[int] | type[float] | type[bool] | type[date]

# A spreadsheet takes words that start like this for a formula, and would run them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The name of a column, its kind of value, and what it says."""

    name: str
    kind: Kind
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns; every value is of the kind of its column, or None."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def records(self) -> list[dict[str, Any]]:
        """One dictionary per row, days as text: what JSON can carry."""
        return [dict(zip(self.names, map(_plain, row), strict=True)) for row in self.rows]

    def csv(self) -> str:
        """The table as CSV (RFC 4180, UTF-8, points as decimal marks); words that look like a formula get a quote in front."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(self.names)
        writer.writerows([cell(value) for value in row] for row in self.rows)
        return text.getvalue()

    def arrow(self) -> "pa.Table":
        """The table for pandas or polars. ConfigurationError where pyarrow is not installed."""
        try:
            import pyarrow as pa
        except ImportError as error:
            raise ConfigurationError("Arrow tables need pyarrow: pip install 'navraag[data]'") from error
        rows = [dict(zip(self.names, row, strict=True)) for row in self.rows]
        return pa.Table.from_pylist(rows, schema=arrow_schema(self.columns))


def arrow_schema(columns: Iterable[Column]) -> "pa.Schema":
    """The columns as pyarrow has them, each with what it says."""
    import pyarrow as pa

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}
    return pa.schema([pa.field(column.name, kinds[column.kind], metadata={"about": column.about}) for column in columns])


def _plain(value: Value) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return round(value, _DECIMALS) if isinstance(value, float) else value


def cell(value: Value) -> Any:
    """A value as it stands in CSV."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return "" if value is None else _plain(value)
