"""``navraag suppress``: take words away for a reason, list what was taken away, or give it back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from navraag.errors import ConfigurationError
from navraag.pipeline.suppress import Suppressed, lift, overview
from navraag.pipeline.suppress import suppress as remove
from navraag.records.removals import Removal
from navraag.settings import load_settings
from navraag.surfaces.cli.parse import print_json
from navraag.surfaces.cli.registry import home_option, json_option


@click.command(epilog="Examples: navraag suppress ah-tk-20202021-3235 --reason 'privacy of a private person' · navraag suppress")
@click.argument("name", required=False, metavar="[ID]")
@click.option("--reason", default="", help="Why: it stands in the log, on the page of the case, and in exports.")
@click.option("--lift", "lifted", is_flag=True, help="Undo the removal of ID; its words come back from the raw documents.")
@home_option
@json_option
def suppress(*, name: str | None, reason: str, lifted: bool, home: Path | None, as_json: bool) -> int:
    """Remove the words of a case (its number), a publication, or a document (its sha256) from everything that is shown.

    Pages, search, lists, findings, feeds and exports lose the words; number, day and the fact of removal stay, also after
    a rebuild. Without ID: what is removed now, and what vanished at its source.
    """
    settings = load_settings(home)
    if name is None:
        removed, gone = overview(settings)
        if as_json:
            print_json({"removed": msgspec.to_builtins(removed), "vanished": list(gone)})
        else:
            click.echo("\n".join(overview_lines(removed, gone)))
        return 0
    if not reason.strip():
        raise ConfigurationError("--reason should say why, for the log and for readers: --reason 'privacy of a private person'")
    done = (lift if lifted else remove)(name, reason, settings, lambda: datetime.now(UTC))
    if as_json:
        print_json(msgspec.to_builtins(done))
    else:
        click.echo(_told(done))
    return 0


def _told(done: Suppressed) -> str:
    if done.removal.lifted:
        return f"{done.removal.id} is shown again"
    cases = ", ".join(done.cases) or "no case yet"
    return f"{done.removal.id}: words removed from {cases}; {len(done.removal.documents)} raw documents are no longer handed out"


def overview_lines(removed: tuple[Removal, ...], gone: tuple[str, ...]) -> Iterator[str]:
    """The removals in force, one a line, and what vanished at its source."""
    if not removed:
        yield "nothing is removed"
    for one in removed:
        yield f"{one.on.isoformat()} {one.id}: {one.reason}"
    if gone:
        yield f"Vanished at the source, still shown here: {', '.join(gone)}"
