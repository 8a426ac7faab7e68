"""The course of a case and its bar of days."""

import re
from datetime import date

from navraag.enrichment.timeline import timeline
from navraag.surfaces.web.clock import bar, end_day, events
from tests.surfaces.web_cases import TODAY, lead_case, small_case


def test_events_stand_in_order_of_day() -> None:
    """On one day the notice comes before the end of the term; open cases end with today."""
    case = lead_case()
    assert [(event.kind, event.number) for event in events(case, timeline(case, TODAY))] == [
        ("tabled", 0), ("notice", 21), ("due", 21), ("extended", 42), ("answered", 70), ("answered", 98),
    ]
    waiting = small_case(1, tabled=date(2026, 2, 20))
    assert [event.kind for event in events(waiting, timeline(waiting, TODAY))] == ["tabled", "today", "due"]


def test_papers_without_a_day_come_last() -> None:
    """They are shown all the same."""
    case = small_case(1, tabled=date(2026, 1, 5), noticed=None)
    held = lead_case()
    undated = type(case)(number=case.number, tabled_on=case.tabled_on, answers=(held.answers[0],), notices=())
    kinds = [event.kind for event in events(undated, timeline(undated, TODAY))]
    assert kinds[0] == "tabled"
    assert "answered" in kinds


def test_the_bar_tells_term_and_time_over() -> None:
    """Labels at 0, both limits and the last day; the part over the limit apart; the notice as a dot."""
    case = lead_case()
    drawn = str(bar(timeline(case, TODAY)))
    assert re.findall(r">(\d+)</text>", drawn) == ["0", "21", "42", "70"]
    assert 'class="over" x="60.00%" y="10" width="40.00%"' in drawn
    assert 'cx="30.00%"' in drawn


def test_labels_never_run_into_each_other() -> None:
    """An answer on day 22 takes the place of the limit at 21."""
    case = small_case(1, tabled=date(2025, 9, 1), answered=date(2025, 9, 23))
    assert re.findall(r">(\d+)</text>", str(bar(timeline(case, TODAY)))) == ["0", "22"]


def test_no_bar_without_a_clock() -> None:
    """No day of tabling, or nobody knows how it ended."""
    unknown = timeline(small_case(1, tabled=date(2024, 1, 1)), TODAY, known_until=date(2024, 1, 2))
    assert end_day(unknown) is None
    assert str(bar(unknown)) == ""
