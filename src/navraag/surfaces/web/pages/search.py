"""The page of the search: pairs that a text finds, with ways to narrow, widen, order, page, keep and follow them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from navraag.store.search.files import IndexMissingError
from navraag.store.search.results import Results
from navraag.store.search.schema import Order
from navraag.surfaces.exports.found import csv_lines, json_lines
from navraag.surfaces.feeds.atom import MEDIA_TYPE, atom
from navraag.surfaces.feeds.found import MOST_ENTRIES, found_feed
from navraag.surfaces.web import asking
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.pages.listing import steps
from navraag.surfaces.web.site import Visit

PAGE_SIZE = 20
LONGEST_TYPED = 1_000
PATH = "/zoek"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for. Nothing in it is refused: what cannot be is read as the usual."""

    q: str
    volgorde: str
    pagina: int

    @property
    def order(self) -> Order:
        """The order of the hits."""
        return asking.ORDERS.get(self.volgorde, "relevance")

    def query(self, **changes: object) -> dict[str, object]:
        """The same as values for an address, with some of them changed; what is usual is left out."""
        values: dict[str, object] = {"q": self.q, "volgorde": self.volgorde, "pagina": 1} | changes
        usual = {"volgorde": "relevantie", "pagina": 1}
        return {name: value for name, value in values.items() if usual.get(name) != value}


async def show(request: Request) -> Response:
    """One page of what was found."""
    visit = visit_of(request)
    wanted = read_wanted(request)
    try:
        found = await _apart(visit, lambda: _search(visit, wanted))
    except IndexMissingError:
        return visit.page("search_failed.html", status=503, wanted=wanted)
    last = max(1, -(-found.total // PAGE_SIZE))
    if wanted.pagina > last:
        return RedirectResponse(visit.href(PATH, **wanted.query(pagina=last)), 302)
    return visit.page(
        "search.html", wanted=wanted, found=found, last=last, steps=steps(wanted.pagina, last), orders=tuple(asking.ORDERS), asking=asking, path=PATH,
    )


async def complete(request: Request) -> Response:
    """Members, parties, ministries and topics whose names go on from what is being typed."""
    visit = visit_of(request)
    typed = request.query_params.get("q", "")
    try:
        found = await _apart(visit, lambda: visit.site.finder.search.complete(typed))
    except IndexMissingError:
        found = ()
    return JSONResponse([{"kind": one.kind, "value": one.value, "count": one.count, "query": one.query} for one in found])


def as_file(form: str) -> Callable[[Request], Awaitable[Response]]:
    """Everything that was found, in another form: csv, json or atom."""
    async def give(request: Request) -> Response:
        visit = visit_of(request)
        wanted = read_wanted(request)
        try:
            return await _apart(visit, lambda: _FORMS[form](visit, wanted))
        except IndexMissingError as error:
            return Response(f"{error}\n", 503, media_type="text/plain")

    give.__doc__ = f"Everything that was found, as {form}."
    return give


def read_wanted(request: Request) -> Wanted:
    """What the address asks for."""
    query = request.query_params
    number = query.get("pagina", "1")
    order = query.get("volgorde", "relevantie")
    return Wanted(
        q=query.get("q", "")[: LONGEST_TYPED + 1], volgorde=order if order in asking.ORDERS else "relevantie",
        pagina=max(1, int(number)) if number.isascii() and number.isdigit() and len(number) < 9 else 1,
    )


def _search(visit: Visit, wanted: Wanted) -> Results:
    return visit.site.finder.search(
        wanted.q, today=visit.today, order=wanted.order, offset=(wanted.pagina - 1) * PAGE_SIZE, limit=PAGE_SIZE,
    )


async def _apart(visit: Visit, work: Callable[[], T]) -> T:
    """Done by a thread of the search: who opens a case does not wait for who searches."""
    return await asyncio.get_running_loop().run_in_executor(visit.site.searchers, work)


def _csv(visit: Visit, wanted: Wanted) -> Response:
    lines = csv_lines(visit.site.finder.search.every(wanted.q, today=visit.today), visit.absolute(""))
    return _streamed(lines, "text/csv; charset=utf-8", "kamervragen.csv")


def _json(visit: Visit, wanted: Wanted) -> Response:
    query, notes = visit.site.finder.search.understood(wanted.q, today=visit.today)
    about = {
        "query": query.text, "described": asking.described(query, visit.say), "today": visit.today.isoformat(),
        "notes": [asking.noted(note, visit.say) for note in notes],
    }
    lines = json_lines(visit.site.finder.search.every(wanted.q, today=visit.today), visit.absolute(""), about)
    return _streamed(lines, "application/json", "kamervragen.json")


def _streamed(lines: Iterator[str], media_type: str, name: str) -> Response:
    first = next(lines)  # a missing index is told before anything is sent
    return StreamingResponse(_from(first, lines), media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


def _from(first: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines, many in one piece: fewer and larger ones travel quicker."""
    held, size = [first], len(first)
    for line in lines:
        held.append(line)
        size += len(line)
        if size > 1 << 16:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _feed(visit: Visit, wanted: Wanted) -> Response:
    found = visit.site.finder.search(wanted.q, today=visit.today, order="newest", limit=MOST_ENTRIES, facets=False)
    feed = found_feed(
        found.groups, described=asking.described(found.query, visit.say), site=visit.absolute(""),
        address=visit.href("/zoek.atom", q=wanted.q), page=visit.href(PATH, q=wanted.q),
    )
    return Response(atom(feed), media_type=MEDIA_TYPE)


_FORMS: dict[str, Callable[[Visit, Wanted], Response]] = {"csv": _csv, "json": _json, "atom": _feed}
