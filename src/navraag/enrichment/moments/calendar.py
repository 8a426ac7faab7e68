"""Windows of days: years, halves, quarters, seasons, months, weeks, and parts of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "quarter", "half", "season", "year"]
DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = 1, 2
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """First and last day of a period, both included; ``lenient`` is its last day on a generous reading."""

    first: date
    last: date
    unit: Unit
    lenient: date | None = None
    dated: bool = True
    """False where the words name no year, so that the next such period is meant."""


def month_end(year: int, month: int) -> date:
    """The last day of a month; months run on beyond twelve."""
    year, month = year + month // 12, month % 12 + 1
    return date(year, month, 1) - DAY


def months(year: int, first: int, last: int, unit: Unit) -> Window:
    """A window of whole months of a year."""
    return Window(first=date(year, first, 1), last=month_end(year, last), unit=unit)


def year_window(year: int) -> Window:
    """A calendar year."""
    return months(year, 1, 12, "year")


def season(year: int, name: str) -> Window:
    """A meteorological season; winter begins in December of its year and ends in the next."""
    match name:
        case "lente":
            return Window(first=date(year, 3, 1), last=date(year, 5, 31), unit="season", lenient=date(year, 6, 20))
        case "zomer":
            return Window(first=date(year, 6, 1), last=date(year, 8, 31), unit="season", lenient=date(year, 9, 22))
        case "herfst":
            return Window(first=date(year, 9, 1), last=date(year, 11, 30), unit="season", lenient=date(year, 12, 21))
    return Window(first=date(year, 12, 1), last=month_end(year + 1, 2), unit="season", lenient=date(year + 1, 3, 20))


def weekday_of(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Tuesday (or other weekday) of a month: the third Tuesday of September is Prinsjesdag."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def one_day(day: date) -> Window:
    """A window of one day."""
    return Window(first=day, last=day, unit="day")


def iso_week(year: int, week: int) -> Window:
    """An ISO week; ValueError where the year has no such week."""
    monday = date.fromisocalendar(year, week, 1)
    return Window(first=monday, last=monday + timedelta(days=6), unit="week")


def part_of(window: Window, part: Literal["begin", "medio", "eind"]) -> Window:
    """Begin, middle or end of a window: of a year Jan-Mar, May-Aug, Oct-Dec; of a month by tens; of the rest thirds."""
    first, last = window.first, window.last
    if window.unit == "year":
        spans = {"begin": (1, 3), "medio": (5, 8), "eind": (10, 12)}
        return months(first.year, *spans[part], unit="month")
    if window.unit == "month":
        tens = {"begin": (1, 10), "medio": (11, 20), "eind": (21, last.day)}
        start, stop = tens[part]
        return Window(first=first.replace(day=start), last=first.replace(day=stop), unit="day")
    third = timedelta(days=((last - first).days + 1) // 3)
    if part == "begin":
        return Window(first=first, last=first + third - DAY, unit="day")
    if part == "eind":
        return Window(first=last - third + DAY, last=last, unit="day")
    return Window(first=first + third, last=last - third, unit="day")


def next_ending(anchor: date, build: Callable[[int], Window]) -> Window:
    """The first of the yearly windows whose end is not before the anchor."""
    candidates = (build(year) for year in range(anchor.year - 1, anchor.year + 4))
    found = next((window for window in candidates if window.last >= anchor), build(anchor.year))
    return Window(first=found.first, last=found.last, unit=found.unit, lenient=found.lenient, dated=False)


def add_months(day: date, count: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def add_working_days(day: date, count: int) -> date:
    """Some working days later; Saturdays and Sundays do not count, holidays do."""
    weeks, rest = divmod(count, 5)
    day += timedelta(weeks=weeks)
    while rest:
        day += DAY
        rest -= day.weekday() < 5
    return day
