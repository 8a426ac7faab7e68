"""A tour of the site over HTTP: every kind of page is asked for, and must answer with what belongs on it."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import uvicorn
from starlette.routing import Route

from navraag.errors import StoreError
from navraag.replica.sample_files import LEAD_CASE
from navraag.replica.story import stories
from navraag.store.reader import Registry
from navraag.store.registers import RegisterFilter, Registers
from navraag.surfaces.web.app import open_app
from navraag.surfaces.web.routes import routes

_BAND = "VOORBEELD"
_NO_PAGES = frozenset({"/zoek/aanvullen"})
_SECONDS = 20
_BOUNDARY = "navraag-demo-boundary"
_PASTED = """AH 9999
2024Z99999
Antwoord van minister Van Eikenrode (Infrastructuur en Waterstaat) (ontvangen 28 juni 2024)

Vraag 1
Wordt dit bewaard?

Antwoord 1
Nee, wat op deze pagina wordt geplakt, wordt alleen gelezen.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One address, what must be on it, and after the visit what was wrong ("" where nothing was)."""

    path: str
    holds: tuple[str, ...] = ()
    status: int = 200
    method: str = "GET"
    flaw: str = ""


def stops(registry: Registry) -> Iterator[Stop]:
    """Every kind of page, with the words that belong on it; the rest of the site's own table of addresses behind it."""
    known = {stop.path.partition("?")[0]: stop for stop in (*_chosen(registry), *_keyed(registry))}
    yield from _chosen(registry)
    yield from _keyed(registry)
    yield from (stop for stop in _plain() if stop.path not in known)


def _plain() -> Iterator[Stop]:
    """Every address without a parameter; a page bears the band of the samples, a file does not."""
    for route in routes():
        if isinstance(route, Route) and "{" not in route.path and not route.path.startswith("/en"):
            is_file = "." in route.path or route.path in _NO_PAGES
            yield Stop(path=route.path, holds=() if is_file else (_BAND,))


def _keyed(registry: Registry) -> Iterator[Stop]:
    """Addresses with a key: of something that is held where there is any, of nobody else."""
    yield Stop(path=f"/kamervraag/{LEAD_CASE}/bevindingen.json", holds=(LEAD_CASE,))
    yield Stop(path=f"/kamervraag/{LEAD_CASE}/verwant", holds=(_BAND, LEAD_CASE))
    yield from (Stop(path=f"/kamervraag/{LEAD_CASE}/{name}.docx", holds=("word/document.xml",)) for name in ("concept", "vervolg"))
    yield Stop(path=f"/precedenten?nr={LEAD_CASE}", holds=(_BAND, "Vraag 1"))
    yield Stop(path="/precedenten", method="POST", holds=(_BAND, "Wordt dit bewaard?"))
    yield Stop(path="/cijfers/werklast", holds=(_BAND,))
    yield Stop(path="/cijfers/alles.csv")
    for path in ("/lid/niemand/open", "/aangehaald/niets", "/medium/niets", "/naam/niets"):
        yield Stop(path=path, status=404, holds=(_BAND,))
        yield Stop(path=f"{path}.json", status=404)
    yield Stop(path=f"/kamervraag/{LEAD_CASE}/keten", holds=(_BAND,))
    yield Stop(path="/sitemap-1.xml", holds=(f"/kamervraag/{LEAD_CASE}/",))
    yield from (Stop(path=f"/meldingen/{step}/nergens", status=404, holds=(_BAND,)) for step in ("bevestig", "opzeggen"))
    yield from (Stop(path=f"/lid/niemand/open.{form}", status=404) for form in ("csv", "atom", "ics"))
    said = Registers(registry).page(RegisterFilter(kind="commitment", today=registry.samples_today or date.max), limit=1).rows
    yield from (Stop(path=f"/toezeggingen/{row.finding.case}/{row.id}", holds=(_BAND,)) for row in said)


