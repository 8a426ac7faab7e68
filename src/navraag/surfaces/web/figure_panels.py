"""The panels of statistics: which chart, which caption, which table, and which sets stand behind each number."""

from collections.abc import Sequence

from navraag.enrichment.statistics import figures
from navraag.records.statistics import DEFINITIONS, Definition, Dimension, Figures, Step, Tally
from navraag.surfaces.charts.curve import Stop, curve
from navraag.surfaces.charts.legend import Key
from navraag.surfaces.charts.level import Dot, Row, Span, dots, spans
from navraag.surfaces.charts.upright import Column, Line, Point, bars, lines
from navraag.surfaces.web.figuring import Figuring, parameter
from navraag.surfaces.web.panels import Cell, Panel, count, days, heads, percent, percentage, rows, words

MOST_DRAWN = 30
PAGE_SIZE = 100
_STOPS = (7, 14, 21, 28, 42, 63, 84, 126, 180, 365)
_DUTCH: dict[Definition, str] = {"strict": "streng", "listed": "lijst", "noticed": "gemeld"}
_OUTCOMES = (("answered", "beantwoord", "hatch"), ("open", "open", "solid"), ("withdrawn", "ingetrokken", "points"), ("unknown", "onbekend", "empty"))
_MARKS: dict[Definition, tuple[str, str]] = {"strict": ("circle", ""), "listed": ("square", "7 4"), "noticed": ("triangle", "2 4")}
_FIGURES = (
    "sets", "questions", "answered", "open", "withdrawn", "unknown", "with_notice", "decided", "strict", "listed", "noticed", "quartile", "median",
    "third_quartile",
)


def keys_of_definitions(asked: Figuring) -> list[Key]:
    """How the three definitions are drawn, always the same."""
    return [Key(asked.say(f"figures.{name}"), mark=_MARKS[name][0], dash=_MARKS[name][1]) for name in DEFINITIONS]


