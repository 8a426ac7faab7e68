"""The replica as a server on loopback: all services on one port, for the command, the tests and the benchmarks."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from navraag.replica.control import Control, route_of
from navraag.replica.fault_acts import Faulty
from navraag.replica.faults import Fault, Switchboard
from navraag.replica.holdings import Holdings
from navraag.replica.odata import OData
from navraag.replica.publications import Publications
from navraag.replica.sru import Sru
from navraag.replica.syncfeed import SyncFeed
from navraag.replica.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    """The parts of one replica; all of them may be changed while it runs."""

    world: World
    board: Switchboard
    publications: Publications
    app: ASGIApp


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A replica that answers: its address, without a slash at the end, and its parts."""

    url: str
    replica: Replica


def replica_of(holdings: Holdings, faults: Iterable[Fault] = (), *, seed: int = 1) -> Replica:
    """A replica of holdings, not yet served."""
    world, board = World(holdings), Switchboard()
    board.set(faults, seed)
    publications = Publications(world)
    services = (Control(world, board), SyncFeed(world, board), OData(world), Sru(world), publications)
    app = Starlette(routes=[route for service in services for route in service.routes()])

    def count(path: str) -> None:
        world.requests[route_of(path)] += 1

    return Replica(world=world, board=board, publications=publications, app=Faulty(app, board, count))


def configuration(app: ASGIApp) -> uvicorn.Config:
    """How a replica is served: quietly; the Date header is the replica's own, since its clock may be wrong."""
    return uvicorn.Config(
        app, log_level="critical", access_log=False, lifespan="off", timeout_keep_alive=30, backlog=2048, date_header=False, server_header=False,
    )


@contextlib.contextmanager
def running(holdings: Holdings, faults: Iterable[Fault] = (), *, seed: int = 1, port: int = 0) -> Iterator[Running]:
    """A replica of holdings on a free port of loopback, served by a thread until the end of the ``with``."""
    replica = replica_of(holdings, faults, seed=seed)
    server = uvicorn.Server(configuration(replica.app))
    with socket.create_server(("127.0.0.1", port), backlog=2048) as listening:
        # Without this the last part of an answer would wait 40 ms for the reader's acknowledgement (Nagle).
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.005)
            yield Running(url=f"http://127.0.0.1:{listening.getsockname()[1]}", replica=replica)
        finally:
            server.should_exit = True
            thread.join(timeout=10)
