"""Paragraphs in the making: what a raised figure is, and where marks and links come to stand."""

import pytest

from navraag.parsing.drafts import Draft


def only(draft: Draft) -> tuple[str, list[tuple[str, int]]]:
    """Only."""
    line = draft.lines()[0].paragraph
    return line.text, [(mark.label, mark.at) for mark in line.marks]


@pytest.mark.parametrize(
    ("before", "raised", "after", "expected"),
    [
        ("gestegen?", "1", "", ("gestegen?", [("1", 9)])),
        ("gestegen", "1, 2", "?", ("gestegen?", [("1", 8), ("2", 8)])),
        ("gestegen", "2, 3 en 4", "?", ("gestegen?", [("2", 8), ("3", 8), ("4", 8)])),
        ("in 2022", "5", " is", ("in 2022 is", [("5", 7)])),
        ("10 m", "2", " groot", ("10 m2 groot", [])),
        ("12 km", "3", "", ("12 km3", [])),
        ("10", "6", " keer", ("106 keer", [])),
        ("de 1", "e", " keer", ("de 1e keer", [])),
        ("het programma", "1)", ".", ("het programma.", [("1", 13)])),
        ("het team", "[3]", ".", ("het team.", [("3", 8)])),
    ],
    ids=["end", "two", "list", "year", "square", "unit", "power", "ordinal", "bracket", "square bracket"],
)
def test_raised_figures(before: str, raised: str, after: str, expected: tuple[str, list[tuple[str, int]]]) -> None:
    """Raised figures."""
    draft = Draft()
    draft.write(before)
    draft.write(raised, raised=True)
    draft.write(after)

    assert only(draft) == expected


def test_marks_move_with_folded_blanks() -> None:
    """Marks move with folded blanks."""
    draft = Draft()
    draft.write("  Wat   is\xa0 dat")
    draft.mark("1")
    draft.write("?  ")

    assert only(draft) == ("Wat is dat?", [("1", 10)])


def test_a_hard_break_ends_a_line_and_a_link_goes_on() -> None:
    """A hard break ends a line and a link goes on."""
    draft = Draft()
    draft.write("zie ")
    since = draft.place
    draft.write("hier\nen daar")
    draft.link(since, "https://zout.example")
    lines = [line.paragraph for line in draft.lines()]

    assert [line.text for line in lines] == ["zie hier", "en daar"]
    assert [(link.start, link.end) for link in lines[1].links] == [(0, 7)]


def test_bold_is_told_by_most_letters() -> None:
    """Bold is told by most letters."""
    draft = Draft()
    draft.write("Vraag 1", bold=True)
    draft.write(" ")

    assert draft.lines()[0].bold


def test_invisible_characters_go() -> None:
    """Invisible characters go."""
    draft = Draft()
    draft.write("zout\u00adprijs\u200b")

    assert only(draft)[0] == "zoutprijs"
