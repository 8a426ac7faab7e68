"""Candidates for what followed on an undertaking: later papers that cite the case it stands in. People decide."""

from dataclasses import dataclass
from datetime import date

import msgspec

from navraag.records.found import Finding
from navraag.store.findings import COLUMNS, finding_of
from navraag.store.registers import Registers

_LATER = f"""
SELECT case_row.number, case_row.subject, {COLUMNS}
  FROM finding JOIN case_row ON case_row.id = finding.case_id
 WHERE finding.kind = 'reference' AND finding.key IN (SELECT value FROM json_each(:targets))
   AND finding.said_on > :said_on AND finding.said_on <= :today AND case_row.number <> :own
 ORDER BY finding.said_on, case_row.number LIMIT :limit
"""  # noqa: S608 - constants
MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A later text that cites the case: from which case, and whether the same ministry speaks in it."""

    finding: Finding
    subject: str
    same_ministry: bool


def candidates(registers: Registers, case: str, known_as: tuple[str, ...], said_on: date | None, today: date) -> tuple[Candidate, ...]:
    """Later texts that cite a case by any of its names; answers of the same ministry first."""
    if said_on is None:
        return ()
    rows = registers.registry.rows(_LATER, {
        "targets": msgspec.json.encode(known_as).decode(), "said_on": said_on.isoformat(), "today": today.isoformat(), "own": case, "limit": MOST,
    })
    own = registers.ministries_of(case)
    found = [
        Candidate(finding=finding_of(number, {}, rest), subject=subject, same_ministry=bool(own & registers.ministries_of(number)))
        for number, subject, *rest in rows
    ]
    return tuple(sorted(found, key=lambda one: not (one.same_ministry and one.finding.part != "question")))
