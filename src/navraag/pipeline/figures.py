"""The figures that README and docs state, each with how it is measured: read from a table in the clone, and checked."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from navraag.errors import ConfigurationError

TABLE = Path("benchmark") / "figures.toml"
_RESULTS = Path("benchmark") / "results"
_NUMBER = re.compile(r"\d")
_FIGURE = re.compile(r" ?\d[\d.,]*(?: %| ms| s| MB)?(?: \(.*)? ?$")
_LONGEST = 1800
Status = Literal["holds", "differs", "as recorded", "not run", "not on the page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: where it is stated and in which words, and how it is measured.

    ``recorded`` is a value of a benchmark's result ("coverage.json: figures.both"); ``command`` measures anew, ``pattern``
    finds the value in what it prints; ``needs`` are paths without which it cannot run; ``slow``: only with --all.
    """

    pages: tuple[str, ...]
    says: str
    value: str
    recorded: str = ""
    command: str = ""
    pattern: str = ""
    needs: tuple[str, ...] = ()
    slow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What became of one figure."""

    figure: Figure
    status: Status
    found: str


def find_clone(start: Path) -> Path | None:
    """The clone of the project that a folder stands in."""
    return next((folder for folder in (start, *start.parents) if (folder / TABLE).is_file()), None)


def read_figures(root: Path) -> tuple[Figure, ...]:
    """The table of figures of a clone."""
    try:
        return tuple(msgspec.convert(row, Figure) for row in tomllib.loads((root / TABLE).read_text(encoding="utf-8"))["figure"])
    except (OSError, KeyError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigurationError(f"{root / TABLE} cannot be read: {error}") from error


def check_figures(root: Path, *, every: bool = False) -> Iterator[Checked]:
    """Every figure checked; slow ones are measured anew only where ``every`` is wanted. One command runs once."""
    printed: dict[str, str] = {}
    for figure in read_figures(root):
        missing = [page for page in figure.pages if figure.says not in _words(root / page)]
        if missing:
            yield Checked(figure=figure, status="not on the page", found=f"{', '.join(missing)} does not say so")
        else:
            yield _measured(root, figure, printed, every=every)


def unmeasured(root: Path) -> tuple[str, ...]:
    """Rows of tables that state figures, in README and docs, and that the table of figures does not know.

    A row states a figure where its table has a column "measured", or where a cell behind its first one is a number.
    """
    said = [figure.says for figure in read_figures(root)]
    pages = sorted(page for page in (root / "docs").rglob("*.md") if page.name != "verification.md")  # it repeats them
    return tuple(
        f"{page.relative_to(root)}: {row}" for page in (root / "README.md", *pages) for row in _measured_rows(page)
        if not any(words in row for words in said)
    )


def _measured_rows(page: Path) -> Iterator[str]:
    """The rows of a page that state figures."""
    measured = is_table = False
    for line in page.read_text(encoding="utf-8").splitlines():
        row = " ".join(line.split())
        if line.startswith("|") and not is_table:
            measured = "measured" in line.lower()
        elif line.startswith("|") and _NUMBER.search(row) and (measured or any(map(_FIGURE.match, row.split("|")[2:]))):
            yield row
        is_table = line.startswith("|")


def _words(page: Path) -> str:
    return " ".join(page.read_text(encoding="utf-8").split()) if page.is_file() else ""


def _measured(root: Path, figure: Figure, printed: dict[str, str], *, every: bool) -> Checked:
    """A figure measured anew, or else compared with what a benchmark recorded."""
    reason = _hindrance(root, figure, every=every)
    if not reason:
        output = printed.setdefault(figure.command, "") or _run(root, figure.command)
        printed[figure.command] = output
        match = re.search(figure.pattern, output, re.MULTILINE)
        found = _found(match) if match else f"not printed by {figure.command}"
        return Checked(figure=figure, status="holds" if _equal(found, figure.value) else "differs", found=found)
    if figure.recorded:
        return _compared(root, figure, reason)
    return Checked(figure=figure, status="not run", found=reason)


def _found(match: re.Match[str]) -> str:
    """What a pattern found: its groups in their order, or "held of made" where they bear these names."""
    named = match.groupdict()
    return f"{named['held']} of {named['made']}" if named else " of ".join(match.groups()) or match[0]


def _hindrance(root: Path, figure: Figure, *, every: bool) -> str:
    """Why a figure is not measured anew, "" where it is."""
    if not figure.command:
        return "measured by a benchmark"
    absent = [need for need in figure.needs if not (root / need).exists()]
    if absent:
        return f"{absent[0]} is not here"
    return f"takes minutes: --all, or {figure.command}" if figure.slow and not every else ""


def _compared(root: Path, figure: Figure, reason: str) -> Checked:
    """A figure beside the result that a benchmark recorded, with the day and the machine."""
    name, _, path = figure.recorded.partition(": ")
    try:
        result: Any = json.loads((root / _RESULTS / name).read_text(encoding="utf-8"))
        value = result
        for key in path.split("."):  # a key with a dot of its own is written with a slash
            value = value[key.replace("/", ".")]
    except (OSError, ValueError, KeyError, TypeError):
        return Checked(figure=figure, status="not run", found=f"{reason}; {figure.recorded} is not recorded")
    found = f"{value} (recorded {result.get('date', 'at an unknown day')}, {result.get('processor', '')} with {result.get('cores', '?')} cores; {reason})"
    return Checked(figure=figure, status="as recorded" if _equal(str(value), figure.value) else "differs", found=found)


def _equal(found: str, stated: str) -> bool:
    """Whether a measured value is the stated one, as far as that is written out: 16.39 is 16."""
    found, stated = found.replace(",", ""), stated.replace(",", "")
    try:
        decimals = len(stated.partition(".")[2])
        return bool(abs(float(found) - float(stated)) <= 0.5 * 10**-decimals + 1e-9)
    except ValueError:
        return found == stated


def _run(root: Path, command: str) -> str:
    """What a command of the table prints; the navraag of this very installation answers to its name."""
    own = str(Path(sys.executable).parent / "navraag")
    words = [sys.executable if word == "python" else word.replace("{navraag}", own) for word in shlex.split(command)]
    try:
        done = subprocess.run(words, cwd=root, capture_output=True, text=True, timeout=_LONGEST, check=False)  # noqa: S603  # commands of the clone itself
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"could not be run: {error}"
    return done.stdout + done.stderr
