"""Cases that may be one: told as candidates, never joined.

A case without a Zaak number is compared with the others of its day of tabling and its askers. It is a candidate where the
subject is the same too but more than one case fits, or where the subjects share a telling word. Two cases that each have a
question paper of their own are two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from navraag.linking.aliases import is_zaak
from navraag.linking.folding import asker_key, fold_subject, telling_words
from navraag.records.cases import Case
from navraag.records.evidence import Problem

CANDIDATE = "linking.candidate"
_MANY = 5  # candidates named in one problem
Key = tuple[date, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """What makes a case a candidate of another: its day and askers, its subjects, and whether it has a question paper."""

    number: str
    key: Key
    subjects: tuple[str, ...]
    has_paper: bool

    @property
    def doubtful(self) -> bool:
        """Whether it may belong to another case: it has no Zaak number."""
        return not is_zaak(self.number)


def near_of(case: Case) -> Near | None:
    """Where a case is near others; None where its day or its askers are not known."""
    askers = tuple(sorted(asker_key(asker.name or asker.printed) for asker in case.askers))
    if case.tabled_on is None or not askers:
        return None
    return Near(
        number=case.number, key=(case.tabled_on, askers), has_paper=case.questions is not None and case.questions.publication is not None,
        subjects=tuple(spelling.text for spelling in case.subjects if spelling.where != "judgement"),
    )


def doubt(one: Near, others: Iterable[Near]) -> Problem | None:
    """The problem that names the cases which this one may belong to; None where there are none."""
    candidates = _candidates(one, others)
    return _problem(candidates) if candidates else None


def _candidates(one: Near, others: Iterable[Near]) -> list[tuple[str, bool]]:
    """Numbers of the cases that it may belong to, and whether the subject is the same."""
    subjects, words = _subjects(one), _words(one)
    found = []
    for other in others:
        if other.number == one.number or (one.has_paper and other.has_paper):
            continue
        same = bool(subjects & _subjects(other))
        if same or not words or words & _words(other):
            found.append((other.number, same))
    return sorted(found)


def _subjects(one: Near) -> frozenset[str]:
    return frozenset(map(fold_subject, one.subjects))


def _words(one: Near) -> frozenset[str]:
    return frozenset(word for subject in one.subjects for word in telling_words(subject))


def _problem(candidates: Sequence[tuple[str, bool]]) -> Problem:
    same = [number for number, equal in candidates if equal]
    names = same or [number for number, _ in candidates]
    why = "dag, indieners en onderwerp passen, maar bij meer dan één zaak" if same else "dag en indieners passen, het onderwerp niet geheel"
    listed = ", ".join(names[:_MANY]) + (f" en {len(names) - _MANY} andere" if len(names) > _MANY else "")
    return Problem(code=CANDIDATE, message=f"hoort mogelijk bij {listed}: {why}", severity="note")
