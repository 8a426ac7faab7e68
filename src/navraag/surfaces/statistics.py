"""Statistics(registry): every figure of the site, as records or as tables for JSON, CSV, pandas and polars.

``statistics.table("ministry", statistics.period()).arrow().to_pandas()`` is a data frame with a row per ministry.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from navraag.enrichment.statistics import answer_times, figures
from navraag.errors import ConfigurationError
from navraag.records.statistics import DIMENSIONS, Dimension, Figures, Period, Step, Tally
from navraag.store import workload
from navraag.store.columns import last_day
from navraag.store.lists import last_known_day, names_of
from navraag.store.naming import shown_names
from navraag.store.reader import Registry
from navraag.store.seats import PartySeats, party_seats
from navraag.store.statistics import FoundCase, Only, cases_behind, tallies
from navraag.store.workload import JointAnswers, Reason, Workload
from navraag.surfaces.exports.statistics import (
    cases_table,
    figures_table,
    joint_table,
    reasons_of_table,
    reasons_table,
    seats_table,
    steps_table,
    workload_table,
)
from navraag.surfaces.exports.table import Table

Subject = Literal["times", "workload", "reasons", "reasons_by_ministry", "joint", "seats", "cases"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
YEARS = 5
_ALL_CASES = 10**9


class Statistics:
    """The statistics of one registry; never writes. ``today``: the day of which is told what is known; by default all of it."""

    def __init__(self, registry: Registry, today: date | None = None) -> None:
        self.registry = registry
        self.day = last_known_day(registry, today or registry.known_until or last_day(registry))

    def period(self, first: date | None = None, last: date | None = None) -> Period:
        """The sets tabled from one day up to and including another, as known on our day; by default the last five calendar years."""
        last = min(last or self.day, self.day)
        return Period(first=first or date(max(last.year - YEARS + 1, 1), 1, 1), last=last, day=self.day)

    def by(self, dimension: Dimension, period: Period, only: Only | None = None) -> tuple[Figures, ...]:
        """The figures of each value of a dimension, in order of value; ``only`` keeps the sets with values of other dimensions."""
        return tuple(map(figures, self.tallies(dimension, period, only)))

    def tallies(self, dimension: Dimension, period: Period, only: Only | None = None) -> tuple[Tally, ...]:
        """What figures are made of, for each value: for whoever needs those of some values only."""
        if dimension != "all":  # others can be large: hundreds of members over thirty years
            return tallies(self.registry, period, dimension, only)
        key = ("tallies", period, tuple(sorted((only or {}).items())))
        return self.registry.remember(key, lambda: tallies(self.registry, period, dimension, only))

    def times(self, period: Period, only: Only | None = None) -> tuple[Step, ...]:
        """The share that waits after so many days, with its band (Kaplan-Meier)."""
        return next((answer_times(tally) for tally in self.tallies("all", period, only)), ())

    def workload(self, period: Period) -> tuple[Workload, ...]:
        """What ministries had on their desks."""
        return workload.workload(self.registry, period)

    def reasons(self, period: Period) -> tuple[Reason, ...]:
        """Why answers were delayed."""
        return workload.reasons(self.registry, period)

    def reasons_by_ministry(self, period: Period) -> tuple[Reason, ...]:
        """The same for each ministry."""
        return workload.reasons_by_ministry(self.registry, period)

    def joint(self, period: Period) -> JointAnswers:
        """How much was answered jointly."""
        return workload.joint_answers(self.registry, period)

    def seats(self, period: Period) -> tuple[PartySeats, ...]:
        """What was asked per member and per seat, by party."""
        return party_seats(self.registry, period)

    def cases(
        self, period: Period, only: Only | None = None, which: str = "", *, within_days: int | None = None, page: tuple[int, int] = (0, _ALL_CASES),
    ) -> tuple[int, tuple[FoundCase, ...]]:
        """How many sets stand behind a number, and those of a page (offset, limit), the oldest first."""
        return cases_behind(self.registry, period, only or {}, which, within_days=within_days, page=page)

    def names(self, dimension: Dimension) -> Mapping[str, str]:
        """What is shown for the codes of a dimension; a value that is not in it is its own name."""
        match dimension:
            case "ministry" | "post" | "party" | "member":
                return names_of(self.registry, dimension, self.day)
            case "minister":
                return shown_names(self.registry)["officials"]
        return {}

    def table(self, what: Dimension | Subject, period: Period, only: Only | None = None, which: str = "") -> Table:
        """Any of the above as a table: ``.arrow()``, ``.csv()`` or ``.records()`` lead on."""
        match what:
            case "times":
                return steps_table(self.times(period, only))
            case "cases":
                return cases_table(self.cases(period, only, which)[1])
            case "workload" | "reasons" | "reasons_by_ministry" | "joint" | "seats":
                if only:
                    raise ConfigurationError(f"{what} is counted of all sets: it cannot be narrowed to {', '.join(only)}")
                return self._other_table(what, period)
        return figures_table(self.by(what, period, only), self.names(what))

    def _other_table(self, what: Subject, period: Period) -> Table:
        """The tables that count by rules of their own."""
        match what:
            case "workload":
                return workload_table(self.workload(period), self.names("ministry"))
            case "reasons":
                return reasons_table(self.reasons(period))
            case "reasons_by_ministry":
                return reasons_of_table(self.reasons_by_ministry(period), self.names("ministry"))
            case "joint":
                return joint_table(self.joint(period))
        return seats_table(self.seats(period), self.names("party"))


WHAT: tuple[str, ...] = (*DIMENSIONS, *SUBJECTS)
"""Everything of which there is a table."""
