"""``navraag replica``: a stand-in of the official services on this machine, until Ctrl-C."""

import socket
from pathlib import Path

import click
import uvicorn

from navraag.errors import ConfigurationError
from navraag.replica.control import read_moment
from navraag.replica.faults import KINDS, read_faults
from navraag.replica.history import history
from navraag.replica.holdings import Holdings, samples
from navraag.replica.odd_dossiers import quirks
from navraag.replica.registrations import registrations
from navraag.replica.server import configuration, replica_of


def holdings_of(data: str, ids: Path | None, *, crowd: bool) -> Holdings:
    """What --data names: the samples, the quirks, a folder with zips, or a list of registrations."""
    if data in {"samples", "quirks"}:
        return samples() if data == "samples" else quirks()
    path = Path(data)
    if path.is_dir():
        return history(path, crowd=crowd)
    if path.is_file():
        return registrations(path, ids)
    raise ConfigurationError(f"--data {data!r} is neither samples nor quirks, nor a folder or file that is there")


def _listening(port: int) -> socket.socket:
    try:
        listening = socket.create_server(("127.0.0.1", port), backlog=2048)
    except OSError as error:
        raise ConfigurationError(f"cannot listen at port {port}: {error.strerror or error}") from error
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


@click.command(epilog=f"Faults: {', '.join(KINDS)}. Example: navraag replica --faults '429:0.05:1, reset:0.02@/sru'")
@click.option("--data", default="samples", show_default=True, help="samples, quirks, a folder with zips of KOOP's XML, or a file of registrations (JSON lines).")
@click.option("--ids", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="With registrations: a list of the ids that KOOP has.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port of loopback to listen at; 0 for a free one.")
@click.option("--faults", default="", help="kind:share:seconds@path*times, separated by commas.")
@click.option("--seed", default=1, show_default=True, help="Start of the draws of faults.")
@click.option("--now", default="", help="Where the clock stands: a day, or a moment in ISO form.")
@click.option("--crowd/--no-crowd", default=True, help="With a folder: millions of other entities in the feed.")
def replica(*, data: str, ids: Path | None, port: int, faults: str, seed: int, now: str, crowd: bool) -> int:
    """Serve a stand-in of the official services: SyncFeed, OData, SRU and publications.

    It answers on loopback only. /_replica/state tells what it holds; faults and the clock can be set while it runs.
    """
    made = replica_of(holdings_of(data, ids, crowd=crowd), read_faults(faults), seed=seed)
    if now:
        try:
            made.world.move_clock(read_moment(now))
        except ValueError as error:
            raise ConfigurationError(f"--now {now!r} is no day and no moment") from error
    with _listening(port) as listening:
        click.echo(f"The replica ({made.world.holdings.name}) is at http://127.0.0.1:{listening.getsockname()[1]} (Ctrl-C stops it)", err=True)
        uvicorn.Server(configuration(made.app)).run(sockets=[listening])
    return 0
