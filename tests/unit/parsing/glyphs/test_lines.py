"""How runs become lines and figures become marks."""

import pytest

from navraag.parsing.glyphs.lines import page_lines
from navraag.parsing.glyphs.runs import GlyphPage, Run
from tests.unit.parsing.glyph_maker import run


def lines_of(*runs: Run) -> list[tuple[str, list[tuple[str, int]]]]:
    """Lines of."""
    page = GlyphPage(number=0, width=600, height=800, runs=runs)
    return [(line.text, [(mark.label, mark.at) for mark in line.paragraph.marks]) for line in page_lines(page)]


@pytest.mark.parametrize(
    ("runs", "expected", "why"),
    [
        ((run("zout", 10, 100), run("1", 26, 104, 5.0)), [("zout", [("1", 4)])], "a small high figure is a mark"),
        ((run("zout", 10, 100), run("1", 26, 104, 5.0), run("en", 29, 102, 5.0), run("2", 38, 104, 5.0)), [("zout", [("1", 4), ("2", 4)])], "words between marks belong to them"),
        ((run("CO", 10, 100), run("2", 18, 98, 5.0)), [("CO2", [])], "a small low figure is none"),
        ((run("zout", 10, 100), run("12", 30, 100)), [("zout 12", [])], "a figure of full size is a number"),
        ((run("1", 10, 103, 4.0), run("De Zoutkoerier", 14, 100, 6.0)), [("De Zoutkoerier", [("1", 0)])], "the label of a note"),
        ((run("links", 10, 100), run("rechts", 200, 100)), [("links", []), ("rechts", [])], "two columns"),
        ((run("onder", 10, 90), run("boven", 10, 100)), [("boven", []), ("onder", [])], "from top to bottom"),
        ((run("12", 10, 100),), [("12", [])], "a figure alone"),
    ],
)
def test_lines(runs: tuple[Run, ...], expected: list[tuple[str, list[tuple[str, int]]]], why: str) -> None:
    """Runs become lines; figures that stand small and high become marks."""
    assert lines_of(*runs) == expected, why
