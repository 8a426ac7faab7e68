"""The permalink of one numbered question: its answers, its notes, and a citation to copy."""

from starlette.responses import RedirectResponse, Response

from navraag.errors import NotFoundError
from navraag.records.cases import Case
from navraag.surfaces.links import pair_path
from navraag.surfaces.web.pages import kept
from navraag.surfaces.web.pages.case import clock_of, find_case, reader_of
from navraag.surfaces.web.site import Visit
from navraag.surfaces.web.wording import cite_pair


@kept
async def show(visit: Visit) -> Response:
    """The page of a pair."""
    case = find_case(visit)
    place = _place(case, visit.request.path_params["label"])
    pair = case.pairs[place]
    if (case.number, pair.label) != (visit.request.path_params["number"], visit.request.path_params["label"]):
        return RedirectResponse(visit.href(pair_path(case.number, pair.label)), 301)
    reader = reader_of(case, visit)
    passage = reader.passage(pair)
    return visit.page(
        "pair.html", case=case, pair=pair, clock=clock_of(case, visit), passage=passage, passages=reader,
        before=case.pairs[place - 1] if place else None, after=next(iter(case.pairs[place + 1:]), None),
        citation=cite_pair(case, pair, visit.say, visit.absolute(pair_path(case.number, pair.label))),
    )


def _place(case: Case, label: str) -> int:
    """Where the pair with this label stands in the case; capitals do not matter."""
    for place, pair in enumerate(case.pairs):
        if pair.label.casefold() == label.casefold():
            return place
    raise NotFoundError(f"{case.number} has no question {label[:20]!r}")
