"""The list of cases, with filters that live in its address, so that every list can be bookmarked."""

import asyncio
from dataclasses import dataclass
from datetime import date
from functools import partial

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from navraag.lexicon.cabinets import Stance
from navraag.records.cases import Chamber
from navraag.records.timeline import State
from navraag.store.naming import shown_names
from navraag.store.reader import Registry
from navraag.store.views import ANSWERED_STATES, OPEN_STATES, OVERDUE_STATES, CaseFilter, CasePage, Facets, Order
from navraag.surfaces.web.pages import visit_of

PAGE_SIZE = 25
LONGEST_VALUE = 200

STATUSES: dict[str, tuple[State, ...]] = {
    "open": OPEN_STATES,
    "te-laat": OVERDUE_STATES,
    "beantwoord": ANSWERED_STATES,
    "op-tijd": ("answered_in_time", "answered_in_extended_term"),
    "te-laat-beantwoord": ("answered_late",),
    "onbeantwoord": (*OPEN_STATES, "unknown"),
    "ingetrokken": ("withdrawn",),
    "onbekend": ("unknown",),
}
KINDS: dict[str, tuple[Chamber | None, bool | None]] = {
    "schriftelijk": ("tk", False), "eerste-kamer": ("ek", None), "mondeling": (None, True),
}
ORDERS: dict[str, Order] = {
    "nieuwste": "newest", "oudste": "oldest", "langst-open": "longest_open", "laatst-beantwoord": "last_answered",
}
SIDES: dict[str, Stance] = {"coalitie": "coalition", "oppositie": "opposition", "geen": "neither"}
OPEN_KAMER = {"title": "zoek", "page": "pagina"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address of the list asks for, checked."""

    zoek: str = ""
    status: str = ""
    van: str = ""
    partij: str = ""
    aan: str = ""
    onderwerp: str = ""
    jaar: int | None = None
    soort: str = ""
    lid: str = ""
    bewindspersoon: str = ""
    kant: str = ""
    volgorde: str = ""
    pagina: int = 1

    def query(self, **changes: object) -> dict[str, object]:
        """The same list as values for an address, with some of them changed; the first page needs no number."""
        values: dict[str, object] = {name: getattr(self, name) for name in self.__slots__} | {"pagina": 1} | changes
        return {name: value for name, value in values.items() if (name, value) != ("pagina", 1)}

    def filter(self, today: date) -> CaseFilter:
        """The same as the registry takes it."""
        chamber, oral = KINDS.get(self.soort, (None, None))
        return CaseFilter(
            today=today, text=self.zoek, states=STATUSES.get(self.status, ()), asker=self.van or None,
            party=self.partij or None, ministry=self.aan or None, topic=self.onderwerp or None, year=self.jaar,
            member=self.lid or None, official=self.bewindspersoon or None, stance=SIDES.get(self.kant),
            chamber=chamber, oral=oral, order=ORDERS.get(self.volgorde, "newest"),
        )

    @property
    def narrowed(self) -> bool:
        """Is anything asked for but the order and the page?"""
        return any(
            (self.zoek, self.status, self.van, self.partij, self.aan, self.onderwerp, self.jaar, self.soort, self.lid, self.bewindspersoon, self.kant),
        )


async def show(request: Request) -> Response:
    """One page of the list."""
    visit = visit_of(request)
    if OPEN_KAMER.keys() & request.query_params.keys():
        return RedirectResponse(visit.href("/kamervragen/", **_renamed(request.query_params)), 301)
    wanted = read_wanted(request.query_params)
    look_up = partial(_look_up, visit.site.lists, wanted, visit.today)
    found, facets = await asyncio.get_running_loop().run_in_executor(visit.site.clerk, look_up)
    last = max(1, -(-found.total // PAGE_SIZE))
    if wanted.pagina > last:
        return RedirectResponse(visit.href("/kamervragen/", **wanted.query(pagina=last)), 302)
    return visit.page(
        "list.html", wanted=wanted, found=found, last=last, facets=facets, statuses=tuple(STATUSES), kinds=tuple(KINDS), sides=tuple(SIDES), chosen=_chosen(visit.registry, wanted), orders=tuple(ORDERS), steps=steps(wanted.pagina, last),
    )


def _chosen(registry: Registry, wanted: Wanted) -> tuple[tuple[str, str, str], ...]:
    """The persons to whom the list is narrowed by the pages about them: parameter, id, name."""
    names = shown_names(registry)["officials"]
    asked = (("lid", wanted.lid), ("bewindspersoon", wanted.bewindspersoon))
    return tuple((parameter, person, names.get(person, person)) for parameter, person in asked if person)


def _look_up(registry: Registry, wanted: Wanted, today: date) -> tuple[CasePage, Facets]:
    """The rows of the page asked for, and by what the list can be narrowed."""
    chosen = wanted.filter(today)
    found = registry.cases(chosen, offset=(wanted.pagina - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    return found, registry.facets(chosen)


def read_wanted(query: QueryParams) -> Wanted:
    """What an address asks for; 400 with the value at fault where it asks for what cannot be."""
    words = {name: word(query, name) for name in ("zoek", "van", "partij", "aan", "onderwerp", "lid", "bewindspersoon")}
    return Wanted(
        **words, status=_choice(query, "status", tuple(STATUSES)), soort=_choice(query, "soort", tuple(KINDS)),
        kant=_choice(query, "kant", tuple(SIDES)), volgorde=_choice(query, "volgorde", tuple(ORDERS)),
        jaar=_number(query, "jaar", least=1900, most=2200), pagina=_number(query, "pagina", least=1, most=10_000_000) or 1,
    )


def steps(page: int, last: int) -> tuple[int | None, ...]:
    """The pages that paging links to: first, last and the neighbours, None where some are left out.

    >>> steps(5, 9)
    (1, None, 4, 5, 6, None, 9)
    """
    near = sorted({1, last} | {number for number in range(page - 1, page + 2) if 1 <= number <= last})
    shown: list[int | None] = []
    for number in near:
        if shown and number - (shown[-1] or 0) > 1:
            shown.append(None)
        shown.append(number)
    return tuple(shown)


def word(query: QueryParams, name: str) -> str:
    """A value of an address that is words; 400 where it is too long to be."""
    value = " ".join(query.get(name, "").split())
    if len(value) > LONGEST_VALUE or "\x00" in value:
        raise HTTPException(400, detail=f"{name}={value[:40]}…")
    return value


def _choice(query: QueryParams, name: str, allowed: tuple[str, ...]) -> str:
    value = query.get(name, "")
    if value and value not in allowed:
        raise HTTPException(400, detail=f"{name}={value[:40]} ({', '.join(allowed)})")
    return value


def _number(query: QueryParams, name: str, *, least: int, most: int) -> int | None:
    value = query.get(name, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and least <= int(value) <= most):
        raise HTTPException(400, detail=f"{name}={value[:40]} ({least}-{most})")
    return int(value)


def _renamed(query: QueryParams) -> dict[str, str]:
    """The parameters of Open Kamer's list under our names; those that mean nothing elsewhere (row ids) are dropped."""
    renamed = {OPEN_KAMER.get(name, name): value for name, value in query.items()}
    return {name: value for name, value in renamed.items() if name in Wanted.__slots__}


