"""Drawings: well-formed, told apart without colour, every point with its link, and no trouble with nothing."""

import re

import pytest
from lxml import etree
from markupsafe import Markup

from navraag.enrichment.survival import course
from navraag.surfaces.charts.curve import Stop, curve
from navraag.surfaces.charts.drawing import shortened, ticks
from navraag.surfaces.charts.legend import Key
from navraag.surfaces.charts.level import Dot, Row, Span, counts, dots, spans
from navraag.surfaces.charts.upright import Column, Line, Point, bars, lines

KEYS = (Key("beantwoord", pattern="hatch"), Key("open <nu>", pattern="solid"), Key("weg", pattern="points"), Key("?", pattern="empty"))
MARKS = (Key("streng", mark="circle"), Key("lijst", mark="square", dash="7 4"), Key("gemeld", mark="triangle", dash="2 4"))
STEPS = course({6: 3, 21: 4, 50: 2}, {30: 2, 90: 5}).steps()

DRAWN: dict[str, Markup] = {
    "bars": bars("a", KEYS, [Column("2023", (5, 0, 1, 0), "2023: 6", "/x?a=1&b=2"), Column("2024", (900, 20, 0, 3), 'a "b"', "/y")], axis="sets"),
    "bars of nothing": bars("a", KEYS, [], axis="sets"),
    "lines": lines("b", [Line(key, (Point(0.2, "a", "/p"), Point(None), Point(0.9, "b", "/q"), Point(1.0, "c", "/r"))) for key in MARKS], ["1", "2", "3", "4"], axis="deel"),
    "lines of nothing": lines("b", [Line(key, ()) for key in MARKS], [], axis="deel"),
    "curve": curve("c", STEPS, [Stop(21, "op tijd", "/s"), Stop(400, "verder", "/t")], axis=("deel", "dagen"), terms=((21, "drie weken"),), furthest=90),
    "curve of nothing": curve("c", (), [], axis=("deel", "dagen"), terms=(), furthest=63),
    "dots": dots("d", MARKS, [Row("Ministerie van <b>", (Dot(0.1, "a", "/u"), Dot(None), Dot(1.0, "c", "/v")), "12")], end="n"),
    "dots of nothing": dots("d", MARKS, [], end="n"),
    "spans": spans("e", [Span("x" * 80, 5, 20, None, "t", "/w", "9"), Span("leeg", None, None, None), Span("kort", 1, 2, 3)], end="n", furthest=63),
    "counts": counts("f", KEYS[:2], [Row("a", (Dot(3, "a: 3", "/z"), Dot(0, "b: 0", "")))]),
    "counts of nothing": counts("f", KEYS[:1], []),
}


@pytest.mark.parametrize("name", DRAWN)
def test_every_drawing_is_sound(name: str) -> None:
    """Well-formed, hidden from programs that read aloud, without colour or style of its own, its links not in the way of the keyboard."""
    drawn = etree.fromstring(str(DRAWN[name]).encode())
    assert drawn.get("aria-hidden") == "true"
    assert not re.search(r"style=|#[0-9a-f]{3,6}\b(?!-)|rgb\(|script|NaN|None", re.sub(r"url\(#[^)]*\)|\bid=\"[^\"]*\"", "", str(DRAWN[name])))
    assert all(link.get("tabindex") == "-1" and link.find("title") is not None for link in drawn.iter("a"))
    used = set(re.findall(r"url\(#([^)]+)\)", str(DRAWN[name])))
    assert used <= {part.get("id") for part in drawn.iter("pattern")}


def test_every_point_has_its_link_and_words_are_escaped() -> None:
    """What stands behind a bar, a mark, a day."""
    assert [link.get("href") for link in etree.fromstring(str(DRAWN["bars"]).encode()).iter("a")] == ["/x?a=1&b=2", "/y"]
    assert len(list(etree.fromstring(str(DRAWN["lines"]).encode()).iter("a"))) == 9
    assert [link.get("href") for link in etree.fromstring(str(DRAWN["curve"]).encode()).iter("a")] == ["/s"]
    assert "&lt;nu&gt;" in DRAWN["bars"]
    assert "Ministerie van &lt;b&gt;" in DRAWN["dots"]


def test_series_differ_without_colour() -> None:
    """Another pattern for each part, another mark and dash for each line."""
    parts = {part.get("fill") for part in etree.fromstring(str(DRAWN["bars"]).encode()).iter("rect")}
    assert parts >= {"url(#a-hatch)", "currentColor", "url(#a-points)", "none"}
    assert len({(key.mark, key.dash) for key in MARKS}) == 3


def test_bars_are_as_high_as_their_counts() -> None:
    """Twice the count, twice the height."""
    drawn = etree.fromstring(str(bars("a", KEYS[:1], [Column("1", (10,)), Column("2", (20,))], axis="")).encode())
    first, second = (float(part.get("height")) for part in drawn.iter("rect") if part.get("width") == "46")
    assert second == pytest.approx(2 * first, abs=0.2)


@pytest.mark.parametrize(("high", "expected"), [(0, (0, 1)), (3, (0, 1, 2, 3)), (7, (0, 2, 4, 6, 8)), (60, (0, 10, 20, 30, 40, 50, 60)), (61, (0, 20, 40, 60, 80)), (12345, (0, 5000, 10000, 15000))])
def test_ticks_are_round_and_few(high: int, expected: tuple[int, ...]) -> None:
    """From 0 to at least the highest count."""
    assert ticks(high) == expected


def test_long_names_are_cut() -> None:
    """With an ellipsis."""
    assert shortened("Volksgezondheid, Welzijn en Sport", 20) == "Volksgezondheid, We…"
    assert shortened("kort", 20) == "kort"
