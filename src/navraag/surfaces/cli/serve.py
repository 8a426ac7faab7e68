"""``navraag serve``: the site of a registry, until Ctrl-C."""

from datetime import datetime
from pathlib import Path

import click

from navraag.errors import ConfigurationError
from navraag.settings import load_settings
from navraag.store.reader import open_registry
from navraag.surfaces.web.server import run


@click.command(epilog="Example: navraag serve --port 8080 --workers 2")
@click.option("--home", type=click.Path(path_type=Path), help="Folder of the registry.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for everyone.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen at; 0 for a free one.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="How many processes serve.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Show states as of this day.")
@click.option("--public-url", default="", help="Address that citations carry, e.g. https://navraag.example")
def serve(home: Path | None, host: str, port: int, workers: int, today: datetime | None, public_url: str) -> int:
    """Serve the site."""
    if public_url and not public_url.startswith(("http://", "https://")):
        raise ConfigurationError(f"--public-url {public_url!r} is no address; it would be https://…")
    folder = load_settings(home).home
    open_registry(folder).close()
    run(folder, host=host, port=port, workers=workers, today=today.date() if today else None, public_url=public_url)
    return 0
