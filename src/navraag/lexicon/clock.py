"""The tables behind the clock: dated term rules and recesses, each row with its source."""

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_FRIDAY = 4
_LAST_YEAR = 2200  # estimates beyond it would be nonsense


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRule:
    """The term in force from a day on: days after tabling, and days after tabling where a notice came."""

    valid_from: date
    article: str
    days: int
    days_after_notice: int
    source: str
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recess:
    """First and last day without sitting, both included; ``est`` where it was estimated."""

    kind: str
    first: date
    last: date
    source: str
    est: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecessEstimate:
    """How to estimate a recess: ``days`` from the Friday nearest to a day of the year, before or after it."""

    kind: str
    month: int
    day: int
    before: bool
    days: int
    source: str

    def in_year(self, year: int) -> Recess:
        """The estimated recess that begins in a year."""
        anchor = date(year, self.month, self.day)
        away = (anchor.weekday() - _FRIDAY) % 7 if self.before else -((_FRIDAY - anchor.weekday()) % 7)
        first = anchor - timedelta(days=away)
        return Recess(kind=self.kind, first=first, last=first + timedelta(days=self.days), source=self.source, est=True)


@cache
def _table(name: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(files("navraag.lexicon").joinpath(name).read_text(encoding="utf-8"))


@cache
def term_rules() -> tuple[TermRule, ...]:
    """All term rules, oldest first."""
    rows = (TermRule(**row) for row in _table("rules.toml")["term"])  # type: ignore[arg-type]
    return tuple(sorted(rows, key=lambda rule: rule.valid_from))


def term_rule_on(day: date) -> TermRule | None:
    """The term rule in force on a day; None before the first."""
    return next((rule for rule in reversed(term_rules()) if rule.valid_from <= day), None)


@cache
def known_recesses() -> tuple[Recess, ...]:
    """The recesses of the table, in order of their first day."""
    rows = (Recess(**row) for row in _table("recesses.toml")["recess"])  # type: ignore[arg-type]
    return tuple(sorted(rows, key=lambda recess: recess.first))


@cache
def recesses(year: int) -> tuple[Recess, ...]:
    """The recesses that begin in a year: those of the table, and estimates for kinds that it lacks."""
    known = tuple(recess for recess in known_recesses() if recess.first.year == year)
    kinds = {recess.kind for recess in known}
    rules = (RecessEstimate(**row) for row in _table("recesses.toml")["estimate"])  # type: ignore[arg-type]
    estimated = tuple(rule.in_year(year) for rule in rules if rule.kind not in kinds)
    return tuple(sorted(known + estimated, key=lambda recess: recess.first))


@cache
def _recess_days_of(year: int) -> tuple[int, ...]:
    """Ordinals of the days of recess in a calendar year, each once: a Christmas recess lies in two years."""
    spans = (range(recess.first.toordinal(), recess.last.toordinal() + 1) for begun in (year - 1, year) for recess in recesses(begun))
    days = sorted({day for span in spans for day in span})
    return tuple(day for day in days if date.fromordinal(day).year == year)


def recess_days(after: date, until: date) -> int:
    """Days of recess after one day, up to and including another."""
    first, last = after.toordinal(), until.toordinal()
    years = (_recess_days_of(year) for year in range(after.year, min(until.year, _LAST_YEAR) + 1))
    return sum(max(0, bisect_right(days, last) - bisect_right(days, first)) for days in years)
