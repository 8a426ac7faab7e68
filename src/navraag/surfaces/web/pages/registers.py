"""The public registers: undertakings, what is not known, figures; as a page, as JSON and as CSV."""

import asyncio
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from navraag.errors import NotFoundError
from navraag.lexicon.corrections import Correction, followed_up
from navraag.store.followups import Candidate, candidates
from navraag.store.registers import KeyCount, RegisterFilter, RegisterPage, RegisterRow, Registers, Term
from navraag.surfaces.exports.table import cell
from navraag.surfaces.feeds import atom, calendar
from navraag.surfaces.feeds.registers import MOST_ENTRIES, register_feed
from navraag.surfaces.registers import REGISTERS, Register, columns, register_row, register_table
from navraag.surfaces.web.finding_words import interval, tells
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.pages.case import known_as
from navraag.surfaces.web.pages.listing import steps, word
from navraag.surfaces.web.site import Visit

PAGE_SIZE = 25
MOST_JSON = 5000
TERMS: dict[str, Term] = {"komt": "due", "verstreken": "lapsed", "zonder-dag": "undated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for."""

    aan: str = ""
    onderwerp: str = ""
    jaar: str = ""
    stand: str = ""
    pagina: int = 1

    def query(self, **changes: object) -> dict[str, object]:
        """The same register as values for an address, with some of them changed."""
        values: dict[str, object] = {name: getattr(self, name) for name in self.__slots__} | {"pagina": 1} | changes
        return {name: value for name, value in values.items() if (name, value) != ("pagina", 1)}

    @property
    def narrowed(self) -> bool:
        """Is anything asked for but the page?"""
        return any((self.aan, self.onderwerp, self.jaar, self.stand))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as shown: its term in words, who acts, the follow-up that people found, and how many texts may be one."""

    row: RegisterRow
    term: str
    tells: tuple[str, ...]
    decided: Correction | None = None
    possible: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that one page of a register shows."""

    page: RegisterPage
    lines: tuple[Line, ...]
    ministries: tuple[KeyCount, ...]
    topics: tuple[KeyCount, ...]
    terms: Mapping[Term, int]


def _register(request: Request) -> Register:
    """The register of the address."""
    name = request.url.path.removeprefix("/en").strip("/").split("/")[0].partition(".")[0]
    return REGISTERS[name]


def read_wanted(request: Request) -> Wanted:
    """What an address asks for; 400 with the value at fault where it asks for what cannot be."""
    query = request.query_params
    year, page, term = word(query, "jaar"), word(query, "pagina") or "1", word(query, "stand")
    if year and not (year.isascii() and year.isdigit() and len(year) == 4):
        raise HTTPException(400, detail=f"jaar={year[:40]} (1900-2200)")
    if not (page.isascii() and page.isdigit() and 0 < len(page) <= 7 and int(page)):
        raise HTTPException(400, detail=f"pagina={page[:40]} (1-9999999)")
    if term and term not in TERMS:
        raise HTTPException(400, detail=f"stand={term[:40]} ({', '.join(TERMS)})")
    return Wanted(aan=word(query, "aan"), onderwerp=word(query, "onderwerp"), jaar=year, stand=term, pagina=int(page))


def filter_of(register: Register, wanted: Wanted, visit: Visit) -> RegisterFilter:
    """The same as the store takes it."""
    return RegisterFilter(
        kind=register.kind, today=visit.today, ministry=wanted.aan or None, topic=wanted.onderwerp or None,
        year=int(wanted.jaar) if wanted.jaar else None, term=TERMS.get(wanted.stand) if register.dated else None, public=register.dated,
    )


async def show(request: Request) -> Response:
    """One page of a register."""
    visit, register = visit_of(request), _register(request)
    wanted = read_wanted(request)
    shown = await asyncio.get_running_loop().run_in_executor(visit.site.clerk, _look_up, register, wanted, visit)
    last = max(1, -(-shown.page.total // PAGE_SIZE))
    if wanted.pagina > last:
        return RedirectResponse(visit.href(f"/{register.name}", **wanted.query(pagina=last)), 302)
    return visit.page(
        "register.html", register=register, wanted=wanted, shown=shown, last=last, steps=steps(wanted.pagina, last), terms=TERMS,
        sources=sources_of(visit),
    )


def _look_up(register: Register, wanted: Wanted, visit: Visit) -> Shown:
    held = Registers(visit.site.lists)
    chosen = filter_of(register, wanted, visit)
    page = held.page(chosen, offset=(wanted.pagina - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    return Shown(
        page=page, lines=tuple(_line(register, row, held, visit) for row in page.rows),
        ministries=held.by_ministry(replace(chosen, ministry=None)), topics=held.by_topic(replace(chosen, topic=None)),
        terms=held.by_term(replace(chosen, term=None)) if register.dated else {},
    )


def _line(register: Register, row: RegisterRow, held: Registers, visit: Visit) -> Line:
    if not register.dated:
        return Line(row=row, term="", tells=tells(row.finding, visit.say))
    decided = followed_up(row.finding.case, row.finding.found.quote)
    possible = () if decided or row.term != "lapsed" else _possible(row, held, visit)
    return Line(row=row, term=term_words(row, visit, found=bool(decided or possible)), tells=tells(row.finding, visit.say), decided=decided, possible=possible)


def _possible(row: RegisterRow, held: Registers, visit: Visit) -> tuple[Candidate, ...]:
    case = held.registry.case(row.finding.case)
    return candidates(held, case.number, known_as(case), row.said_on, visit.today)


def term_words(row: RegisterRow, visit: Visit, *, found: bool) -> str:
    """How the term of an undertaking stands. It never says that something was not done: only what was looked at, and until when."""
    found_until = visit.known_until
    due = interval(row.finding.found.earliest, row.finding.found.latest, "by" if row.finding.found.latest else "vague", visit.say)
    if row.term == "lapsed" and found_until:
        if found:
            return visit.say("register.lapsed_found", due=due, sources=sources_of(visit), day=visit.say.day(found_until))
        return visit.say("register.lapsed", due=due, sources=sources_of(visit), day=visit.say.day(found_until))
    return visit.say("register.unverifiable", due=due) if row.term == "unverifiable" else due


def sources_of(visit: Visit) -> str:
    """The sources that were looked at, in words."""
    return visit.say.listing([visit.say.get(f"source.{one.source}", one.source) for one in visit.registry.sources])


async def one(request: Request) -> Response:
    """One undertaking: its words, how they were read, what may have followed, and how to correct it."""
    visit = visit_of(request)
    number, name = str(request.path_params["number"]), str(request.path_params["id"])
    reader, _, seq = name.rpartition("-")
    held = Registers(visit.registry)
    row = held.line(number, reader, int(seq), visit.today) if seq.isascii() and seq.isdigit() and len(seq) < 7 else None
    if row is None or row.finding.found.kind != "commitment":
        raise NotFoundError(f"no undertaking {name} is held in {number}")
    return visit.page("undertaking.html", line=_line(REGISTERS["toezeggingen"], row, held, visit), sources=sources_of(visit))


async def _page(visit: Visit, chosen: RegisterFilter, most: int) -> RegisterPage:
    """The first lines of a register, looked up beside the pages of other readers."""
    return await asyncio.get_running_loop().run_in_executor(visit.site.clerk, lambda: Registers(visit.site.lists).page(chosen, limit=most))


async def as_json(request: Request) -> Response:
    """The first lines of a register as JSON, narrowed by the same parameters as its page."""
    visit, register = visit_of(request), _register(request)
    chosen = filter_of(register, read_wanted(request), visit)
    page = await _page(visit, chosen, MOST_JSON)
    return JSONResponse({"total": page.total, "today": visit.today.isoformat(), "lines": register_table(register, page.rows).records()})


async def as_feed(request: Request) -> Response:
    """The lines said last, as an Atom feed, narrowed by the same parameters as the page."""
    return Response(atom.atom(await _feed(request)), media_type=atom.MEDIA_TYPE)


async def as_calendar(request: Request) -> Response:
    """The days that undertakings name, as a calendar."""
    return Response(calendar.calendar(await _feed(request)), media_type=calendar.MEDIA_TYPE)


async def _feed(request: Request) -> atom.Feed:
    visit, register = visit_of(request), _register(request)
    rows = (await _page(visit, filter_of(register, read_wanted(request), visit), MOST_ENTRIES)).rows
    query = f"?{request.url.query}" if request.url.query else ""
    return register_feed(
        register.name, rows, site=visit.absolute(""), address=request.url.path + query, page=f"/{register.name}{query}",
    )


async def as_csv(request: Request) -> Response:
    """All lines of a register as CSV, narrowed by the same parameters as its page; sent as they are read."""
    visit, register = visit_of(request), _register(request)
    rows = Registers(visit.site.lists).every(filter_of(register, read_wanted(request), visit))
    headers = {"content-disposition": f'attachment; filename="{register.name}.csv"'}
    return StreamingResponse(_csv(register, rows), media_type="text/csv; charset=utf-8", headers=headers)


def _csv(register: Register, rows: Iterator[RegisterRow]) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns(register)])
    for count, row in enumerate(rows, start=1):
        writer.writerow([cell(value) for value in register_row(register, row)])
        if count % 500 == 0:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()
