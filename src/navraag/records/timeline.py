"""The clock of a case on one day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal[
    "open", "open_noticed", "overdue_three", "overdue_six", "answered_in_time", "answered_in_extended_term",
    "answered_late", "withdrawn", "unknown", "no_clock",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Days of a case as of ``today``: calendar days, recess counted apart and never stopping the clock."""

    state: State
    today: date
    tabled_on: date | None = None
    due_on: date | None = None
    extended_until: date | None = None
    notice_on: date | None = None
    notice_day: int | None = None
    notice_in_time: bool | None = None
    answered_on: date | None = None
    days_taken: int | None = None
    days_over_three: int | None = None
    days_over_six: int | None = None
    recess_days: int | None = None
    known_until: date | None = None
