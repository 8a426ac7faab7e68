"""The first page: what is new, what was answered, what is late, and how far the registry reaches."""

from starlette.requests import Request
from starlette.responses import Response

from navraag.store.views import OPEN_STATES, CaseFilter
from navraag.surfaces.web.pages import visit_of

SHOWN = 6


async def show(request: Request) -> Response:
    """The home page."""
    visit = visit_of(request)
    waiting = CaseFilter(today=visit.today, states=OPEN_STATES, order="longest_open")
    return visit.page(
        "home.html",
        counts=visit.registry.counts(visit.today),
        tabled=visit.registry.recent(visit.today, what="tabled", limit=SHOWN),
        answered=visit.registry.recent(visit.today, what="answered", limit=SHOWN),
        waiting=visit.registry.cases(waiting, limit=SHOWN),
    )
