"""The page of one case, and the same as JSON."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from navraag.enrichment.timeline import timeline
from navraag.errors import NotFoundError
from navraag.records.cases import Case, Relation
from navraag.records.timeline import Timeline
from navraag.store.cited import CitedPapers
from navraag.store.findings import Findings
from navraag.store.reader import Registry
from navraag.surfaces.finding_shapes import findings_by_sort
from navraag.surfaces.links import case_path
from navraag.surfaces.shapes import case_shape
from navraag.surfaces.web.beside import cases_beside
from navraag.surfaces.web.case_findings import HIDDEN, CaseFindings
from navraag.surfaces.web.clock import bar, events
from navraag.surfaces.web.pages import kept, visit_of
from navraag.surfaces.web.passages import Reader
from navraag.surfaces.web.site import Visit
from navraag.surfaces.web.versions import versions
from navraag.surfaces.web.wording import cite_case, publications

SWITCH = "bevindingen"


def clock_of(case: Case, visit: Visit) -> Timeline:
    """The clock of a case on the day of the visit."""
    return timeline(case, visit.today, known_until=visit.registry.known_until)


def reader_of(case: Case, visit: Visit) -> Reader:
    """What writes the texts of a case in the reader's language."""
    held = Findings(visit.registry)
    shown = visit.request.query_params.get(SWITCH) == "toon"
    findings = held.of_case(case.number)
    cited = CitedPapers(visit.registry).of(one.found.key for one in findings if one.found.kind == "reference" and not one.found.key.startswith("http"))
    titles = {target: paper.title for target, paper in cited.items()}
    found = CaseFindings(case, findings, visit.say, titles=titles, shown=shown, read=held.is_read(case.number))
    return Reader(case, prefix=visit.prefix, missing=visit.say("note.missing"), findings=found)


def find_case(visit: Visit) -> Case:
    """The case of the address. Open Kamer wrote joint numbers as ``A|B``: the first that is held counts."""
    return visit.registry.case(visit.request.path_params["number"].split("|")[0].strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another case or publication that this one belongs to; ``case`` and its subject where it is held here."""

    kind: str
    target: str
    case: str = ""
    subject: str = ""


def related(case: Case, registry: Registry) -> tuple[Related, ...]:
    """What the case is related to; a publication of another case leads to that case."""
    return tuple(_related(relation, case.number, registry) for relation in case.relations)


def _related(relation: Relation, own: str, registry: Registry) -> Related:
    bare = Related(kind=relation.kind, target=relation.target)
    try:
        other = registry.case(relation.target)
    except NotFoundError:
        return bare
    return bare if other.number == own else Related(kind=relation.kind, target=relation.target, case=other.number, subject=other.subject)


@kept
async def show(visit: Visit) -> Response:
    """The page of a case; a former or joint number leads to the number of today, for ever."""
    case = find_case(visit)
    if case.number != visit.request.path_params["number"]:
        return RedirectResponse(visit.href(case_path(case.number)), 301)
    clock, reader = clock_of(case, visit), reader_of(case, visit)
    return visit.page(
        "case.html", case=case, clock=clock, events=events(case, clock), bar=bar(clock), reader=reader,
        citation=cite_case(case, visit.say, visit.absolute(case_path(case.number))),
        documents=visit.registry.documents_of(case.number), versions=versions(case),
        related=related(case, visit.registry), beside=await cases_beside(visit, case), citing=Findings(visit.registry).citing(known_as(case), apart_from=case.number),
    )


def known_as(case: Case) -> tuple[str, ...]:
    """Everything by which another text may cite the case: its numbers and its publications."""
    return tuple(dict.fromkeys((case.number, *case.former_numbers, *publications(case))))


async def findings_json(request: Request) -> Response:
    """The findings of a case, sort by sort; ``read`` is false where it was not read for them yet.

    The status of sub-questions is there only for who asks (``?deelvragen=toon``): where none was recognised, nothing is said of anybody.
    """
    visit = visit_of(request)
    case, held = find_case(visit), Findings(visit.registry)
    told = request.query_params.get("deelvragen") == "toon"
    found = (one for one in held.of_case(case.number) if told or one.found.kind not in HIDDEN)
    return JSONResponse({"case": case.number, "read": held.is_read(case.number)} | findings_by_sort(found))


async def as_json(request: Request) -> Response:
    """The public JSON shape of a case, with its clock on the day of the visit."""
    visit = visit_of(request)
    case = find_case(visit)
    if case.number != request.path_params["number"]:
        return RedirectResponse(case_path(case.number).rstrip("/") + ".json", 301)
    return JSONResponse(case_shape(case, clock_of(case, visit)))
