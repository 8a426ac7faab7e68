"""One module per kind of page: it asks the registry, shapes what it got, and returns."""

from collections.abc import Awaitable, Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from navraag.surfaces.web.site import Site, Visit
from navraag.surfaces.web.translations import Language

LONGEST_KEPT = 512 * 1024

Handler = Callable[[Request], Awaitable[Response]]
PageOfVisit = Callable[[Visit], Awaitable[Response]]


def visit_of(request: Request) -> Visit:
    """The visit behind a request; its language is told by the address alone."""
    site: Site = request.app.state.site
    path = request.url.path
    language: Language = "en" if path == "/en" or path.startswith("/en/") else "nl"
    return Visit(site=site, request=request, language=language, today=site.today())


def kept(page_of: PageOfVisit) -> Handler:
    """A page that depends on nothing but the address, the registry and the day: made once, then kept on the shelf."""

    async def show(request: Request) -> Response:
        visit = visit_of(request)
        if request.url.query:
            return await page_of(visit)
        shelf, key = visit.site.shelf, (request.headers.get("host", ""), request.url.path)
        page = shelf.take(key, (visit.registry.version, visit.today))
        if page is None:
            page = await page_of(visit)
            if page.status_code != 200 or len(page.body) > LONGEST_KEPT:
                return page
            page.headers["etag"] = f'"{sha256(page.body).hexdigest()[:20]}"'
            shelf.put(key, page)
        if request.headers.get("if-none-match") == page.headers["etag"]:
            return Response(status_code=304, headers={"etag": page.headers["etag"]})
        return page

    show.__doc__ = page_of.__doc__
    return show
