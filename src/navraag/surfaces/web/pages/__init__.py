"""One module per kind of page: it asks the registry, shapes what it got, and returns."""

from starlette.requests import Request

from navraag.surfaces.web.site import Site, Visit
from navraag.surfaces.web.translations import Language


def visit_of(request: Request) -> Visit:
    """The visit behind a request; its language is told by the address alone."""
    site: Site = request.app.state.site
    path = request.url.path
    language: Language = "en" if path == "/en" or path.startswith("/en/") else "nl"
    return Visit(site=site, request=request, language=language, today=site.today())
