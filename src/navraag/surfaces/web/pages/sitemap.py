"""The sitemap for search engines: an index, and pages of at most 20,000 addresses each."""

from collections.abc import Iterator
from itertools import islice
from xml.sax.saxutils import escape

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from navraag.store.numbers import case_numbers
from navraag.surfaces.links import case_path
from navraag.surfaces.web.pages import visit_of

AT_ONCE = 20_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PLACES = ("/", "/kamervragen/", "/leden/", "/bewindspersonen/", "/partijen/", "/ministeries/", "/te-laat", "/cijfers", "/toezeggingen", "/hiaten", "/over", "/hulp", "/juridisch", "/api")


async def index(request: Request) -> Response:
    """Which parts there are."""
    visit = visit_of(request)
    parts = 1 + (len(case_numbers(visit.registry)) - 1) // AT_ONCE
    lines = "".join(f"<sitemap><loc>{escape(visit.absolute(f'/sitemap-{part}.xml'))}</loc></sitemap>\n" for part in range(1, max(parts, 1) + 1))
    return _xml(f"{_HEAD}<sitemapindex {_SPACE}>\n{lines}</sitemapindex>\n")


async def part(request: Request) -> Response:
    """One part: the first has the lists too."""
    visit = visit_of(request)
    number = int(request.path_params["part"])
    numbers = case_numbers(visit.registry)
    chosen = tuple(islice(numbers, (number - 1) * AT_ONCE, number * AT_ONCE)) if number > 0 else ()
    if not chosen and number != 1:
        raise HTTPException(404)
    paths: Iterator[str] = iter((*(PLACES if number == 1 else ()), *map(case_path, chosen)))
    lines = "".join(f"<url><loc>{escape(visit.absolute(path))}</loc></url>\n" for path in paths)
    return _xml(f"{_HEAD}<urlset {_SPACE}>\n{lines}</urlset>\n")


def _xml(text: str) -> Response:
    return Response(text, media_type="application/xml")
