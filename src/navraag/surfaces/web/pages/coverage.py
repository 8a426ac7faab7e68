"""How complete the register is, year by year, with the reason of every gap; and the same in one line, as a badge."""

import asyncio
from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from navraag.records.coverage import Coverage, Reason
from navraag.store.completeness import coverage
from navraag.store.reader import open_registry
from navraag.surfaces.web.pages import kept, visit_of
from navraag.surfaces.web.site import Visit

_AN_HOUR = "public, max-age=3600"


@kept
async def show(visit: Visit) -> Response:
    """The coverage of every year."""
    found = await _coverage(visit)
    total: Counter[tuple[str, Reason]] = Counter()
    for year in found.years:
        total.update({(gap.what, gap.reason): gap.count for gap in year.gaps})
    return visit.page("coverage.html", coverage=found, reasons=total.most_common())


async def badge(request: Request) -> Response:
    """The share of known question sets that are held with their words, as a small SVG for other sites."""
    visit = visit_of(request)
    found = await _coverage(visit)
    share = visit.say("coverage.nothing") if found.share is None else f"{visit.say.decimal(100 * found.share)} %"
    text = visit.site.environments[visit.language].get_template("badge.svg").render(
        label=visit.say("coverage.badge"), value=share, left=len(visit.say("coverage.badge")) * 7 + 14, right=len(share) * 7 + 14,
    )
    return Response(text, media_type="image/svg+xml", headers={"cache-control": _AN_HOUR})


async def _coverage(visit: Visit) -> Coverage:
    """Counted on a line of its own to the registry, so that no other reader waits for the few seconds that it takes."""
    lists = visit.site.lists

    def counted() -> Coverage:
        with open_registry(lists.file) as own:
            return coverage(own)

    return await asyncio.get_running_loop().run_in_executor(None, lambda: lists.remember(("coverage",), counted))
