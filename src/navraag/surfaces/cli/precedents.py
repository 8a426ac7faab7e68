"""``navraag precedents``, ``concept`` and ``vervolg``: earlier pairs for a draft, the file of an answer, follow-up questions."""

from datetime import date, datetime
from pathlib import Path

import click

from navraag.errors import ConfigurationError, LayoutError, NotADocumentError
from navraag.parsing import parse
from navraag.settings import load_settings
from navraag.store.reader import open_registry
from navraag.surfaces.cli.overview import day_for
from navraag.surfaces.cli.parse import print_json, read_file
from navraag.surfaces.cli.registry import home_option, json_option
from navraag.surfaces.drafting.annex import precedents_file
from navraag.surfaces.drafting.concept import concept_file
from navraag.surfaces.drafting.drafts import Draft, draft_of_case, draft_of_content, draft_of_text
from navraag.surfaces.drafting.finding import Wanted, find_precedents, ministry_called
from navraag.surfaces.drafting.followup import followup_file, proposals
from navraag.surfaces.drafting.related import doubles
from navraag.surfaces.drafting.telling import double_shape, doubles_lines, markdown, precedents_lines, precedents_shape

LARGEST = 20 * 1024 * 1024
_DAY = click.DateTime(["%Y-%m-%d"])
_word_file = click.option("--docx", "word", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The Word file to write.")


@click.command(epilog='Examples: navraag precedents --text "Hoeveel …?" · navraag precedents --file concept.docx · navraag precedents 2024Z18285/3')
@click.argument("number", required=False, metavar="[NUMBER[/QUESTION]]")
@click.option("--text", help="A draft question, or several with blank lines between them.")
@click.option("--file", "file", type=click.Path(path_type=Path, dir_okay=False), help="A draft: Word, PDF, text.")
@home_option
@json_option
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown.")
@click.option("--docx", "word", type=click.Path(path_type=Path, dir_okay=False), help="Write a Word file.")
@click.option("--ministry", default="", help="Only asked of this ministry: its code or name.")
@click.option("--from", "since", type=_DAY, help="Only asked on or after this day.")
@click.option("--to", "until", type=_DAY, help="Only asked on or before this day.")
@click.option("--answered", is_flag=True, help="Only pairs that have an answer.")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True, help="How many for each question.")
def precedents(
    number: str | None, *, text: str | None, file: Path | None, home: Path | None, as_json: bool, as_markdown: bool, word: Path | None,
    ministry: str, since: datetime | None, until: datetime | None, answered: bool, limit: int,
) -> int:
    """Find, for each question of a draft or a case, the earlier questions and answers that resemble it most.

    Those of the ministry that is asked come first. Status 1: the file could not be read.
    """
    if sum(given is not None for given in (number, text, file)) != 1:
        raise ConfigurationError("give one of: a number of a case, --text with a question, --file with a draft")
    wanted = Wanted(ministry=ministry_called(ministry), since=_day(since), until=_day(until), answered=answered, most=limit)
    try:
        handed_in = _draft(text, file)
    except LayoutError as error:
        click.echo(f"navraag: {file}: {error}", err=True)
        return 1
    with open_registry(load_settings(home).home) as registry:
        name, _, label = (number or "").partition("/")
        case = None if handed_in else registry.case(name)
        found = find_precedents(registry, draft_of_case(case, label) if case else handed_in or Draft(questions=()), wanted)
        twice = doubles(registry, case) if case and not label else ()
    if word:
        _write(word, precedents_file(found))
    if as_json:
        print_json(precedents_shape(found) | {"doubles": [double_shape(one) for one in twice]})
    elif as_markdown:
        click.echo(markdown(found), nl=False)
    elif not word:
        click.echo("\n".join((*precedents_lines(found), *doubles_lines(twice))))
    return 0


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _draft(text: str | None, file: Path | None) -> Draft | None:
    """The draft that was handed in; None where a case is meant."""
    if text is not None:
        if not text.strip():
            raise ConfigurationError("--text is empty: give the words of a question")
        return _draft_of(text.encode(), "tekst.txt") or draft_of_text(text)
    if file is None:
        return None
    if file.is_file() and file.stat().st_size > LARGEST:
        raise LayoutError(f"the file is larger than {LARGEST // 1024**2} MB")
    draft = _draft_of(read_file(file), file.name)
    if draft is None:
        raise LayoutError("no questions were found in it; navraag parse shows what it holds")
    return draft


def _draft_of(data: bytes, name: str) -> Draft | None:
    try:
        return draft_of_content(parse(data, name=name).content)
    except NotADocumentError:
        if name.endswith(".txt"):
            return None
        raise


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ConfigurationError(f"cannot write {file}: {error.strerror}") from error
    click.echo(f"written: {file}", err=True)


@click.command(epilog="Example: navraag concept 2024Z18285 --docx antwoord.docx")
@click.argument("number")
@_word_file
@home_option
@click.option("--limit", type=click.IntRange(1, 20), default=5, show_default=True, help="How many precedents for each question.")
def concept(number: str, *, word: Path, home: Path | None, limit: int) -> int:
    """Write the file of an answer: each question with room for its answer, the notes, and precedents in an annex."""
    with open_registry(load_settings(home).home) as registry:
        case = registry.case(number)
        data = concept_file(case, find_precedents(registry, draft_of_case(case), Wanted(most=limit, answered=True)))
    _write(word, data)
    return 0


@click.command(epilog="Example: navraag vervolg 2020Z02502 --docx vervolgvragen.docx")
@click.argument("number")
@_word_file
@home_option
@click.option("--today", type=_DAY, help="The day on which terms are taken to have passed (default: today).")
def vervolg(number: str, *, word: Path, home: Path | None, today: datetime | None) -> int:
    """Write a draft of follow-up questions from what the answers leave open, with their words: a person chooses."""
    with open_registry(load_settings(home).home) as registry:
        case = registry.case(number)
        found = proposals(case, day_for(registry, today))
    _write(word, followup_file(case, found))
    click.echo(f"{len(found)} proposals" if found else "nothing was recognised as left open: the file lists the pairs", err=True)
    return 0
