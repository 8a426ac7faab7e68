"""The replica as a server on loopback: all services on one port, for the command, the tests and the benchmarks."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette

from navraag.replica.feed_faults import FeedFaults
from navraag.replica.holdings import Holdings
from navraag.replica.publications import Publications
from navraag.replica.syncfeed import SyncFeed
from navraag.replica.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    """The parts of one replica; all of them may be changed while it runs."""

    world: World
    feed: SyncFeed
    publications: Publications
    app: Starlette


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A replica that answers: its address, without a slash at the end, and its parts."""

    url: str
    replica: Replica


def replica_of(holdings: Holdings) -> Replica:
    """A replica of holdings, not yet served."""
    world = World(holdings)
    feed, publications = SyncFeed(world, FeedFaults()), Publications(world)
    app = Starlette(routes=[*feed.routes(), *publications.routes()])
    return Replica(world=world, feed=feed, publications=publications, app=app)


def configuration(app: Starlette) -> uvicorn.Config:
    """How a replica is served: quietly, with its own Date header left to the server."""
    return uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", timeout_keep_alive=30, backlog=2048)


@contextlib.contextmanager
def running(holdings: Holdings, *, port: int = 0) -> Iterator[Running]:
    """A replica of holdings on a free port of loopback, served by a thread until the end of the ``with``."""
    replica = replica_of(holdings)
    server = uvicorn.Server(configuration(replica.app))
    with socket.create_server(("127.0.0.1", port), backlog=2048) as listening:
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
