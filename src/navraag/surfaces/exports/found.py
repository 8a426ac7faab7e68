"""What a search found, as CSV and as JSON: every pair with all its words, written bit by bit."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from navraag.store.search.results import FoundPair
from navraag.surfaces.exports.table import Column, Value, cell
from navraag.surfaces.links import case_path, pair_path

COLUMNS: tuple[Column, ...] = (
    Column(name="id", kind=str, about="id of the pair: the case and the printed number of the question"),
    Column(name="case", kind=str, about="number of the case"),
    Column(name="label", kind=str, about="printed number of the question, empty where no questions are held"),
    Column(name="subject", kind=str, about="subject of the case"),
    Column(name="tabled_on", kind=date, about="day of asking"),
    Column(name="answered_on", kind=date, about="day of the first answer"),
    Column(name="days", kind=int, about="days between the two"),
    Column(name="state", kind=str, about="state of the case on the day of the search"),
    Column(name="askers", kind=str, about="who asked"),
    Column(name="addressees", kind=str, about="who was asked"),
    Column(name="answerers", kind=str, about="who answered"),
    Column(name="topics", kind=str, about="topics given by the publisher"),
    Column(name="question", kind=str, about="words of the question"),
    Column(name="answer", kind=str, about="words of all answers to it"),
    Column(name="url", kind=str, about="our page of the pair"),
)


def record(pair: FoundPair, site: str) -> dict[str, Any]:
    """A pair as JSON has it; ``site`` is the address of the site."""
    return dict(zip((column.name for column in COLUMNS), _plain(pair, site), strict=True))


def csv_lines(pairs: Iterable[FoundPair], site: str) -> Iterator[str]:
    """A header and one row per pair (RFC 4180); words that look like a formula get a quote in front."""
    yield _line(column.name for column in COLUMNS)
    for pair in pairs:
        yield _line(map(cell, _plain(pair, site)))


def json_lines(pairs: Iterable[FoundPair], site: str, about: dict[str, Any]) -> Iterator[str]:
    """One JSON object: what is known of the search, and ``pairs``, one on a line."""
    yield json.dumps(about, ensure_ascii=False)[:-1] + ', "pairs": ['
    between = "\n"
    for pair in pairs:
        yield between + json.dumps(record(pair, site), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _line(values: Iterable[Any]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(values)
    return text.getvalue()


def _plain(pair: FoundPair, site: str) -> tuple[Value, ...]:
    days = tuple(day.isoformat() if day else None for day in (pair.tabled_on, pair.answered_on))
    path = pair_path(pair.case, pair.label) if pair.label else case_path(pair.case)
    return (
        pair.id, pair.case, pair.label, pair.subject, *days, pair.days, pair.state, pair.askers, pair.addressees, pair.answerers,
        " ; ".join(pair.topics), pair.question, pair.answer, f"{site}{path}",
    )
