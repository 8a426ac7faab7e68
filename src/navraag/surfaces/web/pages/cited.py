"""Who cites a paper, a medium or an organisation: one page each, and the ones found most."""

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from navraag.errors import NotFoundError
from navraag.lexicon.bodies import is_place
from navraag.records.found import FindingKind
from navraag.store.cited import CitedPaper, CitedPapers
from navraag.store.findings import Citing, Findings
from navraag.store.registers import KeyCount, Registers
from navraag.surfaces import links
from navraag.surfaces.finding_names import shown_key
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.site import Visit

MOST = 300
_DOSSIER = re.compile(r"kst-\d{5}")
ALL = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of page: the finding behind it, and the address of its list."""

    name: str
    kind: FindingKind
    path: str


KINDS: tuple[Kind, ...] = (
    Kind(name="stukken", kind="reference", path="/aangehaald"), Kind(name="media", kind="outlet", path="/medium"), Kind(name="namen", kind="name", path="/naam"),
)


def _kind(visit: Visit) -> Kind:
    return next(one for one in KINDS if visit.place == one.path or visit.place.startswith(f"{one.path}/"))


async def show(request: Request) -> Response:
    """The cases in which something is cited or named."""
    visit = visit_of(request)
    kind, key = _kind(visit), str(request.path_params["key"])
    if kind.kind == "reference" and links.is_case(key):
        return RedirectResponse(visit.href(links.case_path(key)), 301)
    papers = _dossier(visit, key) if _DOSSIER.fullmatch(key) else ()
    found = Findings(visit.registry).citing((key,), kind=kind.kind) if papers else _found(visit, kind, key)
    return visit.page("cited.html", kind=kind, key=key, name=shown_key(kind.kind, key), found=found, papers=papers, told=_told(visit, kind, (key,)).get(key), official=links.official_url(key) if kind.kind == "reference" else None)


def _dossier(visit: Visit, key: str) -> tuple[tuple[KeyCount, str, str], ...]:
    """The papers of a dossier that are cited, each with its name and page."""
    rows = Registers(visit.registry).keys("reference", prefix=f"{key}-", limit=MOST)
    return tuple((row, shown_key("reference", row.key), links.cited_path(row.key)) for row in rows)


def _told(visit: Visit, kind: Kind, keys: Iterable[str]) -> dict[str, CitedPaper]:
    """What the Kamer's own registration says of the papers that are cited."""
    return CitedPapers(visit.registry).of(key for key in keys if not key.startswith("http")) if kind.kind == "reference" else {}


async def as_json(request: Request) -> Response:
    """The same as JSON."""
    visit = visit_of(request)
    kind, key = _kind(visit), str(request.path_params["key"])
    found, paper = _found(visit, kind, key), _told(visit, kind, (key,)).get(key)
    return JSONResponse({
        "key": key, "name": shown_key(kind.kind, key), "kind": kind.kind, "title": paper.title if paper else None,
        "cases": [{"case": one.case, "subject": one.subject, "tabled_on": one.tabled_on and one.tabled_on.isoformat(), "questions": list(one.labels)} for one in found],
    })


def _found(visit: Visit, kind: Kind, key: str) -> tuple[Citing, ...]:
    found = Findings(visit.registry).citing((key,), kind=kind.kind)
    if not found:
        raise NotFoundError(f"nothing here cites {key[:80]!r}")
    return found


async def every(request: Request) -> Response:
    """What is cited or named in most cases."""
    visit = visit_of(request)
    kind = _kind(visit)
    regional = kind.kind == "name" and request.query_params.get("soort") == "plaats"
    rows: tuple[KeyCount, ...] = await asyncio.get_running_loop().run_in_executor(
        visit.site.clerk, lambda: Registers(visit.site.lists).keys(kind.kind, limit=ALL if regional else MOST),
    )
    if regional:
        rows = tuple(row for row in rows if is_place(row.key))
    lines = [(row, shown_key(kind.kind, row.key), _page(kind, row.key)) for row in rows]
    titles = {key: paper.title for key, paper in _told(visit, kind, [row.key for row in rows]).items()}
    return visit.page("cited_most.html", kind=kind, lines=lines, kinds=KINDS, regional=regional, titles=titles)


def _page(kind: Kind, key: str) -> str:
    pages = {"reference": links.cited_path, "outlet": links.outlet_path, "name": links.name_path}
    return pages[kind.kind](key)
