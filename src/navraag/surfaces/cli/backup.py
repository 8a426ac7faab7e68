"""``navraag backup`` and ``navraag restore``."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from navraag.pipeline.backup import back_up, newest, stale, verify
from navraag.pipeline.backup import restore as restore_backup
from navraag.settings import load_settings
from navraag.surfaces.cli.progress import ProgressBar
from navraag.surfaces.cli.registry import home_option


@click.command(epilog="Examples: navraag backup /mnt/backups · navraag backup /mnt/backups --keep 14 · navraag backup /mnt/backups --verify")
@click.argument("place", type=click.Path(path_type=Path, file_okay=False))
@home_option
@click.option("--verify", "only_verify", is_flag=True, help="Read the newest backup back, byte for byte, instead of making one.")
@click.option("--keep", type=click.IntRange(1, 10_000), help="Afterwards remove all but so many backups (documents stay).")
@click.option("--with-key", is_flag=True, help="Also the key of the alerts' addresses; better keep it elsewhere.")
def backup(place: Path, *, home: Path | None, only_verify: bool, keep: int | None, with_key: bool) -> int:
    """Back up the registry, its sources' state, alerts and all documents; everything may run meanwhile.

    PLACE holds the documents once and a folder per backup, so a second backup takes little.
    """
    bar = ProgressBar(sys.stderr)
    if only_verify:
        folder = newest(place)
        click.echo(f"{folder}: {verify(folder, bar.show)} documents, all as they were")
        return 0
    made = back_up(load_settings(home), place, datetime.now(UTC), with_key=with_key, told=bar.show)
    click.echo(f"{made.folder}: {made.documents} documents, {made.new} of them new to this place")
    for old in stale(place, keep) if keep else ():
        shutil.rmtree(old)
    return 0


@click.command(epilog="Example: navraag restore /mnt/backups --home /srv/navraag")
@click.argument("place", type=click.Path(path_type=Path, file_okay=False, exists=True))
@home_option
def restore(place: Path, *, home: Path | None) -> int:
    """Make a registry of the newest backup in PLACE (or of the backup PLACE) in a new folder; then navraag rebuild --index."""
    settings = load_settings(home)
    count = restore_backup(newest(place), settings, ProgressBar(sys.stderr).show)
    click.echo(f"{settings.home}: {count} documents restored; navraag rebuild --index makes the search index")
    return 0
