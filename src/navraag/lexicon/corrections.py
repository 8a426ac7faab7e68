"""What people decided about findings: lines of ``judgements.jsonl`` that no rule overrides.

A line is one object: ``on`` (day), ``because`` (reason), ``decision``, ``case``, ``quote`` (the words of the finding), and

* ``not_a_finding``: the words were taken for something that they are not; ``kind`` is what they were taken for;
* ``followed_up``: an undertaking was followed up; ``paper`` is the publication or case in which it was.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from navraag.errors import ConfigurationError

Decision = Literal["not_a_finding", "followed_up"]
_NEEDS: dict[str, str] = {"not_a_finding": "kind", "followed_up": "paper"}
_KEYS = frozenset({"on", "because", "decision", "case", "quote"})
EXAMPLE = '{"on": "2026-11-25", "decision": "not_a_finding", "case": "2031Z90001", "quote": "…", "kind": "commitment", "because": "…"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision about one finding: of which day, why, and what it says."""

    on: date
    because: str
    decision: Decision
    case: str
    quote: str
    value: str


def is_correction(line: str) -> bool:
    """Is this line of judgements about a finding? A line that cannot be read is not."""
    try:
        row = json.loads(line)
    except ValueError:
        return False
    return isinstance(row, dict) and row.get("decision") in _NEEDS


def read_corrections(lines: str) -> tuple[Correction, ...]:
    """The decisions about findings among JSON lines, oldest first; ConfigurationError names the line that is wrong."""
    numbered = [(at, line) for at, line in enumerate(lines.splitlines(), start=1) if is_correction(line)]
    return tuple(sorted((_read(at, line) for at, line in numbered), key=lambda one: one.on))


def _read(at: int, line: str) -> Correction:
    row = json.loads(line)
    needed = _NEEDS[row["decision"]]
    if row.keys() != _KEYS | {needed} or not all(isinstance(value, str) and value.strip() for value in row.values()):
        raise ConfigurationError(f"judgements, line {at}: needs exactly on, because, decision, case, quote and {needed}; one looks like {EXAMPLE}")
    try:
        day = date.fromisoformat(row["on"])
    except ValueError as error:
        raise ConfigurationError(f"judgements, line {at}: {row['on']} is no day; one looks like {EXAMPLE}") from error
    return Correction(on=day, because=row["because"], decision=row["decision"], case=row["case"], quote=row["quote"], value=row[needed])


@cache
def corrections() -> tuple[Correction, ...]:
    """The decisions that come with the program."""
    return read_corrections(files("navraag.lexicon").joinpath("judgements.jsonl").read_text(encoding="utf-8"))


def followed_up(case: str, quote: str) -> Correction | None:
    """The decision that an undertaking was followed up, if there is one; the last one counts."""
    found = [one for one in corrections() if (one.decision, one.case, one.quote) == ("followed_up", case, quote)]
    return found[-1] if found else None


def withdrawn(case: str) -> frozenset[tuple[str, str]]:
    """(kind, words) of a case that people have said are no such finding."""
    return frozenset((one.value, one.quote) for one in corrections() if one.decision == "not_a_finding" and one.case == case)
