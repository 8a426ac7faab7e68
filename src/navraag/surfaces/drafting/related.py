"""Cases that resemble a case: on the same subject, or asked twice within a fortnight."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from navraag.enrichment.likeness import content_words, nearly_the_same
from navraag.records.cases import Case
from navraag.records.precedents import Candidate
from navraag.store.reader import Registry
from navraag.store.search.candidates import Among, Candidates
from navraag.store.search.texts import case_of, texts_of

FORTNIGHT = timedelta(days=14)
LOOKED_AT = 60
PAIRS_COUNTED = 3
SAME_SUBJECT = 0.6
LEAST_SUBJECT = 2
LONGEST = 8_000
_FIELDS = ("subject_bag", "question_bag", "answer_bag")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCase:
    """A case on the same subject."""

    number: str
    subject: str
    tabled_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """A case of the same fortnight that asks the same: which questions repeat which, or that only the subject is the same."""

    number: str
    subject: str
    tabled_on: date | None
    questions: tuple[tuple[str, str], ...]


def words_of(case: Case) -> str:
    """What a case is about: its subject, twice, and its questions."""
    return "\n".join((case.subject, case.subject, *(pair.question.text.plain for pair in case.pairs)))[:LONGEST]


def related_cases(registry: Registry, case: Case, *, most: int = 6) -> tuple[RelatedCase, ...]:
    """The cases whose pairs share the rarest words with a case, the best first; IndexMissingError without an index."""
    scores: dict[str, list[float]] = defaultdict(list)
    for name, score in Candidates(registry, registry.search.index, most=LOOKED_AT, among=Among(fields=_FIELDS)).found(words_of(case)):
        scores[case_of(name)].append(score)
    scores.pop(case.number, None)
    best = sorted(scores, key=lambda number: (-sum(sorted(scores[number])[-PAIRS_COUNTED:]), number))[:most]
    held = texts_of(registry, best)
    return tuple(
        RelatedCase(number=number, subject=held[number].subject, tabled_on=held[number].tabled_on) for number in best if number in held
    )


def doubles(registry: Registry, case: Case) -> tuple[Double, ...]:
    """The cases asked within a fortnight of a case that ask nearly the same, or bear nearly the same subject."""
    if case.tabled_on is None:
        return ()
    among = Among(since=case.tabled_on - FORTNIGHT, until=case.tabled_on + FORTNIGHT, fields=_FIELDS)
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in Candidates(registry, registry.search.index, most=LOOKED_AT, among=among)(words_of(case)):
        if candidate.case != case.number:
            found[candidate.case].append(candidate)
    made = (_double(case, pairs) for pairs in found.values())
    return tuple(sorted((one for one in made if one), key=lambda one: (-len(one.questions), one.number)))


def _double(case: Case, pairs: list[Candidate]) -> Double | None:
    repeated = tuple(
        (own.label, other.label) for own in case.pairs for other in pairs if nearly_the_same(own.question.text.plain, other.question)
    )
    first = pairs[0]
    if not repeated and not _same_subject(case.subject, first.subject):
        return None
    return Double(number=first.case, subject=first.subject, tabled_on=first.tabled_on, questions=repeated)


def _same_subject(one: str, other: str) -> bool:
    mine, theirs = set(content_words(one)), set(content_words(other))
    return min(len(mine), len(theirs)) >= LEAST_SUBJECT and len(mine & theirs) >= SAME_SUBJECT * len(mine | theirs)
