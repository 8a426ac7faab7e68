"""Legends: what each pattern, dash and mark means."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from navraag.surfaces.charts.drawing import TEXT, WIDTH, fill, mark, shape, text

HEIGHT = 24
_LETTER = TEXT * 0.54


class Key(NamedTuple):
    """A label, with the pattern, or the mark and dash, that it is drawn with."""

    label: str
    pattern: str = ""
    mark: str = ""
    dash: str = ""


def rows(keys: Iterable[Key]) -> int:
    """How many lines the legend takes."""
    return max((row for _, _, row in _places(keys)), default=0) + 1


def legend(keys: Iterable[Key], name: str) -> Iterator[Markup]:
    """The legend, at the top of a chart."""
    for key, x, row in _places(keys):
        y = row * HEIGHT + 12.0
        if key.pattern:
            yield shape("rect", x=x, y=y - 6, width=14, height=12, fill=fill(name, key.pattern), stroke="currentColor", class_=f"part {key.pattern}")
        else:
            yield shape("path", d=f"M{x:.1f},{y:.1f} h22", stroke="currentColor", stroke_dasharray=key.dash or None, class_="line")
            yield mark(key.mark, x + 11.0, y)
        yield text(x + 28.0, y + 4.5, key.label)


def _places(keys: Iterable[Key]) -> list[tuple[Key, float, int]]:
    """Where each key stands: as many on a line as fit."""
    placed: list[tuple[Key, float, int]] = []
    x, row = 0.0, 0
    for key in keys:
        wide = 28 + len(key.label) * _LETTER + 22
        if placed and x + wide > WIDTH:
            x, row = 0.0, row + 1
        placed.append((key, x, row))
        x += wide
    return placed
