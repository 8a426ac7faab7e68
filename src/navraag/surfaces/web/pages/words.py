"""Help that explains every term, and the legal page: plain words, no registry needed."""

from starlette.responses import Response

from navraag.surfaces.web.pages import kept
from navraag.surfaces.web.site import Visit

TERMS = (
    "set", "pair", "term", "notice", "late", "in_time", "withdrawn", "further", "joint", "orphan", "source", "finding", "commitment", "announcement", "gap", "lapsed",
    "unknown", "recess", "member", "ministry", "stance", "number", "coverage",
)


@kept
async def terms(visit: Visit) -> Response:
    """What every word on this site means."""
    return visit.page("help.html", terms=TERMS)


@kept
async def legal(visit: Visit) -> Response:
    """Whose the data are, what this site is not, and what is done with addresses."""
    return visit.page("legal.html")
