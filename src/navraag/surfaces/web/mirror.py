"""The whole site as files: works from a plain web server or from disk, so that the registry survives its makers.

Pages are those of the site itself, in Dutch, with every link made relative. What needs a server (search, reading documents,
filters) leads to the public site where its address is given, and is left out otherwise.
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from os.path import relpath
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

from navraag.errors import ConfigurationError, StoreError
from navraag.lexicon.offices import lines
from navraag.store.numbers import case_numbers
from navraag.store.outbox import position
from navraag.store.people import People
from navraag.store.reader import Registry
from navraag.surfaces.links import case_path, member_path, ministry_path, official_path, party_path
from navraag.surfaces.web.app import create_app
from navraag.surfaces.web.site import ASSETS

STAMP = ".mirror"
PLACES = (
    "/", "/kamervragen/", "/leden/", "/bewindspersonen/", "/partijen/", "/ministeries/", "/te-laat", "/binnenkort", "/zonder-uitstelbericht", "/langst-open",
    "/cijfers", "/toezeggingen", "/hiaten", "/dekking", "/check", "/over", "/dekking.svg", "/favicon.ico",
)
EVERY = 200
_ADDRESS = re.compile(r'\s(?P<name>href|src|action)="(?P<to>[/?][^"]*)"')
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_ALTERNATE = re.compile(r'<link rel="alternate"[^>]*>|<li><a class="language".*?</li>', re.DOTALL)
_SAFE = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """How many files a mirror has, and how many of them were written by this run."""

    files: int
    written: int


def mirror(registry: Registry, folder: Path, *, day: date, public_url: str = "", told: Callable[[int, int], None] = lambda _done, _all: None) -> Mirrored:
    """Write the site to a folder, as it is on a day.

    Cut short, it goes on where it was, as long as registry and day are the same. Raises ConfigurationError where the
    folder holds something else, StoreError where a page cannot be made.
    """
    stamp = folder / STAMP
    if folder.exists() and any(folder.iterdir()) and not stamp.is_file():
        raise ConfigurationError(f"{folder} holds something that is no mirror; choose another place")
    here = position(registry)
    mark = f"{here.epoch} {here.seq} {day.isoformat()} {public_url}\n"
    fresh = stamp.is_file() and stamp.read_text(encoding="utf-8") == mark
    folder.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark, encoding="utf-8")
    return asyncio.run(_Mirror(registry, folder, day, public_url.rstrip("/"), keep=fresh).run(told))


class _Mirror:
    """One run: a queue of addresses, of which lists add their further pages."""

    def __init__(self, registry: Registry, folder: Path, day: date, public_url: str, *, keep: bool) -> None:
        self._app = create_app(registry, today=lambda: day, public_url=public_url)
        self._folder = folder
        self._public = public_url
        self._keep = keep
        self._paths = frozenset(addresses(registry, day))
        self._seen: set[str] = set()
        self._queue: deque[str] = deque()

    async def run(self, told: Callable[[int, int], None]) -> Mirrored:
        """All pages, lists first, so that a mirror that is cut short can be walked already."""
        for address in sorted(self._paths, key=lambda one: (one.startswith("/kamervraag/"), one)):
            self._meet(address)
        written = done = 0
        transport = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(transport=transport, base_url=self._public or "http://mirror.invalid") as client:
            while self._queue:
                written += await self._take(client, self._queue.popleft())
                done += 1
                if done % EVERY == 0:
                    told(done, done + len(self._queue))
        return Mirrored(files=done, written=written)

    def _meet(self, address: str) -> None:
        if address not in self._seen:
            self._seen.add(address)
            self._queue.append(address)

    async def _take(self, client: httpx.AsyncClient, address: str) -> bool:
        """Writes one file; one that is there already is only read for the pages that it leads to."""
        place = self._folder / file_of(address)
        if self._keep and place.is_file() and not _is_list(address):
            return False
        answer = await client.get(address)
        if answer.status_code != 200:
            raise StoreError(f"the page {address} cannot be made: status {answer.status_code}")
        body = answer.content
        if answer.headers["content-type"].startswith("text/html"):
            body = self._made_local(answer.text, address).encode()
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_name(f".{place.name}.partial")
        partial.write_bytes(body)
        partial.replace(place)
        return True

    def _made_local(self, page: str, address: str) -> str:
        """A page whose links are relative."""
        return _ADDRESS.sub(lambda found: self._link(found, address), _ALTERNATE.sub("", _FORM.sub("", page)))

    def _link(self, found: re.Match[str], address: str) -> str:
        shown = found["to"] if found["to"].startswith("/") else f"{urlsplit(address).path}{found['to']}"
        target = shown.replace("&amp;", "&")
        held = self._held(target)
        if held is None:
            return f' {found["name"]}="{self._public}{shown}"' if self._public else ""
        fragment = urlsplit(target).fragment
        here = file_of(address).parent
        return f' {found["name"]}="{relpath(file_of(held), here)}{f"#{fragment}" if fragment else ""}"'

    def _held(self, target: str) -> str | None:
        """The address in the mirror that a link leads to; a question leads to its place on the page of its case."""
        parts = urlsplit(target)
        path, query = unquote(parts.path), dict(parse_qsl(parts.query))
        if path.startswith("/static/") or (path in self._paths and not query):
            return path
        if path in self._paths and set(query) == {"pagina"} and query["pagina"].isdigit():
            listed = f"{path}?pagina={query['pagina']}" if query["pagina"] != "1" else path
            self._meet(listed)
            return listed
        number = path.removeprefix("/kamervraag/").split("/", 1)[0]
        return case_path(number) if path.startswith("/kamervraag/") and case_path(number) in self._paths and not query else None


def addresses(registry: Registry, day: date) -> Iterator[str]:
    """Every address that a mirror begins with."""
    yield from PLACES
    yield from (f"/static/{name}" for name in ASSETS)
    people = People(registry)
    yield from (member_path(row.id) for row in people.members(day))
    yield from (official_path(row.id) for row in people.officials(day))
    yield from (party_path(row.id) for row in people.parties(day))
    yield from (ministry_path(row.id) for row in people.ministries(day) if row.id in lines())
    yield from map(case_path, case_numbers(registry))


def file_of(address: str) -> Path:
    """The file in which an address stands: a page is the index.html of its folder, further pages of a list stand below it."""
    parts = urlsplit(address)
    names = [_SAFE.sub("_", name) for name in unquote(parts.path).split("/") if name]
    last = names[-1] if names else ""
    if "." in last and not parts.path.endswith("/"):
        return Path(*names)
    page = dict(parse_qsl(parts.query)).get("pagina")
    return Path(*names, *([f"pagina-{page}"] if page else []), "index.html")


def _is_list(address: str) -> bool:
    return not address.startswith(("/kamervraag/", "/static/"))
