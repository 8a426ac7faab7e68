"""Our static files: three small ones, served from memory and kept by browsers for a year."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from navraag.surfaces.web.pages import visit_of

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
FOR_EVER = "public, max-age=31536000, immutable"


async def static(request: Request) -> Response:
    """One of the static files."""
    return _asset(request, request.path_params["name"])


async def icon(request: Request) -> Response:
    """The icon, where browsers look for it unasked."""
    return _asset(request, "icon.svg")


async def robots(request: Request) -> Response:
    """What search engines may read: all but the pages that have no end."""
    return PlainTextResponse("User-agent: *\nDisallow: /lees\nDisallow: /en/lees\nDisallow: /zoek\nDisallow: /en/zoek\nDisallow: /document/\n" + f"Sitemap: {visit_of(request).absolute('/sitemap.xml')}\n")


def _asset(request: Request, name: str) -> Response:
    assets = visit_of(request).site.assets
    if name not in assets:
        raise HTTPException(404)
    data, _ = assets[name]
    return Response(data, media_type=TYPES[name.rsplit(".", 1)[1]], headers={"cache-control": FOR_EVER})
