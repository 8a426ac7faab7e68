"""Lists of people and groups: members, ministers and state secretaries, parties, ministries."""

import asyncio
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from navraag.lexicon.names import party_label, party_named
from navraag.lexicon.offices import plain, post_of
from navraag.store.people import GroupRow, People, PersonRow
from navraag.surfaces import links
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.pages.listing import word
from navraag.surfaces.web.site import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of such a list."""

    name: str
    href: str
    parts: tuple[str, ...]
    cases: int
    people: int
    first: date | None
    last: date | None


async def members(request: Request) -> Response:
    """Everyone who asked; ``?zoek=`` and ``?partij=`` narrow the list."""
    visit = visit_of(request)
    party = word(request.query_params, "partij")
    row = party_named(party) if party else None
    rows = _named(await _rows(visit, "members"), word(request.query_params, "zoek"))
    wanted = row.code if row else party
    chosen = [one for one in rows if not wanted or wanted in one.parts]
    codes = sorted({code for one in rows for code in one.parts}, key=party_label)
    return _page(visit, "leden", [_member(one) for one in chosen], parties=[(code, party_label(code)) for code in codes], partij=wanted)


async def officials(request: Request) -> Response:
    """Every minister and state secretary who was asked or answered; ``?zoek=`` narrows the list."""
    visit = visit_of(request)
    rows = _named(await _rows(visit, "officials"), word(request.query_params, "zoek"))
    return _page(visit, "bewindspersonen", [_official(one) for one in rows])


async def parties(request: Request) -> Response:
    """Every party that asked."""
    visit = visit_of(request)
    rows = [one for one in await _groups(visit, "parties") if _has(one.name, word(request.query_params, "zoek"))]
    return _page(visit, "partijen", [_group(one, links.party_path(one.id)) for one in rows])


async def ministries(request: Request) -> Response:
    """Every ministry that was asked."""
    visit = visit_of(request)
    rows = [one for one in await _groups(visit, "ministries") if _has(one.name, word(request.query_params, "zoek"))]
    return _page(visit, "ministeries", [_group(one, links.ministry_path(one.id)) for one in rows])


async def _rows(visit: Visit, which: str) -> tuple[PersonRow, ...]:
    people = People(visit.site.lists)
    ask = people.members if which == "members" else people.officials
    return await asyncio.get_running_loop().run_in_executor(visit.site.clerk, ask, visit.today)


async def _groups(visit: Visit, which: str) -> tuple[GroupRow, ...]:
    people = People(visit.site.lists)
    ask = people.parties if which == "parties" else people.ministries
    return await asyncio.get_running_loop().run_in_executor(visit.site.clerk, ask, visit.today)


def _named(rows: tuple[PersonRow, ...], wanted: str) -> tuple[PersonRow, ...]:
    """The persons whose name has all these words."""
    return tuple(row for row in rows if _has(f"{row.name} {row.sort}", wanted)) if wanted else rows


def _has(name: str, wanted: str) -> bool:
    return all(part in plain(name) for part in plain(wanted).split())


def _member(row: PersonRow) -> Entry:
    return _entry(row, links.member_path(row.id), tuple(map(party_label, row.parts)))


def _official(row: PersonRow) -> Entry:
    posts = tuple(post.label for one in row.parts if (post := post_of(one)))
    return _entry(row, links.official_path(row.id), posts)


def _entry(row: PersonRow, href: str, parts: tuple[str, ...]) -> Entry:
    return Entry(name=row.name, href=href, parts=parts, cases=row.cases, people=0, first=row.first, last=row.last)


def _group(row: GroupRow, href: str) -> Entry:
    return Entry(name=row.name, href=href, parts=(), cases=row.cases, people=row.people, first=row.first, last=row.last)


def _page(visit: Visit, kind: str, entries: list[Entry], *, parties: list[tuple[str, str]] | None = None, partij: str = "") -> Response:
    return visit.page(
        "people.html", kind=kind, entries=entries, parties=parties or [], partij=partij,
        zoek=word(visit.request.query_params, "zoek"), place=visit.place,
    )
