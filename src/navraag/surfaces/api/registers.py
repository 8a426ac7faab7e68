"""What answers promise, admit, count and cite; lists of a day; statistics."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from navraag.store.findings import Findings
from navraag.store.lists import GROUP_KINDS, LIST_KINDS, day_list, last_known_day
from navraag.store.registers import RegisterFilter, Registers, Term
from navraag.surfaces.api import cursors
from navraag.surfaces.api.endpoints import DAY, MOST_LINES, Desk, Endpoint, Handler, Listed
from navraag.surfaces.api.parameters import BadParameterError, Parameter
from navraag.surfaces.exports.waiting import list_table
from navraag.surfaces.links import case_path
from navraag.surfaces.registers import REGISTERS, Register, register_table
from navraag.surfaces.shapes import Shape, iso
from navraag.surfaces.statistics import WHAT, Statistics


def _register(register: Register) -> Handler:
    """A handler that gives a page of a register."""

    def handler(desk: Desk, asked: Mapping[str, Any]) -> Listed:
        wanted = RegisterFilter(
            kind=register.kind, today=desk.today(), ministry=asked["ministry"], topic=asked["topic"], year=asked["year"], key=asked["key"],
            term=asked.get("term"),
        )
        offset = cursors.read(asked["cursor"], asked, most=MOST_LINES)
        page = Registers(desk.registry).page(wanted, offset=offset, limit=asked["limit"])
        return Listed(items=register_table(register, page.rows).records(), total=page.total, offset=offset)

    return handler


def references(desk: Desk, asked: Mapping[str, Any]) -> Listed:
    """The cases that cite a target."""
    held = Findings(desk.registry).citing((asked["target"],))
    offset = cursors.read(asked["cursor"], asked, most=MOST_LINES)
    items = [
        {"case": one.case, "subject": one.subject, "tabled_on": iso(one.tabled_on), "questions": list(one.labels), "part": one.part, "page": case_path(one.case)}
        for one in held
    ]
    return Listed(items=items[offset : offset + asked["limit"]], total=len(items), offset=offset)


def waiting(desk: Desk, asked: Mapping[str, Any]) -> Listed:
    """A list of a day in history."""
    day: date = asked["day"] or last_known_day(desk.registry, desk.today())
    only = {kind: asked[kind] for kind in GROUP_KINDS if asked[kind]}
    offset = cursors.read(asked["cursor"], asked, most=MOST_LINES)
    held = day_list(desk.registry, asked["list"], day, only=only)
    records = list_table(held).records()
    return Listed(
        items=records[offset : offset + asked["limit"]], total=len(records), offset=offset,
        more={"day": iso(day), "known_until": iso(held.known_until), "beyond": held.beyond, "waiting": held.waiting, "questions": held.questions},
    )


def statistics(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """A table of figures over a period."""
    figures = Statistics(desk.registry, desk.today())
    first, last = asked["from"], asked["until"]
    if first and last and first > last:
        raise BadParameterError("until", "lies before from")
    period = figures.period(first, last)
    table = figures.table(asked["what"], period)
    return {
        "what": asked["what"], "from": iso(period.first), "until": iso(period.last), "as_of": iso(period.day),
        "columns": [{"name": column.name, "about": column.about} for column in table.columns], "rows": table.records(),
    }


_FILTERS = (
    Parameter(name="ministry", about="Only what this ministry said (id)", most=200, example="jenv"),
    Parameter(name="topic", about="Only on this topic", most=200),
    Parameter(name="year", about="Only what was said in this year", kind="integer", least=1900, most=2200),
    Parameter(name="key", about="Only with this key: who acts, the reason, the unit", most=200),
)
_TERM = Parameter(name="term", about="State of the term", values=get_args(Term))
_GROUPS = tuple(Parameter(name=kind, about=f"Only what belongs to this {kind} (id)", most=200) for kind in GROUP_KINDS)
REGISTER = (
    Endpoint(
        path="/promises", name="listPromises", about="Undertakings of ministers and state secretaries in answers and notices, with the exact words and their term. "
        "A lapsed term is no statement that nothing was done.", tag="findings", handler=_register(REGISTERS["toezeggingen"]), shape="RegisterLine", parameters=(*_FILTERS, _TERM), listed=True,
    ),
    Endpoint(path="/gaps", name="listGaps", about="What the government says that it does not know, with the reason given.", tag="findings", handler=_register(REGISTERS["hiaten"]), shape="RegisterLine", parameters=_FILTERS, listed=True),
    Endpoint(path="/figures", name="listFigures", about="Figures in questions and answers, with unit, period and bound.", tag="findings", handler=_register(REGISTERS["cijfers-uit-antwoorden"]), shape="RegisterLine", parameters=_FILTERS, listed=True),
    Endpoint(
        path="/references", name="listReferences", about="The cases that cite a paper, a law, a ruling or a case, at most five hundred, the newest first.", tag="findings", handler=references, shape="Citing", listed=True,
        parameters=(Parameter(name="target", about="What is cited: kst-28638-166, ah-tk-20192020-2893, 2020Z02502, ECLI:…", required=True, most=300, example="kst-28638-166"),),
    ),
    Endpoint(
        path="/lists/{list}", name="getList", about="A list that people act on, for any day in history: late, soon (due in ten working days), without_notice, longest_open.", tag="lists", handler=waiting, shape="WaitingLine", listed=True,
        parameters=(Parameter(name="list", about="Which list", place="path", values=LIST_KINDS, required=True, example="late"), DAY, *_GROUPS),
    ),
    Endpoint(
        path="/statistics/{what}", name="getStatistics", about="Figures by a dimension, or of a subject, over the sets tabled in a period; every column says what it counts.", tag="statistics", handler=statistics, shape="Statistics",
        parameters=(
            Parameter(name="what", about="Dimension or subject", place="path", values=tuple(one for one in WHAT if one != "cases"), required=True, example="ministry"),
            Parameter(name="from", about="First day of tabling; by default of the last five years", kind="date"),
            Parameter(name="until", about="Last day of tabling", kind="date"),
        ),
    ),
)
