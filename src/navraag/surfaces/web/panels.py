"""Panels: a chart with its caption, its numbers as a table, and the addresses of the same as CSV and JSON."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from navraag.surfaces.web.translations import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: its words, the page behind it, and whether it is a number."""

    text: str
    href: str = ""
    number: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One chart; ``name`` is its place in the page, ``rule`` and ``of`` say how and of how many. Without drawing: a table alone."""

    name: str
    title: str
    rule: str
    of: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    drawn: Markup | None = None
    files: str = ""
    query: str = ""
    notes: tuple[str, ...] = ()
    open: bool = False


def words(text: str, href: str = "") -> Cell:
    """A cell of words."""
    return Cell(text=text, href=href, number=False)


def count(say: Messages, number: int, href: str = "") -> Cell:
    """A cell with a number; nothing stands behind none."""
    return Cell(text=say.number(number), href=href if number else "")


def days(say: Messages, number: int | None) -> Cell:
    """A cell with a number of days, or a dash where there is none yet."""
    return Cell(text="–" if number is None else say.number(number))


def percent(say: Messages, share: float | None, href: str = "") -> Cell:
    """A cell with a share in hundredths, or a dash of nothing."""
    return Cell(text=percentage(say, share), href=href if share is not None else "")


def percentage(say: Messages, share: float | None) -> str:
    """A share in hundredths, as the language writes it."""
    return "–" if share is None else f"{decimal(say, 100 * share)} %"


def decimal(say: Messages, number: float) -> str:
    """A number with one decimal, as the language writes it."""
    written = f"{number:.1f}"
    return written.replace(".", ",") if say.language == "nl" else written


def heads(say: Messages, *names: str) -> tuple[str, ...]:
    """The heads of columns."""
    return tuple(say(f"figures.th_{name}") for name in names)


def rows(made: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells."""
    return tuple(made)
