"""What exists is documented, and a loop proves it."""

import re

from navraag.surfaces.cli.commands import COMMANDS
from tests.conftest import ROOT

PAGE_CAP = 300


def test_every_command_has_a_heading() -> None:
    """The reference of the command line names every command, and no other."""
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^#+ `navraag ([a-z-]+)", page, flags=re.MULTILINE))

    assert set(COMMANDS) == headings


def test_pages_are_short() -> None:
    """Nobody reads a page of more than three hundred lines."""
    pages = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / "docs").rglob("*.md")}

    assert pages
    assert [] == [str(p) for p, lines in pages.items() if lines > PAGE_CAP]


def test_links_between_pages_hold() -> None:
    """A relative link in README, CONTRIBUTING or docs points at a file that exists."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(page, target) for page in pages for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))]

    assert [] == [f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()]
