"""``navraag title --batch``: title lines in, one JSON object a line out."""

import json
import sys

import click

from navraag.parsing.headings import read_title
from navraag.surfaces.shapes import heading_shape


@click.command(epilog="Example: navraag title 'Vragen van het lid De Boer (ABC) aan de Minister van Financiën over geld'")
@click.argument("line", required=False)
@click.option("--batch", is_flag=True, help="Read one title a line from standard input; print one JSON object a line.")
def title(line: str | None, *, batch: bool) -> int:
    """Read title lines: who asks whom, about what, when; who answers."""
    if batch == (line is not None):
        raise click.UsageError("give one title line, or --batch with lines on standard input")
    for words in sys.stdin if batch else [line or ""]:
        click.echo(json.dumps(heading_shape(read_title(words.strip())), ensure_ascii=False))
    return 0
