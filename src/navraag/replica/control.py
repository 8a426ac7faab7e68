"""``/_replica/…``: what tests and people set while a replica runs: faults, the clock, changes; and what was asked of it."""

from datetime import UTC, date, datetime

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from navraag.errors import NavraagError
from navraag.replica.dutch_time import at_hour
from navraag.replica.faults import Fault, Switchboard, read_faults
from navraag.replica.world import World

ROOT = "/_replica"


def read_moment(printed: str) -> datetime:
    """A moment, or the evening of a day.

    >>> read_moment("2024-06-28").isoformat()
    '2024-06-28T21:00:00+00:00'
    """
    if len(printed) == 10:
        return at_hour(date.fromisoformat(printed), 23)
    moment = datetime.fromisoformat(printed)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Control:
    """The routes of the control; every one answers with JSON."""

    def __init__(self, world: World, board: Switchboard) -> None:
        self.world, self.board = world, board

    def routes(self) -> list[Route]:
        """Everything under ``/_replica``."""
        return [
            Route(f"{ROOT}/state", self.state), Route(f"{ROOT}/clock", self.clock, methods=["PUT"]),
            Route(f"{ROOT}/faults", self.faults, methods=["PUT"]), Route(f"{ROOT}/requests", self.requests, methods=["GET", "DELETE"]),
            Route(f"{ROOT}/change", self.change, methods=["POST"]), Route(f"{ROOT}/remove", self.remove, methods=["POST"]),
        ]

    async def state(self, _request: Request) -> JSONResponse:
        """The clock, the horizon, the faults and how often each struck."""
        return JSONResponse({
            "holdings": self.world.holdings.name, "dossiers": len(self.world.holdings.dossiers), "now": self.world.now.isoformat(),
            "horizon": self.world.horizon, "faults": [_shape(fault) | {"met": self.board.met.get(fault, 0)} for fault in self.board.faults],
        })

    async def clock(self, request: Request) -> JSONResponse:
        """``{"now": "2022-03-01"}`` or ``{"days": 25}``: move the clock."""
        asked = await request.json()
        try:
            if "now" in asked:
                self.world.move_clock(read_moment(asked["now"]))
            else:
                self.world.advance(**{unit: float(asked[unit]) for unit in ("days", "hours", "minutes") if unit in asked})
        except ValueError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return await self.state(request)

    async def faults(self, request: Request) -> JSONResponse:
        """``{"faults": "429:0.1, reset:0.05", "seed": 7}``, or a list of objects: put faults in force; an empty list ends all."""
        asked = await request.json()
        try:
            given = asked.get("faults", "")
            faults = read_faults(given) if isinstance(given, str) else msgspec.convert(given, tuple[Fault, ...])
        except (NavraagError, msgspec.ValidationError) as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        self.board.set(faults, int(asked.get("seed", 1)))
        return await self.state(request)

    async def requests(self, request: Request) -> JSONResponse:
        """How often each service was asked; DELETE begins to count anew."""
        counted = dict(self.world.requests)
        if request.method == "DELETE":
            self.world.requests.clear()
        return JSONResponse({"total": sum(counted.values()), "by_route": counted})

    async def change(self, request: Request) -> JSONResponse:
        """``{"guid": …}`` or ``{"category": …, "count": …, "after": token}``: let entities be emitted again."""
        asked = await request.json()
        if "guid" in asked:
            return JSONResponse({"token": self.world.touch(asked["guid"])})
        return JSONResponse({"changed": self.world.emit_again(asked["category"], int(asked.get("count", 1)), after=int(asked.get("after", 0)))})

    async def remove(self, request: Request) -> JSONResponse:
        """``{"guid": …}``: an entity becomes a tombstone; ``{"publication": …}``: a publication vanishes."""
        asked = await request.json()
        if "publication" in asked:
            self.world.catalogue.withdraw(asked["publication"])
            return JSONResponse({"withdrawn": asked["publication"]})
        return JSONResponse({"token": self.world.remove(asked["guid"])})


def _shape(fault: Fault) -> dict[str, object]:
    return {"kind": fault.kind, "share": fault.share, "seconds": fault.seconds, "route": fault.route, "times": fault.times}


def route_of(path: str) -> str:
    """Under which name a request is counted: the service, and for publications what kind of file.

    >>> route_of("/SyncFeed/2.0/Entiteiten/1"), route_of("/ah-tk-20212022-9401.xml"), route_of("/sru")
    ('/SyncFeed/2.0/Entiteiten', '/*.xml', '/sru')
    """
    parts = path.strip("/").split("/")
    if parts[0] in {"SyncFeed", "OData"}:
        return "/" + "/".join(parts[:3]).partition("(")[0]
    if parts[0] in {"sru", "frbr"}:
        return f"/{parts[0]}"
    if parts[-1] == "metadata.xml":
        return "/*/metadata.xml"
    return f"/*.{parts[-1].rpartition('.')[2]}" if "." in parts[-1] else "/*"