def _chosen(registry: Registry) -> Iterator[Stop]:
    """Pages whose words are known."""
    lead = registry.case(LEAD_CASE)
    document = registry.documents_of(LEAD_CASE)[0].document.sha256
    case = f"/kamervraag/{LEAD_CASE}"
    yield Stop(path="/", holds=(_BAND, max(case.number for case in stories())))
    yield Stop(path="/en/", holds=('lang="en"',))
    yield Stop(path="/kamervragen/", holds=(_BAND, "kamervraag/"))
    yield Stop(path=f"/kamervragen/?zoek={quote('putten')}", holds=(_BAND, "kamervraag/"))
    yield Stop(path=f"{case}/", holds=(_BAND, "Vraag 10", "Kennisinstituut Grondwater"))
    yield Stop(path=f"/en{case}/", holds=('lang="en"', "Kennisinstituut Grondwater"))
    yield Stop(path=f"{case}/{lead.pairs[4].label}", holds=(_BAND, "39 901"))
    yield Stop(path=f"{case}.json", holds=(f'"{LEAD_CASE}"',))
    yield Stop(path=f"/document/{document}", holds=(_BAND, document[:12]))
    yield Stop(path=f"/document/{document}/bestand")
    yield Stop(path=f"/document/{document}/tekst")
    yield from _names()
    yield Stop(path="/check", holds=(_BAND,))
    yield Stop(path="/dekking", holds=(_BAND, "100,0 %"))
    yield Stop(path="/dekking.svg", holds=("<svg", "dekking"))
    yield Stop(path="/over", holds=(_BAND,))
    yield Stop(path="/lees", holds=(_BAND, "<form"))
    yield Stop(path="/lees", method="POST", holds=(_BAND, "wordt alleen gelezen"))
    yield Stop(path="/static/style.css")
    yield Stop(path="/favicon.ico")
    yield Stop(path="/kamervragen/tabel/2022/", holds=(_BAND, "kamervraag/"))
    yield Stop(path="/kamervragen", holds=(_BAND, "kamervraag/"))
    yield Stop(path=case, holds=(_BAND, "Vraag 10"))
    yield Stop(path="/robots.txt", holds=("User-agent",))
    yield Stop(path="/kamervraag/2024Z99998/", status=404, holds=(_BAND,))


def _names() -> Iterator[Stop]:
    """Ministries are real and have pages; persons and parties of the samples are invented, so none has one."""
    yield from (Stop(path=path, holds=(_BAND,)) for path in ("/leden/", "/bewindspersonen/", "/partijen/", "/ministeries/"))
    yield Stop(path="/ministerie/ienw", holds=(_BAND, "Infrastructuur en Waterstaat"))
    yield Stop(path="/ministerie/ienw.json", holds=("Infrastructuur en Waterstaat",))
    for kind in ("lid", "bewindspersoon", "partij"):
        yield Stop(path=f"/{kind}/niemand", status=404, holds=(_BAND,))
        yield Stop(path=f"/{kind}/niemand.json", status=404)


@contextlib.contextmanager
def serving(home: Path, listening: socket.socket) -> Iterator[None]:
    """The site of the registry in a folder, served beside whatever happens in the ``with``."""
    config = uvicorn.Config(open_app(home), log_level="warning", access_log=False, server_header=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="navraag-demo", daemon=True)
    thread.start()
    try:
        _await_start(server, thread)
        yield
    finally:
        server.should_exit = True
        thread.join(timeout=_SECONDS)


def _await_start(server: uvicorn.Server, thread: threading.Thread) -> None:
    while not server.started:
        if not thread.is_alive():
            raise StoreError("the site did not start")
        time.sleep(0.02)


def _form() -> bytes:
    part = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="tekst"\r\n\r\n{_PASTED}\r\n--{_BOUNDARY}--\r\n'
    return part.encode()


def _request(base: str, stop: Stop) -> Request:
    address = base.rstrip("/") + stop.path
    if stop.method == "GET":
        return Request(address)  # noqa: S310  # our own address on this machine
    return Request(address, data=_form(), headers={"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"})  # noqa: S310  # same


def _fetched(request: Request) -> tuple[int, str]:
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310  # same
            return answer.status, answer.read().decode("utf-8", "replace")
    except HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8", "replace")


def take_tour(base: str, stop: Stop) -> Stop:
    """The stop after a visit, with what was wrong there."""
    try:
        status, body = _fetched(_request(base, stop))
    except (URLError, HTTPException, OSError) as error:
        return replace(stop, flaw=f"no answer: {error}")
    if status != stop.status:
        return replace(stop, flaw=f"status {status}, not {stop.status}")
    missing = [words for words in stop.holds if words not in body]
    return replace(stop, flaw=f"{missing[0]!r} is not on the page" if missing else "")
