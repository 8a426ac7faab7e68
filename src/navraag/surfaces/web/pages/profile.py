"""The page of a member, a minister or state secretary, a party, a ministry: who, when, and what was asked."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from navraag.errors import NotFoundError
from navraag.lexicon.cabinets import in_coalition
from navraag.lexicon.names import party_label
from navraag.lexicon.offices import Line, label_on, line_of, lines, party_by_address
from navraag.records.people import Membership
from navraag.store.naming import shown_names
from navraag.store.people import AnswerDays, People, in_kamer, in_posts
from navraag.store.views import CaseFilter, CasePage, Facets
from navraag.surfaces import links
from navraag.surfaces.popolo import ministry_shape, party_shape, person_shape
from navraag.surfaces.web.pages import kept, visit_of
from navraag.surfaces.web.site import Visit

SHOWN = 20
LONGEST_LIST = 12
MOST_PEOPLE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One line of a table of days: what or who, where its link leads, from when to when, and up to when that is known."""

    label: str
    href: str = ""
    more: str = ""
    start: date | None = None
    end: date | None = None
    known_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The cases of a page: the newest of them, how many of what, and how long answers took."""

    found: CasePage
    facets: Facets
    days: AnswerDays


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that one page shows; ``query`` is the list of all its cases, ``own`` what its facets need not repeat."""

    kind: str
    name: str
    query: dict[str, str]
    json: str
    stretches: tuple[Stretch, ...] = ()
    coalitions: tuple[Stretch, ...] = ()
    names: tuple[Stretch, ...] = ()
    other: str = ""
    own: str = ""


@kept
async def member(visit: Visit) -> Response:
    """What one member asked."""
    return await _person(visit, "lid")


@kept
async def official(visit: Visit) -> Response:
    """What one minister or state secretary was asked, and answered."""
    return await _person(visit, "bewindspersoon")


async def _person(visit: Visit, kind: str) -> Response:
    """A person as a member, or as a minister; who was both has a link to the other page."""
    people, own = People(visit.registry), str(visit.request.path_params["slug"])
    person, held = people.person(own), people.memberships(own)
    seats, posts = in_kamer(held), in_posts(held)
    other = {"lid": links.official_path(own) if posts else "", "bewindspersoon": links.member_path(own) if seats else ""}[kind]
    shown = _seats(seats) if kind == "lid" else _posts(posts)
    chosen = CaseFilter(today=visit.today, member=own) if kind == "lid" else CaseFilter(today=visit.today, official=own)
    profile = Profile(
        kind=kind, name=person.name, query={kind: own}, json=f"/{kind}/{own}.json", stretches=shown, other=other, own=own,
    )
    return await _page(visit, profile, chosen)


def _seats(seats: Iterable[Membership]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(
            label=party_label(one.on_behalf_of_id) if one.on_behalf_of_id else "", href=links.party_path(one.on_behalf_of_id) if one.on_behalf_of_id else "",
            start=one.start_date, end=one.end_date, known_until=one.known_until,
        )
        for one in seats
    )


def _posts(posts: Iterable[Membership]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(
            label=label_on(one.post_id or "", one.start_date or date.min), href=links.ministry_path(one.organization_id),
            start=one.start_date, end=None if one.known_until else one.end_date, known_until=one.known_until,
        )
        for one in posts
    )


@kept
async def party(visit: Visit) -> Response:
    """What the members of one party asked, who they were, and when the party was in a coalition."""
    asked = str(visit.request.path_params["slug"])
    people = People(visit.registry)
    try:
        found = people.party(asked)
    except NotFoundError:
        code = party_by_address(asked)
        if code is None:
            raise
        return RedirectResponse(visit.href(links.party_path(code)), 301)
    seats = people.in_party(found.id)
    names = shown_names(visit.registry)["officials"]
    profile = Profile(
        kind="partij", name=found.name, query={"partij": found.id}, json=f"/partij/{found.id}.json", own=found.id,
        stretches=tuple(_held_by(one, names, links.member_path) for one in seats[:MOST_PEOPLE]),
        coalitions=tuple(
            Stretch(label=part.cabinet, more=part.role, start=part.start, end=part.end and part.end - timedelta(days=1), known_until=part.known_until)
            for part in in_coalition(found.id)
        ),
    )
    return await _page(visit, profile, CaseFilter(today=visit.today, party=found.id))


@kept
async def ministry(visit: Visit) -> Response:
    """What one ministry was asked under all its names, and who held its posts."""
    line = _line(visit)
    if line.code != visit.request.path_params["slug"]:
        return RedirectResponse(visit.href(links.ministry_path(line.code)), 301)
    posts, names = People(visit.registry).in_ministry(line.code), shown_names(visit.registry)["officials"]
    profile = Profile(
        kind="ministerie", name=line.name, query={"aan": line.code}, json=f"/ministerie/{line.code}.json", own=line.code,
        stretches=tuple(
            replace(_held_by(one, names, links.official_path), more=label_on(one.post_id or "", one.start_date or date.min)) for one in posts[:MOST_PEOPLE]
        ),
        names=tuple(
            Stretch(label=row.name, more=", ".join(row.abbreviations), start=row.valid_from, end=row.valid_until and row.valid_until - timedelta(days=1))
            for row in line.names
        ),
    )
    return await _page(visit, profile, CaseFilter(today=visit.today, ministry=line.code))


def _line(visit: Visit) -> Line:
    """The line of the address; NotFoundError where no ministry has that code."""
    asked = str(visit.request.path_params["slug"]).lower()
    line = lines().get(line_of(asked))
    if line is None:
        raise NotFoundError(f"no ministry {asked!r} is known")
    return line


def _held_by(one: Membership, names: Mapping[str, str], path: Callable[[str], str]) -> Stretch:
    return Stretch(
        label=names.get(one.person_id, one.person_id), href=path(one.person_id), start=one.start_date,
        end=None if one.known_until else one.end_date, known_until=one.known_until,
    )


async def _page(visit: Visit, profile: Profile, chosen: CaseFilter) -> Response:
    """The page; its queries run beside the pages of other readers."""
    def look_up() -> Tally:
        registry = visit.site.lists
        return Tally(found=registry.cases(chosen, limit=SHOWN), facets=registry.facets(chosen), days=People(registry).days(chosen))

    tally = await asyncio.get_running_loop().run_in_executor(visit.site.clerk, look_up)
    return visit.page("profile.html", profile=profile, tally=tally, longest=LONGEST_LIST)


async def person_json(request: Request) -> Response:
    """A person as Popolo JSON, with seats and posts."""
    own = str(request.path_params["slug"])
    people = People(visit_of(request).registry)
    return JSONResponse(person_shape(people.person(own), people.memberships(own)))


async def party_json(request: Request) -> Response:
    """A party as Popolo JSON, with the seats held for it."""
    people = People(visit_of(request).registry)
    found = people.party(str(request.path_params["slug"]))
    return JSONResponse(party_shape(found, people.in_party(found.id)))


async def ministry_json(request: Request) -> Response:
    """A ministry as Popolo JSON, with its names and posts."""
    visit = visit_of(request)
    line = _line(visit)
    return JSONResponse(ministry_shape(line, People(visit.registry).in_ministry(line.code)))
