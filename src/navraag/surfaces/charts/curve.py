"""The course of answering: the share that is answered after so many days, with its band and the two terms."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from navraag.records.statistics import Step
from navraag.surfaces.charts.drawing import WIDTH, Scale, drawing, fill, linked, mark, shape, text, ticks

_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, WIDTH - 12.0, 30.0, 270.0


class Stop(NamedTuple):
    """A day on the curve with what stands behind it."""

    day: int
    title: str
    href: str


def curve(name: str, steps: Sequence[Step], stops: Sequence[Stop], *, axis: tuple[str, str], terms: Sequence[tuple[int, str]], furthest: int) -> Markup:
    """The share answered by day, up to ``furthest`` days. ``axis``: what is shown upwards, and along."""
    along, up = Scale(0, furthest, _LEFT, _RIGHT), Scale(0, 100, _BOTTOM, _TOP)
    shown = [step for step in steps if step.day <= furthest]
    return drawing(_BOTTOM + 46, (
        text(0, 14, axis[0], kind="soft"), text(_RIGHT, _BOTTOM + 40, axis[1], anchor="end", kind="soft"),
        *_grid(along, up, furthest), *_band(name, shown, along, up), *_terms(terms, along),
        shape("path", d=_stairs([(step.day, step.waiting) for step in shown], along, up, furthest), fill="none", stroke="currentColor", class_="line"),
        *(linked(stop.href, stop.title, mark("circle", along(stop.day), up(100 * (1 - _waiting(shown, stop.day))))) for stop in stops if stop.day <= furthest),
    ), name=name)


def _waiting(steps: Sequence[Step], day: int) -> float:
    return next((step.waiting for step in reversed(steps) if step.day <= day), 1.0)


def _stairs(points: Sequence[tuple[int, float]], along: Scale, up: Scale, furthest: int) -> str:
    """The path of a share that changes on its days only."""
    path = f"M{along(0):.1f},{up(0):.1f}"
    for day, waiting in points:
        path += f" H{along(day):.1f} V{up(100 * (1 - waiting)):.1f}"
    return f"{path} H{along(furthest):.1f}"


def _band(name: str, steps: Sequence[Step], along: Scale, up: Scale) -> Iterator[Markup]:
    """What lies between the bounds."""
    if not steps:
        return
    above = [(step.day, step.lower) for step in steps]
    path, after = f"M{along(0):.1f},{up(0):.1f}", along(steps[-1].day)
    for day, waiting in above:
        path += f" H{along(day):.1f} V{up(100 * (1 - waiting)):.1f}"
    path += f" H{after:.1f}"
    for at in range(len(steps) - 1, -1, -1):
        path += f" V{up(100 * (1 - steps[at].upper)):.1f} H{along(steps[at].day):.1f}"
    yield shape("path", d=f"{path} Z", fill=fill(name, "points"), stroke="none", class_="band")


def _grid(along: Scale, up: Scale, furthest: int) -> Iterator[Markup]:
    for value in (0, 25, 50, 75, 100):
        yield shape("path", d=f"M{_LEFT:.0f},{up(value):.1f} H{_RIGHT:.0f}", class_="rung", stroke="currentColor", stroke_width=0.4)
        yield text(_LEFT - 6, up(value) + 4.5, f"{value}%", anchor="end", kind="soft")
    for day in ticks(furthest):
        if day <= furthest:
            yield text(along(day), _BOTTOM + 20, str(day), anchor="middle", kind="soft")


def _terms(terms: Sequence[tuple[int, str]], along: Scale) -> Iterator[Markup]:
    for day, label in terms:
        yield shape("path", d=f"M{along(day):.1f},{_TOP - 4:.0f} V{_BOTTOM:.0f}", stroke="currentColor", stroke_dasharray="5 4", stroke_width=1, class_="term")
        yield text(along(day) + 4, _BOTTOM - 8, label, kind="soft")
