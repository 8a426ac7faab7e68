"""``/lees``: hand in any document and see what stands in it. Nothing is stored."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from navraag.enrichment.base import findings
from navraag.enrichment.passages import passages
from navraag.records.cases import Case
from navraag.surfaces.reading import Failure, Reading
from navraag.surfaces.shapes import kind_of
from navraag.surfaces.web.case_findings import CaseFindings
from navraag.surfaces.web.characters import account_view
from navraag.surfaces.web.handed_in import HandedIn, handed_in
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.passages import Reader
from navraag.surfaces.web.preview import heading_of, preview
from navraag.surfaces.web.site import Visit

# More than any set of questions has; a page with more would keep other readers waiting.
MOST_PAIRS = 500
# The same for findings: a hundred thousand letters are read in a few tenths of a second.
MOST_LETTERS = 100_000
STATUS: dict[Failure, int] = {"too_large": 413, "busy": 503}


async def show(request: Request) -> Response:
    """The form, and after it was sent what was read."""
    visit = visit_of(request)
    if request.method != "POST":
        return visit.page("lees.html", reading=None, name="")
    given = await handed_in(request, visit.site.reading_room.limits.size)
    return _result(visit, await visit.site.reading_room.read(given.data, name=given.name), given)


def _result(visit: Visit, reading: Reading, given: HandedIn) -> Response:
    name = given.name
    if reading.parsed is None:
        status = STATUS.get(reading.failure, 422) if reading.failure else 200
        return visit.page("lees.html", status=status, reading=reading, name=name)
    whole = preview(reading.parsed.content)
    case = replace(whole, pairs=whole.pairs[:MOST_PAIRS], orphans=whole.orphans[:MOST_PAIRS]) if whole else None
    found = _found(case, visit) if case and given.fields.get("bevindingen") == "toon" else None
    reader = Reader(case, prefix=visit.prefix, missing=visit.say("note.missing"), findings=found) if case else None
    account = account_view(reading.characters, visit.say) if reading.characters else None
    return visit.page(
        "lees_result.html", kind=kind_of(reading.parsed.content), account=account, parsed=reading.parsed, name=name, case=case, reader=reader,
        left_out=max(0, len(whole.pairs) - MOST_PAIRS) if whole else 0, heading=heading_of(reading.parsed.content),
    )


def _found(case: Case, visit: Visit) -> CaseFindings | None:
    """What rules find in a document that was handed in; None where it is too long to be read for it while others wait."""
    letters = sum(len(passage.text) for passage in passages(case))
    return CaseFindings(case, findings(case), visit.say, shown=True) if letters <= MOST_LETTERS else None
