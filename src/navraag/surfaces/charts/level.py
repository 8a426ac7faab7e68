"""Charts of ministries, persons or parties below one another: marks of shares, spans of days, bars of counts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from navraag.surfaces.charts.drawing import (
    WIDTH,
    Scale,
    drawing,
    fill,
    joined,
    linked,
    mark,
    shape,
    shortened,
    text,
    ticks,
)
from navraag.surfaces.charts.legend import HEIGHT, Key, legend, rows

_LEFT, _RIGHT, _ROW = 258.0, WIDTH - 62.0, 24.0
_LETTERS = 31


class Dot(NamedTuple):
    """A mark in a row: a number, or None where there is none."""

    value: float | None
    title: str = ""
    href: str = ""


class Row(NamedTuple):
    """A row: its name, its marks (one for each key), and what is said at its end: of how many."""

    name: str
    dots: tuple[Dot, ...]
    end: str = ""


class Span(NamedTuple):
    """A row of days: from a quarter answered to three quarters, with half in between; None: not that many are answered."""

    name: str
    first: int | None
    half: int | None
    last: int | None
    title: str = ""
    href: str = ""
    end: str = ""


def dots(name: str, keys: Sequence[Key], drawn: Sequence[Row], *, end: str) -> Markup:
    """Shares from 0 to 1 of each row, all definitions beside each other. ``end`` is the head of what stands at the end of rows."""
    top = rows(keys) * HEIGHT + 24.0
    along = Scale(0, 1, _LEFT, _RIGHT)
    bottom = top + len(drawn) * _ROW
    return drawing(bottom + 26, (
        *legend(keys, name), text(WIDTH, top - 8, end, anchor="end", kind="soft"),
        *_uprights((0, 25, 50, 75, 100), Scale(0, 100, _LEFT, _RIGHT), (top, bottom), "%"),
        *(part for at, row in enumerate(drawn) for part in _dots(row, keys, along, top + (at + 0.5) * _ROW)),
    ), name=name)


def _dots(row: Row, keys: Sequence[Key], along: Scale, y: float) -> Iterator[Markup]:
    yield from _named(row.name, row.end, y)
    for key, dot in zip(keys, row.dots, strict=True):
        if dot.value is not None:
            yield linked(dot.href, dot.title, mark(key.mark, along(dot.value), y))


def spans(name: str, drawn: Sequence[Span], *, end: str, furthest: int) -> Markup:
    """Days of each row: a bar over the middle half, a stroke at the median. What lies beyond ``furthest`` days is cut off."""
    top, bottom = 24.0, 24.0 + len(drawn) * _ROW
    along = Scale(0, furthest, _LEFT, _RIGHT)
    return drawing(bottom + 26, (
        text(WIDTH, top - 8, end, anchor="end", kind="soft"), *_uprights(ticks(furthest)[:-1] or (0,), along, (top, bottom), ""),
        *(part for at, row in enumerate(drawn) for part in _span(name, row, along, top + (at + 0.5) * _ROW)),
    ), name=name)


def _span(name: str, row: Span, along: Scale, y: float) -> Iterator[Markup]:
    yield from _named(row.name, row.end, y)
    if row.first is None:
        return
    first, last = (along(min(day, int(along.high))) for day in (row.first, row.last if row.last is not None else int(along.high)))
    parts = [shape("rect", x=first, y=y - 6, width=max(last - first, 1.0), height=12, fill=fill(name, "hatch"), stroke="currentColor", stroke_width=0.8, class_="part hatch")]
    if row.half is not None and row.half <= along.high:
        parts.append(shape("path", d=f"M{along(row.half):.1f},{y - 9:.1f} v18", stroke="currentColor", stroke_width=3))
    yield linked(row.href, row.title, joined(parts))


def counts(name: str, keys: Sequence[Key], drawn: Sequence[Row]) -> Markup:
    """Numbers of each row as bars, one bar for each key."""
    top = (rows(keys) * HEIGHT if len(keys) > 1 else 0) + 10.0
    room = 13.0 * len(keys) + 9
    most = max((dot.value or 0 for row in drawn for dot in row.dots), default=1)
    along = Scale(0, most or 1, _LEFT, _RIGHT)
    parts = list(legend(keys, name)) if len(keys) > 1 else []
    for at, row in enumerate(drawn):
        y = top + at * room
        parts += _named(row.name, "", y + 6.5 * len(keys) - 1.5)
        parts += (_count(name, key, dot, along, y + 13.0 * place) for place, (key, dot) in enumerate(zip(keys, row.dots, strict=True)))
    return drawing(top + len(drawn) * room, parts, name=name)


def _count(name: str, key: Key, dot: Dot, along: Scale, y: float) -> Markup:
    wide = max(along(dot.value or 0) - _LEFT, 0.5)
    bar = shape("rect", x=_LEFT, y=y, width=wide, height=10, fill=fill(name, key.pattern), stroke="currentColor", stroke_width=0.8, class_=f"part {key.pattern}")
    said = dot.title if dot.value is not None else "–"
    return linked(dot.href, dot.title, joined((bar, text(_LEFT + wide + 6, y + 9.5, said.rsplit(": ", 1)[-1], kind="soft"))))


def _named(name: str, end: str, y: float) -> Iterator[Markup]:
    yield linked("", name, text(_LEFT - 10, y + 4.5, shortened(name, _LETTERS), anchor="end"))
    if end:
        yield text(WIDTH, y + 4.5, end, anchor="end", kind="soft")


def _uprights(values: Sequence[int], along: Scale, reach: tuple[float, float], unit: str) -> Iterator[Markup]:
    for value in values:
        yield shape("path", d=f"M{along(value):.1f},{reach[0]:.1f} V{reach[1]:.1f}", class_="rung", stroke="currentColor", stroke_width=0.4)
        yield text(along(value), reach[1] + 18, f"{value}{unit}", anchor="middle", kind="soft")
