"""What stands beside a case: cases on the same subject, sought while the page is made and never waited for long."""

import asyncio

from navraag.records.cases import Case
from navraag.store.search.files import IndexMissingError
from navraag.surfaces.drafting.related import RelatedCase, related_cases
from navraag.surfaces.web.site import Visit

LONGEST_WAIT = 0.5


async def cases_beside(visit: Visit, case: Case) -> tuple[RelatedCase, ...]:
    """Some cases on the same subject; none where there is no search index, or when all its threads are busy."""
    sought = asyncio.get_running_loop().run_in_executor(visit.site.searchers, lambda: related_cases(visit.site.finder, case))
    try:
        async with asyncio.timeout(LONGEST_WAIT):
            return await sought
    except (IndexMissingError, TimeoutError):
        return ()
