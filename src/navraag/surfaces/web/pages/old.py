"""Old addresses that must keep working."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from navraag.surfaces.web.pages import visit_of


async def with_slash(request: Request) -> Response:
    """The same address with a slash at its end."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.url.path}/{query}", 301)


async def table(request: Request) -> Response:
    """Open Kamer's table of a year: our list of that year."""
    return RedirectResponse(visit_of(request).href("/kamervragen/", jaar=request.path_params["year"]), 301)
