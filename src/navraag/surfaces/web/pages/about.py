"""What this site is, how far it reaches, and what is missing."""

from starlette.responses import Response

from navraag.surfaces.web.pages import kept
from navraag.surfaces.web.site import Visit


@kept
async def show(visit: Visit) -> Response:
    """The page about the site."""
    return visit.page("about.html", counts=visit.registry.counts(visit.today))
