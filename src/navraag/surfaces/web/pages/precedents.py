"""``/precedenten``: paste or hand in a draft, and see what was asked and answered before. A draft is never stored."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from navraag.errors import ConfigurationError, NavraagError, NotFoundError
from navraag.lexicon.offices import lines
from navraag.store.search.files import IndexMissingError
from navraag.surfaces.drafting.annex import precedents_file
from navraag.surfaces.drafting.chains import answered_otherwise, chain_of
from navraag.surfaces.drafting.concept import concept_file
from navraag.surfaces.drafting.drafts import Draft, draft_of_case, draft_of_content, draft_of_text
from navraag.surfaces.drafting.finding import Precedents, Wanted, find_precedents, ministry_called
from navraag.surfaces.drafting.followup import followup_file, proposals
from navraag.surfaces.drafting.related import doubles, related_cases
from navraag.surfaces.drafting.telling import markdown
from navraag.surfaces.reading import Failure
from navraag.surfaces.web.handed_in import handed_in
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.pages.case import find_case
from navraag.surfaces.web.precedent_views import view
from navraag.surfaces.web.site import Visit

PATH = "/precedenten"
MOST_QUESTIONS = 30
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STATUS: dict[str, int] = {"too_large": 413, "busy": 503}
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The form as it was filled in; what cannot be is read as empty, and said."""

    number: str = ""
    text: str = ""
    ministry: str = ""
    since: str = ""
    until: str = ""
    form: str = "pagina"

    def wanted(self) -> Wanted:
        """The filters. ConfigurationError names what cannot be."""
        return Wanted(ministry=ministry_called(self.ministry), since=_day(self.since), until=_day(self.until))


def _day(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError as error:
        raise ConfigurationError(f"{printed!r} is no day, such as 2023-05-31") from error


async def show(request: Request) -> Response:
    """The form; and what was found for the draft that was handed in, or for the case in the address."""
    visit = visit_of(request)
    if request.method == "POST":
        return await _handed_in(visit)
    query = request.query_params
    asked = Asked(
        number=query.get("nr", "").strip()[:80], ministry=query.get("ministerie", "")[:80], since=query.get("van", "")[:10],
        until=query.get("tot", "")[:10], form=query.get("vorm", "pagina"),
    )
    if not asked.number:
        return _page(visit, asked)
    number, _, label = asked.number.partition("/")
    try:
        return await _found(visit, asked, draft_of_case(visit.registry.case(number), label))
    except NotFoundError:
        return _page(visit, asked, failure="no_case", status=404)


async def _handed_in(visit: Visit) -> Response:
    room = visit.site.reading_room
    given = await handed_in(visit.request, room.limits.size)
    fields = given.fields
    asked = Asked(
        text=given.data.decode("utf-8", "replace") if given.pasted else "", ministry=fields.get("ministerie", ""), since=fields.get("van", ""),
        until=fields.get("tot", ""), form=fields.get("vorm", "pagina"),
    )
    reading = await room.read(given.data, name=given.name)
    draft = draft_of_content(reading.parsed.content) if reading.parsed else None
    if draft is None and given.pasted and reading.failure in {None, "not_a_document", "not_understood"}:
        draft = draft_of_text(asked.text)
    if draft is None or not draft.questions:
        failure: Failure | str = reading.failure or "no_questions"
        return _page(visit, asked, failure=failure, status=_STATUS.get(failure, 422))
    return await _found(visit, asked, draft)


async def _found(visit: Visit, asked: Asked, draft: Draft) -> Response:
    left_out = draft.left_out + max(0, len(draft.questions) - MOST_QUESTIONS)
    short = replace(draft, questions=draft.questions[:MOST_QUESTIONS], left_out=left_out)
    try:
        wanted = asked.wanted()
        found = await _apart(visit, lambda: find_precedents(visit.site.finder, short, wanted))
    except ConfigurationError:
        return _page(visit, asked, failure="filter", status=422)
    except IndexMissingError:
        return _page(visit, asked, failure="no_index", status=503)
    return _in_form(visit, asked, found)


def _in_form(visit: Visit, asked: Asked, found: Precedents) -> Response:
    if asked.form == "word":
        return _file(precedents_file(found), WORD, "precedenten.docx")
    if asked.form == "markdown":
        return _file(markdown(found).encode(), "text/markdown; charset=utf-8", "precedenten.md")
    text = "\n\n".join(f"Vraag {one.label}\n{one.plain}" for one in found.draft.questions)
    return _page(visit, replace(asked, text="" if asked.number else text), found=found, status=200)


def _page(visit: Visit, asked: Asked, *, found: Precedents | None = None, failure: str = "", status: int = 200) -> Response:
    response = visit.page(
        "precedents.html", status=status, asked=asked, failure=failure, view=view(found, visit) if found else None, path=PATH,
        ministries=sorted((line.code, line.name) for line in lines().values()),
    )
    response.headers["cache-control"] = "no-store"
    return response


def _file(data: bytes, media_type: str, name: str) -> Response:
    return Response(data, media_type=media_type, headers={"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}", "cache-control": "no-store"})


async def beside(request: Request) -> Response:
    """Cases that resemble a case, cases of the same fortnight that ask the same, and files to work with."""
    visit = visit_of(request)
    case = find_case(visit)
    try:
        related, twice = await _apart(visit, lambda: (related_cases(visit.site.finder, case, most=12), doubles(visit.site.finder, case)))
    except IndexMissingError:
        return visit.page("beside.html", status=503, case=case, related=(), doubles=(), failed=True)
    others = [one for one in related if one.number not in {double.number for double in twice}]
    return visit.page("beside.html", case=case, related=others, doubles=twice, failed=False)


async def chain(request: Request) -> Response:
    """What came before and after a case, and the same questions that were answered otherwise."""
    visit = visit_of(request)
    case = find_case(visit)
    links = await _apart(visit, lambda: chain_of(visit.site.finder, case))
    try:
        otherwise = await _apart(visit, lambda: answered_otherwise(visit.site.finder, case))
    except IndexMissingError:
        return visit.page("chain.html", status=503, case=case, chain=links, otherwise=(), failed=True)
    return visit.page("chain.html", case=case, chain=links, otherwise=otherwise, failed=False)


async def concept(request: Request) -> Response:
    """The file of an answer to a case, with precedents."""
    visit = visit_of(request)
    case = find_case(visit)
    draft = draft_of_case(case)
    short = replace(draft, questions=draft.questions[:MOST_QUESTIONS], left_out=max(0, len(draft.questions) - MOST_QUESTIONS))
    return await _download(visit, lambda: concept_file(case, find_precedents(visit.site.finder, short, Wanted(answered=True))), f"concept-{case.number}.docx")


async def followup(request: Request) -> Response:
    """A draft of follow-up questions on a case."""
    visit = visit_of(request)
    case = find_case(visit)
    return await _download(visit, lambda: followup_file(case, proposals(case, visit.today)), f"vervolg-{case.number}.docx")


async def _download(visit: Visit, make: Callable[[], bytes], name: str) -> Response:
    try:
        return _file(await _apart(visit, make), WORD, name)
    except NotFoundError:
        raise
    except IndexMissingError as error:
        return Response(f"{error}\n", 503, media_type="text/plain")
    except NavraagError as error:
        return Response(f"{error}\n", 422, media_type="text/plain")


async def _apart(visit: Visit, work: Callable[[], T]) -> T:
    """Done by a thread of the search: who opens a case does not wait for it."""
    return await asyncio.get_running_loop().run_in_executor(visit.site.searchers, work)