def time_panels(asked: Figuring, held: Sequence[Figures], dimension: Dimension, page: int = 1) -> tuple[Panel, ...]:
    """Years or months: how much was asked, and what was in time; of a long table one page."""
    listed = held[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return (_counts_panel(asked, held, listed, dimension), _in_time_panel(asked, held, listed, dimension))


def _counts_panel(asked: Figuring, held: Sequence[Figures], listed: Sequence[Figures], dimension: Dimension) -> Panel:
    """How much was asked over time, stacked by what became of it."""
    say = asked.say
    keys = [Key(say(f"figures.outcome_{name}"), pattern=pattern) for name, _, pattern in _OUTCOMES]
    columns = [
        Column(one.value, tuple(int(getattr(one, name)) for name, *_ in _OUTCOMES), f"{one.value}: {say.number(one.sets)}", asked.sets("", dimension, one.value))
        for one in held
    ]
    return Panel(
        name="aantal", title=say("figures.chart_counts"), rule=say("figures.chart_counts_rule"), of=asked.of(),
        drawn=bars("aantal", keys, columns, axis=say("figures.axis_counts"), written=say.number), files=parameter(dimension), query=asked.search(),
        heads=("", *heads(say, "sets", "questions", *(name for name, *_ in _OUTCOMES))),
        rows=rows((
            words(one.value), count(say, one.sets, asked.sets("", dimension, one.value)), count(say, one.questions),
            *(count(say, getattr(one, name), asked.sets(which, dimension, one.value)) for name, which, _ in _OUTCOMES),
        ) for one in listed),
    )


def _in_time_panel(asked: Figuring, held: Sequence[Figures], listed: Sequence[Figures], dimension: Dimension) -> Panel:
    """The shares in time over time."""
    say = asked.say
    drawn = [Line(key, tuple(_point(asked, one, dimension, name) for one in held)) for key, name in zip(keys_of_definitions(asked), DEFINITIONS, strict=True)]
    return Panel(
        name="op-tijd", title=say("figures.chart_in_time"), rule=say("figures.chart_in_time_rule"), of=asked.of("decided"),
        drawn=lines("op-tijd", drawn, [one.value for one in held], axis=say("figures.axis_share")), files=parameter(dimension), query=asked.search(),
        heads=("", *heads(say, "decided", *DEFINITIONS)), rows=rows(_share_cells(asked, one, dimension, one.value) for one in listed),
    )


def _point(asked: Figuring, one: Figures, dimension: Dimension, name: Definition) -> Point:
    share = one.share(name)
    told = f"{one.value}, {asked.say(f'figures.{name}')}: {percentage(asked.say, share.value)} ({share.part}/{share.whole})"
    return Point(share.value, told, asked.sets(f"op-tijd-{_DUTCH[name]}", dimension, one.value))


def _share_cells(asked: Figuring, one: Figures, dimension: Dimension, name: str) -> tuple[Cell, ...]:
    say = asked.say
    return (
        words(name), count(say, one.decided, asked.sets("beslist", dimension, one.value)),
        *(percent(say, one.share(kind).value, asked.sets(f"op-tijd-{_DUTCH[kind]}", dimension, one.value)) for kind in DEFINITIONS),
    )


def times_panel(asked: Figuring, steps: Sequence[Step]) -> Panel:
    """The course of answering."""
    say, total = asked.say, steps[0].at_risk if steps else 0
    furthest = _furthest(steps)
    stops = [Stop(day, f"{say.count('figures.within', day)}: {percentage(say, 1 - _waits(steps, day))}", asked.sets("beantwoord", binnen=day)) for day in _STOPS]
    return Panel(
        name="antwoordtijd", title=say("figures.chart_times"), rule=say("figures.chart_times_rule"), of=say("figures.n", n=say.number(total)),
        drawn=curve(
            "antwoordtijd", steps, stops, axis=(say("figures.axis_answered"), say("figures.axis_days")),
            terms=((21, say("figures.term_three")), (42, say("figures.term_six"))), furthest=furthest,
        ), files="antwoordtijd", query=asked.search(),
        heads=heads(say, "day", "answered_share", "band", "at_risk"),
        rows=rows(_time_cells(asked, steps, stop) for stop in stops if stop.day <= furthest),
    )


def _furthest(steps: Sequence[Step]) -> int:
    """How far the course is drawn: until one in fifty waits, at least nine weeks, at most a year and a half."""
    day = next((step.day for step in steps if step.waiting <= 0.02), steps[-1].day if steps else 0)
    return min(max(day, 63), 540)


def _waits(steps: Sequence[Step], day: int) -> float:
    return next((step.waiting for step in reversed(steps) if step.day <= day), 1.0)


def _time_cells(asked: Figuring, steps: Sequence[Step], stop: Stop) -> tuple[Cell, ...]:
    say = asked.say
    step = next((step for step in reversed(steps) if step.day <= stop.day), None)
    after = next((step.at_risk for step in steps if step.day > stop.day), 0)
    band = f"{percentage(say, 1 - step.upper)} – {percentage(say, 1 - step.lower)}" if step else "–"
    return (Cell(text=say.number(stop.day), href=stop.href), percent(say, 1 - step.waiting if step else 0.0), Cell(text=band), count(say, after))


def value_panels(asked: Figuring, tallies: Sequence[Tally], dimension: Dimension, page: int = 1) -> tuple[Panel, ...]:
    """A dimension: its shares, its answer times, and its figures as a table, a page of it where it is long.

    The chart shows those with the most sets; figures are made of what is shown alone.
    """
    most = {one.value for one in sorted(tallies, key=lambda one: -one.sets)[:MOST_DRAWN]}
    paged = {one.value for one in tallies[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]}
    made = [figures(one) for one in tallies if one.value in most | paged]
    drawn, listed = ([one for one in made if one.value in chosen] for chosen in (most, paged))
    return (_dots_panel(asked, drawn, (len(tallies), listed), dimension), _spans_panel(asked, drawn, dimension))


def last_page(values: int) -> int:
    """The number of pages that the table of so many values takes."""
    return max(1, -(-values // PAGE_SIZE))


def _dots_panel(asked: Figuring, drawn: Sequence[Figures], held: tuple[int, Sequence[Figures]], dimension: Dimension) -> Panel:
    """``held``: how many values there are, and the figures of the page of the table."""
    say, (values, listed) = asked.say, held
    lined = [
        Row(
            asked.name(dimension, one.value),
            tuple(Dot(point.value, point.title, point.href) for point in (_point(asked, one, dimension, name) for name in DEFINITIONS)),
            say.number(one.decided),
        )
        for one in drawn
    ]
    return Panel(
        name="op-tijd", title=say("figures.chart_in_time"), rule=say("figures.chart_in_time_rule"), of=asked.of("decided"),
        drawn=dots("op-tijd", keys_of_definitions(asked), lined, end=say("figures.axis_n")), files=parameter(dimension), query=asked.search(),
        heads=(say(f"figures.by_{parameter(dimension)}"), *heads(say, *_FIGURES)),
        rows=rows(_figure_cells(asked, one, dimension) for one in listed), notes=_notes(asked, len(drawn), values, dimension), open=True,
    )


def _notes(asked: Figuring, drawn: int, values: int, dimension: Dimension) -> tuple[str, ...]:
    say = asked.say
    many = (say("figures.chart_rows", n=say.number(values), most=MOST_DRAWN),) if values > drawn else ()
    return (*many, say("figures.years_note")) if dimension == "ministry" else many


def _figure_cells(asked: Figuring, one: Figures, dimension: Dimension) -> tuple[Cell, ...]:
    say = asked.say
    def behind(which: str) -> str:
        return asked.sets(which, dimension, one.value)

    return (
        words(asked.name(dimension, one.value)), count(say, one.sets, behind("")), count(say, one.questions), count(say, one.answered, behind("beantwoord")),
        count(say, one.open, behind("open")), count(say, one.withdrawn, behind("ingetrokken")), count(say, one.unknown, behind("onbekend")),
        count(say, one.with_notice, behind("met-uitstel")), count(say, one.decided, behind("beslist")),
        *(percent(say, one.share(name).value, behind(f"op-tijd-{_DUTCH[name]}")) for name in DEFINITIONS),
        days(say, one.quartile), days(say, one.median), days(say, one.third_quartile),
    )


def _spans_panel(asked: Figuring, drawn: Sequence[Figures], dimension: Dimension) -> Panel:
    say = asked.say
    furthest = max([one.third_quartile or 0 for one in drawn] + [one.median or 0 for one in drawn] + [63])
    lined = [
        Span(
            asked.name(dimension, one.value), one.quartile, one.median, one.third_quartile,
            f"{asked.name(dimension, one.value)}: {' · '.join(days(say, day).text for day in (one.quartile, one.median, one.third_quartile))}",
            asked.sets("beantwoord", dimension, one.value), say.number(one.sets),
        )
        for one in drawn
    ]
    return Panel(
        name="dagen", title=say("figures.chart_spans"), rule=say("figures.chart_spans_rule"), of=asked.of(),
        drawn=spans("dagen", lined, end=say("figures.axis_n"), furthest=furthest), files=parameter(dimension), query=asked.search(),
        heads=(say(f"figures.by_{parameter(dimension)}"), *heads(say, "sets", "quartile", "median", "third_quartile"), say("figures.th_band")),
        rows=rows((
            words(asked.name(dimension, one.value)), count(say, one.sets, asked.sets("", dimension, one.value)), days(say, one.quartile), days(say, one.median),
            days(say, one.third_quartile), Cell(text=f"{days(say, one.median_low).text} – {days(say, one.median_high).text}"),
        ) for one in drawn),
    )
