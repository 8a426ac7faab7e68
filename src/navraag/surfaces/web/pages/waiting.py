"""Lists that people act on: too late, due soon, without notice, open longest; as page, JSON, CSV, Atom and iCalendar."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from navraag.errors import NotFoundError
from navraag.store.lists import DayList, Group, ListKind, day_list, groups, last_known_day, names_for
from navraag.store.people import People
from navraag.store.reader import Registry
from navraag.store.waiting import GroupKind, WaitingCase, waiting_on
from navraag.surfaces import links
from navraag.surfaces.exports.waiting import groups_table, list_table
from navraag.surfaces.feeds import atom, calendar
from navraag.surfaces.feeds.waiting import waiting_feed, window
from navraag.surfaces.web.asked import GROUPS, choice_of, day_of, groups_of, number_of, search_of
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.site import Visit

KINDS: dict[str, ListKind] = {
    "te-laat": "late", "binnenkort": "soon", "zonder-uitstelbericht": "without_notice", "langst-open": "longest_open",
}
FORMATS = ("json", "csv", "atom", "ics")
PAGE_SIZE = 100
_MOST_PAGES = 100_000
_WEEK = timedelta(days=7)

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for: which list, of which day, narrowed to what, by whom counted, which page of it."""

    name: str
    day: date
    chosen: Mapping[GroupKind, str]
    per: str
    page: int
    dated: bool
    of_member: bool = False

    @property
    def kind(self) -> ListKind:
        """The list."""
        return KINDS[self.name]

    def query(self, **changes: Any) -> dict[str, Any]:
        """The same as values for an address, with some of them changed; what stands in the path already is left out."""
        held: dict[str, Any] = {"dag": self.day.isoformat() if self.dated else None, "per": None if self.per == "ministerie" else self.per}
        held |= {name: self.chosen.get(kind) for name, kind in GROUPS.items() if not (self.of_member and kind == "member")}
        return held | changes

    @property
    def path(self) -> str:
        """Its address without a form: /te-laat, /lid/anne-kuik/open."""
        return f"{links.member_path(self.chosen['member'])}/open" if self.of_member else f"/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A list ready to be shown: the list, who has how much of it, and the names for choosing."""

    wanted: Wanted
    listed: DayList
    groups: tuple[Group, ...]
    names: Mapping[GroupKind, Mapping[str, str]]

    @property
    def about(self) -> str:
        """To what the list is narrowed, in words."""
        return ", ".join(self.names[kind].get(key, key) for kind, key in self.wanted.chosen.items())


def page(name: str) -> Handler:
    """The page of a list."""
    async def show(request: Request) -> Response:
        return await _show(visit_of(request), name)

    show.__doc__ = f"The list {KINDS[name]} of a day."
    return show


def file(name: str, form: str) -> Handler:
    """The same list in another form."""
    async def give(request: Request) -> Response:
        return await _give(visit_of(request), name, form)

    give.__doc__ = f"The list {KINDS[name]} of a day as {form}."
    return give


