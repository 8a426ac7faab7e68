"""Report an error: what a reader says becomes a line for judgements.jsonl, which beats every rule once somebody agrees."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Literal, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from navraag.errors import NotFoundError
from navraag.store.reports import FullError, add_report
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.site import Visit

Kind = Literal["number", "subject", "person", "same_case", "not_a_finding", "followed_up", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NEEDS: dict[str, dict[str, str]] = {
    "number": {"number": "moet"}, "subject": {"subject": "moet"}, "person": {"name": "citaat", "person": "moet"}, "same_case": {"number": "moet"},
    "not_a_finding": {"quote": "citaat", "kind": "moet"}, "followed_up": {"quote": "citaat", "paper": "moet"}, "other": {"quote": "citaat", "should": "moet"},
}
"""The fields that a judgement of each kind has, and where they stand in the form."""
LONGEST = 2_000
FORM_SIZE = 16 * 1024


async def show(request: Request) -> Response:
    """The form; after it was sent, the line that came of it."""
    visit = visit_of(request)
    if request.method != "POST":
        given = {name: request.query_params.get(name, "")[:LONGEST] for name in ("zaak", "citaat")}
        return visit.page("error_report.html", kinds=KINDS, given=given, line="", refused="")
    if int(request.headers.get("content-length", "0") or 0) > FORM_SIZE or request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(400)
    form = await request.form(max_files=0, max_fields=20, max_part_size=FORM_SIZE)
    given = {name: " ".join(str(value).split())[:LONGEST] for name, value in form.items()}
    return await asyncio.to_thread(_take, visit, given)


def _take(visit: Visit, given: dict[str, str]) -> Response:
    kind = given.get("soort", "")
    refused = "" if kind in KINDS and given.get("reden") else "incomplete"
    try:
        case = visit.registry.case(given.get("zaak", "").split("/")[0]).number
    except NotFoundError:
        case, refused = "", "case"
    if refused:
        return visit.page("error_report.html", status=422, kinds=KINDS, given=given, line="", refused=refused)
    line = line_of(kind, case, given, visit.today.isoformat())
    try:
        add_report(visit.registry.file.parent, line, datetime.now(UTC))
    except FullError:
        return visit.page("error_report.html", status=503, kinds=KINDS, given=given, line="", refused="full")
    return visit.page("error_report.html", kinds=KINDS, given={}, line=json.dumps(line, ensure_ascii=False), refused="")


def line_of(kind: str, case: str, given: dict[str, str], day: str) -> dict[str, str]:
    """The report as a line of judgements.jsonl."""
    said = {field: given.get(name, "") for field, name in NEEDS[kind].items()}
    return {"on": day, "decision": kind, "case": case, **said, "because": given["reden"]}
