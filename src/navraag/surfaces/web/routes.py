"""Every address of the site, in one table: "What URL shows a pair?" is answered here.

Each page exists twice: as it stands here in Dutch, and under ``/en`` in English. Addresses of Open Kamer keep working.
"""

from collections.abc import Callable, Iterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from navraag.surfaces.web.pages import (
    about,
    assets,
    case,
    check,
    coverage,
    document,
    home,
    listing,
    old,
    pair,
    people,
    profile,
    reading,
)

Handler = Callable[[Request], Response]

PAGES: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/", home.show),
    ("/kamervragen/", listing.show),
    ("/kamervraag/{number:str}/", case.show),
    ("/kamervraag/{number:str}/{label:path}", pair.show),
    ("/leden/", people.members),
    ("/bewindspersonen/", people.officials),
    ("/partijen/", people.parties),
    ("/ministeries/", people.ministries),
    ("/lid/{slug:str}", profile.member),
    ("/bewindspersoon/{slug:str}", profile.official),
    ("/partij/{slug:str}", profile.party),
    ("/ministerie/{slug:str}", profile.ministry),
    ("/document/{sha256:str}", document.show),
    ("/check", check.show),
    ("/dekking", coverage.show),
    ("/over", about.show),
)
FORMS: tuple[tuple[str, Callable[..., object]], ...] = (("/lees", reading.show),)
FILES: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/kamervraag/{number:str}.json", case.as_json),
    ("/lid/{slug:str}.json", profile.person_json),
    ("/bewindspersoon/{slug:str}.json", profile.person_json),
    ("/partij/{slug:str}.json", profile.party_json),
    ("/ministerie/{slug:str}.json", profile.ministry_json),
    ("/document/{sha256:str}/bestand", document.download),
    ("/document/{sha256:str}/tekst", document.as_text),
    ("/dekking.svg", coverage.badge),
    ("/en/dekking.svg", coverage.badge),
    ("/static/{name:str}", assets.static),
    ("/favicon.ico", assets.icon),
    ("/robots.txt", assets.robots),
)
MOVED: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/kamervragen/tabel/{year:int}/", old.table),
    ("/kamervragen", old.with_slash),
    ("/kamervraag/{number:str}", old.with_slash),
)


def routes() -> Iterator[Route]:
    """The routes of the site, files before pages: a ``.json`` is never taken for a case number."""
    for path, handler in FILES:
        yield Route(path, handler, methods=["GET"])
    for prefix in ("", "/en"):
        for path, handler in FORMS:
            yield Route(prefix + path, handler, methods=["GET", "POST"])
        for path, handler in (*PAGES, *MOVED):
            yield Route(prefix + path, handler, methods=["GET"])
    yield Route("/en", old.with_slash, methods=["GET"])
