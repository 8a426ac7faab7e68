"""Charts over time: bars of counts stacked by outcome, and lines of shares."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from navraag.surfaces.charts.drawing import TEXT, WIDTH, Scale, drawing, fill, joined, linked, mark, shape, text, ticks
from navraag.surfaces.charts.legend import HEIGHT, Key, legend, rows

_LEFT, _RIGHT, _PLOT, _FOOT = 52.0, WIDTH - 8.0, 220.0, 26.0
_LETTER, _LETTERS_APART = TEXT * 0.6, 2


class Column(NamedTuple):
    """A bar: its label under the axis, the sizes of its parts from below, and what stands behind it."""

    label: str
    parts: tuple[int, ...]
    title: str = ""
    href: str = ""


class Point(NamedTuple):
    """A point of a line: a share from 0 to 1, or None where there is nothing to be a share of."""

    value: float | None
    title: str = ""
    href: str = ""


class Line(NamedTuple):
    """A line: how it is drawn, and one point for each label of the axis."""

    key: Key
    points: tuple[Point, ...]


def bars(name: str, keys: Sequence[Key], columns: Sequence[Column], *, axis: str, written: Callable[[int], str] = str) -> Markup:
    """Counts over time. ``axis`` says what is counted, ``written`` how the language writes a number."""
    top = rows(keys) * HEIGHT + 30.0
    counts = ticks(max((sum(column.parts) for column in columns), default=1))
    up = Scale(0, counts[-1], top + _PLOT, top)
    return drawing(top + _PLOT + _FOOT, (
        *legend(keys, name), text(0, top - 14, axis, kind="soft"), *_rungs(counts, up, written),
        *_labels([column.label for column in columns], top), *_bars(name, keys, columns, up),
    ), name=name)


def lines(name: str, drawn: Sequence[Line], labels: Sequence[str], *, axis: str) -> Markup:
    """Shares over time, in hundredths."""
    keys = [line.key for line in drawn]
    top = rows(keys) * HEIGHT + 30.0
    up = Scale(0, 1, top + _PLOT, top)
    return drawing(top + _PLOT + _FOOT, (
        *legend(keys, name), text(0, top - 14, axis, kind="soft"),
        *_rungs((0, 25, 50, 75, 100), Scale(0, 100, top + _PLOT, top), "{}%".format), *_labels(labels, top),
        *(part for line in drawn for part in _line(line, up)),
    ), name=name)


def _step(count: int) -> float:
    return (_RIGHT - _LEFT) / max(count, 1)


def _rungs(values: Sequence[int], up: Scale, written: Callable[[int], str]) -> Iterator[Markup]:
    """Level lines with their numbers."""
    for value in values:
        yield shape("path", d=f"M{_LEFT:.0f},{up(value):.1f} H{_RIGHT:.0f}", class_="rung", stroke="currentColor", stroke_width=0.4)
        yield text(_LEFT - 6, up(value) + 4.5, written(value), anchor="end", kind="soft")


def _labels(labels: Sequence[str], top: float) -> Iterator[Markup]:
    """The labels under the axis, so few that they do not run into each other."""
    step = _step(len(labels))
    room = (max(map(len, labels), default=0) + _LETTERS_APART) * _LETTER
    every = max(1, math.ceil(room / step))
    for place in range(0, len(labels), every):
        middle = _LEFT + (place + 0.5) * step
        if middle + room / 2 < WIDTH + _LETTERS_APART * _LETTER:
            yield text(middle, top + _PLOT + 18, labels[place], anchor="middle", kind="soft")


def _bars(name: str, keys: Sequence[Key], columns: Sequence[Column], up: Scale) -> Iterator[Markup]:
    step = _step(len(columns))
    wide = max(1.5, min(step * 0.76, 46.0))
    for place, column in enumerate(columns):
        x, below, parts = _LEFT + (place + 0.5) * step - wide / 2, 0, []
        for key, size in zip(keys, column.parts, strict=True):
            if size:
                parts.append(shape(
                    "rect", x=x, y=up(below + size), width=wide, height=up(below) - up(below + size), fill=fill(name, key.pattern),
                    stroke="currentColor", stroke_width=0.8, class_=f"part {key.pattern}",
                ))
                below += size
        yield linked(column.href, column.title, joined(parts))


def _line(line: Line, up: Scale) -> Iterator[Markup]:
    """The line, broken where there is nothing, and its marks over it."""
    step = _step(len(line.points))
    places = [(_LEFT + (at + 0.5) * step, up(point.value), point) if point.value is not None else None for at, point in enumerate(line.points)]
    path, drawing_on = "", False
    for place in places:
        path += f"{'L' if drawing_on else 'M'}{place[0]:.1f},{place[1]:.1f} " if place else ""
        drawing_on = place is not None
    yield shape("path", d=path or "M0,0", stroke="currentColor", fill="none", stroke_dasharray=line.key.dash or None, class_="line")
    for place in places:
        if place:
            yield linked(place[2].href, place[2].title, mark(line.key.mark, place[0], place[1]))
