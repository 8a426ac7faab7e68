"""What a page of statistics asks for, and the names, links and captions that all its panels share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.datastructures import QueryParams

from navraag.records.statistics import Dimension, Figures, Period
from navraag.surfaces.statistics import Statistics
from navraag.surfaces.web.asked import SIDES, day_of, only_of, parameter_of, query_of, search_of
from navraag.surfaces.web.translations import Messages

WHICH: dict[str, str] = {
    "beantwoord": "answered", "open": "open", "ingetrokken": "withdrawn", "onbekend": "unknown", "beslist": "decided", "met-uitstel": "with_notice",
    "op-tijd-streng": "in_time_strict", "op-tijd-lijst": "in_time_listed", "op-tijd-gemeld": "in_time_noticed",
    "te-laat-streng": "late_strict", "te-laat-lijst": "late_listed", "te-laat-gemeld": "late_noticed",
}
"""What can be asked for behind a number, by its word in addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuring:
    """One page of statistics: what it counts, of when and of whom, and how its language says that."""

    statistics: Statistics
    period: Period
    only: Mapping[Dimension, str]
    given: Mapping[str, str]
    say: Messages

    @property
    def query(self) -> dict[str, Any]:
        """The question as values for an address."""
        return {**self.given, **query_of(self.only)}

    def search(self, **changes: Any) -> str:
        """The same question, with some values changed, as the end of an address."""
        return search_of(**(self.query | changes))

    def sets(self, which: str = "", dimension: Dimension = "all", value: str = "", **more: Any) -> str:
        """The address of the sets behind a number."""
        chosen = query_of({dimension: value}) if dimension != "all" else {}
        fixed = {"van": self.period.first.isoformat(), "tot": self.period.last.isoformat()}
        return f"{self.say.prefix}/cijfers/sets{search_of(**(self.query | fixed | chosen | {'uitkomst': which} | more))}"

    def name(self, dimension: Dimension, value: str) -> str:
        """A value of a dimension in words."""
        match dimension:
            case "stance":
                return next(self.say(f"kant.{word}") for word, stance in SIDES.items() if stance == value)
            case "size":
                return self.say("figures.other_size", n=value)
            case "month":
                return value
        return self.statistics.names(dimension).get(value, value)

    @property
    def whole(self) -> Figures | None:
        """The figures of all sets together, each counted once; None where there are none."""
        return next(iter(self.statistics.by("all", self.period, self.only)), None)

    def of(self, which: str = "sets") -> str:
        """Of how many sets, for the caption of a chart: each set once, under how many values it may count."""
        number = getattr(self.whole, which) if self.whole else 0
        return self.say("figures.n_decided" if which == "decided" else "figures.n", n=self.say.number(number))

    @property
    def about(self) -> str:
        """To what all is narrowed, in words."""
        return ", ".join(self.name(dimension, value) for dimension, value in self.only.items())

    @property
    def population(self) -> str:
        """Which sets are counted, for the caption of every chart."""
        only = self.say("figures.population_only", names=self.about) if self.only else ""
        day = self.say.day
        return self.say("figures.population", first=day(self.period.first), last=day(self.period.last), day=day(self.period.day), only=only)


def figuring(statistics: Statistics, query: QueryParams, say: Messages, *, narrowed: bool = True) -> Figuring:
    """What an address asks for; not ``narrowed``: of all sets. NotFoundError for a ministry, party, person or topic that is not held."""
    first, last = day_of(query, "van"), day_of(query, "tot")
    given = {name: day.isoformat() for name in ("van", "tot", "dag") if (day := day_of(query, name))}
    return Figuring(
        statistics=statistics, period=statistics.period(first, last), given=given, say=say,
        only=only_of(statistics.registry, query, statistics.day) if narrowed else {},
    )


def counted_day(query: QueryParams, today: date) -> date:
    """The day of which is told what was known."""
    return min(day_of(query, "dag") or today, today)


def parameter(dimension: Dimension) -> str:
    """The last part of the address of a page of statistics."""
    return parameter_of(dimension)
