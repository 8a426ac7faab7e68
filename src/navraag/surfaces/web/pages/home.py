"""The first page: what is new, what was answered, what is late, what was promised, and how far the registry reaches."""

from starlette.responses import Response

from navraag.store.registers import RegisterFilter, Registers
from navraag.store.views import OPEN_STATES, CaseFilter
from navraag.surfaces.web.pages import kept
from navraag.surfaces.web.site import Visit

SHOWN = 6


@kept
async def show(visit: Visit) -> Response:
    """The home page."""
    waiting = CaseFilter(today=visit.today, states=OPEN_STATES, order="longest_open")
    return visit.page(
        "home.html",
        counts=visit.registry.counts(visit.today),
        tabled=visit.registry.recent(visit.today, what="tabled", limit=SHOWN),
        answered=visit.registry.recent(visit.today, what="answered", limit=SHOWN),
        waiting=visit.registry.cases(waiting, limit=SHOWN),
        promised=Registers(visit.registry).page(RegisterFilter(kind="commitment", today=visit.today, term="due"), limit=SHOWN).rows,
    )
