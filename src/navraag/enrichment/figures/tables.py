"""Figures in tables: a row names a thing or a year, a column says what is counted."""

import re
from collections.abc import Iterator, Sequence

from navraag.enrichment.figures.numbers import value_of
from navraag.enrichment.figures.words import unit_at
from navraag.records.figures import Figure, FigureKind

_CELL = re.compile(r"(?P<sign>€[ \u00a0]?)?(?P<number>\d{1,3}(?:[.\u00a0 ]\d{3}){1,4}(?:,\d{1,4})?|\d{1,9}(?:,\d{1,4})?)(?P<rest>[^\d]{0,12})")
_YEAR = re.compile(r"(?:19[5-9]\d|20[0-6]\d)(?:[-/–](?:20)?\d\d)?")
_MOST_CELLS = 40
Row = tuple[tuple[int, str], ...]
"""The cells of one row, each with the place at which it begins."""


def rows_in(text: str) -> tuple[Row, ...]:
    """The rows of a text that tells no tables of its own: lines whose cells are set apart by tabs."""
    if "\t" not in text:
        return ()
    found, at = [], 0
    for line in text.split("\n"):
        if "\t" in line:
            found.append(_cells(line, at))
        at += len(line) + 1
    return tuple(found)


def find_in_rows(text: str, rows: Sequence[Row]) -> Iterator[Figure]:
    """The numbers in rows, table by table: rows that follow each other are one table."""
    table: list[Row] = []
    for row in rows:
        if table and not _follows(text, table[-1], row):
            yield from _table(table)
            table = []
        table.append(row)
    yield from _table(table)


def _follows(text: str, row: Row, other: Row) -> bool:
    end = row[-1][0] + len(row[-1][1])
    return not text[end : other[0][0]].strip()


def _cells(line: str, at: int) -> Row:
    cells = []
    for cell in line.split("\t")[:_MOST_CELLS]:
        cells.append((at, cell))
        at += len(cell) + 1
    return tuple(cells)


def _is_number(cell: str) -> bool:
    return bool(_CELL.fullmatch(cell.strip()))


def _table(rows: list[Row]) -> Iterator[Figure]:
    """A first row without amounts is the head: its cells say what the columns count, or of which year they are."""
    if not rows:
        return
    headed = not any(_is_number(cell) and not _YEAR.fullmatch(cell.strip()) for _, cell in rows[0])
    head = [cell.strip() for _, cell in rows[0]] if headed else []
    for row in rows[1:] if headed else rows:
        label = row[0][1].strip()
        for column, (start, cell) in enumerate(row):
            name = head[column] if column < len(head) else ""
            if column and (figure := _figure(cell, start, label, name)):
                yield figure


def _figure(cell: str, start: int, label: str, name: str) -> Figure | None:
    words = cell.strip()
    match = _CELL.fullmatch(words)
    value = value_of(match["number"]) if match else None
    if match is None or value is None or _YEAR.fullmatch(words):
        return None
    unit = unit_at(words, match.end("number")) or _unit_in(name) or _unit_in(label)
    kind: FigureKind = "money" if match["sign"] else unit[1] if unit else "count"
    begin = start + cell.index(words[0])
    parts = [part for part in (label, name) if part and not _YEAR.fullmatch(part)]
    return Figure(
        quote=words, start=begin, end=begin + len(words), kind=kind, unit="EUR" if match["sign"] else unit[0] if unit else "", rule="figure-table",
        value=value * _scale(name, label), counted=", ".join(parts), period=next((part for part in (label, name) if _YEAR.fullmatch(part)), ""),
    )


def _scale(*heads: str) -> int:
    """What a head multiplies by: "x € 1.000", "(in miljoenen)", "mln."."""
    low = " ".join(heads).casefold()
    if re.search(r"miljoen|mln", low):
        return 10**6
    if re.search(r"miljard|mld", low):
        return 10**9
    return 1000 if re.search(r"(?:x|×|maal|per) ?(?:€ ?)?1[.]?000\b|duizend", low) else 1


def _unit_in(name: str) -> tuple[str, FigureKind, int] | None:
    """The unit that a head names: "(%)", "in euro", "x € 1.000"."""
    if "€" in name:
        return "EUR", "money", 0
    for match in re.finditer(r"%|\b(?:procent|euro|fte|km|hectare|ton|uur|MW|percentage)\b", name, re.IGNORECASE):
        return unit_at("%" if match[0].casefold() == "percentage" else match[0], 0)
    return None
