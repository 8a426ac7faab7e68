"""Every problem that was met, by kind: the site shows its own flaws."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from navraag.store.people import People
from navraag.surfaces.web.pages import visit_of

SHOWN = 100
NAMES_SHOWN = 50


async def show(request: Request) -> Response:
    """All kinds of problems with their counts, and names that stay as printed; with ``?soort=`` the problems of one kind."""
    visit = visit_of(request)
    kinds = visit.registry.problem_counts()
    code = request.query_params.get("soort", "")
    chosen = next((kind for kind in kinds if kind.code == code), None)
    rows = visit.registry.problems(chosen.code, limit=SHOWN) if chosen else ()
    names = await asyncio.get_running_loop().run_in_executor(visit.site.clerk, People(visit.site.lists).resolution)
    return visit.page(
        "check.html", kinds=kinds, chosen=chosen, rows=rows, counts=visit.registry.counts(visit.today), names=names, most=NAMES_SHOWN,
    )
