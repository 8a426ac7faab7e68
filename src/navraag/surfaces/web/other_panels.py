"""The panels of what is counted by rules of its own: desks, reasons for delay, joint answers, seats."""

from collections.abc import Sequence

from navraag.store.workload import Workload
from navraag.surfaces.charts.legend import Key
from navraag.surfaces.charts.level import Dot, Row, counts
from navraag.surfaces.exports.waiting import REASONS
from navraag.surfaces.web.figuring import Figuring
from navraag.surfaces.web.panels import Cell, Panel, count, decimal, heads, percent, rows, words

MOST_DRAWN = 30


def workload_panel(asked: Figuring) -> Panel:
    """What ministries had on their desks before and after."""
    say = asked.say
    desks = asked.statistics.workload(asked.period)
    keys = [Key(say("figures.th_waiting_before"), pattern="hatch"), Key(say("figures.th_waiting_after"), pattern="solid")]
    drawn = [
        Row(asked.name("ministry", one.value), tuple(Dot(number, f"{name}: {say.number(number)}", asked.sets("", "ministry", one.value)) for name, number in (
            (keys[0].label, one.waiting_before), (keys[1].label, one.waiting_after),
        )))
        for one in _most(desks)
    ]
    many = (say("figures.chart_rows", n=say.number(len(desks)), most=MOST_DRAWN),) if len(desks) > MOST_DRAWN else ()
    return Panel(
        name="werklast", title=say("figures.chart_workload"), rule=say("figures.chart_workload_rule"),
        of=say("figures.n", n=say.number(sum(one.waiting_before + one.asked for one in desks))), drawn=counts("werklast", keys, drawn),
        files="werklast", query=asked.search(), open=True, notes=(*many, say("figures.years_note")),
        heads=(say("figures.by_ministerie"), *heads(say, "waiting_before", "asked", "questions", "answered", "withdrawn", "waiting_after")),
        rows=rows((
            words(asked.name("ministry", one.value)), count(say, one.waiting_before), count(say, one.asked, asked.sets("", "ministry", one.value)),
            count(say, one.questions), count(say, one.answered), count(say, one.withdrawn), count(say, one.waiting_after),
        ) for one in desks),
    )


def _most(desks: Sequence[Workload]) -> list[Workload]:
    """The desks that the chart has room for: those with most on them, in their own order."""
    most = sorted(desks, key=lambda one: -one.waiting_before - one.asked)[:MOST_DRAWN]
    return [one for one in desks if one in most]


def reasons_panel(asked: Figuring) -> Panel:
    """Why delay was asked for."""
    say = asked.say
    found = asked.statistics.reasons(asked.period)
    drawn = [Row(say(f"reason.{one.reason}"), (Dot(one.sets, f"{say(f'reason.{one.reason}')}: {say.number(one.sets)}", asked.sets("met-uitstel")),)) for one in found]
    return Panel(
        name="uitstel", title=say("figures.chart_reasons"), rule=say("figures.chart_reasons_rule"), of=asked.of("with_notice"),
        drawn=counts("uitstel", [Key("", pattern="hatch")], drawn), files="uitstel", query=asked.search(), open=True,
        heads=heads(say, "reason", "sets", "notices", "in_time"),
        rows=rows((words(say(f"reason.{one.reason}")), count(say, one.sets), count(say, one.notices), count(say, one.in_time)) for one in found),
    )


def reasons_by_ministry_panel(asked: Figuring) -> Panel:
    """The same for each ministry: a table alone."""
    say, found = asked.say, asked.statistics.reasons_by_ministry(asked.period)
    held: dict[str, dict[str, int]] = {}
    for one in found:
        held.setdefault(one.value, {})[one.reason] = one.sets
    named = sorted(held, key=lambda value: asked.name("ministry", value).casefold())
    return Panel(
        name="uitstel-ministerie", title=say("figures.chart_reasons_by"), rule=say("figures.chart_workload_both"), of=asked.of("with_notice"),
        files="uitstel-per-ministerie", query=asked.search(), open=True, heads=(say("figures.by_ministerie"), *(say(f"reason.{reason}") for reason in REASONS)),
        rows=rows((
            words(asked.name("ministry", value), asked.sets("met-uitstel", "ministry", value)), *(count(say, held[value].get(reason, 0)) for reason in REASONS),
        ) for value in named),
    )


def joint_panel(asked: Figuring) -> Panel:
    """How much was answered jointly: a table alone."""
    say, found = asked.say, asked.statistics.joint(asked.period)
    lined = (
        ("sets", found.sets, None), ("together", found.together, found.sets), ("with", found.with_joint, found.sets),
        ("questions", found.questions, None), ("answers", found.answers, None),
    )
    return Panel(
        name="samen", title=say("figures.chart_joint"), rule=say("figures.chart_joint_rule"), of=say("figures.n", n=say.number(found.sets)),
        files="samen", query=asked.search(), heads=heads(say, "what", "number", "share"), open=True,
        rows=rows((
            words(say(f"figures.joint_{name}")), count(say, number), percent(say, number / whole) if whole else Cell(text="–"),
        ) for name, number, whole in lined),
    )


def seats_panel(asked: Figuring) -> Panel:
    """What was asked per member and per seat."""
    say, found = asked.say, asked.statistics.seats(asked.period)
    drawn = [
        Row(asked.name("party", one.value), (Dot(one.per_seat, f"{say('figures.th_per_seat')}: {decimal(say, one.per_seat)}", asked.sets("", "party", one.value)),))
        for one in found if one.per_seat is not None
    ]
    unsure = () if found and all(one.sure for one in found) else (say("figures.seats_unsure"),)
    return Panel(
        name="zetels", title=say("figures.chart_seats"), rule=say("figures.chart_seats_rule"), of=asked.of(),
        drawn=counts("zetels", [Key("", pattern="hatch")], drawn), files="zetels", query=asked.search(), open=True, notes=unsure,
        heads=(say("figures.by_partij"), *heads(say, "sets", "members", "seats", "per_member", "per_seat")),
        rows=rows((
            words(asked.name("party", one.value)), count(say, one.sets, asked.sets("", "party", one.value)), count(say, one.members),
            *(Cell(text="–" if number is None else decimal(say, number)) for number in (one.seats, one.per_member, one.per_seat)),
        ) for one in found),
    )
