"""``navraag show``: a case, a pair or a file as a page."""

import hashlib
from datetime import date, datetime
from pathlib import Path

import click

from navraag.enrichment.timeline import timeline
from navraag.errors import ConfigurationError, LayoutError, NotFoundError
from navraag.linking.cases import LinkedPaper, link
from navraag.parsing import parse
from navraag.records.cases import Case, Source
from navraag.records.timeline import Timeline
from navraag.surfaces.cli.openkamer import openkamer_lines
from navraag.surfaces.cli.page import case_lines, pair_lines
from navraag.surfaces.cli.parse import print_json, read_file, refusal
from navraag.surfaces.shapes import case_shape, pair_shape


def case_of_file(path: Path) -> Case:
    """The case that one document holds, without any registry."""
    data = read_file(path)
    parsed = parse(data, name=path.name)
    source = Source(sha256=hashlib.sha256(data).hexdigest(), layout=parsed.layout, url=path.name)
    cases = link([LinkedPaper(source=source, parsed=parsed, name=path.name)])
    if not cases:
        raise LayoutError("this document holds no questions and no answers; navraag parse shows what it is")
    return cases[0]


def _is_file_name(what: str) -> bool:
    """Whether it can only be meant as a file: numbers and names of publications have no full stop, and one slash at most."""
    return "." in what or "\\" in what or what.count("/") > 1 or what.startswith(("/", "~"))


def _from_registry(number: str, home: Path | None) -> tuple[Case, date | None, date | None]:
    from navraag.settings import load_settings
    from navraag.store.reader import open_registry

    with open_registry(load_settings(home=home).registry_path) as registry:
        return registry.case(number), registry.samples_today, registry.known_until


def _pair_of(case: Case, label: str, *, as_json: bool) -> None:
    pair = next((p for p in case.pairs if p.id == f"{case.number}/{label}"), None)
    if pair is None:
        known = ", ".join(p.label for p in case.pairs)
        raise NotFoundError(f"{case.number} has no question {label}; it has {known or 'no questions'}")
    if as_json:
        print_json(pair_shape(pair))
    else:
        click.echo("\n".join(pair_lines(pair, case, set())))


def _print(case: Case, clock: Timeline, layout: str, *, as_json: bool) -> None:
    if as_json:
        print_json(case_shape(case, clock))
    else:
        click.echo("\n".join((openkamer_lines if layout == "openkamer" else case_lines)(case, clock)))


@click.command(epilog="Examples: navraag show 2020Z02502 · navraag show 2020Z02502/5 · navraag show letter.docx")
@click.argument("what", metavar="NUMBER[/QUESTION]|FILE")
@click.option("--layout", type=click.Choice(["page", "openkamer"]), default="page", help="How the page looks.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole case as JSON.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the state is reckoned.")
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="Where the registry lives.")
def show(what: str, *, layout: str, as_json: bool, today: datetime | None, home: Path | None) -> int:
    """Show a case or pair of the registry, or any FILE without a registry, as a page."""
    path = Path(what)
    known_until: date | None = None
    still: date | None = None
    number, _, label = what.partition("/")
    if path.exists():
        if path.is_dir():
            raise ConfigurationError(f"{what} is a folder: show takes one file, import takes folders")
        label = ""
        try:
            case = case_of_file(path)
        except LayoutError as error:
            click.echo(refusal(path, error), err=True)
            return 1
    elif _is_file_name(what):
        raise NotFoundError(f"there is no file {what}")
    else:
        case, still, known_until = _from_registry(number, home)
    day = today.date() if today else still or datetime.now().astimezone().date()
    if label:
        _pair_of(case, label, as_json=as_json)
    else:
        _print(case, timeline(case, day, known_until=known_until), layout, as_json=as_json)
    return 0
