"""Findings: what was found in the cases of a registry, read by case, by target and for whole registers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from navraag.records.found import Finding, FindingKind, Found
from navraag.store.findings_writer import read_set
from navraag.store.reader import Registry
from navraag.store.rows import day_of

COLUMNS = (
    "finding.enrichment, finding.kind, finding.key, finding.part, finding.labels, finding.paper, finding.note, finding.place, "
    "finding.start, finding.stop, finding.quote, finding.rule, finding.earliest, finding.latest, finding.payload, finding.said_on"
)
_VERSIONS = """
SELECT enrichment_set.versions
  FROM case_row JOIN enriched ON enriched.case_id = case_row.id JOIN enrichment_set ON enrichment_set.id = enriched.set_id
 WHERE case_row.number = ?
"""
_OF_CASE = f"""
SELECT {COLUMNS} FROM case_row JOIN finding ON finding.case_id = case_row.id
 WHERE case_row.number = ? ORDER BY finding.enrichment, finding.seq
"""  # noqa: S608 - a constant of this module
_CITING = """
SELECT case_row.number, case_row.subject, case_row.tabled_on, group_concat(DISTINCT finding.labels), finding.part
  FROM finding JOIN case_row ON case_row.id = finding.case_id
 WHERE finding.kind = :kind AND finding.key IN (SELECT value FROM json_each(:targets)) AND case_row.number <> :own
 GROUP BY case_row.id ORDER BY case_row.tabled_on DESC, case_row.number DESC LIMIT :limit
"""
_KINDS = "SELECT kind, count(*), count(DISTINCT case_id) FROM finding GROUP BY kind ORDER BY kind"
_READ = "SELECT count(*), (SELECT count(*) FROM case_row) FROM enriched"
_EVERY = f"""
SELECT case_row.number, enrichment_set.versions, {COLUMNS}
  FROM case_row
  JOIN finding ON finding.case_id = case_row.id
  LEFT JOIN enriched ON enriched.case_id = case_row.id
  LEFT JOIN enrichment_set ON enrichment_set.id = enriched.set_id
 WHERE finding.kind = '{{kind}}'
 ORDER BY case_row.number, finding.enrichment, finding.seq
"""  # noqa: S608 - the kind is one of a fixed list
MOST_CITING = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A case that cites something: where in it."""

    case: str
    subject: str
    tabled_on: date | None
    labels: tuple[str, ...]
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many findings of one kind there are, in how many cases."""

    kind: str
    count: int
    cases: int


class Findings:
    """The findings of a registry that is open for reading."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def of_case(self, number: str) -> tuple[Finding, ...]:
        """All findings of a case, reader by reader, each in the order of the page."""
        row = self.registry.row(_VERSIONS, number)
        held = read_set(row[0]) if row else {}
        return tuple(finding_of(number, held, values) for values in self.registry.rows(_OF_CASE, (number,)))

    def is_read(self, number: str) -> bool:
        """Was this case read for findings? Where it was not, it is no statement that nothing was found."""
        return self.registry.row(_VERSIONS, number) is not None

    def read(self) -> tuple[int, int]:
        """How many cases were read for findings, and of how many."""
        done, total = self.registry.rows(_READ)[0]
        return int(done), int(total)

    def citing(self, targets: tuple[str, ...], *, kind: FindingKind = "reference", apart_from: str = "", limit: int = MOST_CITING) -> tuple[Citing, ...]:
        """The cases that cite any of these targets (or name any of these names, or outlets), the newest first."""
        wanted = msgspec.json.encode(targets).decode()
        rows = self.registry.rows(_CITING, {"kind": kind, "targets": wanted, "own": apart_from, "limit": limit})
        return tuple(
            Citing(
                case=number, subject=subject, tabled_on=day_of(tabled), part=part,
                labels=tuple(dict.fromkeys(label for group in (labels or "").split(",") for label in group.split())),
            )
            for number, subject, tabled, labels, part in rows
        )

    def kinds(self) -> tuple[KindCount, ...]:
        """How many findings of each kind."""
        return self.registry.remember(("finding kinds",), lambda: tuple(
            KindCount(kind=kind, count=count, cases=cases) for kind, count, cases in self.registry.rows(_KINDS)
        ))

    def every(self, kind: str) -> Iterator[Finding]:
        """All findings of one kind, sorted by case, one by one."""
        assert kind.isidentifier()
        for number, versions, *values in self.registry.stream(_EVERY.format(kind=kind)):
            yield finding_of(number, read_set(versions or ""), values)


def finding_of(case: str, held: dict[str, str], values: Any) -> Finding:
    """A Finding out of ``COLUMNS``."""
    enrichment, kind, key, part, labels, paper, note, place, start, stop, quote, rule, earliest, latest, payload, said = values
    return Finding(
        case=case, enrichment=enrichment, version=held.get(enrichment, ""), part=part, labels=tuple(labels.split()),
        paper=paper, note=note, place=place, said_on=day_of(said),
        found=Found(
            kind=kind, start=start, end=stop, quote=quote, rule=rule, key=key or "", earliest=day_of(earliest),
            latest=day_of(latest), payload=msgspec.json.decode(payload),
        ),
    )
