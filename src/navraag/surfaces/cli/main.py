"""The command ``navraag``: one group whose commands are loaded by name, and the exit statuses."""

import os
import sys
from importlib import import_module

import click

from navraag import __version__
from navraag.errors import NavraagError, SourceError
from navraag.surfaces.cli.commands import COMMANDS

READ_FAILED, WRONG_USE, NO_LINE, INTERRUPTED = 1, 2, 3, 130


class Commands(click.Group):
    """The commands of the table, imported only when asked for: ``--help`` and one command stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # the signature is click's
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # same
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # same
        """One line per command out of the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples: navraag show letter.docx · navraag import folder/ · navraag serve",
)
@click.version_option(__version__, prog_name="navraag")
def navraag() -> None:
    """Navraag: written questions in the Dutch parliament and their answers, question by question."""


def _fail(error: NavraagError) -> int:
    click.echo(f"navraag: {error}", err=True)
    return NO_LINE if isinstance(error, SourceError) else WRONG_USE


def _close_output() -> None:
    """A reader such as ``head`` may leave early: then Python must not complain at its own exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run a command; every mistake of the user is one line and an exit status, never a traceback."""
    try:
        status = navraag.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("navraag: interrupted; everything done so far is kept", err=True)
        status = INTERRUPTED
    except KeyboardInterrupt:
        click.echo("navraag: interrupted; everything done so far is kept", err=True)
        status = INTERRUPTED
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except NavraagError as error:
        status = _fail(error)
    except BrokenPipeError:
        _close_output()
        status = 0
    sys.exit(status if isinstance(status, int) else 0)
