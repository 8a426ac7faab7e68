"""The page about the API, and the desk at which its handlers work."""

from starlette.requests import Request
from starlette.responses import Response

from navraag.surfaces.api.app import ENDPOINTS, PREFIX
from navraag.surfaces.api.endpoints import Desk
from navraag.surfaces.web.pages import kept
from navraag.surfaces.web.site import Site, Visit


def desk_of(request: Request) -> Desk:
    """The desk of the site that a request came to."""
    site: Site = request.app.state.site
    return site.desk


@kept
async def show(visit: Visit) -> Response:
    """Every address of the API, with what it may be asked."""
    return visit.page("api.html", endpoints=ENDPOINTS, prefix=PREFIX)
