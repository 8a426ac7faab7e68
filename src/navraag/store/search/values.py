"""Values of filters: days, numbers and years as people type them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name: at for at, names in enumerate((
    ("januari", "jan"), ("februari", "feb"), ("maart", "mrt"), ("april", "apr"), ("mei",), ("juni", "jun"), ("juli", "jul"),
    ("augustus", "aug"), ("september", "sep", "sept"), ("oktober", "okt"), ("november", "nov"), ("december", "dec"),
), start=1) for name in names}
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/ ])?(\d{1,2}|[a-z]{3,9})[-/ ](\d{4})", re.ASCII)
_RANGE = re.compile(r"([<>]=?|=)?\s*(\d{1,7})(?:\s*(?:-|\.\.|t/m)\s*(\d{1,7}))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Whole numbers from one up to another, both included; None is open."""

    least: int | None = None
    most: int | None = None


def first_day(typed: str) -> date | None:
    """The first day of what was typed: a year, a month or a day; None where it is no date.

    >>> [str(first_day(typed)) for typed in ("2023", "maart 2023", "31-12-2023", "2023-02-30")]
    ['2023-01-01', '2023-03-01', '2023-12-31', 'None']
    """
    words = " ".join(typed.lower().split())
    if match := _YEAR_FIRST.fullmatch(words):
        year, month, day = match[1], match[2] or "1", match[3] or "1"
    elif match := _DAY_FIRST.fullmatch(words):
        day, month, year = match[1] or "1", str(_MONTHS.get(match[2], match[2])), match[3]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def numbers(typed: str) -> Between | None:
    """A number or a range of numbers: "42", ">42", "21-42"; None where it is none."""
    match = _RANGE.fullmatch(typed.strip())
    if not match:
        return None
    sign, value = match[1] or "=", int(match[2])
    if match[3]:
        return Between(least=value, most=int(match[3])) if sign == "=" else None
    return {
        ">": Between(least=value + 1), ">=": Between(least=value), "<": Between(most=value - 1), "<=": Between(most=value),
    }.get(sign, Between(least=value, most=value))


def as_number(day: date) -> int:
    """A day as the index keeps it: 20230131."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_before(day: date) -> date:
    """The day before; the first day of the calendar has none."""
    return day - timedelta(days=1) if day > date.min else day
