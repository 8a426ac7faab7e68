"""``navraag parse FILE``: one document in, what stands in it out."""

import json
from pathlib import Path

import click

from navraag.errors import ConfigurationError, LayoutError
from navraag.parsing import parse as parse_document
from navraag.surfaces.shapes import parsed_shape


def read_file(path: Path) -> bytes:
    """The bytes of a file; one clear line where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}") from error


def refusal(path: Path, error: LayoutError) -> str:
    """Why a file was refused, in one line that names it once: parsers put its name before the reason too."""
    return f"navraag: {path}: {str(error).removeprefix(f'{path.name}: ')}"


def print_json(value: object) -> None:
    """JSON on standard output, readable and in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


@click.command(epilog="Example: navraag parse ah-tk-20202021-9001.xml --json")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the whole record as JSON.")
@click.option("--account", is_flag=True, help="Say of every character what became of it.")
def parse(file: Path, *, as_json: bool, account: bool) -> int:
    """Read one document and print what stands in it. Status 1: the document could not be read."""
    data = read_file(file)
    try:
        if account:
            from navraag.surfaces.cli.account import print_account

            print_account(data, file.name, as_json=as_json)
            return 0
        parsed = parse_document(data, name=file.name)
    except LayoutError as error:
        click.echo(refusal(file, error), err=True)
        return 1
    shape = parsed_shape(parsed)
    if as_json:
        print_json(shape)
    else:
        click.echo(summary(shape))
    return 0


def summary(shape: dict[str, object]) -> str:
    """A few lines for people: what it is, how many questions and answers, which problems."""
    lines = [f"{shape['kind']} ({shape['layout']}): {shape['subject'] or shape['title'] or 'no subject'}"]
    for key in ("questions", "answers", "footnotes", "references", "problems"):
        value = shape[key]
        if isinstance(value, list) and value:
            lines.append(f"{key}: {len(value)}")
    problems = shape["problems"]
    if isinstance(problems, list):
        lines += [f"  {p['severity']}: {p['code']}: {p['message']}" for p in problems]
    return "\n".join(lines)
