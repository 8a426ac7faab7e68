"""Statistics: an overview, a page for every dimension, and the sets behind each number; also as CSV and JSON."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from navraag.enrichment.statistics import figures
from navraag.errors import NotFoundError
from navraag.records.statistics import Dimension, Figures
from navraag.store.columns import topics
from navraag.store.statistics import FoundCase
from navraag.surfaces.statistics import Statistics, Subject
from navraag.surfaces.web import figure_panels, other_panels
from navraag.surfaces.web.asked import DIMENSIONS, choice_of, number_of
from navraag.surfaces.web.figuring import WHICH, Figuring, counted_day, figuring
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.panels import Panel
from navraag.surfaces.web.site import Visit

SUBJECTS: dict[str, Subject] = {
    "antwoordtijd": "times", "werklast": "workload", "uitstel": "reasons", "uitstel-per-ministerie": "reasons_by_ministry", "samen": "joint", "zetels": "seats", "sets": "cases",
}
PAGES = (*DIMENSIONS, "werklast", "uitstel", "samen", "zetels")
PAGE_SIZE = 100
Made = TypeVar("Made")
_MOST_DAYS = 100_000
_LONGEST_KEPT = 1024 * 1024
_MONTHS_SHOWN = 3 * 366

_OTHERS: dict[str, tuple[Callable[[Figuring], Panel], ...]] = {
    "werklast": (other_panels.workload_panel,), "uitstel": (other_panels.reasons_panel, other_panels.reasons_by_ministry_panel),
    "samen": (other_panels.joint_panel,), "zetels": (other_panels.seats_panel,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page ready to be shown: what was asked, the figures of all sets together, its panels, and the names for choosing."""

    asked: Figuring
    whole: Figures | None
    panels: tuple[Panel, ...]
    page: int
    last: int
    choices: dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The sets behind a number: which, how many, and one page of them."""

    asked: Figuring
    which: str
    within: int | None
    page: int
    total: int
    cases: tuple[FoundCase, ...]

    @property
    def last(self) -> int:
        """The last page."""
        return max(1, -(-self.total // PAGE_SIZE))


async def overview(request: Request) -> Response:
    """How much is asked, what is in time, how long answers take."""
    return await _show(visit_of(request), "")


async def one(request: Request) -> Response:
    """The statistics of one dimension, or of one subject."""
    name = str(request.path_params["what"])
    if name not in PAGES:
        raise HTTPException(404)
    return await _show(visit_of(request), name)


async def sets(request: Request) -> Response:
    """The sets behind a number."""
    visit = visit_of(request)
    try:
        behind = await _aside(visit, _behind)
    except NotFoundError as error:
        return _missing(visit, error)
    return visit.page("figure_sets.html", behind=behind, asked=behind.asked, whiches=tuple(WHICH))


async def file(request: Request) -> Response:
    """Any statistic as CSV or JSON."""
    visit, name, form = visit_of(request), str(request.path_params["what"]), str(request.path_params["form"])
    what: Dimension | Subject | None = DIMENSIONS.get(name) or SUBJECTS.get(name) or ("all" if name == "alles" else None)
    if what is None or form not in {"csv", "json"}:
        raise HTTPException(404)
    try:
        return await _aside(visit, lambda visit: _file(visit, name, what, form))
    except NotFoundError as error:
        return JSONResponse({"error": str(error)}, 404)


async def _show(visit: Visit, name: str) -> Response:
    """A page; the pages asked for last are kept until the registry or the day changes."""
    shelf, key = visit.site.figures, (str(visit.request.url), visit.language)
    stamp = (visit.registry.version, visit.today)
    page = shelf.take(key, stamp)
    if page is None:
        page = await _aside(visit, lambda visit: _page(visit, name))
        if page.status_code == 200 and len(page.body) <= _LONGEST_KEPT:
            shelf.put(key, page)
    return page


def _page(visit: Visit, name: str) -> Response:
    try:
        shown = _make(visit, name)
    except NotFoundError as error:
        return _missing(visit, error)
    return visit.page("figures.html", shown=shown, asked=shown.asked, name=name, pages=PAGES, subjects=tuple(_OTHERS))


async def _aside(visit: Visit, make: Callable[[Visit], Made]) -> Made:
    """What costs more than a moment is made beside the pages of other readers."""
    return await asyncio.get_running_loop().run_in_executor(visit.site.clerk, make, visit)


def _asked(visit: Visit, name: str = "") -> Figuring:
    """What the address asks for; what is counted by rules of its own is counted of all sets."""
    query = visit.request.query_params
    return figuring(Statistics(visit.site.lists, counted_day(query, visit.today)), query, visit.say, narrowed=name not in {*_OTHERS, "uitstel-per-ministerie"})


def _make(visit: Visit, name: str) -> Shown:
    asked = _asked(visit, name)
    whole = asked.whole
    page = max(1, number_of(visit.request.query_params, "pagina", _MOST_DAYS) or 1)
    panels, last = _panels(asked, name, page) if whole or name == "werklast" else ((), 1)
    return Shown(asked=asked, whole=whole, panels=panels, page=page, last=last, choices=_choices(asked))


def _panels(asked: Figuring, name: str, page: int) -> tuple[tuple[Panel, ...], int]:
    """The panels of a page, and how many pages its table takes."""
    if name in _OTHERS:
        return tuple(panel(asked) for panel in _OTHERS[name]), 1
    return _dimension(asked, name, page) if name else (_overview(asked), 1)


def _overview(asked: Figuring) -> tuple[Panel, ...]:
    days = (asked.period.last - asked.period.first).days
    by: Dimension = "month" if days <= _MONTHS_SHOWN else "year"
    held = asked.statistics.by(by, asked.period, asked.only)
    times = figure_panels.times_panel(asked, asked.statistics.times(asked.period, asked.only))
    return (*figure_panels.time_panels(asked, held, by), times)


def _dimension(asked: Figuring, name: str, page: int) -> tuple[tuple[Panel, ...], int]:
    """The panels of a dimension, and how many pages its table takes."""
    dimension = DIMENSIONS[name]
    held = asked.statistics.tallies(dimension, asked.period, asked.only)
    last = figure_panels.last_page(len(held))
    if dimension in {"year", "month"}:
        return figure_panels.time_panels(asked, tuple(map(figures, held)), dimension, min(page, last)), last
    named = sorted(held, key=lambda one: asked.name(dimension, one.value).casefold()) if dimension != "size" else list(held)
    return figure_panels.value_panels(asked, named, dimension, min(page, last)), last


def _choices(asked: Figuring) -> dict[str, list[tuple[str, str]]]:
    """By what statistics can be narrowed in the form: name and value."""
    statistics = asked.statistics
    named = {
        "ministerie": statistics.names("ministry"), "partij": statistics.names("party"),
        "onderwerp": {topic: topic for topic in topics(statistics.registry)},
    }
    return {name: sorted(((label, value) for value, label in held.items()), key=lambda pair: pair[0].casefold()) for name, held in named.items()}


def _behind(visit: Visit) -> Behind:
    asked, query = _asked(visit), visit.request.query_params
    which, within = choice_of(query, "uitkomst", WHICH), number_of(query, "binnen", _MOST_DAYS)
    page = max(1, number_of(query, "pagina", _MOST_DAYS) or 1)
    total, cases = asked.statistics.cases(
        asked.period, asked.only, WHICH.get(which, ""), within_days=within, page=((page - 1) * PAGE_SIZE, PAGE_SIZE),
    )
    return Behind(asked=asked, which=which, within=within, page=page, total=total, cases=cases)


def _file(visit: Visit, name: str, what: Dimension | Subject, form: str) -> Response:
    asked = _asked(visit, name)
    which = WHICH.get(choice_of(visit.request.query_params, "uitkomst", WHICH), "")
    table = asked.statistics.table(what, asked.period, asked.only, which)
    if form == "csv":
        return Response(
            table.csv(), media_type="text/csv; charset=utf-8",
            headers={"content-disposition": f'attachment; filename="cijfers-{name}-{asked.period.first}-{asked.period.last}.csv"'},
        )
    period = asked.period
    return JSONResponse({
        "what": what, "first": period.first.isoformat(), "last": period.last.isoformat(), "known_on": period.day.isoformat(), "only": dict(asked.only),
        "which": which or None, "population": asked.population, "columns": {column.name: column.about for column in table.columns}, "rows": table.records(),
    })


def _missing(visit: Visit, error: NotFoundError) -> Response:
    """A ministry, party, person or topic that the registry does not know."""
    told = ", ".join(value for name in DIMENSIONS if (value := visit.request.query_params.get(name)))
    return visit.page("error.html", status=404, kind="missing", told=(told or str(error))[:200], nearest=())
