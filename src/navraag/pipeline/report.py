"""What a run did, in counts: shown to people, printed as JSON, kept in the logbook."""

from collections import Counter
from dataclasses import dataclass, field

from navraag.store.writer import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One file that could not be read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """Files by what became of them, papers by kind, cases by what changed.

    ``read`` are documents new to the registry (or read again by a newer parser), ``unchanged`` were held already,
    ``duplicates`` are the same bytes under another name.
    """

    files: int = 0
    read: int = 0
    unchanged: int = 0
    duplicates: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    failed: tuple[Failure, ...] = ()
    cases: Changes = field(default_factory=Changes)
    seconds: float = 0.0

    @property
    def status(self) -> int:
        """The exit status: 1 where a document could not be read."""
        return 1 if self.failed else 0


@dataclass(slots=True)
class Tally:
    """The counts while a run goes on."""

    counts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    references: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    failed: list[Failure] = field(default_factory=list)

    def fail(self, file: str, reason: str) -> None:
        """Note a file that could not be read."""
        self.failed.append(Failure(file=file, reason=reason))

    def report(self, cases: Changes, seconds: float) -> RunReport:
        """The counts as they stand."""
        return RunReport(
            files=self.counts["files"], read=self.counts["read"], unchanged=self.counts["unchanged"],
            duplicates=self.counts["duplicates"], kinds=_sorted(self.kinds), references=_sorted(self.references),
            skipped=_sorted(self.skipped), failed=tuple(self.failed), cases=cases, seconds=round(seconds, 3),
        )


def _sorted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
