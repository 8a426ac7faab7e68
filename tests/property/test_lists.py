"""Any cases on any day: a state on every day, moves along the allowed edges only, lists that add up, shares in order."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from navraag.enrichment.in_time import in_time
from navraag.enrichment.statistics import figures
from navraag.enrichment.timeline import timeline
from navraag.pipeline.clock import with_clock
from navraag.records.cases import Case, CaseAnswers, CaseNotice
from navraag.records.statistics import DIMENSIONS, Period
from navraag.records.text import Text
from navraag.records.timeline import State
from navraag.store.lists import LIST_KINDS, day_list, groups
from navraag.store.reader import open_registry
from navraag.store.statistics import tallies
from navraag.store.views import OPEN_STATES
from navraag.store.writer import Writer
from tests.unit.store.waiting_cases import JENV, NOBODY, SANNE, TOM, VWS

FIRST = date(2020, 3, 1)
LONGEST = 60
ANSWERED: frozenset[State] = frozenset({"answered_in_time", "answered_in_extended_term", "answered_late"})
MOVES: dict[State, frozenset[State]] = {
    "unknown": frozenset({"open", "open_noticed", "withdrawn"}) | ANSWERED,
    "open": frozenset({"open_noticed", "overdue_three", "withdrawn"}) | ANSWERED,
    "open_noticed": frozenset({"overdue_six", "withdrawn"}) | ANSWERED,
    "overdue_three": frozenset({"open_noticed", "overdue_six", "answered_late", "answered_in_extended_term", "withdrawn"}),
    "overdue_six": frozenset({"answered_late", "withdrawn"}),
    "answered_in_time": frozenset({"withdrawn"}), "answered_in_extended_term": frozenset({"withdrawn"}), "answered_late": frozenset({"withdrawn"}),
    "withdrawn": frozenset(), "no_clock": frozenset(),
}

after = st.none() | st.integers(-5, LONGEST)


def _case(
    number: int, asked: int, answered: list[int | None], noticed: list[int | None], withdrawn: tuple[bool, int | None], more: tuple[bool | None, int, int],
) -> Case:
    """``more``: whether the Kamer calls it closed, who asked, who was asked."""
    closed, *people = more
    tabled = FIRST + timedelta(days=asked)

    def day(days: int | None) -> date | None:
        return None if days is None else tabled + timedelta(days=days)

    return Case(
        number=f"2020Z9{number:04d}", tabled_on=tabled, closed=closed, askers=((SANNE,), (TOM, SANNE), (NOBODY,))[people[0]], addressees=((JENV,), (VWS, JENV), ())[people[1]],
        answers=tuple(CaseAnswers(id=str(at), kind="further" if at else "first", title="", publication=None, appendix_number=None, session_year=None, received_on=day(days)) for at, days in enumerate(answered)),
        notices=tuple(CaseNotice(id=str(at), announced_on=day(days), announced_by=(), text=Text()) for at, days in enumerate(noticed)),
        withdrawal=CaseNotice(id="w", announced_on=day(withdrawn[1]), announced_by=(), text=Text()) if withdrawn[0] else None,
    )


fates = st.tuples(
    st.integers(0, 30), st.lists(after, max_size=2), st.lists(after, max_size=2), st.tuples(st.booleans(), after) | st.just((False, None)),
    st.tuples(st.sampled_from([None, True, False]), st.integers(0, 2), st.integers(0, 2)),
)
histories = st.lists(fates, min_size=1, max_size=6).map(lambda held: tuple(_case(at, *fate) for at, fate in enumerate(held)))


def _days(case: Case) -> Iterator[date]:
    assert case.tabled_on
    return (case.tabled_on + timedelta(days=day) for day in range(-1, LONGEST + 3))


@settings(deadline=None, max_examples=150)
@given(fates)
def test_states_move_only_along_the_allowed_edges(fate: tuple[int, list[int | None], list[int | None], tuple[bool, int | None], tuple[bool | None, int, int]]) -> None:
    """Day by day through the life of a case; what the store keeps as spans is the same."""
    case = _case(1, *fate)
    spans = with_clock(case).states
    before: State | None = None
    for day in _days(case):
        clock = timeline(case, day)
        assert before is None or clock.state == before or clock.state in MOVES[before], (day, before)
        before = clock.state
        if case.tabled_on and day >= case.tabled_on:
            assert [clock.state] == [span.state for span in spans if span.start <= day < span.end]
        found = in_time(clock)
        assert not found.strict or (found.listed and found.noticed)


@settings(deadline=None, max_examples=15)
@given(histories, st.integers(-1, 30 + LONGEST + 50))
def test_lists_and_statistics_of_a_day_add_up(history: tuple[Case, ...], after_first: int) -> None:
    """The lists to the open cases, the outcomes to all sets, the shares in their order, each equal to the clock's own word."""
    day = FIRST + timedelta(days=after_first)
    clocks = [timeline(case, day) for case in history]
    waiting = {case.number for case, clock in zip(history, clocks, strict=True) if clock.state in OPEN_STATES}
    with tempfile.TemporaryDirectory() as folder:
        writer = Writer(Path(folder) / "registry.sqlite3")
        writer.write_cases([with_clock(case) for case in history])
        writer.close()
        with open_registry(Path(folder)) as registry:
            held = {kind: day_list(registry, kind, day) for kind in LIST_KINDS}
            numbers = {kind: {case.number for case in listed.cases} for kind, listed in held.items()}
            assert numbers["longest_open"] == waiting
            assert all(listed.waiting == len(waiting) for listed in held.values())
            assert numbers["late"] == {case.number for case in held["longest_open"].cases if case.late}
            assert numbers["without_notice"] == {case.number for case in held["late"].cases if not case.noticed}
            assert not numbers["soon"] & numbers["late"]
            assert sum(group.sets for group in groups(registry, held["late"], "member")) == sum(len(case.members) for case in held["late"].cases)
            period = Period(first=FIRST, last=day, day=day)
            for dimension in DIMENSIONS:
                for one in map(figures, tallies(registry, period, dimension)):
                    assert one.answered + one.open + one.withdrawn + one.unknown == one.sets
                    assert one.strict <= min(one.listed, one.noticed)
                    assert max(one.listed, one.noticed) <= one.decided <= one.sets
            whole = {tally.value: figures(tally) for tally in tallies(registry, period, "all")}
            asked = [clock for case, clock in zip(history, clocks, strict=True) if case.tabled_on and case.tabled_on <= day]
            assert (whole[""].sets, whole[""].open) == (len(asked), len(waiting)) if asked else not whole
            for name in ("strict", "listed", "noticed"):
                past = [clock for clock in asked if (clock.today - (clock.tabled_on or day)).days > 42]
                assert not asked or getattr(whole[""], name) == sum(getattr(in_time(clock), name) is True for clock in past)
