"""The parts of which charts are made: scales, ticks, patterns and shapes, as safe SVG.

Everything is told apart by pattern, dash or shape of mark, never by colour alone: charts are printed and copied.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH = 640
TEXT = 13
Number = float | int


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to places: from ``low`` to ``high`` lies between ``start`` and ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: Number) -> float:
        """The place of a value."""
        span = self.high - self.low or 1
        return self.start + (value - self.low) / span * (self.end - self.start)


def ticks(high: Number, most: int = 6) -> tuple[int, ...]:
    """Round numbers from 0 up to the first that is not below ``high``, at most so many steps.

    >>> ticks(430)
    (0, 100, 200, 300, 400, 500)
    """
    step = 1
    while step * most < high:
        step = _next_step(step)
    return tuple(range(0, (math.ceil(high / step) or 1) * step + 1, step))


def _next_step(step: int) -> int:
    """The next of 1, 2, 5, 10, 20, 50, …"""
    return step * 5 // 2 if str(step).startswith("2") else step * 2


def shape(name: str, words: object = "", **attributes: object) -> Markup:
    """An element: its attributes escaped (``_`` at the end of a name falls off, ``_`` inside is a dash), and what stands in it."""
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"' for key, value in attributes.items() if value is not None)
    return Markup(f"<{name}{given}>{escape(words)}</{name}>")  # noqa: S704 - every part is escaped


def _short(value: object) -> object:
    """Places to a tenth: more cannot be seen."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def joined(parts: Iterable[Markup]) -> Markup:
    """Parts after one another."""
    return Markup("").join(parts)


def linked(href: str, title: str, drawn: Markup) -> Markup:
    """What is drawn as a link to what stands behind it; its title shows on hovering. The keyboard finds the same link in the table."""
    named = joined((shape("title", title), drawn))
    return shape("a", named, href=href, tabindex="-1") if href else shape("g", named)


def text(x: float, y: float, words: str, *, anchor: str = "start", kind: str = "") -> Markup:
    """Words at a place."""
    return shape("text", words, x=x, y=y, text_anchor=anchor, class_=kind or None)


def drawing(height: float, parts: Iterable[Markup], *, name: str) -> Markup:
    """A whole chart. Hidden from programs that read aloud: the table under it tells them the same."""
    return shape(
        "svg", joined((patterns(name), *parts)), class_="chart", viewBox=f"0 0 {WIDTH} {math.ceil(height)}", aria_hidden="true",
        focusable="false", font_size=TEXT, fill="currentColor",
    )


def patterns(name: str) -> Markup:
    """What surfaces are filled with; ``name`` keeps charts of one page apart."""
    def pattern(kind: str, inside: Markup, size: int = 6) -> Markup:
        return shape("pattern", inside, id=f"{name}-{kind}", width=size, height=size, patternUnits="userSpaceOnUse")

    def line(path: str) -> Markup:
        return shape("path", d=path, stroke="currentColor", stroke_width=1.2, fill="none")

    return shape("defs", joined((
        pattern("hatch", line("M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2")),
        pattern("cross", line("M0,0 l6,6 M6,0 l-6,6")),
        pattern("points", shape("circle", cx=3, cy=3, r=1.1)),
    )))


def fill(name: str, kind: str) -> str:
    """How a surface is filled: "solid", "empty", or one of the patterns."""
    return {"solid": "currentColor", "empty": "none"}.get(kind, f"url(#{name}-{kind})")


def mark(kind: str, x: float, y: float) -> Markup:
    """A mark at a place: a circle, a square or a triangle."""
    match kind:
        case "square":
            return shape("rect", x=x - 4.0, y=y - 4.0, width=8, height=8, class_="mark")
        case "triangle":
            return shape("path", d=f"M{x:.1f},{y - 5.4:.1f} l5,9 l-10,0 z", class_="mark")
    return shape("circle", cx=x, cy=y, r=4.4, class_="mark")


def shortened(words: str, most: int) -> str:
    """Words cut to so many letters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
