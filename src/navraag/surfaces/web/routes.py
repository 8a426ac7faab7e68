"""Every address of the site, in one table: "What URL shows a pair?" is answered here.

Each page exists twice: as it stands here in Dutch, and under ``/en`` in English. Addresses of Open Kamer keep working.
"""

from collections.abc import Callable, Iterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from navraag.surfaces.api.app import api_routes
from navraag.surfaces.web.pages import (
    about,
    alerts,
    api,
    assets,
    case,
    check,
    cited,
    coverage,
    document,
    error_report,
    figures,
    home,
    listing,
    old,
    pair,
    people,
    precedents,
    profile,
    quality,
    reading,
    registers,
    search,
    sitemap,
    waiting,
    words,
)

Handler = Callable[[Request], Response]

PAGES: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/", home.show),
    ("/kamervragen/", listing.show),
    ("/zoek", search.show),
    ("/kamervraag/{number:str}/", case.show),
    ("/kamervraag/{number:str}/verwant", precedents.beside),
    ("/kamervraag/{number:str}/keten", precedents.chain),
    ("/kamervraag/{number:str}/{label:path}", pair.show),
    ("/leden/", people.members),
    ("/bewindspersonen/", people.officials),
    ("/partijen/", people.parties),
    ("/ministeries/", people.ministries),
    ("/lid/{slug:str}", profile.member),
    ("/bewindspersoon/{slug:str}", profile.official),
    ("/partij/{slug:str}", profile.party),
    ("/ministerie/{slug:str}", profile.ministry),
    *((f"/{name}", waiting.page(name)) for name in waiting.KINDS),
    ("/lid/{slug:str}/open", waiting.page("langst-open")),
    ("/cijfers", figures.overview),
    ("/cijfers/sets", figures.sets),
    ("/cijfers/{what:str}", figures.one),
    ("/document/{sha256:str}", document.show),
    ("/toezeggingen", registers.show),
    ("/toezeggingen/{number:str}/{id:str}", registers.one),
    ("/bevindingen", quality.show),
    ("/hiaten", registers.show),
    ("/cijfers-uit-antwoorden", registers.show),
    ("/aangehaald", cited.every),
    ("/aangehaald/{key:path}", cited.show),
    ("/medium", cited.every),
    ("/medium/{key:str}", cited.show),
    ("/naam", cited.every),
    ("/naam/{key:str}", cited.show),
    ("/check", check.show),
    ("/dekking", coverage.show),
    ("/api", api.show),
    ("/hulp", words.terms),
    ("/juridisch", words.legal),
    ("/over", about.show),
)
FORMS: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/lees", reading.show), ("/precedenten", precedents.show), ("/meldingen", alerts.show), ("/fout-melden", error_report.show),
    ("/meldingen/bevestig/{sealed:str}", alerts.confirm), ("/meldingen/opzeggen/{sealed:str}", alerts.unsubscribe),
)
FILES: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/kamervraag/{number:str}.json", case.as_json),
    ("/kamervraag/{number:str}/bevindingen.json", case.findings_json),
    ("/kamervraag/{number:str}/concept.docx", precedents.concept),
    ("/kamervraag/{number:str}/vervolg.docx", precedents.followup),
    *((f"/{name}.{form}", waiting.file(name, form)) for name in waiting.KINDS for form in waiting.FORMATS),
    *((f"/lid/{{slug:str}}/open.{form}", waiting.file("langst-open", form)) for form in waiting.FORMATS),
    ("/cijfers/{what:str}.{form:str}", figures.file),
    ("/lid/{slug:str}.json", profile.person_json),
    ("/bewindspersoon/{slug:str}.json", profile.person_json),
    ("/partij/{slug:str}.json", profile.party_json),
    ("/ministerie/{slug:str}.json", profile.ministry_json),
    ("/toezeggingen.json", registers.as_json),
    ("/toezeggingen.csv", registers.as_csv),
    ("/toezeggingen.atom", registers.as_feed),
    ("/toezeggingen.ics", registers.as_calendar),
    ("/hiaten.atom", registers.as_feed),
    ("/hiaten.json", registers.as_json),
    ("/hiaten.csv", registers.as_csv),
    ("/cijfers-uit-antwoorden.json", registers.as_json),
    ("/cijfers-uit-antwoorden.csv", registers.as_csv),
    ("/aangehaald/{key:path}.json", cited.as_json),
    ("/medium/{key:str}.json", cited.as_json),
    ("/naam/{key:str}.json", cited.as_json),
    ("/document/{sha256:str}/bestand", document.download),
    ("/document/{sha256:str}/tekst", document.as_text),
    ("/dekking.svg", coverage.badge),
    ("/en/dekking.svg", coverage.badge),
    ("/zoek/aanvullen", search.complete),
    *((f"/zoek.{form}", search.as_file(form)) for form in ("csv", "json", "atom")),
    ("/static/{name:str}", assets.static),
    ("/favicon.ico", assets.icon),
    ("/robots.txt", assets.robots),
    ("/sitemap.xml", sitemap.index),
    ("/sitemap-{part:int}.xml", sitemap.part),
)
MOVED: tuple[tuple[str, Callable[..., object]], ...] = (
    ("/kamervragen/tabel/{year:int}/", old.table),
    ("/kamervragen", old.with_slash),
    ("/kamervraag/{number:str}", old.with_slash),
)


def routes() -> Iterator[BaseRoute]:
    """The routes of the site, files before pages: a ``.json`` is never taken for a case number."""
    yield api_routes(api.desk_of)
    for path, handler in FILES:
        yield Route(path, handler, methods=["GET"])
    for prefix in ("", "/en"):
        for path, handler in FORMS:
            yield Route(prefix + path, handler, methods=["GET", "POST"])
        for path, handler in (*PAGES, *MOVED):
            yield Route(prefix + path, handler, methods=["GET"])
    yield Route("/en", old.with_slash, methods=["GET"])
