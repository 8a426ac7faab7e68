"""Human decisions that beat every rule: dated lines of ``lexicon/judgements.jsonl``, each with its reason.

A line is one object: ``on`` (day), ``because`` (reason), ``decision``, ``case`` and what the decision needs:

* ``same_case``: the case ``case`` is the case ``number``: their papers are joined under that number;
* ``number``: the right number of ``case`` is ``number``;
* ``subject``: the subject to show for ``case`` is ``subject``;
* ``person``: the ``name`` as printed in ``case`` ("*": in every case) is the person ``person`` (its id).

Decisions about findings stand in the same file; ``lexicon.corrections`` reads them.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from navraag.errors import ConfigurationError
from navraag.lexicon.corrections import is_correction
from navraag.linking.papers import LinkedPaper
from navraag.records.cases import Case, Spelling

Decision = Literal["same_case", "number", "subject", "person"]
_NEEDS: dict[str, str] = {"same_case": "number", "number": "number", "subject": "subject", "person": "person"}
_KEYS = frozenset({"on", "because", "decision", "case"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision: of which day, about which case, why, and what it says."""

    on: date
    because: str
    decision: Decision
    case: str
    value: str
    name: str = ""


Link = Callable[[Iterable[LinkedPaper], Sequence[Judgement]], tuple[Case, ...]]


@cache
def shipped() -> tuple[Judgement, ...]:
    """The decisions that come with the program."""
    return read_judgements(files("navraag.lexicon").joinpath("judgements.jsonl").read_text(encoding="utf-8"))


def read_judgements(lines: str) -> tuple[Judgement, ...]:
    """Decisions, oldest first, from JSON lines; ConfigurationError names the line that is wrong and what would be right."""
    rows = [(at, line) for at, line in enumerate(lines.splitlines(), start=1) if line.strip() and not is_correction(line)]
    return tuple(sorted((_read(at, line) for at, line in rows), key=lambda judgement: judgement.on))


def _read(at: int, line: str) -> Judgement:
    try:
        row = json.loads(line)
        needed = _NEEDS[row["decision"]]
        more = {"name"} if needed == "person" else set[str]()
        if row.keys() != _KEYS | {needed} | more or not all(isinstance(value, str) and value.strip() for value in row.values()):
            raise ConfigurationError(f"judgements, line {at}: needs exactly on, because, decision, case and {' and '.join(sorted({needed} | more))}, each a text")
        return Judgement(on=date.fromisoformat(row["on"]), because=row["because"], decision=row["decision"], case=row["case"], value=row[needed], name=row.get("name", ""))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise ConfigurationError(f"judgements, line {at}: one looks like {_EXAMPLE}") from error


_EXAMPLE = '{"on": "2026-11-25", "decision": "number", "case": "kv-2070890010", "number": "2008Z90001", "because": "…"}'


def renamed(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Case numbers and the numbers that they are replaced by; a later decision beats an earlier one."""
    return {judgement.case: judgement.value for judgement in judgements if judgement.decision in {"same_case", "number"}}


def applied(cases: Iterable[Case], judgements: Sequence[Judgement]) -> tuple[Case, ...]:
    """The cases with the subjects that people chose."""
    chosen = {judgement.case: judgement.value for judgement in judgements if judgement.decision == "subject"}
    if not chosen:
        return tuple(cases)
    return tuple(_with_subject(case, next((chosen[name] for name in (case.number, *case.former_numbers) if name in chosen), None)) for case in cases)


def _with_subject(case: Case, subject: str | None) -> Case:
    if subject is None or subject == case.subject:
        return case
    told = any(spelling.text == subject for spelling in case.subjects)
    spellings = case.subjects if told else (Spelling(text=subject, where="judgement"), *case.subjects)
    return replace(case, subject=subject, subjects=spellings)


def without_effect(papers: Sequence[LinkedPaper], judgements: Sequence[Judgement], link: Link) -> tuple[Judgement, ...]:
    """The decisions that change no case of these papers: such a line is useless and should go."""
    decided = link(papers, judgements)
    return tuple(one for one in judgements if link(papers, tuple(other for other in judgements if other is not one)) == decided)
