"""What this site is, how far it reaches, and what is missing."""

from starlette.requests import Request
from starlette.responses import Response

from navraag.surfaces.web.pages import visit_of


async def show(request: Request) -> Response:
    """The page about the site."""
    visit = visit_of(request)
    return visit.page("about.html", counts=visit.registry.counts(visit.today))
