"""The site over HTTP: one socket, one process or several."""

import contextlib
import errno
import socket
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import click
import uvicorn
from uvicorn.supervisors import Multiprocess

from navraag.errors import ConfigurationError
from navraag.surfaces.web.app import open_app


def run(home: Path, *, host: str, port: int, workers: int, today: date | None = None, public_url: str = "") -> None:
    """Serve the registry in a folder until interrupted; the address is printed once the socket is open."""
    config = uvicorn.Config(
        partial(open_app, home, today, public_url), factory=True, host=host, port=port, workers=workers,
        log_level="warning", access_log=False, server_header=False, date_header=True, lifespan="off",
        timeout_keep_alive=15, h11_max_incomplete_event_size=32 * 1024,
    )
    with listen(host, port) as listening:
        click.echo(f"Navraag is at {address(listening)} (Ctrl-C stops it)", err=True)
        with contextlib.suppress(KeyboardInterrupt):
            if workers == 1:
                uvicorn.Server(config).run(sockets=[listening])
            else:
                Multiprocess(config, sockets=[listening]).run()


@contextlib.contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket; one clear line where the address cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=2048, reuse_port=False)
    except OSError as error:
        raise ConfigurationError(_why(host, port, error)) from error
    # Without this the last part of every page would wait 40 ms for the reader's acknowledgement (Nagle).
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.set_inheritable(True)
    with listening:
        yield listening


def address(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _why(host: str, port: int, error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"port {port} of {host} is in use already; choose another with --port"
        case errno.EACCES:
            return f"port {port} may not be opened by this user; ports from 1024 on may"
    return f"cannot listen at {host} port {port}: {error.strerror or error}"
