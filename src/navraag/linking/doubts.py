"""Cases that may be one: told as candidates, never joined.

A case without a Zaak number is compared with the others of its day of tabling and its askers. It is a candidate where the
subject is the same too but more than one case fits, or where the subjects share a telling word. Two cases that each have a
question paper of their own are two.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from navraag.linking.aliases import is_zaak
from navraag.linking.folding import asker_key, fold_subject, telling_words
from navraag.records.cases import Case
from navraag.records.evidence import Problem

_MANY = 5  # candidates named in one problem
Key = tuple[date, tuple[str, ...]]


def doubts(cases: Sequence[Case]) -> Mapping[str, Problem]:
    """By case number: the problem that names the cases which it may belong to."""
    doubtful = [case for case in cases if not is_zaak(case.number)]
    days = {case.tabled_on for case in doubtful}
    near: dict[Key, list[Case]] = defaultdict(list)
    for case in cases:
        if case.tabled_on in days and (key := _key(case)):
            near[key].append(case)
    found = ((case, _candidates(case, near[key])) for case in doubtful if (key := _key(case)))
    return {case.number: _problem(candidates) for case, candidates in found if candidates}


def _key(case: Case) -> Key | None:
    askers = tuple(sorted(asker_key(asker.name or asker.printed) for asker in case.askers))
    return (case.tabled_on, askers) if case.tabled_on and askers else None


def _candidates(case: Case, others: Iterable[Case]) -> list[tuple[str, bool]]:
    """Numbers of the cases that it may belong to, and whether the subject is the same."""
    subjects, words = _subjects(case), _words(case)
    found = []
    for other in others:
        if other.number == case.number or (_has_paper(case) and _has_paper(other)):
            continue
        same = bool(subjects & _subjects(other))
        if same or not words or words & _words(other):
            found.append((other.number, same))
    return sorted(found)


def _has_paper(case: Case) -> bool:
    return case.questions is not None and case.questions.publication is not None


def _subjects(case: Case) -> frozenset[str]:
    return frozenset(fold_subject(spelling.text) for spelling in case.subjects)


def _words(case: Case) -> frozenset[str]:
    return frozenset(word for spelling in case.subjects for word in telling_words(spelling.text))


def _problem(candidates: Sequence[tuple[str, bool]]) -> Problem:
    same = [number for number, equal in candidates if equal]
    names = same or [number for number, _ in candidates]
    why = "dag, indieners en onderwerp passen, maar bij meer dan één zaak" if same else "dag en indieners passen, het onderwerp niet geheel"
    listed = ", ".join(names[:_MANY]) + (f" en {len(names) - _MANY} andere" if len(names) > _MANY else "")
    return Problem(code="linking.candidate", message=f"hoort mogelijk bij {listed}: {why}", severity="note")
