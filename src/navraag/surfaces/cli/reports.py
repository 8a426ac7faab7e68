"""``navraag reports``: what readers reported as wrong."""

import json
from pathlib import Path

import click

from navraag.settings import load_settings
from navraag.store.reports import reports as all_reports
from navraag.surfaces.cli.registry import home_option


@click.command(epilog="Example: navraag reports | grep 2020Z02502")
@home_option
def reports(*, home: Path | None) -> int:
    """Print what readers reported at /fout-melden, one JSON line each, in the form of judgements.jsonl."""
    for line in all_reports(load_settings(home).home):
        click.echo(json.dumps(line, ensure_ascii=False))
    return 0
