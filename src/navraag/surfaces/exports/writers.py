"""Whole registries to files, case by case: CSV, Parquet, SQLite, JSON lines. Memory does not grow with the registry."""

import csv
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from navraag.errors import ConfigurationError
from navraag.store.product import Product, ProductColumn, ProductTable
from navraag.surfaces.exports.akoma_ntoso import akoma_ntoso
from navraag.surfaces.exports.folder import file_name
from navraag.surfaces.exports.sheets import PERSONS, SHEETS, Sheet, Told
from navraag.surfaces.exports.table import Row, arrow_schema, cell
from navraag.surfaces.finding_shapes import finding_shape
from navraag.surfaces.shapes import case_shape

AT_ONCE = 2_000
"""Rows of Parquet that are gathered before they are written."""
_AFFINITIES: dict[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}


class Writer(ABC):
    """Takes the cases of a registry one by one, then its persons. A context manager: files are whole at its end."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    @abstractmethod
    def add(self, told: Told) -> None:
        """One more case."""

    @abstractmethod
    def persons(self, rows: Iterable[Row]) -> None:
        """The rows of the sheet of persons."""


class SheetWriter(Writer):
    """A writer that knows nothing but rows of sheets."""

    def add(self, told: Told) -> None:
        """One more case."""
        for sheet in SHEETS:
            self.write(sheet, sheet.rows(told))

    def persons(self, rows: Iterable[Row]) -> None:
        """The rows of the sheet of persons."""
        self.write(PERSONS, rows)

    @abstractmethod
    def write(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        """More rows of one sheet."""


class CsvWriter(SheetWriter):
    """One CSV file per sheet (RFC 4180, UTF-8, first line the names of the columns)."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._files: dict[str, Any] = {}
        for sheet in (*SHEETS, PERSONS):
            file = self._stack.enter_context((folder / f"{sheet.name}.csv").open("w", encoding="utf-8", newline=""))
            self._files[sheet.name] = csv.writer(file)
            self._files[sheet.name].writerow(column.name for column in sheet.columns)

    def write(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        """More rows of one sheet."""
        self._files[sheet.name].writerows([cell(value) for value in row] for row in rows)


class SqliteWriter(SheetWriter):
    """One SQLite file: a table and a view ``v_…`` per sheet, and the codebook as a table."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        tables = [
            ProductTable(
                name=sheet.name, about=sheet.about, looked_up_by=sheet.looked_up_by,
                columns=tuple(
                    ProductColumn(name=column.name, affinity=_AFFINITIES.get(column.kind, "TEXT"), about=column.about)
                    for column in sheet.columns
                ),
            )
            for sheet in (*SHEETS, PERSONS)
        ]
        self._product = self._stack.enter_context(Product(folder / "registry.sqlite", tables))

    def write(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        """More rows of one sheet."""
        dates = [at for at, column in enumerate(sheet.columns) if column.kind not in _AFFINITIES]
        self._product.add(sheet.name, (_as_text(row, dates) for row in rows))


def _as_text(row: Row, dates: list[int]) -> Row:
    """A row with its days as ISO texts: SQLite has no type for them."""
    values = list(row)
    for at in dates:
        if values[at] is not None:
            values[at] = str(values[at])
    return tuple(values)


class ParquetWriter(SheetWriter):
    """One Parquet file per sheet, Zstandard compressed; columns keep their types. ConfigurationError without pyarrow."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError as error:
            raise ConfigurationError("Parquet needs pyarrow: pip install 'navraag[data]'") from error
        self._arrow = pa
        self._files: dict[str, Any] = {}
        self._waiting: dict[str, list[Row]] = {}
        for sheet in (*SHEETS, PERSONS):
            file = pq.ParquetWriter(folder / f"{sheet.name}.parquet", arrow_schema(sheet.columns), compression="zstd")
            self._files[sheet.name] = self._stack.enter_context(file)
            self._waiting[sheet.name] = []

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            for sheet in (*SHEETS, PERSONS):
                self._flush(sheet)
        super().__exit__(kind, error, trace)

    def write(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        """More rows of one sheet."""
        self._waiting[sheet.name] += rows
        if len(self._waiting[sheet.name]) >= AT_ONCE:
            self._flush(sheet)

    def _flush(self, sheet: Sheet) -> None:
        rows = self._waiting[sheet.name]
        if rows:
            schema = arrow_schema(sheet.columns)
            columns = [self._arrow.array(values, type=field.type) for values, field in zip(zip(*rows, strict=True), schema, strict=True)]
            self._files[sheet.name].write_batch(self._arrow.record_batch(columns, schema=schema))
            rows.clear()


class JsonLinesWriter(Writer):
    """One line of JSON per case: everything that ``navraag show NUMBER --json`` prints, with its findings."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._cases = self._stack.enter_context((folder / "cases.jsonl").open("wb"))
        self._persons = self._stack.enter_context((folder / "persons.jsonl").open("wb"))
        self._encode = msgspec.json.Encoder().encode

    def add(self, told: Told) -> None:
        """One more case."""
        shape = case_shape(told.case, told.clock) | {"findings": [finding_shape(one) for one in told.findings]}
        self._cases.write(self._encode(shape) + b"\n")

    def persons(self, rows: Iterable[Row]) -> None:
        """One line per person."""
        names = [column.name for column in PERSONS.columns]
        for row in rows:
            self._persons.write(self._encode(dict(zip(names, row, strict=True))) + b"\n")


class AkomaNtosoWriter(Writer):
    """One file of Akoma Ntoso per case, in a folder per year."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def add(self, told: Told) -> None:
        """One more case."""
        year = self._folder / (str(told.case.tabled_on.year) if told.case.tabled_on else "undated")
        year.mkdir(exist_ok=True)
        (year / f"{file_name(told.case.number)}.xml").write_bytes(akoma_ntoso(told.case))

    def persons(self, rows: Iterable[Row]) -> None:
        """Persons stand in the documents in which they speak."""