async def _show(visit: Visit, name: str) -> Response:
    try:
        made = await _made(visit, name)
    except NotFoundError as error:
        return _missing(visit, error)
    wanted, listed = made.wanted, made.listed
    last = max(1, -(-len(listed.cases) // PAGE_SIZE))
    start = (min(wanted.page, last) - 1) * PAGE_SIZE
    return visit.page(
        "waiting.html", made=made, wanted=wanted, listed=listed, shown=listed.cases[start : start + PAGE_SIZE], page=min(wanted.page, last),
        last=last, kinds=KINDS, choices=_choices(made), forms=FORMATS, search=search_of, window=window(listed, made.about) if visit.language == "nl" else "",
        monday=monday_before(wanted.day), next_monday=_next_monday(wanted.day, last_known_day(visit.site.lists, visit.today)),
    )


async def _give(visit: Visit, name: str, form: str) -> Response:
    try:
        made = await _made(visit, name)
    except NotFoundError as error:
        return JSONResponse({"error": str(error)}, 404) if form == "json" else Response(f"{error}\n", 404, media_type="text/plain")
    return _FORMS[form](visit, made)


def _missing(visit: Visit, error: NotFoundError) -> Response:
    """A ministry, party or person that the registry does not know."""
    asked = [value for name in GROUPS if (value := visit.request.query_params.get(name))]
    told = ", ".join(asked) or str(visit.request.path_params.get("slug", error))
    return visit.page("error.html", status=404, kind="missing", told=told[:200], nearest=())


async def _made(visit: Visit, name: str) -> Made:
    """The list asked for; made beside the pages of other readers."""
    return await asyncio.get_running_loop().run_in_executor(visit.site.clerk, _make, visit, name)


def _make(visit: Visit, name: str) -> Made:
    registry = visit.site.lists
    wanted = _wanted(registry, visit, name)
    listed = day_list(registry, wanted.kind, wanted.day, only=wanted.chosen)
    waiting = () if listed.beyond else waiting_on(registry, wanted.day)
    names = {kind: names_for(registry, kind, wanted.day, _keys(waiting, kind, wanted.chosen.get(kind))) for kind in GROUPS.values()}
    return Made(wanted=wanted, listed=listed, groups=groups(registry, listed, GROUPS[wanted.per]), names=names)


def _keys(waiting: tuple[WaitingCase, ...], kind: GroupKind, chosen: str | None) -> set[str]:
    """Whoever has anything that waits on the day, and who was asked for."""
    return {key for case in waiting for key in case.keys(kind)} | ({chosen} if chosen else set())


def _wanted(registry: Registry, visit: Visit, name: str) -> Wanted:
    query, slug = visit.request.query_params, visit.request.path_params.get("slug")
    asked = day_of(query, "dag")
    day = asked or last_known_day(registry, visit.today)
    chosen = groups_of(registry, query, day)
    if slug is not None:
        chosen["member"] = _member(registry, str(slug))
    return Wanted(
        name=name, day=day, chosen=chosen, per=choice_of(query, "per", GROUPS) or "ministerie",
        page=max(1, number_of(query, "pagina", _MOST_PAGES) or 1), dated=asked is not None, of_member=slug is not None,
    )


def _member(registry: Registry, slug: str) -> str:
    """A person who is held, asking or not: whoever has nothing open has an empty list."""
    return People(registry).person(slug).id


def _choices(made: Made) -> dict[str, list[tuple[str, str]]]:
    """By what the list can be narrowed: name and code of whoever has anything that waits on the day."""
    return {
        name: sorted(((label, key) for key, label in made.names[kind].items()), key=lambda pair: pair[0].casefold())
        for name, kind in GROUPS.items()
    }


def monday_before(day: date) -> date:
    """The last Monday before a day: the Kamer's own list came out on Mondays.

    >>> monday_before(date(2024, 5, 13))
    datetime.date(2024, 5, 6)
    """
    return day - timedelta(days=day.weekday() or 7)


def _next_monday(day: date, last: date) -> date | None:
    following = day - timedelta(days=day.weekday()) + _WEEK
    return following if following <= last else None


def _json(visit: Visit, made: Made) -> Response:
    listed = made.listed
    return JSONResponse({
        "list": listed.kind, "day": listed.day.isoformat(), "known_until": listed.known_until.isoformat() if listed.known_until else None,
        "beyond": listed.beyond, "window": window(listed, made.about), "only": dict(made.wanted.chosen), "sets": len(listed.cases),
        "questions": listed.questions, "open_sets": listed.waiting, "by": GROUPS[made.wanted.per],
        "groups": groups_table(made.groups).records(), "cases": list_table(listed).records(), "url": visit.absolute(made.wanted.path),
    })


def _csv(visit: Visit, made: Made) -> Response:
    """The sets; with ``?tabel=groepen`` those by ministry, post, party or member."""
    grouped = visit.request.query_params.get("tabel") == "groepen"
    table = groups_table(made.groups) if grouped else list_table(made.listed)
    name = f"{made.wanted.name}-{made.listed.day}{'-groepen' if grouped else ''}.csv"
    return Response(table.csv(), media_type="text/csv; charset=utf-8", headers={"content-disposition": f'attachment; filename="{name}"'})


def _feed(visit: Visit, made: Made, form: str) -> Any:
    site, query = visit.absolute(""), visit.request.url.query
    question = f"?{query}" if query else ""
    return waiting_feed(
        made.listed, site=site, address=f"{made.wanted.path}.{form}{question}", page=f"{made.wanted.path}{question}", about=made.about,
    )


def _atom(visit: Visit, made: Made) -> Response:
    return Response(atom.atom(_feed(visit, made, "atom")), media_type=atom.MEDIA_TYPE)


def _ics(visit: Visit, made: Made) -> Response:
    return Response(calendar.calendar(_feed(visit, made, "ics")), media_type=calendar.MEDIA_TYPE)


_FORMS: dict[str, Callable[[Visit, Made], Response]] = {"json": _json, "csv": _csv, "atom": _atom, "ics": _ics}
