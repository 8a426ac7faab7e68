"""The public registers of findings: their names in addresses, and their lines as a table (CSV, JSON)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from navraag.records.found import FindingKind
from navraag.store.registers import RegisterRow
from navraag.surfaces.exports.table import Column, Table, Value
from navraag.surfaces.links import case_path, pair_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One register: its name, what it lists, and whether its lines have a term."""

    name: str
    kind: FindingKind
    dated: bool = False


REGISTERS: dict[str, Register] = {
    one.name: one for one in (
        Register(name="toezeggingen", kind="commitment", dated=True), Register(name="hiaten", kind="data_gap"), Register(name="cijfers-uit-antwoorden", kind="figure"),
    )
}
_COMMON: tuple[Column, ...] = (
    Column(name="id", kind=str, about="what the line is cited by: case, reader and place"),
    Column(name="case", kind=str, about="number of the case"),
    Column(name="questions", kind=str, about="printed numbers of the questions that the text belongs to"),
    Column(name="part", kind=str, about="question, answer, footnote, preamble, closing or notice"),
    Column(name="said_on", kind=date, about="day of the paper"),
    Column(name="quote", kind=str, about="the words"),
    Column(name="subject", kind=str, about="subject of the case"),
    Column(name="askers", kind=str, about="who asked"),
    Column(name="addressees", kind=str, about="who was asked"),
    Column(name="key", kind=str, about="undertakings: who acts; gaps: the reason; figures: the unit"),
    Column(name="rule", kind=str, about="the rule that found it"),
)
_DATED: tuple[Column, ...] = (
    Column(name="time", kind=str, about="the words of time"),
    Column(name="earliest", kind=date, about="first day that they mean, read on the day of the paper"),
    Column(name="latest", kind=date, about="last day that they mean"),
    Column(name="term", kind=str, about="due, lapsed (nothing looked at says it was followed up; no statement that it was not), undated, unverifiable"),
    Column(name="to_kamer", kind=bool, about="is it a promise to tell the Kamer something"),
    Column(name="condition", kind=str, about="on what it depends"),
    Column(name="registered_as", kind=str, about="its number in the Kamer's own register, where the words name it"),
)
_FIGURES: tuple[Column, ...] = (
    Column(name="value", kind=float, about="the number; of a range its lower end"),
    Column(name="upper", kind=float, about="of a range its upper end"),
    Column(name="unit", kind=str, about="EUR, percent, a unit of time or measure; else what is counted"),
    Column(name="counted", kind=str, about="what is counted, in the words of the text"),
    Column(name="bound", kind=str, about="at_least, at_most, about, or nothing"),
    Column(name="estimate", kind=bool, about="do the words call it an estimate"),
    Column(name="period", kind=str, about="the period that the words give"),
    Column(name="asked_period", kind=str, about="the period that was asked for, where it differs"),
    Column(name="place", kind=str, about="the place that the words give"),
    Column(name="source", kind=str, about="who says so, where the words name somebody"),
    Column(name="per", kind=str, about="per what: year, month, person"),
)
_LAST = Column(name="path", kind=str, about="address on this site")


def columns(register: Register) -> tuple[Column, ...]:
    """The columns of a register, each with what it says."""
    more = _DATED if register.dated else _FIGURES if register.kind == "figure" else ()
    return (*_COMMON, *more, _LAST)


def register_table(register: Register, rows: Iterable[RegisterRow]) -> Table:
    """The lines of a register as a table."""
    return Table(columns=columns(register), rows=tuple(register_row(register, row) for row in rows))


def register_row(register: Register, row: RegisterRow) -> tuple[Value, ...]:
    """One line, in the order of the columns."""
    finding, found = row.finding, row.finding.found
    label = finding.labels[0] if finding.labels else None
    common: tuple[Value, ...] = (
        f"{finding.case}/{row.id}", finding.case, " ".join(finding.labels), finding.part, row.said_on, found.quote, row.subject, row.askers,
        row.addressees, found.key or None, found.rule,
    )
    more: tuple[Value, ...] = ()
    if register.dated:
        more = (_plain(row, "time"), found.earliest, found.latest, row.term, bool(found.payload.get("to_kamer")), _plain(row, "condition"), _plain(row, "registered_as"))
    elif register.kind == "figure":
        more = tuple(_plain(row, column.name) for column in _FIGURES)
    return (*common, *more, pair_path(finding.case, label) if label else case_path(finding.case))


def _plain(row: RegisterRow, name: str) -> Value:
    value = row.finding.found.key if name == "unit" else row.finding.found.payload.get(name)
    return value if isinstance(value, str | int | float | bool) else None
