"""What came before and after a case: the chain of follow-ups, and the same question that was answered otherwise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from navraag.enrichment.likeness import nearly_the_same
from navraag.errors import NotFoundError
from navraag.records.cases import Case, Pair
from navraag.records.precedents import Candidate
from navraag.store.findings import Findings
from navraag.store.reader import Registry
from navraag.store.search.candidates import Among, Candidates

CHAINING = frozenset({"supplements", "follows_up"})
MOST_CASES = 40
LOOKED_AT = 20
LONGEST = 2_000
SAME_ANSWER = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """A question of a case that another case asks in almost the same words, and that was answered in other words."""

    pair: Pair
    other: Candidate


def chain_of(registry: Registry, case: Case) -> tuple[Case, ...]:
    """The case with all that it follows up or supplements and that follow it up, step by step, the oldest first."""
    held, waiting = {case.number: case}, [case]
    while waiting and len(held) < MOST_CASES:
        for other in _beside(registry, waiting.pop(0)):
            if other.number not in held:
                held[other.number] = other
                waiting.append(other)
    return tuple(sorted(held.values(), key=lambda one: (str(one.tabled_on or ""), one.number)))


def _beside(registry: Registry, case: Case) -> Iterator[Case]:
    """The cases one step away: those that it names as its own, and those that name it so."""
    yield from _named(registry, case)
    names = names_of(case)
    for citing in Findings(registry).citing(names, apart_from=case.number, limit=MOST_CASES):
        other = registry.case(citing.case)
        if any(one.number == case.number for one in _named(registry, other)):
            yield other


def _named(registry: Registry, case: Case) -> Iterator[Case]:
    for relation in case.relations:
        if relation.kind in CHAINING:
            try:
                yield registry.case(relation.target)
            except NotFoundError:
                continue


def names_of(case: Case) -> tuple[str, ...]:
    """By what other papers cite a case: its number and its publications."""
    asked = case.questions.publication if case.questions else None
    named = (case.number, *case.former_numbers, asked, *(one.publication for one in case.answers), *(one.publication for one in case.notices))
    return tuple(dict.fromkeys(name for name in named if name))


def answered_otherwise(registry: Registry, case: Case) -> tuple[Otherwise, ...]:
    """The questions that were asked elsewhere in almost the same words, with another answer; IndexMissingError without an index."""
    find = Candidates(registry, registry.search.index, most=LOOKED_AT, among=Among(fields=("question_bag",)))
    return tuple(Otherwise(pair=pair, other=other) for pair in case.pairs if pair.answers for other in _otherwise(pair, find(pair.question.text.plain[:LONGEST]), case))


def _otherwise(pair: Pair, found: Iterable[Candidate], case: Case) -> Iterator[Candidate]:
    asked, answered = pair.question.text.plain, "\n".join(given.answer.text.plain for given in pair.answers)
    for other in found:
        if other.case != case.number and other.answers and nearly_the_same(asked, other.question) and not _the_same(answered, other.answer):
            yield other


def _the_same(one: str, other: str) -> bool:
    """Are two answers the same but for a few words?"""
    mine, theirs = one[:LONGEST].split(), other[:LONGEST].split()
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= SAME_ANSWER
