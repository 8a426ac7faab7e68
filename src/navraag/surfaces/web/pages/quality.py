"""What findings are, how well they are found, and how an error is put right."""

import asyncio

from starlette.responses import Response

from navraag.lexicon.corrections import EXAMPLE
from navraag.lexicon.measured import measures
from navraag.store.findings import Findings
from navraag.surfaces.registers import REGISTERS
from navraag.surfaces.web.pages import kept
from navraag.surfaces.web.pages.cited import KINDS
from navraag.surfaces.web.site import Visit


@kept
async def show(visit: Visit) -> Response:
    """The page about findings."""
    held = Findings(visit.site.lists)
    (done, total), kinds = await asyncio.get_running_loop().run_in_executor(visit.site.clerk, lambda: (held.read(), held.kinds()))
    return visit.page(
        "findings.html", measures=measures(), kinds=[one for one in kinds if one.kind != "status"], done=done, total=total,
        registers=REGISTERS.values(), lists=KINDS, example=EXAMPLE,
    )
