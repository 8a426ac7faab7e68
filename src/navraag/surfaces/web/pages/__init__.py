"""One module per kind of page: it asks the registry, shapes what it got, and returns."""

import gzip
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
        packed = "gzip" in request.headers.get("accept-encoding", "")
        shelf, key = visit.site.shelf, (request.headers.get("host", ""), request.url.path, packed)
        page = shelf.take(key, (visit.registry.version, visit.today))
        if page is None:
            page = await page_of(visit)
            if page.status_code != 200 or len(page.body) > LONGEST_KEPT:
                return page
            page = _ready(page, packed=packed)
            shelf.put(key, page)
        if request.headers.get("if-none-match") == page.headers["etag"]:
            return Response(status_code=304, headers={"etag": page.headers["etag"], "vary": "accept-encoding"})
        return page

    show.__doc__ = page_of.__doc__
    return show


def _ready(page: Response, *, packed: bool) -> Response:
    """The page as it is sent from now on: packed where the reader can unpack, with a mark to know it by."""
    body = gzip.compress(page.body, compresslevel=6, mtime=0) if packed else bytes(page.body)
    headers = {"etag": f'"{sha256(body).hexdigest()[:20]}"', "vary": "accept-encoding"}
    if packed:
        headers["content-encoding"] = "gzip"
    return Response(body, media_type=page.headers["content-type"], headers=headers)
