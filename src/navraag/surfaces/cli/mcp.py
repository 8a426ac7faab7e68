"""``navraag mcp``: the registry as tools for language models."""

from pathlib import Path

import click

from navraag.errors import ConfigurationError
from navraag.settings import load_settings
from navraag.store.reader import open_registry
from navraag.surfaces.api.endpoints import Desk
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.registry import home_option


@click.command(epilog="Examples: navraag mcp · navraag mcp --http --port 8020")
@home_option
@click.option("--http", is_flag=True, help="Streamable HTTP instead of standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on, with --http.")
@click.option("--port", type=click.IntRange(0, 65535), default=8020, show_default=True, help="Port to listen on, with --http.")
@click.option("--public-url", default="", help="Address of your site, for the links that tools give.")
def mcp(*, home: Path | None, http: bool, host: str, port: int, public_url: str) -> int:
    """Serve the registry to a language model (Model Context Protocol): search, cases, pairs, registers, lists, statistics.

    Every text comes with its place, official address and hash; verify_quote checks a quote. Needs pip install 'navraag[mcp]'.
    """
    try:
        from navraag.surfaces.mcp.server import make_server
    except ModuleNotFoundError as error:
        raise ConfigurationError("this needs the MCP library: pip install 'navraag[mcp]'") from error
    with open_registry(load_settings(home).home) as registry:
        desk = Desk(registry=registry, today=lambda: day_for(registry, None), public_url=public_url.rstrip("/"))
        server = make_server(desk)
        if http:
            click.echo(f"navraag mcp listens at http://{host}:{port}/mcp", err=True)
            server.run("streamable-http", host=host, port=port, stateless_http=True, json_response=True)
        else:
            server.run("stdio")
    return 0
