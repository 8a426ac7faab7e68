"""Cases, pairs, search, and what changed."""

from collections.abc import Mapping
from typing import Any, get_args

from navraag.enrichment.timeline import timeline
from navraag.errors import NotFoundError
from navraag.lexicon.cabinets import STANCES
from navraag.records.timeline import State
from navraag.store import outbox
from navraag.store.findings import Findings
from navraag.store.search.results import CaseHits, PairHit, SearchFacet, Snippet
from navraag.store.search.schema import ORDERS
from navraag.store.views import ANSWERED_STATES, OPEN_STATES, OVERDUE_STATES, CaseFilter, CaseRow, Order
from navraag.surfaces.api import cursors
from navraag.surfaces.api.endpoints import DAY, MOST_LINES, Desk, Endpoint, Listed
from navraag.surfaces.api.parameters import BadParameterError, Parameter
from navraag.surfaces.finding_shapes import findings_by_sort
from navraag.surfaces.links import case_path, pair_path, registration_url
from navraag.surfaces.shapes import Shape, case_shape, iso, pair_shape, timeline_shape

_GROUPS: dict[str, tuple[State, ...]] = {"waiting": OPEN_STATES, "overdue": OVERDUE_STATES, "answered": ANSWERED_STATES}
NUMBER = Parameter(name="number", about="Number of the case, a former number, or the name of one of its publications", place="path", required=True, most=200, example="2020Z02502")
LABEL = Parameter(name="label", about="Printed number of the question", place="path", required=True, most=200, example="5")
MOST_FOUND = 10_000


def case_line(row: CaseRow) -> Shape:
    """A case as lists show it."""
    return {
        "number": row.number, "subject": row.subject, "tabled_on": iso(row.tabled_on), "answered_on": iso(row.answered_on),
        "due_on": iso(row.due_on), "state": row.state, "days": row.days, "askers": row.askers, "addressees": row.addressees,
        "questions": row.question_count, "answered_questions": row.answered_count, "page": case_path(row.number),
    }


def cases(desk: Desk, asked: Mapping[str, Any]) -> Listed:
    """Cases that a filter lets through."""
    states = tuple(_GROUPS.get(asked["state"], (asked["state"],))) if asked["state"] else ()
    plain = {name: asked[name] for name in ("party", "ministry", "topic", "member", "official", "stance", "year", "chamber", "oral")}
    wanted = CaseFilter(today=desk.day(asked), text=asked["text"] or "", states=states, order=asked["order"], **plain)
    offset = cursors.read(asked["cursor"], asked, most=MOST_LINES)
    page = desk.registry.cases(wanted, offset=offset, limit=asked["limit"])
    return Listed(items=[case_line(row) for row in page.rows], total=page.total, offset=offset)


