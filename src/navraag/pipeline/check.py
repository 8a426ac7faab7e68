"""check: what is wrong, what is missing, and how complete the registry is."""

from dataclasses import dataclass

from navraag.pipeline.steps import VERSION
from navraag.records.misshapen import likely_case
from navraag.store import coverage
from navraag.store.coverage import YearCoverage
from navraag.store.people import People, Resolution
from navraag.store.reader import Registry
from navraag.store.views import ProblemCount, SourceState

EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEnd:
    """Cases in which something does not fit together: how many, and the first of them."""

    kind: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantine:
    """A publication id that fits no form: the rule that set it apart, and the case that it must have meant."""

    id: str
    rule: str
    likely: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobCheck:
    """Raw documents read back: how many, which are damaged, which the registry lacks, which are in no registry."""

    read: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """Everything that ``navraag check`` tells."""

    sources: tuple[SourceState, ...]
    problems: tuple[ProblemCount, ...]
    loose_ends: tuple[LooseEnd, ...]
    years: tuple[YearCoverage, ...]
    quarantined: tuple[Quarantine, ...]
    names: tuple[Resolution, ...]
    read_by_older_parser: int
    blobs: BlobCheck | None


def check(registry: Registry, *, verify: bool = False) -> CheckReport:
    """Problems by kind, loose ends, coverage by year, quarantined ids; with ``verify`` every raw document is read back."""
    return CheckReport(
        sources=registry.sources,
        problems=registry.problem_counts(),
        loose_ends=tuple(
            LooseEnd(kind=kind, count=len(cases), examples=cases[:EXAMPLES])
            for kind, cases in coverage.loose_ends(registry).items()
        ),
        years=coverage.years(registry),
        quarantined=_quarantined(registry),
        names=People(registry).resolution(),
        read_by_older_parser=coverage.read_by_another_parser(registry, VERSION),
        blobs=_verified(registry) if verify else None,
    )


def _quarantined(registry: Registry) -> tuple[Quarantine, ...]:
    without_paper = coverage.cases_without_paper(registry)
    return tuple(
        Quarantine(id=name, rule=rule, likely=likely_case(name, without_paper))
        for name, rule in coverage.quarantined(registry)
    )


def _verified(registry: Registry) -> BlobCheck:
    held = frozenset(registry.blobs.names())
    wanted = coverage.documents(registry)
    read, damaged = registry.blobs.verify()
    return BlobCheck(
        read=read, damaged=damaged, missing=tuple(sorted(wanted - held)), unused=tuple(sorted(held - wanted)),
    )
