"""What ``from navraag import open_registry`` gives: a registry with its search, statistics and findings at hand."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from navraag.enrichment.timeline import timeline
from navraag.records.cases import Case
from navraag.records.found import Finding
from navraag.records.statistics import Dimension
from navraag.records.timeline import Timeline
from navraag.settings import load_settings
from navraag.store.findings import Findings
from navraag.store.reader import Registry
from navraag.surfaces.exports.table import Table
from navraag.surfaces.statistics import Statistics, Subject


class OpenRegistry(Registry):
    """A registry open for reading, with everything that researchers ask of it.

    ``today`` is the day of its clock; ``search("stikstof", today=registry.today)`` finds pairs.
    """

    @property
    def today(self) -> date:
        """The samples' own day, else today."""
        return self.samples_today or datetime.now().astimezone().date()

    def statistics(self, what: Dimension | Subject, first: date | None = None, last: date | None = None) -> Table:
        """A table of figures over the sets tabled in a period: ``.arrow()``, ``.csv()`` or ``.records()`` lead on."""
        figures = Statistics(self, self.today)
        return figures.table(what, figures.period(first, last))

    def timeline(self, case: Case, today: date | None = None) -> Timeline:
        """The legal clock of a case on a day."""
        return timeline(case, today or self.today, known_until=self.known_until)

    def findings(self, case: Case | str) -> tuple[Finding, ...]:
        """What the texts of a case cite, undertake, admit, decline, count and name."""
        return Findings(self).of_case(case if isinstance(case, str) else case.number)

    def __iter__(self) -> Iterator[Case]:
        """All cases, sorted by number, read one by one."""
        return self.every_case()


def open_registry(home: Path | str | None = None) -> OpenRegistry:
    """The registry in a folder; by default the one of NAVRAAG_HOME, else of the platform's folder for user data.

    Raises StoreError with one line where there is none, or where a newer Navraag made it.
    """
    return OpenRegistry(load_settings(Path(home) if home else None).home)
