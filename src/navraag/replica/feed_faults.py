"""Faults of the feed's content: entries doubled or out of order, a clock that is wrong."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random


@dataclass(slots=True)
class FeedFaults:
    """What is wrong with the pages: settable while the server runs."""

    doubled: bool = False
    shuffled: bool = False
    skew: timedelta = timedelta()
    random: Random = field(default_factory=lambda: Random(1))  # noqa: S311  which page is disturbed is no secret
    _before: list[str] = field(default_factory=list)

    def skewed(self, moment: datetime) -> datetime:
        """A moment on the wrong clock."""
        return moment + self.skew

    def arranged(self, entries: list[str]) -> list[str]:
        """The entries of a page as they are sent: with some of the page before, or shuffled but for the last."""
        shown = list(entries)
        if self.doubled:
            shown = self._before[-25:] + shown
            self._before = list(entries)
        if self.shuffled and len(shown) > 1:
            head = shown[:-1]
            self.random.shuffle(head)
            shown = [*head, shown[-1]]
        return shown