def case(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """A whole case with its clock, findings and addresses."""
    held = desk.registry.case(asked["number"])
    clock = timeline(held, desk.day(asked), known_until=desk.registry.known_until)
    found = Findings(desk.registry)
    return case_shape(held, clock) | {
        "findings": findings_by_sort(found.of_case(held.number)) if found.is_read(held.number) else None,
        "page": case_path(held.number), "official_page": registration_url(held.number),
    }


def clock_of(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """The clock of a case on a day."""
    held = desk.registry.case(asked["number"])
    return {"number": held.number} | timeline_shape(timeline(held, desk.day(asked), known_until=desk.registry.known_until))


def pair(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """One question with its answers."""
    held = desk.registry.case(asked["number"])
    found = next((one for one in held.pairs if one.label == asked["label"]), None)
    if found is None:
        raise NotFoundError(f"{held.number} has no question {asked['label']!r}; it has {', '.join(one.label for one in held.pairs) or 'none'}")
    notes = held.questions.footnotes if held.questions else ()
    return pair_shape(found) | {
        "subject": held.subject, "tabled_on": iso(held.tabled_on), "page": pair_path(held.number, found.label),
        "question_footnotes": [{"label": note.label, "text": note.text, "urls": list(note.urls)} for note in notes if note.label in found.question.text.labels],
    }


def search(desk: Desk, asked: Mapping[str, Any]) -> Listed:
    """Pairs that a query finds."""
    offset = cursors.read(asked["cursor"], asked, most=MOST_FOUND)
    found = desk.search(asked["q"], today=desk.day(asked), order=asked["order"], offset=offset, limit=asked["limit"], facets=asked["facets"])
    return Listed(
        items=[_hit(group, hit) for group in found.groups for hit in group.pairs], total=min(found.total, MOST_LINES), offset=offset,
        more={
            "query": asked["q"], "facets": [_facet(one) for one in found.facets],
            "suggestions": [{"kind": one.kind, "printed": one.printed, "value": one.value, "query": one.query} for one in found.offers],
        },
    )


def _hit(group: CaseHits, hit: PairHit) -> Shape:
    return {
        "id": hit.id, "case": group.case.number, "label": hit.label or None, "subject": group.case.subject,
        "tabled_on": iso(group.case.tabled_on), "answered_on": iso(group.case.answered_on), "state": group.case.state,
        "askers": group.case.askers, "addressees": group.case.addressees, "score": hit.score,
        "question": _snippet(hit.question), "answer": _snippet(hit.answer),
        "page": pair_path(group.case.number, hit.label) if hit.label else case_path(group.case.number),
    }


def _snippet(snippet: Snippet) -> list[Shape]:
    return [{"text": piece.text, "marked": piece.marked} for piece in snippet.pieces]


def _facet(facet: SearchFacet) -> Shape:
    choices = [{"value": one.value, "label": one.label, "count": one.count, "chosen": one.chosen, "query": one.query} for one in facet.choices]
    return {"name": facet.name, "choices": choices}


def changes(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """The cases that were written or removed after a cursor."""
    here = outbox.position(desk.registry)
    since = _since(asked["since"], here.epoch)
    told = outbox.changes(desk.registry, since, asked["limit"])
    last = told[-1][0] if told else max(since, here.seq)
    held = {one.case.number: one.case.subject for one in outbox.cases_named(desk.registry, (number for _, number in told))}
    items = [
        {"number": number, "gone": number not in held, "subject": held.get(number), "page": case_path(number) if number in held else None}
        for _, number in told
    ]
    return {"items": items, "since": f"{here.epoch}-{last}", "more": last < here.seq}


def _since(cursor: str | None, epoch: str) -> int:
    if cursor is None:
        return 0
    held, _, seq = cursor.rpartition("-")
    if not seq.isascii() or not seq.isdigit() or len(seq) > 15 or not held:
        raise BadParameterError("since", "is none that was given here; begin without it")
    if held != epoch:
        raise BadParameterError("since", "is of a registry that was made anew since; begin without it")
    return int(seq)


_ORDERS: tuple[str, ...] = get_args(Order)
CASES = (
    Endpoint(
        path="/cases", name="listCases", about="Cases, filtered and in an order.", tag="cases", handler=cases, shape="CaseLine", listed=True, example="year=2020&party=cda",
        parameters=(
            Parameter(name="text", about="Words that all stand in the number or the subject", most=500, example="stikstof"),
            Parameter(name="state", about="State on the day, or a group: waiting, overdue, answered", values=(*_GROUPS, *get_args(State))),
            Parameter(name="party", about="Party of one of the askers: its id or any of its names", most=200),
            Parameter(name="ministry", about="Ministry that was asked: its id or any of its names", most=200),
            Parameter(name="topic", about="Topic given by the publisher", most=200),
            Parameter(name="member", about="Id of a member who asked", most=200),
            Parameter(name="official", about="Id of a minister or state secretary who was asked, or answered", most=200),
            Parameter(name="stance", about="Where one of the askers stood on the day of tabling", values=STANCES),
            Parameter(name="year", about="Calendar year of tabling", kind="integer", least=1900, most=2200, example=2020),
            Parameter(name="chamber", about="Tweede Kamer or Eerste Kamer", values=("tk", "ek")),
            Parameter(name="oral", about="Only oral, or only written questions", kind="boolean"),
            Parameter(name="order", about="The order of the lines", values=_ORDERS, default="newest"), DAY,
        ),
    ),
    Endpoint(path="/cases/{number}", name="getCase", about="A whole case: questions, answers, notices, clock, findings and sources.", tag="cases", handler=case, shape="Case", parameters=(NUMBER, DAY)),
    Endpoint(path="/cases/{number}/timeline", name="getTimeline", about="The legal clock of a case on a day.", tag="cases", handler=clock_of, shape="Timeline", parameters=(NUMBER, DAY)),
    Endpoint(path="/pairs/{number}/{label}", name="getPair", about="One numbered question with its answers.", tag="cases", handler=pair, shape="PairPage", parameters=(NUMBER, LABEL)),
    Endpoint(
        path="/search", name="search", about="Pairs that a query finds, in the query language of the site.", tag="cases", handler=search, shape="Hit", listed=True, example="q=stikstof+partij:cda",
        parameters=(
            Parameter(name="q", about="The query", required=True, most=4_000, example="stikstof van:Omtzigt"),
            Parameter(name="order", about="The order of the hits", values=("relevance", *(one for one in ORDERS if one != "relevance")), default="relevance"),
            Parameter(name="facets", about="Whether to count by year, party, member, ministry, topic and state", kind="boolean", default=False), DAY,
        ),
    ),
    Endpoint(
        path="/changes", name="listChanges", about="The cases that changed after a cursor, in order of their last change: keep `since` and ask again. "
        "Each case is told once, however often it changed; a registry that is made anew begins anew.", tag="cases", handler=changes, shape="Changes",
        parameters=(
            Parameter(name="since", about="The cursor of the answer before", most=100),
            Parameter(name="limit", about="How many changes at most", kind="integer", least=1, most=1000, default=100),
        ),
    ),
)
