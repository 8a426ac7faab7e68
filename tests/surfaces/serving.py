"""A real server on a free port, for the tests that ask the site over HTTP or with a browser."""

import contextlib
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import uvicorn

from navraag.surfaces.web.app import open_app
from navraag.surfaces.web.server import address, listen


@contextlib.contextmanager
def serving(home: Path, day: date | None = None) -> Iterator[str]:
    """The address of the site of a registry, served by a thread until the end of the ``with``."""
    config = uvicorn.Config(open_app(home, day), log_level="critical", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    with listen("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield address(listening).rstrip("/")
        finally:
            server.should_exit = True
            thread.join()
